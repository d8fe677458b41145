/**
 * Graphs from one form of RDF into another, article by article.
 * In: files. Out: text in pieces. `graph.ttl` → N-Quads in which each article's statements are in the article's graph again.
 */
import { DEFAULT_BASE } from '../map/iri.js'
import { baseIn, withGraphNames } from './graph-names.js'
import type { GraphFile } from './load.js'
import { partsOf, roughParts, type ArticlePart } from './parts.js'
import { serialiseStream, withGraphs, type Format } from './write.js'

export async function* convertRdf(files: readonly GraphFile[], format: Format): AsyncGenerator<string> {
  const needsNames = withGraphs.has(format) && files.some((file) => !withGraphs.has(file.format))
  const parts = (needsNames ? partsOf(files) : roughParts(files))[Symbol.asyncIterator]()
  const first = await parts.next()
  const base = (first.done ? undefined : baseIn(first.value)) ?? DEFAULT_BASE
  yield* serialiseStream(named(), { format, base })

  async function* named(): AsyncGenerator<ArticlePart> {
    for (let next = first; !next.done; next = await parts.next()) yield needsNames ? withGraphNames(next.value, base) : next.value
  }
}
