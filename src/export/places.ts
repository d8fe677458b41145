/**
 * The words that a node rests on.
 * In: a node of an article's part. Out: `evidence:bf16…-357-397` → { start: 357, end: 397, exact: "Estonia's Transport Minister Liis
 * Kaarep" }.
 * Reads evidence with selectors, and evidence that has its place and words on itself.
 */
import type { Term } from 'n3'
import { ng, oa } from '../map/vocab.js'
import type { GraphIndex } from '../store/graph-index.js'
import type { Place } from './model.js'

/** In order of the text; only those of the article. */
export function placesOf(index: GraphIndex, node: string, article: string): Place[] {
  const evidence = new Set(index.objects(node, ng.evidence).map(({ value }) => value))
  return [...evidence]
    .filter((one) => index.value(one, oa.hasSource) === article)
    .map((one) => placeOf(index, one))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function placeOf(index: GraphIndex, evidence: string): Place {
  const selectors = [...index.objects(evidence, oa.hasSelector).map(({ value }) => value), evidence]
  const read = (...terms: readonly Term[]): string =>
    terms.flatMap((term) => selectors.map((selector) => index.value(selector, term))).find((value) => value !== undefined) ?? ''
  return {
    start: Number(read(oa.start, ng.start)),
    end: Number(read(oa.end, ng.end)),
    prefix: read(oa.prefix),
    exact: read(oa.exact),
    suffix: read(oa.suffix),
  }
}
