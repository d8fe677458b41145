/**
 * What settling says of each article, apart from the article: so that a graph can be rewritten where it lies.
 * In: the digests of all articles. Out: a placement each, in the same order, as plain JSON: "Lavrov" of article 76f4…, the 18th of the
 * whole, is `person/sergey-lavrov`.
 */
import type { ArticleGraph } from '../model.js'
import type { Digest } from './digests.js'
import { applyRegistry, settleAll } from './merge.js'
import type { Merged } from './rewrite.js'

export interface Placement {
  /** Its place in the whole, from 0; null for the copy of an article that is there already, which is left out. */
  readonly order: number | null
  /** Its named things, by their id within the article. */
  readonly things: Readonly<Record<string, Merged>>
}

/** Takes every digest before it gives the first placement. */
export function* placements(digests: readonly Digest[]): Generator<Placement> {
  const { order, registry } = settleAll(digests)
  const orderOf = new Map(order.map((number, at) => [number, at]))
  for (const [number, { articleId, occurrences }] of digests.entries()) {
    const at = orderOf.get(number)
    yield at === undefined ? LEFT_OUT : {
      order: at,
      things: Object.fromEntries(occurrences.flatMap(({ local }) => {
        const thing = registry.thingOf(articleId, local)
        return thing ? [[local, thing]] : []
      })),
    }
  }
}

export const LEFT_OUT: Placement = { order: null, things: {} }

/** The article's graph with the ids, labels and types of the whole. */
export function place(graph: ArticleGraph, { things }: Placement): ArticleGraph {
  return applyRegistry(graph, { thingOf: (_, local) => things[local] })
}
