/**
 * Several articles become one graph: the same person, organisation, place, outlet or work is one node, namesakes are not.
 * In: ArticleGraphs in any order. Out: the same graphs with the ids, labels and types of the whole, in one order (date, id).
 * "Sergey Lavrov" in two papers → `person/sergey-lavrov` in both; "a police spokesman" stays with his article.
 *
 * Two passes keep memory flat: `add` sees every graph once and keeps a digest of a few kilobytes (names, roles, company), so
 * that the caller can put the graph aside on disk; when all were seen, `apply` rewrites one graph after the other in `order`.
 */
import type { ArticleGraph, NewsGraph } from '../model.js'
import { digest, type Digest } from './digests.js'
import { compare } from './grouping.js'
import { ownIdsOf } from './keys.js'
import { startRegistry, type Registry } from './registry.js'
import { rewrite } from './rewrite.js'
import { shared, sharing, type Share } from './sharing.js'

export { keep } from './articles.js'

export interface Merge {
  /** First pass: notes what the article's entities are called and known by. Not after `order` or `apply`. */
  readonly add: (graph: ArticleGraph) => void
  /** Numbers of the `add` calls, from 0, in the order in which to write; of articles with the same text one is left. */
  readonly order: () => readonly number[]
  /** Second pass: the graph with the entities of the whole. */
  readonly apply: (graph: ArticleGraph) => ArticleGraph
}

/** All at once, in memory: for a few articles, tests and the browser. */
export function merge(graphs: Iterable<ArticleGraph>): NewsGraph {
  const all = [...graphs]
  const merging = startMerge()
  for (const graph of all) merging.add(graph)
  return { articles: merging.order().flatMap((number) => all[number] ?? []).map(merging.apply) }
}

export function startMerge(): Merge {
  const digests: Digest[] = []
  const share = sharing()
  let settled: { readonly order: readonly number[]; readonly registry: Registry } | undefined
  const settle = () => (settled ??= settleAll(digests.splice(0), share))
  return {
    add: (graph) => void digests.push(shared(digest(graph), share)),
    order: () => settle().order,
    apply: (graph) => applyRegistry(graph, settle().registry),
  }
}

/** An article's graph with the ids, labels and types of the whole. */
export function applyRegistry(graph: ArticleGraph, registry: Pick<Registry, 'thingOf'>): ArticleGraph {
  const own = ownIdsOf(graph)
  return rewrite(graph, (entity, at) => registry.thingOf(graph.article.id, entity.id) ?? { ...entity, id: own[at] ?? entity.id })
}

/** By date, then by id; of one article read twice, the copy with the first source, of two texts under one address the one with the first hash. */
export function settleAll(digests: readonly Digest[], share?: Share): { order: readonly number[]; registry: Registry } {
  const numbered = digests.map((one, number) => ({ one, number }))
  const sorted = numbered.toSorted((a, b) => compare(a.one.date ?? '9999', b.one.date ?? '9999') || compare(a.one.articleId, b.one.articleId) || compare(a.one.source, b.one.source))
  const seen = new Set<string>()
  const kept = sorted.filter(({ one: { articleId } }) => !seen.has(articleId) && seen.add(articleId))
  const registry = startRegistry(share, false)
  for (const { one } of kept) registry.add(one)
  return { order: kept.map(({ number }) => number), registry }
}
