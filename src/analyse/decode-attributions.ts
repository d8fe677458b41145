/**
 * Cues and the attribution table in, attributions out: "[Lavrov](source) [said](cue) [it was over](content)". Every cue
 * has its own row of the table, in which the words of its source and content are labelled; a word may belong to several
 * attributions, as nested speech needs.
 */
import type { Attribution, TokenSpan } from '../model.js'
import { bestSpans, type Rows, type TypedSpan } from './decode-tags.js'
import { type Scores, widthOf } from './engine.js'
import type { Quotation } from './quotes.js'

/** What is known beside the table. */
export interface AttributionHeads {
  readonly labels: readonly string[]
  readonly temperature: number
  /** What heads without a cue take for the beginning and inside of any source and any content. */
  readonly plain?: { readonly source: Rows; readonly content: Rows; readonly weight: number }
}

/** Attributions of one window; places are rows of the window. */
export function attributionsOf(table: Scores, cues: readonly TypedSpan[], heads: AttributionHeads): Attribution[] {
  const words = table.dims[1] ?? 0
  const width = widthOf(table)
  const found: Attribution[] = []
  for (const cue of cues) {
    const rows = rowOf(table.data, cue, { words, width, heads })
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

interface RowSize { readonly words: number; readonly width: number; readonly heads: AttributionHeads }

/** The cue's row of the table, with what the plain heads say added; the cue's own words can be neither source nor content. */
function rowOf(data: Float32Array, cue: TypedSpan, { words, width, heads: { labels, plain } }: RowSize): Rows {
  const from = cue.start * words * width
  const row = data.slice(from, from + words * width)
  if (plain) {
    for (const part of ['source', 'content'] as const) {
      const first = labels.indexOf(`B-${part}`)
      for (let word = 0; word < words; word++) addPlain(row, word * width + first, { rows: plain[part], word, weight: plain.weight })
    }
  }
  for (let word = cue.start; word < cue.end; word++) row.fill(-1e4, word * width + 1, (word + 1) * width)
  return { data: row, width, offset: 0 }
}

/** B and I of a plain head, over its O, to the B and I of one part. */
function addPlain(row: Float32Array, at: number, { rows, word, weight }: { rows: Rows; word: number; weight: number }): void {
  const from = rows.offset + word * rows.width
  const outside = rows.data[from] ?? 0
  for (const k of [0, 1]) {
    const gain = Math.max(-CAP, Math.min(CAP, (rows.data[from + 1 + k] ?? 0) - outside))
    row[at + k] = (row[at + k] ?? 0) + weight * gain
  }
}

/** However sure a plain head is, it does not know which cue a word belongs to. */
const CAP = 6

/**
 * Contents fitted to the quotations they touch: one that begins at an opening mark, or runs into one, goes on to the
 * closing mark, over sentences and windows, unless its own cue or source stands between. In PolNeAR's training part 1,285
 * of 1,294 contents that begin with a quotation hold all of it, and 798 of 800 that run into one.
 */
export function withWholeQuotations(attributions: readonly Attribution[], quotations: readonly Quotation[], isStop: (word: number) => boolean = () => false): Attribution[] {
  const closed = quotations.filter((quotation) => quotation.isClosed)
  return attributions.map((attribution) => ({
    ...attribution, content: joined(attribution.content.map((part) => withoutStop(fitted(part, attribution, closed), isStop))),
  }))
}

function fitted(part: TokenSpan, attribution: Attribution, quotations: readonly Quotation[]): TokenSpan {
  let { start, end } = part
  for (let i = firstReaching(quotations, start); i < quotations.length; i++) {
    const quotation = quotations[i]
    if (!quotation || quotation.start >= end) break
    // The opening mark itself may have been left out of the span.
    if (quotation.start === start - 1) start--
    if (quotation.start < start || quotation.end <= end) continue
    const isBroken = [attribution.cue, ...attribution.source].some((other) => other.start >= end && other.start < quotation.end)
    if (!isBroken) end = quotation.end
  }
  return { start, end }
}

/** The comma or full stop after the content is not said. @param isStop whether a word is one */
function withoutStop({ start, end }: TokenSpan, isStop: (word: number) => boolean): TokenSpan {
  return { start, end: end > start + 1 && isStop(end - 1) ? end - 1 : end }
}

/** Index of the first quotation that ends after a word; quotations are in order and apart. */
function firstReaching(quotations: readonly Quotation[], word: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.end ?? 0) > word) high = middle
    else low = middle + 1
  }
  return low
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

function place(span: TokenSpan): TokenSpan {
  return { start: span.start, end: span.end }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
