import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { datasetQuads } from '../../src/map/dataset.js'
import { graphQuads, quadsOf } from '../../src/map/quads.js'
import { isNewIn, shareOf } from '../../src/map/shares.js'
import { merge } from '../../src/merge/merge.js'
import type { ArticleGraph } from '../../src/model.js'
import { serialise } from '../../src/store/write.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'

const options = { version: '1.2.3' }

function text(parts: Iterable<Iterable<Quad>>): string {
  return [...serialise(parts, { format: 'n-quads' })].join('')
}

/** A later article with the authors and the outlet that others mention, or mention only later. */
function signed(graph: ArticleGraph, id: string, authors: readonly string[], publisher: string): ArticleGraph {
  return { ...graph, article: { ...graph.article, id, textSha256: id.repeat(4), authors: authors.map((name) => ({ name })), publisher: { name: publisher } } }
}

describe('Articles that are mapped apart from each other', () => {
  const articles = merge([
    signed(courierArticle, '00000000000000a1', ['Mara Lindqvist', 'Ines Holm'], 'Radio Sund'), courierArticle, radioArticle,
    signed(radioArticle, '00000000000000b2', ['Ines Holm', 'Tomas Reyk'], 'The Evening Post'),
  ]).articles

  it('give the same lines and the same counts as together, once each is told what it is the first to describe', () => {
    const known = new Set<string>(), plain = new Set<string>()
    let entities = 0, triples = 0
    const parts = articles.map((article): Iterable<Quad> => {
      const share = shareOf(article, options)
      const first = share.nodes.filter(([iri]) => !known.has(iri) && known.add(iri))
      entities += share.entities + first.length
      triples += first.reduce((sum, [, size]) => sum + size, share.triples)
      for (const hash of share.plain) plain.add(hash)
      return quadsOf(article, options, isNewIn(article, first.map(([iri]) => iri)))
    })
    const counts = { articles: articles.length, entities, triples: triples + plain.size, models: [articles[0]?.model ?? ''] }
    expect(text([...parts, datasetQuads(counts, options)])).toBe(text(graphQuads(articles, options)))
  })
})
