/**
 * The characters that claims rest on, as Web Annotation selectors.
 * In: spans in UTF-16 units. Out: `ng:Evidence` nodes with positions in code points and quotes with some text around them.
 * "Lavrov said" at [6,17) → `evidence:76f4…-6-17`, start 6, end 17, exact "Lavrov said". Each span is written once.
 */
import type { NamedNode } from 'n3'
import type { Span } from '../model.js'
import type { Mapping, Quads } from './mapping.js'
import { integer, text } from './literals.js'
import { ng, oa, rdf } from './vocab.js'

/** Characters of context on either side of a quote. */
const CONTEXT = 32

/** The spans of one article that claims asked for, by their place in code points. */
export interface Collected { readonly place: string; readonly start: number; readonly end: number; readonly span: Span }

/** Turns UTF-16 indices into code-point indices; asks for a text once, as most texts need no table. */
export function codePointsOf(articleText: string): (index: number) => number {
  const pairs = Array.from(articleText.matchAll(/[\u{10000}-\u{10ffff}]/gu), (match) => match.index)
  return (index) => index - countBelow(pairs, index)
}

/** Collects spans; `node` names the evidence of one. */
export function collectEvidence(articleText: string, node: (place: string) => NamedNode) {
  const pointOf = codePointsOf(articleText)
  const collected = new Map<string, Collected>()
  return {
    collected,
    of(span: Span): NamedNode {
      const start = pointOf(span.start), end = pointOf(span.end)
      const place = `${start}-${end}`
      if (!collected.has(place)) collected.set(place, { place, start, end, span })
      return node(place)
    },
  }
}

/** The collected evidence in order of text. */
export function* evidenceQuads(mapping: Mapping, collected: Iterable<Collected>): Quads {
  const inOrder = [...collected].sort((a, b) => a.start - b.start || a.end - b.end)
  for (const one of inOrder) yield* oneEvidence(mapping, one)
}

function* oneEvidence(mapping: Mapping, { place, start, end, span }: Collected): Quads {
  const { local, triple } = mapping
  const node = local('evidence', place)
  yield triple(node, rdf.type, ng.Evidence)
  if (mapping.options.evidence === 'full') yield triple(node, rdf.type, oa.SpecificResource)
  yield triple(node, oa.hasSource, mapping.article)
  if (mapping.options.evidence === 'span') {
    yield triple(node, ng.start, integer(start))
    yield triple(node, ng.end, integer(end))
    yield triple(node, oa.exact, text(mapping.graph.article.text.slice(span.start, span.end)))
  } else {
    yield triple(node, oa.hasSelector, local('selector', place))
    yield* selectorQuads(mapping, { place, start, end, span })
  }
}

/** Place and quote are two ways to find the same words: one node is both selectors. */
function* selectorQuads({ local, triple, graph }: Mapping, { place, start, end, span }: Collected): Quads {
  const selector = local('selector', place)
  const { exact, prefix, suffix } = quoteAt(graph.article.text, span)
  yield triple(selector, rdf.type, oa.TextPositionSelector)
  yield triple(selector, rdf.type, oa.TextQuoteSelector)
  yield triple(selector, oa.start, integer(start))
  yield triple(selector, oa.end, integer(end))
  yield triple(selector, oa.exact, text(exact))
  yield triple(selector, oa.prefix, text(prefix))
  yield triple(selector, oa.suffix, text(suffix))
}

/** A span's words and some text on either side; the cuts never fall inside a surrogate pair. */
export function quoteAt(articleText: string, { start, end }: Span): { exact: string; prefix: string; suffix: string } {
  const from = Math.max(0, start - CONTEXT), to = Math.min(articleText.length, end + CONTEXT)
  return {
    exact: articleText.slice(start, end),
    prefix: articleText.slice(isInsidePair(articleText, from) ? from + 1 : from, start),
    suffix: articleText.slice(end, isInsidePair(articleText, to) ? to - 1 : to),
  }
}

function isInsidePair(articleText: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(articleText.slice(index - 1, index + 1))
}

/** How many numbers of a sorted list are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0, high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}
