/**
 * Cues and the attribution table in, attributions out: "[Lavrov](source) [said](cue) [it was over](content)". Every cue
 * has its own row of the table, in which the words of its source and content are labelled; a word may belong to several
 * attributions, as nested speech needs.
 */
import type { Attribution, Token, TokenSpan } from '../model.js'
import { bestSpans, type Rows, type TypedSpan } from './decode-tags.js'
import { type Scores, widthOf } from './engine.js'
import type { Quotation } from './quotes.js'

/** How sure the model must be; see model.json for the temperatures. */
export interface AttributionHeads {
  readonly labels: readonly string[]
  readonly temperature: number
}

/** Attributions of one window; places are rows of the window. */
export function attributionsOf(table: Scores, cues: readonly TypedSpan[], heads: AttributionHeads): Attribution[] {
  const words = table.dims[1] ?? 0
  const width = widthOf(table)
  const found: Attribution[] = []
  for (const cue of cues) {
    const rows = withoutCue(table.data, cue, { words, width })
    const spans = bestSpans(rows, heads.labels, { start: 0, end: words, temperature: heads.temperature })
    const of = (type: string): TypedSpan[] => spans.filter((span) => span.type === type)
    const content = of('content')
    if (content.length === 0) continue
    found.push({
      cue: place(cue), source: of('source').map(place), content: content.map(place),
      confidence: cue.confidence * mean(spans.map((span) => span.confidence)),
    })
  }
  return found
}

/** The cue's row of the table; its own words can be neither source nor content. */
function withoutCue(data: Float32Array, cue: TypedSpan, size: { words: number; width: number }): Rows {
  const from = cue.start * size.words * size.width
  const row = data.slice(from, from + size.words * size.width)
  for (let word = cue.start; word < cue.end; word++) {
    row.fill(-1e4, word * size.width + 1, (word + 1) * size.width)
  }
  return { data: row, width: size.width, offset: 0 }
}

/**
 * Contents widened to the quotations they lie in: a content that begins at an opening mark goes on to its closing one,
 * over sentences and windows, unless the cue stands between.
 */
export function withWholeQuotations(attributions: readonly Attribution[], quotations: readonly Quotation[]): Attribution[] {
  const quotationAt = new Map(quotations.map((quotation) => [quotation.start, quotation]))
  return attributions.map((attribution) => ({
    ...attribution, content: joined(attribution.content.map((part) => widen(part, attribution, quotationAt))),
  }))
}

function widen(part: TokenSpan, attribution: Attribution, quotationAt: ReadonlyMap<number, Quotation>): TokenSpan {
  // The mark itself may have been left out of the span.
  const start = quotationAt.has(part.start) ? part.start : quotationAt.has(part.start - 1) ? part.start - 1 : -1
  const quotation = quotationAt.get(start)
  if (!quotation) return part
  const isBroken = [attribution.cue, ...attribution.source].some((other) => other.start >= part.start && other.start < quotation.end)
  const end = isBroken ? part.end : Math.max(part.end, quotation.isClosed ? quotation.end : part.end)
  return { start, end }
}

/** Parts that now touch or overlap become one. */
function joined(parts: readonly TokenSpan[]): TokenSpan[] {
  const result: TokenSpan[] = []
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && part.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, part.end) }
    else result.push(part)
  }
  return result
}

/** Attributions moved from the rows of a window to the words of the article. */
export function moved(attributions: readonly Attribution[], by: number): Attribution[] {
  const move = (span: TokenSpan): TokenSpan => ({ start: span.start + by, end: span.end + by })
  return attributions.map((a) => ({ ...a, cue: move(a.cue), source: a.source.map(move), content: a.content.map(move) }))
}

/** A cue of several words is reported without punctuation at its ends. */
export function trimmed(span: TokenSpan, tokens: readonly Token[]): TokenSpan {
  let { start, end } = span
  while (end > start + 1 && tokens[end - 1]?.upos === 'PUNCT') end--
  while (start < end - 1 && tokens[start]?.upos === 'PUNCT') start++
  return { start, end }
}

function place(span: TokenSpan): TokenSpan {
  return { start: span.start, end: span.end }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
