/**
 * THE main path; only this file knows the order of the stages.
 *
 * In: news as it was found. Out: one graph. "“We always say what we think,” Lavrov said" is read, its words are analysed,
 * "Lavrov" is resolved to an entity, the statement is extracted with its speaker, he is tied to Wikidata, and articles are merged.
 */
import { onlyCertain } from './extract/certain.js'
import { extract } from './extract/extract.js'
import { inUsualCase } from './in-usual-case.js'
import { keep, startMerge } from './merge/merge.js'
import type { Analysed, Analyser, ArticleGraph, Extracted, Linked, Linker, Reading, Resolved } from './model.js'
import type { Stage } from './options.js'
import { resolve } from './resolve/resolve.js'
import type { Shelf } from './store/shelf.js'

/** What each stage makes of an article, every stage building on the one before. */
export const stages = {
  read: async (reading: Reading): Promise<Reading> => reading,
  analyse: async (reading: Reading, analyse: Analyser): Promise<Analysed> => ({ ...reading, ...(await analyse(reading)) }),
  resolve: async (reading: Reading, analyse: Analyser): Promise<Resolved> => inUsualCase(resolve, await stages.analyse(reading, analyse)),
  extract: async (reading: Reading, analyse: Analyser): Promise<Extracted> => inUsualCase(extract, await stages.resolve(reading, analyse)),
  link: async (reading: Reading, analyse: Analyser, link: Linker): Promise<Linked> => link(await stages.extract(reading, analyse)),
} satisfies Record<Stage, unknown>

/** What goes on from an article to the merge. */
export function kept(article: Extracted, minConfidence: number): ArticleGraph {
  return keep(onlyCertain(article, minConfidence))
}

/** Merges articles into one graph, which comes back article by article, in an order that does not depend on theirs. */
export async function build(articles: AsyncIterable<Extracted> | Iterable<Extracted>, minConfidence: number, shelf: Shelf): Promise<Iterable<ArticleGraph>> {
  const merge = startMerge()
  for await (const article of articles) {
    const graph = kept(article, minConfidence)
    merge.add(graph)
    shelf.put(graph)
  }
  return { *[Symbol.iterator]() { for (const number of merge.order()) yield merge.apply(shelf.get(number)) } }
}
