import { describe, expect, it } from 'vitest'
import { merge } from '../../src/merge/merge.js'
import { place, type Placement, placements, signedDigest } from '../../src/merge/placements.js'
import { graphQuads } from '../../src/map/quads.js'
import type { ArticleGraph } from '../../src/model.js'
import { serialise } from '../../src/store/write.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'

const later: ArticleGraph = { ...radioArticle, article: { ...radioArticle.article, id: '00000000000000f0', date: '2022-01-02', authors: [{ name: 'Reyk' }] } }
const graphs = [later, radioArticle, courierArticle, { ...courierArticle, article: { ...courierArticle.article, source: 'z-copy.txt' } }]

/** As they come back from where they were settled. */
function placed(all: readonly ArticleGraph[]): Placement[] {
  const digests = JSON.parse(JSON.stringify(all.map(signedDigest))) as ReturnType<typeof signedDigest>[]
  return JSON.parse(JSON.stringify([...placements(digests)])) as Placement[]
}

function textOf(articles: readonly ArticleGraph[]): string {
  return [...serialise(graphQuads(articles, { version: '1.2.3' }), { format: 'n-quads' })].join('')
}

describe('Articles that are settled apart from where they lie', () => {
  it('come to the graph that merging gives', () => {
    const told = placed(graphs)
    const inOrder = graphs.map((graph, at) => ({ graph, placement: told[at] as Placement })).filter(({ placement }) => placement.order !== null)
      .toSorted((a, b) => (a.placement.order ?? 0) - (b.placement.order ?? 0))
    expect(textOf(inOrder.map(({ graph, placement }) => place(graph, placement)))).toBe(textOf(merge(graphs).articles))
  })

  it('have their places in the whole, copies none', () => {
    expect(placed(graphs).map(({ order }) => order).toSorted()).toEqual([0, 1, 2, null])
  })

  it('are told all names of a thing where it is mentioned first only', () => {
    const told = placed(graphs).filter(({ order }) => order !== null).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    const withNames = told.map(({ things }) => Object.values(things).filter(({ id, names }) => id === 'place/halden' && names).length)
    expect(withNames.slice(0, 1)).toEqual([1])
    expect(withNames.slice(1)).toEqual(withNames.slice(1).map(() => 0))
  })
})
