import { Parser, type Quad } from 'n3'
import { globSync } from 'tinyglobby'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { harbourQuads } from '../fixtures/harbour-graph.js'
import { clashesIn, kinds, ontology, readTurtle, typesOf } from './vocabularies.js'

const contract = readTurtle('contract.ttl')
const supplied = globSync('output/*.ttl').sort().map((path): [string, Quad[]] => [path, new Parser().parse(readFileSync(path, 'utf8'))])
const graphs: [string, Quad[]][] = [['the contract', contract], ['two invented articles', harbourQuads()], ...supplied]

const data = 'https://news.example/data/', ng = 'https://w3id.org/newsgraph/ontology#'
const graph = (turtle: string): Quad[] => new Parser().parse(`@prefix ng: <${ng}> . @prefix schema: <https://schema.org/> . @prefix org: <http://www.w3.org/ns/org#> .
  @prefix prov: <http://www.w3.org/ns/prov#> . @prefix : <${data}> . ${turtle} .`)

describe('What follows from a graph with schema.org, ORG, PROV-O, OA, SEM, FOAF and SKOS', () => {
  it.each(graphs)('makes nothing two things that exclude each other: %s', (_, quads) => {
    expect(quads.length).toBeGreaterThan(50)
    expect(clashesIn(quads)).toEqual([])
  })

  it.each(graphs)('makes no entity one of another kind: %s', (_, quads) => {
    const inferred = typesOf(quads)
    const said = new Map<string, Set<string>>()
    for (const { subject, predicate, object } of quads) if (predicate.value.endsWith('#type')) said.set(subject.value, (said.get(subject.value) ?? new Set()).add(object.value))
    for (const kind of kinds.slice(0, 4)) {
      for (const [node, types] of inferred) if (kind.some((one) => types.has(one))) expect([node, kind.some((one) => said.get(node)?.has(one))]).toEqual([node, true])
    }
  })

  it('is consistent for the ontology with its schemes too', () => {
    expect(clashesIn(ontology)).toEqual([])
  })

  it.each([
    ['a role held in a country as if it were an organisation', ':france a schema:Place . :h org:organization :france', 'france'],
    ['a membership of a person', ':anna a schema:Person . :h org:organization :anna', 'anna'],
    ['a group with a brother', ':g a ng:Group . :g ng:siblingOf :erik', 'g'],
    ['a birthplace that is an organisation', ':o a schema:Organization . :p schema:birthPlace :o . :p ng:bornIn :o', 'o'],
    ['a link that was derived from an article', ':l a ng:Link ; prov:used :kb ; prov:wasDerivedFrom :article', 'l'],
    ['an event that is a statement', ':e a ng:Event, ng:DirectStatement', 'e'],
  ])('would show %s', (_, turtle, node) => {
    expect(clashesIn(graph(turtle)).filter((clash) => clash.startsWith(`${data}${node}:`))).not.toEqual([])
  })

  it('knows the other way round', () => {
    expect(typesOf(graph(':sund ng:birthplaceOf :anna')).get(`${data}anna`)).toContain('https://schema.org/Person')
    expect(typesOf(graph(':anna schema:spouse :erik')).get(`${data}erik`)).toContain('https://schema.org/Person')
  })
})
