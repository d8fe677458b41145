/**
 * Cues, the spans of the plain heads and the attribution table in, attributions out:
 * "[Lavrov](source) [said](cue) [it was over](content)". Where a source or content begins and ends is best known to the
 * heads that look at no cue; whose it is, to the table, in which every cue has a row that labels all words of the window.
 * A span may belong to several cues, as nested speech needs.
 */
import type { Attribution, TokenSpan } from '../model.js'
import { bestSpans, probability, type Rows, type TypedSpan } from './decode-tags.js'
import { type Scores, widthOf } from './engine.js'

export interface AttributionHeads {
  /** Labels of the table. */
  readonly labels: readonly string[]
  readonly temperature: number
  /** Spans of the window that are the source or content of some cue. */
  readonly source: readonly TypedSpan[]
  readonly content: readonly TypedSpan[]
}

const PARTS = ['source', 'content'] as const
type Part = (typeof PARTS)[number]

/** Mean probability in a cue's row from which a span is the cue's. */
const OWNED: Readonly<Record<Part, number>> = { source: 0.25, content: 0.35 }
/** A span that is nobody's goes to the likeliest cue, if it is as likely as this. */
const LEAST_OWNED = 0.05

/** Attributions of one window; places are rows of the window. */
export function attributionsOf(table: Scores, cues: readonly TypedSpan[], heads: AttributionHeads): Attribution[] {
  const rows = cues.map((cue) => rowOf(table, cue))
  const owned = { source: shareOut('source', rows, heads), content: shareOut('content', rows, heads) }
  return cues.flatMap((cue, i) => {
    const own = rows[i] ? ownSpans(rows[i], heads) : []
    const partOf = (part: Part): readonly TypedSpan[] => {
      const given = owned[part][i] ?? []
      return given.length > 0 ? given : own.filter((span) => span.type === part)
    }
    const [source, content] = [partOf('source'), partOf('content')]
    if (content.length === 0) return []
    const confidence = cue.confidence * mean([...source, ...content].map((span) => span.confidence))
    return [{ cue: place(cue), source: source.map(place), content: content.map(place), confidence }]
  })
}

/** The cue's row of the table; its own words can be neither source nor content. */
function rowOf(table: Scores, cue: TypedSpan): Rows {
  const [words, width] = [table.dims[1] ?? 0, widthOf(table)]
  const from = cue.start * words * width
  const row = table.data.slice(from, from + words * width)
  for (let word = cue.start; word < cue.end; word++) row.fill(-1e4, word * width + 1, (word + 1) * width)
  return { data: row, width, offset: 0 }
}

/** The spans of a plain head, each given to the cues whose it is; `confidence` becomes how likely it is theirs. */
function shareOut(part: Part, rows: readonly Rows[], heads: AttributionHeads): TypedSpan[][] {
  const given: TypedSpan[][] = rows.map(() => [])
  const first = heads.labels.indexOf(`B-${part}`)
  for (const span of heads[part]) {
    const chances = rows.map((row) => ownership(row, span, { first, temperature: heads.temperature }))
    const best = Math.max(0, ...chances)
    chances.forEach((chance, i) => {
      if (chance > OWNED[part] || (best <= OWNED[part] && best > LEAST_OWNED && chance === best)) given[i]?.push({ ...span, confidence: chance })
    })
  }
  return given
}

/** Mean probability of B or I of a part over a span's words. */
function ownership(row: Rows, span: TokenSpan, { first, temperature }: { first: number; temperature: number }): number {
  let sum = 0
  for (let word = span.start; word < span.end; word++) {
    sum += probability(row, word, first, temperature) + probability(row, word, first + 1, temperature)
  }
  return sum / (span.end - span.start)
}

function ownSpans(row: Rows, { labels, temperature }: AttributionHeads): TypedSpan[] {
  return bestSpans(row, labels, { start: 0, end: row.data.length / row.width, temperature })
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
