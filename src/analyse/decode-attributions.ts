/**
 * Cues, the plain source and content heads and the attribution table in, attributions out:
 * "[Lavrov](source) [said](cue) [it was over](content)". Every cue has a row of the table, which labels all words of the
 * window. Where a span begins and ends, the plain heads, which look at no cue, and all rows say together; whose it is, the
 * rows alone. A span may belong to several cues, as nested speech needs. Shares and limits as in training/decode.py.
 */
import type { Attribution, TokenSpan } from '../model.js'
import { bestSpans, chancesOf, probability, type Rows, type TypedSpan } from './decode-tags.js'
import { type Scores, widthOf } from './engine.js'

export interface AttributionHeads {
  /** Labels of the table. */
  readonly labels: readonly string[]
  readonly temperature: number
  /** O, B and I of what is the source, or content, of some cue. */
  readonly source: Rows
  readonly content: Rows
}

const PARTS = ['source', 'content'] as const
type Part = (typeof PARTS)[number]

/** Mean probability in a cue's row from which a span is the cue's. */
const OWNED: Readonly<Record<Part, number>> = { source: 0.25, content: 0.35 }
/** A span that is nobody's goes to the likeliest cue, if it is as likely as this. */
const LEAST_OWNED = 0.05

/** Say of the rows in where spans begin and end. */
const ROWS_SHARE = 0.6
const LEAST_CHANCE = 1e-6

/** Attributions of one window; places are rows of the window. */
export function attributionsOf(table: Scores, cues: readonly TypedSpan[], heads: AttributionHeads): Attribution[] {
  if (cues.length === 0) return []
  const rows = cues.map((cue) => rowOf(table, cue))
  const chances = rows.map((row) => softMax(row, heads.temperature))
  const owned = { source: shareOut('source', chances, heads), content: shareOut('content', chances, heads) }
  return cues.flatMap((cue, i) => {
    const own = rows[i] ? bestSpans(rows[i], heads.labels, { start: 0, end: wordsOf(rows[i]), temperature: heads.temperature }) : []
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

function wordsOf(rows: Rows): number {
  return rows.data.length / rows.width
}

/** The cue's row of the table; its own words can be neither source nor content. */
function rowOf(table: Scores, cue: TypedSpan): Rows {
  const [words, width] = [table.dims[1] ?? 0, widthOf(table)]
  const from = cue.start * words * width
  const row = table.data.slice(from, from + words * width)
  for (let word = cue.start; word < cue.end; word++) row.fill(-1e4, word * width + 1, (word + 1) * width)
  return { data: row, width, offset: 0 }
}

/** Spans of one part, each given to the cues whose it is; `confidence` becomes how likely it is theirs. */
function shareOut(part: Part, chances: readonly Rows[], heads: AttributionHeads): TypedSpan[][] {
  const given: TypedSpan[][] = chances.map(() => [])
  const first = heads.labels.indexOf(`B-${part}`)
  const joint = jointly(heads[part], chances, first)
  for (const span of bestSpans(joint, ['O', `B-${part}`, `I-${part}`], { start: 0, end: wordsOf(joint) })) {
    const owning = chances.map((row) => ownership(row, span, first))
    const best = Math.max(...owning)
    owning.forEach((chance, i) => {
      if (chance > OWNED[part] || (best <= OWNED[part] && best > LEAST_OWNED && chance === best)) given[i]?.push({ ...span, confidence: chance })
    })
  }
  return given
}

/** Scores of O, B and I of a part: the plain head's and the likeliest cue's, weighted. */
function jointly(plain: Rows, chances: readonly Rows[], first: number): Rows {
  const data = new Float32Array(plain.data.length)
  for (let word = 0; word < wordsOf(plain); word++) {
    let [begins, goesOn, either] = [0, 0, 0]
    for (const { data: row, width } of chances) {
      const [b, i] = [row[word * width + first] ?? 0, row[word * width + first + 1] ?? 0]
      begins = Math.max(begins, b)
      goesOn = Math.max(goesOn, i)
      either = Math.max(either, b + i)
    }
    const some = [Math.max(LEAST_CHANCE, 1 - either), begins, goesOn]
    some.forEach((chance, k) => {
      data[word * 3 + k] = (1 - ROWS_SHARE) * Math.log(probability(plain, word, k)) + ROWS_SHARE * Math.log(chance + LEAST_CHANCE)
    })
  }
  return { data, width: 3, offset: 0 }
}

/** Mean probability of B or I of a part over a span's words. */
function ownership({ data, width }: Rows, span: TokenSpan, first: number): number {
  let sum = 0
  for (let word = span.start; word < span.end; word++) sum += (data[word * width + first] ?? 0) + (data[word * width + first + 1] ?? 0)
  return sum / (span.end - span.start)
}

/** Scores as probabilities, row by row. */
function softMax(rows: Rows, temperature: number): Rows {
  const { width } = rows
  const data = new Float32Array(rows.data.length - rows.offset)
  for (let row = 0; row * width < data.length; row++) chancesOf(rows, row, temperature, data.subarray(row * width, (row + 1) * width))
  return { data, width, offset: 0 }
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
