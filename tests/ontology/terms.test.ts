import { readdirSync, readFileSync } from 'node:fs'
import { Parser, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { roleScheme } from '../../src/map/role-scheme.js'
import { slug } from '../../src/map/iri.js'
import * as vocab from '../../src/map/vocab.js'
import { harbourQuads } from '../fixtures/harbour-graph.js'

const read = (name: string): Quad[] => new Parser().parse(readFileSync(new URL(`../../ontology/${name}`, import.meta.url), 'utf8'))
const ontology = read('newsgraph.ttl'), shapes = read('shapes.ttl')

const rdfs = 'http://www.w3.org/2000/01/rdf-schema#', skos = 'http://www.w3.org/2004/02/skos/core#'
const ownNamespaces = [vocab.namespaces.ng, vocab.namespaces.act, vocab.namespaces.happening, vocab.namespaces.measure, vocab.namespaces.role]
/** What RDF itself is made of. */
const basics = [...['type', 'first', 'rest', 'nil', 'langString'].map((local) => vocab.namespaces.rdf + local), vocab.namespaces.xsd]

const defined = new Set(ontology.filter(({ subject }) => subject.termType === 'NamedNode').map(({ subject }) => subject.value))
const isOwn = (iri: string) => ownNamespaces.some((namespace) => iri.startsWith(namespace))
const isKnownVocabulary = (iri: string) => Object.values(vocab.namespaces).some((namespace) => iri.startsWith(namespace))
const isDefined = (iri: string) => defined.has(iri) || basics.some((basic) => iri.startsWith(basic))
const has = (subject: string, ...predicates: string[]) => ontology.some((quad) => quad.subject.value === subject && predicates.includes(quad.predicate.value))
const typed = (local: string) => ontology.filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value.endsWith(`#${local}`)).map(({ subject }) => subject.value).filter((iri) => iri.startsWith('http'))

/** What a list of the shapes holds. */
function membersOf(head: string): string[] {
  const next = (node: string, local: string) => shapes.find(({ subject, predicate }) => subject.value === node && predicate.value === vocab.namespaces.rdf + local)?.object.value
  const first = next(head, 'first')
  return first === undefined ? [] : [first, ...membersOf(next(head, 'rest') ?? '')]
}

/** Every term that the code names. */
const inCode = Object.entries(vocab).filter(([name]) => name !== 'namespaces')
  .flatMap(([, terms]) => Object.values(terms as Record<string, { value: string }>).map(({ value }) => value))
const rolesInCode = roleScheme.map(({ name }) => vocab.namespaces.role + slug(name))

describe('The ontology', () => {
  it('defines every term that the code names', () => {
    expect(inCode.filter((iri) => !isDefined(iri))).toEqual([])
  })

  it('defines every term that the shapes name', () => {
    const terms = shapes.flatMap(({ predicate, object }) => [predicate, object]).filter(({ termType, value }) => termType === 'NamedNode' && isKnownVocabulary(value))
    expect([...new Set(terms.map(({ value }) => value))].filter((iri) => !isDefined(iri))).toEqual([])
  })

  it('defines every class and property of a graph', () => {
    const terms = harbourQuads().flatMap(({ predicate, object }) => (predicate.value.endsWith('#type') ? [object.value] : [predicate.value]))
    expect([...new Set(terms)].filter((iri) => !isDefined(iri))).toEqual([])
  })

  it('defines every term that the queries name', () => {
    const folder = new URL('../../ontology/queries/', import.meta.url)
    const names = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/\b(?:ng|act|happening|role|schema|org|oa|sem|skos|prov|rdf):[\w-]+/gu) ?? [])
    const iris = names.map((name) => { const [prefix = '', local = ''] = name.split(':'); return vocab.namespaces[prefix as keyof typeof vocab.namespaces] + local })
    expect(iris.filter((iri) => !isDefined(iri))).toEqual([])
  })

  it('defines no term of its own that nothing uses; those the other way round, the one above all relations and kin are for questions', () => {
    const inverses = ontology.filter(({ predicate }) => predicate.value.endsWith('#inverseOf')).map(({ subject }) => subject.value)
    const forQuestions = new Set([...inverses, ...['relatedTo', 'KinRoles'].map((local) => vocab.namespaces.ng + local)])
    const used = new Set([...inCode, ...rolesInCode, ...shapes.flatMap(({ predicate, object }) => [predicate.value, object.value]),
      ...ontology.flatMap(({ subject, predicate, object }) => (/#(broader|inScheme|range|type|member)$/u.test(predicate.value) && subject.value !== object.value ? [object.value] : []))])
    expect([...defined].filter((iri) => isOwn(iri) && !used.has(iri) && !forQuestions.has(iri))).toEqual([])
  })

  it('describes no term of another vocabulary that nothing uses', () => {
    const used = new Set([...inCode, ...shapes.flatMap(({ predicate, object }) => [predicate.value, object.value]),
      ...ontology.flatMap(({ predicate, object }) => (/#(?:subClassOf|subPropertyOf|equivalentProperty|type)$/u.test(predicate.value) ? [predicate.value, object.value] : [predicate.value]))])
    expect([...defined].filter((iri) => !isOwn(iri) && !/\/newsgraph\/(?:ontology|authors)$/u.test(iri) && !used.has(iri))).toEqual([])
  })

  it('and the shapes list the same speech acts, event types, quantities, relations and classes of entities as the code', () => {
    const listed = shapes.filter(({ predicate }) => predicate.value.endsWith('shacl#in')).map(({ object }) => membersOf(object.value))
    const lists = [vocab.speechActs, vocab.eventTypes, vocab.quantityKinds, vocab.relationTerms, vocab.factualityTerms, vocab.outletKinds]
    for (const terms of lists) expect(listed).toContainEqual(Object.values(terms).map(({ value }) => value))
    const inShapes = new Set(listed.flat())
    expect(Object.values(vocab.entityTypes).filter(({ value }) => !inShapes.has(value))).toEqual([])
  })

  it('labels and explains every class and property, and tells where each of its own properties leads from and to', () => {
    const properties = [...typed('ObjectProperty'), ...typed('DatatypeProperty')]
    for (const term of [...typed('Class'), ...properties, ...typed('NamedIndividual')]) expect([term, has(term, `${rdfs}label`), has(term, `${rdfs}comment`)]).toEqual([term, true, true])
    for (const term of properties.filter(isOwn)) expect([term, has(term, `${rdfs}domain`), has(term, `${rdfs}range`)]).toEqual([term, true, true])
  })

  it('names and explains every speech act and event type, and puts each in its scheme', () => {
    for (const { value } of [...Object.values(vocab.speechActs), ...Object.values(vocab.eventTypes)]) {
      expect([value, has(value, `${skos}prefLabel`), has(value, `${skos}definition`), has(value, `${skos}inScheme`)]).toEqual([value, true, true, true])
    }
  })

  it('holds the same scheme of roles as the code', () => {
    const objects = (iri: string, local: string) => ontology.filter(({ subject, predicate }) => subject.value === iri && predicate.value === skos + local).map(({ object }) => object.value)
    const inOntology = [...defined].filter((iri) => iri.startsWith(vocab.namespaces.role))
    expect(inOntology).toEqual(rolesInCode)
    for (const { name, also, broader } of roleScheme) {
      const iri = vocab.namespaces.role + slug(name)
      expect([objects(iri, 'prefLabel'), objects(iri, 'altLabel'), objects(iri, 'broader')]).toEqual([[name], also, broader ? [vocab.namespaces.role + slug(broader.name)] : []])
    }
  })

  it('matches concepts only with concepts, and no classes or properties', () => {
    const matches = ontology.filter(({ predicate }) => /core#\w+Match$/u.test(predicate.value)).map(({ subject }) => subject.value)
    expect(matches.filter((iri) => !has(iri, `${skos}inScheme`))).toEqual([])
  })

  it('says who made which version of it when, and under which licence', () => {
    const about = `${vocab.namespaces.ng.slice(0, -1)}`
    const values = (local: string) => ontology.filter(({ subject, predicate }) => subject.value === about && predicate.value.endsWith(local)).map(({ object }) => object.value)
    const [version] = values('versionInfo')
    expect(values('versionIRI')).toEqual([`${about}/${version}`])
    for (const local of ['terms/creator', 'terms/created', 'terms/modified', 'terms/license', 'preferredNamespacePrefix']) expect([local, values(local).length]).toEqual([local, 1])
    expect(values('preferredNamespaceUri')).toEqual([vocab.namespaces.ng])
  })
})
