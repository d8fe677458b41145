import { expect, it } from 'vitest'
import { merge } from '../../src/merge/merge.js'
import type { ArticleGraph, Link } from '../../src/model.js'
import { article, body, ordersOf } from './articles.js'

const wikidata = (id: string) => `http://www.wikidata.org/entity/${id}`

/** The first thing of the article is tied to something. */
function tied(graph: ArticleGraph, target: string, predicate: Link['predicate'] = 'sameAs'): ArticleGraph {
  const [first] = graph.entities
  const link: Link = { predicate, target, confidence: 0.98, rule: 'link-person', facts: [], namesakes: 0, knowledgeBase: 'small 1', evidence: [{ start: 0, end: 1 }] }
  return { ...graph, links: { [first?.id ?? '']: [link] } }
}
const idsOf = (graphs: readonly ArticleGraph[]) => merge(graphs).articles.map(({ entities }) => entities[0]?.id)

it('joins what is the same elsewhere, under whatever names', () => {
  const graphs = [tied(article('a', body('Bayern Munich')), wikidata('Q1')), tied(article('b', body('FC Bayern')), wikidata('Q1'))]
  for (const order of ordersOf(graphs)) expect(new Set(idsOf(order)).size).toBe(1)
})

it('keeps namesakes apart who are others elsewhere', () => {
  const graphs = [tied(article('a', 'Paul Young'), wikidata('Q1')), tied(article('b', 'Paul Young'), wikidata('Q2'))]
  for (const order of ordersOf(graphs)) expect(new Set(idsOf(order)).size).toBe(2)
})

it('does not part by titles of Wikipedia, of which one may lead to the other', () => {
  const graphs = [tied(article('a', 'Paul Young'), 'http://dbpedia.org/resource/Paul_Young'), tied(article('b', 'Paul Young'), 'http://dbpedia.org/resource/Paul_A._Young'), tied(article('c', 'Paul Young'), wikidata('Q1'))]
  for (const order of ordersOf(graphs)) expect(new Set(idsOf(order)).size).toBe(1)
})

it('lets what is only perhaps the same join and part nobody', () => {
  const graphs = [tied(article('a', 'Paul Young'), wikidata('Q1'), 'closeMatch'), tied(article('b', 'Paul Young'), wikidata('Q2'), 'closeMatch')]
  expect(new Set(idsOf(graphs)).size).toBe(1)
})

it('ties a thing to what most articles say, and leaves the links of the others out', () => {
  const graphs = [tied(article('a', 'Paul Young'), wikidata('Q1')), article('b', 'Paul Young'), tied(article('c', 'Paul Young'), wikidata('Q2'), 'closeMatch')]
  for (const order of ordersOf(graphs)) {
    const { articles } = merge(order)
    expect(articles.map(({ entities }) => entities[0]?.tie)).toEqual(Array.from({ length: 3 }, () => ({ predicate: 'sameAs', targets: [wikidata('Q1')] })))
    expect(articles.flatMap(({ links = {} }) => Object.values(links).flat().map(({ target }) => target))).toEqual([wikidata('Q1')])
  }
})
