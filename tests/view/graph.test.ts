import { describe, expect, it } from 'vitest'
import { toViewGraph } from '../../src/view/graph.js'
import { labelLines } from '../../src/view/label.js'
import { storiesOf } from '../../src/view/stories.js'
import { harbour } from './harbour.js'
import { quadsOf, turtleOf } from './turtle.js'

const turtle = turtleOf(harbour)
const graph = toViewGraph(quadsOf(turtle))
const iri = (name: string): string => `https://example.org/${name}`
const edge = (source: string, target: string, kind: string) =>
  graph.edges.find(each => each.source === iri(source) && each.target === iri(target) && each.kind === kind)

describe('a graph to look at', () => {
  it('has a node for every entity, event and article, of the right kind', () => {
    const kinds = Object.fromEntries(graph.nodes.map(node => [node.id.replace(iri(''), ''), node.kind]))
    expect(kinds).toMatchObject({
      brandt: 'person',
      adviser: 'person',
      union: 'organization',
      police: 'group',
      nordpress: 'outlet',
      sandvik: 'place',
      ports: 'work',
      e1: 'event',
      harbour: 'article',
    })
    expect(graph.nodes).toHaveLength(21)
  })

  it('says what a node is more finely where that is known', () => {
    const details = Object.fromEntries(graph.nodes.map(node => [node.label, node.detail]))
    expect(details).toMatchObject({
      Nordpress: 'news agency',
      Sandvik: 'city',
      'an adviser to the prime minister': 'unnamed person',
      'Helena Brandt': '',
      strike: 'strike',
    })
  })

  it('leads from a speaker to those spoken about, to, and through', () => {
    expect(edge('lindmark', 'brandt', 'statement')).toMatchObject({ label: 'accused', claims: [iri('s2')] })
    expect(edge('lindmark', 'vestkyst', 'statement')).toMatchObject({ label: 'told', claims: [iri('s1')] })
    expect(edge('elvegaard', 'flokk', 'statement')).toMatchObject({ label: 'through', claims: [iri('s5')] })
    expect(edge('elvegaard', 'sandvik', 'statement')?.label).toBe('about')
  })

  it('leads from a speaker to the one that is quoted, and to the event that is only said', () => {
    expect(edge('tidende', 'adviser', 'statement')).toMatchObject({ label: 'quoted', claims: [iri('s7')] })
    expect(edge('adviser', 'e2', 'statement')?.claims).toEqual([iri('s7')])
  })

  it('shows roles, relations, part in events and publications as lines of their own', () => {
    expect(edge('lindmark', 'union', 'role')?.label).toBe('leader')
    expect(edge('authority', 'haldvik', 'relation')).toMatchObject({ label: 'based in', claims: [iri('l1')] })
    expect(edge('brandt', 'e1', 'participation')?.label).toBe('agent')
    expect(edge('authority', 'ports', 'publication')).toBeDefined()
    expect(edge('nordpress', 'harbour', 'publication')).toBeDefined()
  })

  it('tells what the article asserts from what somebody says', () => {
    const asserted = Object.fromEntries(graph.nodes.filter(node => node.kind === 'event').map(node => [node.label, node.standing]))
    expect(asserted).toEqual({
      'talks over the terminal': 'asserted',
      'dismissal of Brandt': 'said',
      strike: 'said',
      'storming of the terminal': 'said',
    })
    expect(edge('brandt', 'e2', 'participation')?.isAsserted).toBe(false)
  })

  it('finds the words of evidence behind emoji', () => {
    const { text } = graph.articles[0]!
    for (const record of [...graph.nodes, ...graph.claims]) {
      for (const { span, exact } of record.evidence) expect(text!.slice(...span!)).toBe(exact)
    }
    expect(graph.claims.find(claim => claim.id === iri('s9'))?.evidence[0]?.exact).toBe('1,200 jobs are at risk 📉')
  })

  it('keeps the quotation but no span where the text says something else', () => {
    const altered = toViewGraph(quadsOf(turtle.replaceAll('Talks over the closure of', 'Talks on the closure of')))
    const moved = altered.claims.find(claim => claim.id === iri('s9'))?.evidence[0]
    expect(moved).toMatchObject({ exact: '1,200 jobs are at risk 📉', prefix: expect.stringContaining('estimate that') as string })
    expect(moved).not.toHaveProperty('span')
    expect(moved?.isMismatch).toBe(true)
  })

  it('is the same, stories included, whatever the order of the quads', () => {
    const backwards = toViewGraph(quadsOf(turtle).reverse())
    expect(JSON.stringify(backwards)).toBe(JSON.stringify(graph))
    expect(JSON.stringify(toViewGraph([...quadsOf(turtle), ...quadsOf(turtle)]))).toBe(JSON.stringify(graph))
  })

  it('says of a line that no claim stands for where it comes from', () => {
    expect(edge('nordpress', 'harbour', 'publication')?.basis).toBe('metadata')
    expect(edge('authority', 'ports', 'publication')?.basis).toBe('mention')
    expect(edge('harbour', 'brandt', 'mention')?.basis).toBe('mention')
    const { edges } = toViewGraph(quadsOf(`${turtle}\n:haldvik ng:standsFor :vestkyst .`))
    expect(edges.find(({ source }) => source === iri('haldvik'))).toMatchObject({ kind: 'relation', basis: 'list', claims: [] })
    expect(graph.edges.filter(({ claims, basis }) => (claims.length === 0) === (basis === undefined))).toEqual([])
  })

  it('tells why a node is taken to be something of a knowledge base', () => {
    const link =
      ':k a ng:Link, rdf:Statement ; rdf:subject :sandvik ; rdf:predicate owl:sameAs ; rdf:object <http://www.wikidata.org/entity/Q999999999> ; ng:confidence 0.97 ; ng:rule "link-place" ; ng:matchedFact "region: Vest" ; ng:namesakes 2 .'
    const { nodes } = toViewGraph(quadsOf(`${turtle}\n${link}`))
    expect(nodes.find(({ id }) => id === iri('sandvik'))?.links).toEqual([
      {
        href: 'http://www.wikidata.org/entity/Q999999999',
        isSame: true,
        confidence: 0.97,
        rule: 'link-place',
        matched: ['region: Vest'],
        namesakes: 2,
      },
    ])
  })

  it('tells stories of what claims tie together, each with its names and days', () => {
    const told = storiesOf(graph.nodes, graph.claims, graph.edges)
    const all = told.flatMap(({ nodes }) => nodes)
    expect(new Set(all).size).toBe(all.length)
    expect(all).not.toContain(iri('harbour'))
    expect(told.find(({ nodes }) => nodes.includes(iri('lindmark')))?.title).toContain('Oskar Lindmark')
    expect(told[0]!.span).toEqual([expect.stringMatching(/^2026-03/), expect.stringMatching(/^2026-03/)])
  })

  it('draws a relation that says what a role says only once', () => {
    const relation = `:l3 a ng:Relation, rdf:Statement ; rdfs:label "leads" ; rdf:subject :lindmark ; rdf:predicate ng:headOf ; rdf:object :union .`
    const { edges } = toViewGraph(quadsOf(`${turtle}\n${relation}`))
    const between = edges.filter(each => each.source === iri('lindmark') && each.target === iri('union'))
    expect(between).toMatchObject([{ kind: 'role', label: 'leader', claims: [iri('l3'), iri('r2')] }])
  })

  it('is empty for no quads', () => {
    expect(toViewGraph([])).toEqual({ articles: [], nodes: [], claims: [], edges: [], stories: [] })
  })
})

describe('a label', () => {
  it('takes one line, two, or ends in an ellipsis', () => {
    expect(labelLines('Flokk')).toEqual(['Flokk'])
    expect(labelLines('an adviser to the prime minister')).toEqual(['an adviser to the', 'prime minister'])
    expect(labelLines('Organisation for the Prohibition of Chemical Weapons').at(-1)).toMatch(/…$/)
    expect(labelLines('')).toEqual([''])
  })
})
