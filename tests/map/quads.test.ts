import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { mint } from '../../src/map/iri.js'
import { graphQuads, quadsOf } from '../../src/map/quads.js'
import { ng, oa, org, prov, rdf, rdfs, schema, sem, skos } from '../../src/map/vocab.js'
import type { ArticleGraph } from '../../src/model.js'
import { courierArticle } from '../fixtures/harbour.js'

const base = 'https://example.org/data/'
const quadsFrom = (graph: ArticleGraph = courierArticle, body = true): Quad[] => [...quadsOf(graph, { base, body, version: '1.2.3' })]
const quads = quadsFrom()
const id = courierArticle.article.id
const node = (local: string) => base + local
const values = (subject: string, predicate: { value: string }, from = quads) => from.filter((quad) => quad.subject.value === node(subject) && quad.predicate.value === predicate.value).map(({ object }) => object.value)

describe('A mapped article', () => {
  it('tells what it is, where it is from and what it speaks of', () => {
    const article = `article/${id}`
    expect(values(article, rdf.type)).toEqual([ng.Article.value, schema.NewsArticle.value])
    expect(values(article, schema.datePublished)).toEqual(['2021-05-03'])
    expect(values(article, schema.publisher)).toEqual([node('outlet/halden-courier')])
    expect(values(article, schema.author)).toEqual([node('person/ada-fjord')])
    expect(values(article, schema.mentions)).toContain(node('place/norland'))
    expect(values(article, schema.articleBody)).toEqual([courierArticle.article.text])
    expect(values(article, schema.articleBody, quadsFrom(courierArticle, false))).toEqual([])
  })

  it('has a node for each entity, with all the forms of its name', () => {
    expect(values('person/viktor-dahl', rdf.type)).toEqual([schema.Person.value])
    expect(values('person/viktor-dahl', rdfs.label)).toEqual(['Viktor Dahl'])
    expect(values('person/viktor-dahl', skos.altLabel)).toEqual(['Dahl', 'Viktor Dahl'])
    expect(values('person/harbour-official', rdf.type)).toEqual([schema.Person.value, ng.UnnamedPerson.value])
    expect(values('outlet/radio-sund', rdf.type)).toEqual([schema.NewsMediaOrganization.value, schema.Organization.value])
    expect(values('outlet/radio-sund', ng.outletKind)).toEqual([`${ng.Article.value.slice(0, -7)}Broadcaster`])
    expect(values('work/salt-and-iron', schema.publisher)).toEqual([node('outlet/radio-sund')])
  })

  it('gives no type that the ontology does not know', () => {
    const odd = { ...courierArticle, entities: courierArticle.entities.map((entity) => ({ ...entity, type: 'constructor', outletKind: 'toString' })) }
    expect(quadsFrom(odd).filter(({ object }) => object === undefined || typeof object.value !== 'string')).toEqual([])
  })

  it('ties a role to its holder, its place and the scheme, and copies only present ones to the person', () => {
    expect(values(holding('President'), org.member)).toEqual([node('person/viktor-dahl')])
    expect(values(holding('President'), ng.heldFor)).toEqual([node('place/ostania')])
    expect(values(holding('admiral'), ng.former)).toEqual(['true'])
    expect(values('person/viktor-dahl', schema.jobTitle)).toEqual(['President'])
    expect(values('person/harbour-official', schema.affiliation)).toEqual([node('organization/port-authority')])
  })

  it('takes a role for a membership only where it is held in an organisation', () => {
    expect(values(holding('President'), rdf.type)).toEqual([ng.RoleHolding.value])
    expect(values(holding('President'), org.organization)).toEqual([])
    expect(values(holding('harbour official'), rdf.type)).toEqual([ng.RoleHolding.value, org.Membership.value])
    expect(values(holding('harbour official'), org.organization)).toEqual([node('organization/port-authority')])
  })

  it('tells a role that is wanted, won or held for a while, and takes no tie of family for a job', () => {
    const [first] = courierArticle.roles
    const others = quadsFrom({ ...courierArticle, roles: [{ ...first!, id: 'a', standing: 'candidate' }, { ...first!, id: 'b', title: 'wife' }, { ...first!, id: 'c', title: 'director', standing: 'acting' }] })
    expect(values(`holding/${id}-a`, ng.candidate, others)).toEqual(['true'])
    expect(values(`holding/${id}-c`, ng.acting, others)).toEqual(['true'])
    expect(values('person/mara-lindqvist', schema.jobTitle, others)).toEqual(['director'])
  })

  it('mints a concept for a title that the scheme does not have, under the concept of its head noun', () => {
    expect(values(holding('harbour official'), org.role)).toEqual([node('title/harbour-official')])
    expect(values('title/harbour-official', skos.broader)).toEqual(['https://w3id.org/newsgraph/role#official'])
  })

  it('tells who said what to whom, when, where and at what occasion', () => {
    const statement = `statement/${id}-1`
    expect(values(statement, rdf.type)).toEqual([ng.Statement.value, ng.DirectStatement.value])
    expect(values(statement, schema.creator)).toEqual([node('person/mara-lindqvist')])
    expect(values(statement, schema.text)).toEqual(['We will build it together'])
    expect(values(statement, ng.cue)).toEqual(['told'])
    expect(values(statement, ng.addressee)).toEqual([node('group/reporters')])
    expect(values(statement, schema.dateCreated)).toEqual(['2021-04-30'])
    expect(values(statement, ng.occasion)).toEqual([node(`event/${id}-1`)])
    expect(values(statement, schema.spatialCoverage)).toEqual([node('place/halden')])
    expect(values(statement, rdfs.label)).toEqual(['Mara Lindqvist told: “We will build it together”'])
  })

  it('writes every speaker of a statement that several made', () => {
    const [first] = courierArticle.statements
    if (!first) throw new Error('the fixture has no statement')
    const together = quadsFrom({ ...courierArticle, statements: [{ ...first, speakers: ['person/mara-lindqvist', 'person/viktor-dahl'] }] })
    expect(values(`statement/${id}-1`, schema.creator, together)).toEqual([node('person/mara-lindqvist'), node('person/viktor-dahl')])
    expect(values(`statement/${id}-1`, rdfs.label, together)[0]).toMatch(/^Mara Lindqvist and Viktor Dahl told/u)
  })

  it('tells what happened, with agents and patients as actors too', () => {
    const event = `event/${id}-1`
    expect(values(event, ng.trigger)).toEqual(['met', 'meeting'])
    expect(values(event, sem.hasActor)).toEqual([...values(event, ng.agent), ...values(event, ng.patient)])
    expect(values(event, sem.hasPlace)).toEqual([node('place/halden')])
    expect(values(`event/${id}-2`, ng.accordingTo)).toEqual([node(`statement/${id}-3`)])
  })

  it('asserts a relation as a plain triple only if it is so now and the article itself says so', () => {
    expect(values('person/viktor-dahl', ngTerm('headOf'))).toEqual([node('place/ostania')])
    expect(values('person/viktor-dahl', ngTerm('employeeOf'))).toEqual([])
    expect(values('person/brother-in-law', ngTerm('relativeOf'))).toEqual([])
    expect(values(relation('relativeOf'), ng.factuality)).toEqual([ngTerm('Reported').value])
    expect(values(relation('employeeOf'), ng.former)).toEqual(['true'])
  })

  it('says of every claim how sure it is, which rule made it, and from which words', () => {
    const claims = [ng.RoleHolding, ng.Statement, ng.Event, ng.Relation].flatMap((type) => quads.filter(({ object }) => object.value === type.value).map(({ subject }) => subject.value.slice(base.length)))
    expect(claims.length).toBe(16)
    for (const claim of claims) for (const predicate of [ng.confidence, ng.rule, ng.evidence, prov.wasDerivedFrom, prov.wasGeneratedBy]) expect([claim, values(claim, predicate).length > 0]).toEqual([claim, true])
  })

  it('gives every node that people meet a label, and none is blank', () => {
    const subjects = new Set(quads.map(({ subject }) => subject).filter(({ value }) => !/\/(?:evidence|selector)\//u.test(value)))
    for (const subject of subjects) {
      expect(subject.termType).toBe('NamedNode')
      expect([subject.value, quads.some((quad) => quad.subject.value === subject.value && quad.predicate.value === rdfs.label.value)]).toEqual([subject.value, true])
    }
  })

  it('describes every node of its own that it points to', () => {
    const whole = [...graphQuads([courierArticle], { base, version: '1.2.3' })].flat()
    const subjects = new Set(whole.map(({ subject }) => subject.value))
    const targets = whole.filter(({ object }) => object.termType === 'NamedNode' && object.value.startsWith(base)).map(({ object }) => object.value)
    expect([...new Set(targets)].filter((target) => !subjects.has(target))).toEqual([])
  })

  it('names the program and the model, and no time of day', () => {
    const whole = [...graphQuads([courierArticle], { base, version: '1.2.3' })].flat()
    expect(values(`run/${id}`, prov.wasAssociatedWith)).toEqual([node('agent/newsgraph-1.2.3')])
    expect(values('agent/newsgraph-1.2.3', schema.softwareVersion, whole)).toEqual(['1.2.3'])
    expect(values('agent/newsgraph-1.2.3', ng.model, whole)).toEqual(['fixture 1 (sha256 0000)'])
  })

  it('counts evidence in code points', () => {
    const points = [...courierArticle.article.text]
    for (const selector of quads.filter(({ object }) => object.value === oa.TextPositionSelector.value).map(({ subject }) => subject.value.slice(base.length))) {
      const [start, end] = [oa.start, oa.end].map((term) => Number(values(selector, term)[0]))
      expect(points.slice(start, end).join('')).toBe(values(selector, oa.exact)[0])
    }
  })
})

const holding = (title: string) => quads.find(({ subject, predicate, object }) => subject.value.includes('/holding/') && predicate.equals(rdfs.label) && object.value === title)!.subject.value.slice(base.length)
const relation = (name: string) => quads.find(({ predicate, object }) => predicate.equals(rdf.predicate) && object.value === ngTerm(name).value)!.subject.value.slice(base.length)

function ngTerm(local: string): { value: string } {
  return { value: `https://w3id.org/newsgraph/ontology#${local}` }
}

it('A node of the data is minted under the base', () => {
  expect(mint(base, 'run', id).value).toBe(node(`run/${id}`))
})

describe('The graphs', () => {
  const second: ArticleGraph = { ...courierArticle, article: { ...courierArticle.article, id: 'feedbeef' } }
  const parts = [...graphQuads([courierArticle, second], { base, version: '1.2.3' })]
  const graphsOf = (part: readonly Quad[]) => new Set(part.map(({ graph }) => graph.value))

  it('are one for each article, one for what things are called and are, and one for what the whole is', () => {
    expect(parts.map((part) => [...graphsOf(part)])).toEqual([
      [node(`graph/${id}`), node('graph/entities')], [node('graph/feedbeef')], [node('graph/dataset')],
    ])
  })

  it('say once what a thing is called, and in each article where it stands', () => {
    expect(values('person/viktor-dahl', rdfs.label, parts.flat())).toHaveLength(1)
    expect(values('person/viktor-dahl', ng.evidence, parts[1] as Quad[])).not.toEqual([])
  })

  it('count what they hold, what two articles say alike once', () => {
    const triples = new Set(parts.slice(0, 2).flat().map(({ subject, predicate, object }) => JSON.stringify([subject.value, predicate.value, object.value])))
    const counted = parts[2]!.find(({ predicate }) => predicate.value.endsWith('void#triples'))?.object.value
    expect(Number(counted)).toBe(triples.size)
  })

  it('tell of the words as much as is asked for', () => {
    const at = (evidence: 'full' | 'span' | 'none') => quadsOf(courierArticle, { base, evidence, version: '1.2.3' })
    expect(at('none').filter(({ object }) => object.value.includes('/evidence/'))).toEqual([])
    const lean = at('span').find(({ predicate }) => predicate.equals(oa.exact))!
    expect(lean.subject.value).toContain('/evidence/')
    expect(at('span').length).toBeLessThan(at('full').length * 0.82)
  })
})
