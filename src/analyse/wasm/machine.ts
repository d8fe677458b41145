/** The steps that the network is written in: weights by name, numbers by address, room for results taken as it goes. */
import type { Scores } from '../engine.js'
import type { Address, Kernels } from './kernels.js'
import type { Memory } from './memory.js'
import { product, table, type Weights } from './weights.js'

/** Rows of floats, one behind the other. */
export interface Floats { readonly rows: Address; readonly count: number; readonly length: number; readonly range?: Address }

export class Machine {
  readonly kernels: Kernels
  readonly memory: Memory
  readonly weights: Weights

  constructor(kernels: Kernels, memory: Memory, weights: Weights) {
    this.kernels = kernels
    this.memory = memory
    this.weights = weights
  }

  /** Takes room, and frees it when the work is done. */
  briefly<T>(work: () => T): T {
    const mark = this.memory.mark
    const result = work()
    this.memory.release(mark)
    return result
  }

  /** Room for rows of floats, whole tiles of them: products write no fewer. */
  rows(count: number, length: number): Address {
    return this.memory.takeFloats(this.kernels.wholeTiles(count) * length)
  }

  /** @param range of the numbers, where it is known */
  quantised({ rows: x, range, count, length }: Floats): Address {
    const record = this.memory.take(this.kernels.recordSize(count, length))
    this.kernels.quantise(x, count, length, range ?? this.measured(x, count * length), record)
    return record
  }

  private measured(x: Address, count: number): Address {
    const range = this.memory.take(RANGE_BYTES)
    this.kernels.measure(x, count, range)
    return range
  }

  /** A quantised table times the weights of this name, plus their bias. */
  product(name: string, quantised: Address, rows: number): Address {
    const { record, stride } = product(this.weights, name)
    const result = this.rows(rows, stride)
    this.kernels.product(quantised, rows, record, result, 0)
    return result
  }

  /** The same, and GELU. */
  activated(name: string, quantised: Address, rows: number): Floats {
    const { record, stride } = product(this.weights, name)
    const range = this.memory.take(RANGE_BYTES)
    const result = this.rows(rows, stride)
    this.kernels.product(quantised, rows, record, result, range)
    return { rows: result, range, count: rows, length: stride }
  }

  /** Layer norm of x + more with the factors and biases of this name, in the place of x. */
  norm(name: string, x: Address, rows: number, more: Address = 0): void {
    const factors = table(this.weights, `${name}.weight`)
    const bias = table(this.weights, `${name}.bias`)
    this.kernels.norm(x, more, factors.address, bias.address, rows, factors.dims[0] ?? 0, EPSILON)
  }

  /** A product's result as the caller keeps it. */
  scores(name: string, address: Address, rows: number): Scores {
    const { width, stride } = product(this.weights, name)
    const from = this.memory.floats(address, rows * stride)
    if (stride === width) return { data: from.slice(), dims: [rows, width] }
    const data = new Float32Array(rows * width)
    for (let row = 0; row < rows; row += 1) data.set(from.subarray(row * stride, row * stride + width), row * width)
    return { data, dims: [rows, width] }
  }

  /** Copies rows of floats. */
  gather(from: Address, rows: ArrayLike<number>, length: number, to: Address): void {
    const floats = new Float32Array(this.memory.wasm.buffer)
    for (let i = 0; i < rows.length; i += 1) {
      const start = from / 4 + (rows[i] ?? 0) * length
      floats.copyWithin(to / 4 + i * length, start, start + length)
    }
  }
}

const EPSILON = 1e-12
const RANGE_BYTES = 32
