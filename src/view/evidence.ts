/**
 * Evidence in, passages out: `oa:start 120` of an article with three emoji before it becomes UTF-16 index 123, and is
 * kept only if the text there is what `oa:exact` says.
 */

import type { ViewEvidence } from './model.js'
import type { Description, Descriptions } from './descriptions.js'
import { valueOf, valuesOf } from './descriptions.js'

/** An article's text, and where each code point of it starts in UTF-16 units. */
export interface IndexedText { readonly text: string; readonly unitAt: (codePoint: number) => number }

/** Makes positions of a text convertible; a text without emoji and the like needs no table. */
export function indexText(text: string): IndexedText {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return { text, unitAt: codePoint => codePoint }
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    starts.push(at)
    at += character.length
  }
  return { text, unitAt: codePoint => starts[codePoint] ?? text.length }
}

/** The evidence of a claim or entity, in order of text. */
export function evidenceOf(description: Description, descriptions: Descriptions, texts: ReadonlyMap<string, IndexedText>): ViewEvidence[] {
  return valuesOf(description, 'ng:evidence')
    .map(iri => oneEvidence(descriptions.get(iri), descriptions, texts))
    .filter(evidence => evidence !== undefined)
    .sort((a, b) => compare(a.article, b.article) || (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0) || compare(a.exact, b.exact))
}

function oneEvidence(
  description: Description | undefined, descriptions: Descriptions, texts: ReadonlyMap<string, IndexedText>,
): ViewEvidence | undefined {
  const article = valueOf(description, 'oa:hasSource')
  if (article === undefined) return undefined
  // The selector's words, or where the graph has none, those of the evidence itself.
  const selectors = [...valuesOf(description, 'oa:hasSelector').map(iri => descriptions.get(iri)), description]
  const read = (...properties: string[]): string | undefined => properties.flatMap(property => selectors.map(each => valueOf(each, property))).find(value => value !== undefined)
  const exact = read('oa:exact') ?? ''
  const text = texts.get(article)
  const span = spanIn(text, Number(read('oa:start', 'ng:start')), Number(read('oa:end', 'ng:end')), exact)
  return {
    article, exact, prefix: read('oa:prefix') ?? '', suffix: read('oa:suffix') ?? '',
    ...(span !== undefined ? { span } : text !== undefined ? { isMismatch: true } : {}),
  }
}

/** Undefined where the text is not in the graph or says something else there. */
function spanIn(indexed: IndexedText | undefined, start: number, end: number, exact: string): [number, number] | undefined {
  if (indexed === undefined || !(start >= 0) || !(end > start)) return undefined
  const from = indexed.unitAt(start)
  const to = indexed.unitAt(end)
  return indexed.text.slice(from, to) === exact ? [from, to] : undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
