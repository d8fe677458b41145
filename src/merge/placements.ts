/**
 * Merging in two halves that need not run in one place: what the things of each article are in the whole, and the article so told.
 * In: the digests of all articles. Out: a placement each, in the same order: "Lavrov" of article 76f4… → `person/sergey-lavrov`,
 * which that article is the first to mention. It is plain JSON, so that a graph can be rewritten where it lies.
 */
import type { ArticleGraph } from '../model.js'
import type { Digest } from './digests.js'
import { keysOf } from './keys.js'
import { type Merged, rewrite } from './rewrite.js'
import { type Settled, settleAll } from './settle.js'

/** What the whole graph says of one article. */
export interface Placement {
  /** Its place in the whole, from 0; null for the copy of an article that is there already, which is left out. */
  readonly order: number | null
  /** Its shared things, by key. */
  readonly things: Readonly<Record<string, Merged>>
  /** Ids of the things that no article before it mentions. */
  readonly first: readonly string[]
}

/** Takes every digest before it gives the first placement. */
export function* placements(digests: readonly Digest[]): Generator<Placement> {
  const settled = settleAll(digests)
  const orderOf = new Map(settled.order.map((number, order) => [number, order]))
  const firstOrderOf = firstMentions(digests, settled)
  for (const [number, digest] of digests.entries()) {
    const order = orderOf.get(number)
    if (order === undefined) yield { order: null, things: {}, first: [] }
    else {
      const things = thingsOf(digest, settled)
      const ids = new Set(Object.values(things).map(({ id }) => id))
      yield { order, things, first: [...ids].filter((id) => firstOrderOf.get(id) === order) }
    }
  }
}

function thingsOf({ occurrences, articleId }: Digest, { mergedOf }: Settled): Record<string, Merged> {
  return Object.fromEntries(occurrences.flatMap(({ key }) => {
    const merged = mergedOf(key, articleId)
    return merged ? [[key, merged]] : []
  }))
}

/** The place of the article that is the first to mention a thing. */
function firstMentions(digests: readonly Digest[], settled: Settled): Map<string, number> {
  const first = new Map<string, number>()
  for (const [order, number] of settled.order.entries()) {
    const digest = digests[number]
    for (const { id } of digest ? Object.values(thingsOf(digest, settled)) : []) if (!first.has(id)) first.set(id, order)
  }
  return first
}

/** The article's graph with the ids, labels and types of the whole. */
export function place(graph: ArticleGraph, thingOf: (key: string) => Merged | undefined): ArticleGraph {
  const keys = keysOf(graph)
  return rewrite(graph, (entity, at) => {
    const { key = entity.id, isShared = false } = keys[at] ?? {}
    return (isShared ? thingOf(key) : undefined) ?? { id: key, name: entity.name, confidence: entity.confidence }
  })
}
