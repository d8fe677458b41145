/** Scores of pairs of words: what the row is to the column. After training/claims_model.py (Pairs). */
import type { Scores } from '../engine.js'
import type { Floats, Machine } from './machine.js'
import { product, table } from './weights.js'

export interface Pairs {
  /** Floats of the row words, and which words they are. */
  readonly row: Floats
  readonly rows: ArrayLike<number>
  /** Floats of all words. */
  readonly column: Floats
  /** Names of the weights: of pairs, of columns alone, of classes of distance. */
  readonly keys: string
  readonly plain: string
  readonly distance: string
}

/** rows × columns × labels */
export function pairScores(machine: Machine, { row, rows, column, keys, plain, distance }: Pairs): Scores {
  const { memory, kernels, weights } = machine
  const { length: depth, count: columns } = column
  const labels = product(weights, plain).width
  const asked = machine.product(keys, machine.quantised(row), rows.length)
  const alone = machine.scores(plain, machine.product(plain, machine.quantised(column), columns), columns).data
  const near = table(weights, distance)
  const to = memory.takeFloats(columns * labels)
  const data = new Float32Array(rows.length * columns * labels)
  const middle = (weights.distances.length - 1) / 2
  for (let i = 0; i < rows.length; i += 1) {
    kernels.compare(column.rows, columns, asked + 4 * i * labels * depth, labels, depth, 1, to, labels)
    const found = memory.floats(to, columns * labels)
    const nearness = memory.floats(near.address, near.dims[0]! * labels)
    for (let j = 0; j < columns; j += 1) {
      const class_ = weights.distances[j - rows[i]! + middle] ?? 0
      for (let label = 0; label < labels; label += 1) {
        const at = j * labels + label
        data[i * columns * labels + at] = Math.fround(found[at]! + alone[at]!) + nearness[class_ * labels + label]!
      }
    }
  }
  return { data, dims: [rows.length, columns, labels] }
}
