/**
 * One vector a word, for scores between pairs of mentions. A mention's vector is the mean of its first and last word's.
 */
import type { TokenSpan } from '../model.js'

/** Row-major: word by word. */
export interface Vectors { readonly data: Float32Array; readonly width: number }

/** A vector for each span, row-major. */
export function meanOfEnds({ data, width }: Vectors, spans: readonly TokenSpan[]): Float32Array {
  const means = new Float32Array(spans.length * width)
  spans.forEach(({ start, end }, number) => {
    const first = start * width
    const last = (end - 1) * width
    for (let k = 0; k < width; k++) means[number * width + k] = ((data[first + k] ?? 0) + (data[last + k] ?? 0)) / 2
  })
  return means
}

/** Product of row `i` of one table and row `j` of another. */
export function dot(a: Float32Array, b: Float32Array, { i, j, width }: { i: number; j: number; width: number }): number {
  let sum = 0
  for (let k = 0; k < width; k++) sum += (a[i * width + k] ?? 0) * (b[j * width + k] ?? 0)
  return sum
}
