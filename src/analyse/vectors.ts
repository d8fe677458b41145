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
