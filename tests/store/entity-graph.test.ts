import { MultiDirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { describe, expect, it } from 'vitest'
import { entityGraph } from '../../src/store/entity-graph.js'
import { writeGexf } from '../../src/store/gexf.js'
import { writeGraphml } from '../../src/store/graphml.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'
import { harbourQuads } from '../fixtures/harbour-graph.js'

const graph = entityGraph(harbourQuads())
const data = 'https://w3id.org/newsgraph/data/'

describe('The graph of entities', () => {
  it('has the entities as nodes and what ties them as edges', () => {
    expect(graph.getNodeAttributes(`${data}person/viktor-dahl`)).toEqual({ label: 'Viktor Dahl', kind: 'person', names: 'Dahl | Viktor Dahl', mentions: 3 })
    const edges = graph.mapEdges(`${data}person/viktor-dahl`, (_, { kind, label, factuality }, source, target) => [source.slice(data.length), kind, label, factuality, target.slice(data.length)])
    expect(edges).toContainEqual(['person/viktor-dahl', 'role', 'President', 'asserted', 'place/ostania'])
    expect(edges).toContainEqual(['person/mara-lindqvist', 'event', 'meeting in Halden', 'asserted', 'person/viktor-dahl'])
    expect(edges).toContainEqual(['person/tomas-reyk', 'statement', 'deny', 'asserted', 'person/viktor-dahl'])
  })

  it('comes back whole from GEXF', () => {
    const read = parseGexf(MultiDirectedGraph, writeGexf(graph))
    expect([read.order, read.size]).toEqual([graph.order, graph.size])
    expect(read.getNodeAttributes(`${data}place/halden`)).toMatchObject({ label: 'Halden', kind: 'place', mentions: 3 })
  })

  it('is well-formed GraphML, whatever its labels', () => {
    const odd = harbourQuads([{ ...courierArticle, entities: courierArticle.entities.map((entity) => ({ ...entity, name: '<b>"Dahl" & \u0007' })) }])
    const xml = writeGraphml(entityGraph(odd))
    expect(xml).toContain('<data key="n_label">&lt;b&gt;&quot;Dahl&quot; &amp;  </data>')
    expect(xml.match(/<node /gu)?.length).toBe(entityGraph(odd).order)
    expect(xml).not.toMatch(/[\u0000-\u0008]/u)
  })

  it('is the same to the byte whatever the order of the articles', () => {
    expect(writeGraphml(entityGraph(harbourQuads([radioArticle, courierArticle])))).toBe(writeGraphml(graph))
    expect(writeGexf(entityGraph(harbourQuads([radioArticle, courierArticle])))).toBe(writeGexf(graph))
  })
})
