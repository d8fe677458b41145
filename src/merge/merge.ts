/**
 * Several articles become one graph: the same person, organisation, place, outlet or work is one node, namesakes are not.
 * In: ArticleGraphs in any order. Out: the same graphs with the ids, labels and types of the whole, in one order (date, id).
 * "Sergey Lavrov" in two papers → `person/sergey-lavrov` in both; "a police spokesman" stays with his article.
 *
 * Two passes keep memory flat: `add` sees every graph once and keeps a digest of a few kilobytes (names, roles, company), so
 * that the caller can put the graph aside on disk; when all were seen, `apply` rewrites one graph after the other in `order`.
 */
import type { ArticleGraph, NewsGraph } from '../model.js'
import { digest, internStrings, type Digest } from './digests.js'
import { place } from './placements.js'
import { settleAll, type Settled } from './settle.js'

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
  const intern = internStrings()
  let settled: Settled | undefined
  const settle = () => (settled ??= settleAll(digests.splice(0)))
  return {
    add: (graph) => void digests.push(digest(graph, intern)),
    order: () => settle().order,
    apply: (graph) => place(graph, (key) => settle().mergedOf(key, graph.article.id)),
  }
}
