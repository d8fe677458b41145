/**
 * A head's scores for each word in, labels out: the best single label, or the best sequence of B-, I- and O labels in
 * which every span begins with its B. "Angela/B-person Merkel/I-person said/O".
 */
import { type Scores, widthOf, type WindowScores } from './engine.js'
import type { Head, ModelFiles } from './model-files.js'

/** Words `[start, end)` with a type and the calibrated probability of exactly that span. */
export interface TypedSpan {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly confidence: number
}

/** A table of scores, one row a word and one column a label, beginning at `offset` in `data`. */
export interface Rows { readonly data: Float32Array; readonly width: number; readonly offset: number }

export function rowsOf(scores: Scores): Rows {
  return { data: scores.data, width: widthOf(scores), offset: 0 }
}

/** Column of the highest score in a row. */
export function bestColumn(rows: Rows, row: number): number {
  const from = rows.offset + row * rows.width
  let best = 0
  for (let k = 1; k < rows.width; k++) if ((rows.data[from + k] ?? 0) > (rows.data[from + best] ?? 0)) best = k
  return best
}

/** Softmax of a row, its scores divided by `temperature` first. @param into where the chances go, one a column */
export function chancesOf(rows: Rows, row: number, temperature = 1, into: Float32Array | Float64Array = new Float64Array(rows.width)): Float32Array | Float64Array {
  const from = rows.offset + row * rows.width
  let highest = -Infinity
  for (let k = 0; k < rows.width; k++) highest = Math.max(highest, rows.data[from + k] ?? 0)
  let sum = 0
  for (let k = 0; k < rows.width; k++) sum += into[k] = Math.exp(((rows.data[from + k] ?? 0) - highest) / temperature)
  for (let k = 0; k < rows.width; k++) into[k] = (into[k] ?? 0) / sum
  return into
}

/** Probability of one column of a row. */
export function probability(rows: Rows, row: number, column: number, temperature = 1): number {
  return chancesOf(rows, row, temperature)[column] ?? 0
}

/** Labels of a BIO head as `O`, then `B-x`, `I-x` for each type: the type names, in order. */
export function typesOf(labels: readonly string[]): string[] {
  return labels.filter((label) => label.startsWith('B')).map((label) => label.slice(2))
}

/**
 * The best legal sequence of labels for the rows `[start, end)`; labels are `O`, then B and I of each type in turn.
 * I may only follow B or I of its own type. Returns one column a row.
 */
export function bestSequence(rows: Rows, start: number, end: number): Int32Array {
  const { data, width, offset } = rows
  const length = end - start
  const back = new Int32Array(length * width)
  let scores = new Float64Array(width).fill(-Infinity)
  let next = new Float64Array(width)
  for (let t = 0; t < length; t++) {
    const from = offset + (start + t) * width
    const best = t === 0 ? 0 : highest(scores)
    const reached = t === 0 ? 0 : scores[best] ?? 0
    for (let k = 0; k < width; k++) {
      const isInside = k > 0 && k % 2 === 0
      const before = !isInside ? best : (scores[k - 1] ?? 0) >= (scores[k] ?? 0) ? k - 1 : k
      const path = !isInside ? reached : t === 0 ? -Infinity : scores[before] ?? 0
      back[t * width + k] = before
      next[k] = path + (data[from + k] ?? 0)
    }
    ;[scores, next] = [next, scores]
  }
  const labels = new Int32Array(length)
  let label = length > 0 ? highest(scores) : 0
  for (let t = length - 1; t >= 0; t--) {
    labels[t] = label
    label = back[t * width + label] ?? 0
  }
  return labels
}

/** The spans of the best sequence over the rows `[start, end)`, places counted as the rows are. */
export function bestSpans(rows: Rows, labels: readonly string[], range: { start: number; end: number; temperature?: number }): TypedSpan[] {
  const columns = bestSequence(rows, range.start, range.end)
  const spans: TypedSpan[] = []
  for (let t = 0; t < columns.length; t++) {
    const column = columns[t] ?? 0
    if (column % 2 !== 1) continue
    let end = t + 1
    while (end < columns.length && columns[end] === column + 1) end++
    spans.push({
      start: range.start + t, end: range.start + end, type: labels[column]?.slice(2) ?? '',
      confidence: certainty(rows, range.start + t, range.start + end, { column, temperature: range.temperature ?? 1 }),
    })
  }
  return spans
}

/** Spans of a BIO head in one sentence; none where the network has no such head. */
export function spansIn(scores: WindowScores, model: ModelFiles, { head, range }: { head: Head; range: { readonly start: number; readonly end: number } }): TypedSpan[] {
  const table = scores[head]
  return table ? bestSpans(rowsOf(table), model.labels[head], { ...range, temperature: model.temperatures[head] ?? 1 }) : []
}

/** Geometric mean of the words' probabilities: long spans are not punished for being long. */
function certainty(rows: Rows, start: number, end: number, of: { column: number; temperature: number }): number {
  let sum = 0
  for (let row = start; row < end; row++) {
    sum += Math.log(Math.max(1e-9, probability(rows, row, row === start ? of.column : of.column + 1, of.temperature)))
  }
  return Math.exp(sum / (end - start))
}

function highest(scores: Float64Array): number {
  let best = 0
  for (let k = 1; k < scores.length; k++) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k
  return best
}
