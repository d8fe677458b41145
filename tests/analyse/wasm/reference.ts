/**
 * The kernels in plain TypeScript, number by number: what each is to give, to the last bit. Every sum and product of floats is
 * rounded to 32 bits, sums of rows run in four lanes, and whole numbers are what they are.
 */
import type { Address, Kernels } from '../../../src/analyse/wasm/kernels.js'

const f = Math.fround
const clamp = (x: number, most: number): number => Math.max(-most - 1, Math.min(most, x))
/** To the nearest whole number, of two as near the even one. */
const nearest = (x: number): number => f(f(x + 12_582_912) - 12_582_912)
const LANES = [0, 1, 2, 3]
const total = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number => f(f(a + b) + f(c + d))

const bits = new DataView(new ArrayBuffer(4))

function polynomial(x: number, factors: readonly number[]): number {
  return factors.map(f).reduce((sum, factor) => f(f(sum * x) + factor))
}

/** 2ˣ */
export function twoTo(x: number): number {
  const bounded = Math.max(x, -126)
  const whole = nearest(bounded)
  bits.setFloat32(0, polynomial(f(bounded - whole), [0.00967603736, 0.0559220351, 0.240221068, 0.693121016, 1.00000012]))
  bits.setInt32(0, bits.getInt32(0) + (whole << 23))
  return bits.getFloat32(0)
}

/** x · Φ(x) */
export function gelu(x: number): number {
  const near = Math.max(Math.min(x, 5), -5)
  const u = f(f(f(near * near) * f(2 / 25)) - 1)
  return f(x * f(0.5 + f(near * polynomial(u, [
    0.000594773388, -0.00161049783, 0.00176490133, -0.00269396231, 0.0063634743, -0.0111554218, 0.0164260678, -0.0232726745,
    0.0314367674, -0.0404418893, 0.0515209623, -0.0702963173, 0.141363785,
  ]))))
}

/** @param memory what addresses point into */
export function referenceKernels(memory: WebAssembly.Memory): Kernels {
  const floats = (at: Address, count: number): Float32Array => new Float32Array(memory.buffer, at, count)
  const wholes = (at: Address, count: number): Int32Array => new Int32Array(memory.buffer, at, count)
  const bytes = (at: Address, count: number): Int8Array => new Int8Array(memory.buffer, at, count)
  const words = (count: number): number => (count + 3) & ~3

  /** depth, width, stride · scales · biases · weights as they are */
  const weightsAt = (record: Address): { depth: number; width: number; stride: number; scales: Float32Array; biases: Float32Array; weights: Int8Array } => {
    const [depth = 0, width = 0, stride = 0] = wholes(record, 3)
    const scales = record + 16
    return { depth, width, stride, scales: floats(scales, width), biases: floats(scales + 4 * stride, width), weights: bytes(scales + 8 * stride, depth * width) }
  }
  /** step, zero point less 128 · numbers */
  const quantisedAt = (record: Address, count: number): { step: number; zero: number; numbers: Int8Array } =>
    ({ step: floats(record, 1)[0] ?? 0, zero: wholes(record + 4, 1)[0] ?? 0, numbers: bytes(record + 16, count) })

  return {
    wholeTiles: words,
    recordSize: (rows, depth) => 16 + words(rows) * depth,
    attentionRoom: () => 0,
    pack(table, depth, width, scales, biases, record) {
      const stride = words(width)
      wholes(record, 3).set([depth, width, stride])
      floats(record + 16, width).set(floats(scales, width))
      if (biases === 0) floats(record + 16 + 4 * stride, width).fill(0)
      else floats(record + 16 + 4 * stride, width).set(floats(biases, width))
      bytes(record + 16 + 8 * stride, depth * width).set(bytes(table, depth * width))
      return record + 16 + 8 * stride + depth * width
    },
    measure(x, count, range) {
      const numbers = floats(x, count)
      floats(range, 2).set([Math.min(0, ...numbers), Math.max(0, ...numbers)])
    },
    quantise(x, rows, depth, range, record) {
      const [lowest = 0, highest = 0] = floats(range, 2)
      const step = highest === lowest ? 1 : f(f(highest - lowest) / 255)
      const zero = nearest(f(-lowest / step)) - 128
      floats(record, 1)[0] = step
      wholes(record + 4, 1)[0] = zero
      bytes(record + 16, rows * depth).set(floats(x, rows * depth).map((value) => clamp(nearest(f(value / step)) + zero, 127)))
    },
    product(table, rows, record, to, range) {
      const { depth, width, stride, scales, biases, weights } = weightsAt(record)
      const { step, zero, numbers } = quantisedAt(table, rows * depth)
      const out = floats(to, rows * stride).fill(range === 0 ? 0 : gelu(0))
      for (let m = 0; m < rows; m += 1) {
        for (let n = 0; n < width; n += 1) {
          let sum = 0
          for (let k = 0; k < depth; k += 1) sum += (numbers[m * depth + k]! - zero) * weights[k * width + n]!
          const value = f(f(f(sum) * f(step * scales[n]!)) + biases[n]!)
          out[m * stride + n] = range === 0 ? value : gelu(value)
        }
      }
      if (range !== 0) this.measure(to, rows * stride, range)
    },
    embed(pieces, shapes, count, table, scales, shapeRows, places, width, to) {
      const piece = wholes(pieces, count), shape = wholes(shapes, count)
      floats(to, count * width).forEach((_, at, out) => {
        const i = Math.floor(at / width), column = at % width
        const word = bytes(table + piece[i]! * width, width)[column]!
        const scaled = f(word * floats(scales + 4 * piece[i]!, 1)[0]!)
        out[at] = f(f(scaled + floats(shapeRows + 4 * shape[i]! * width, width)[column]!) + floats(places + 4 * i * width, width)[column]!)
      })
    },
    norm(x, more, factors, biases, rows, width, epsilon) {
      for (let row = 0; row < rows; row += 1) {
        const numbers = floats(x + 4 * row * width, width)
        if (more !== 0) numbers.set(numbers.map((value, i) => f(value + floats(more + 4 * row * width, width)[i]!)))
        const mean = f(total(LANES.map((lane) => laneSum(numbers, lane))) / width)
        const off = numbers.map((value) => f(value - mean))
        const spread = f(Math.sqrt(f(f(total(LANES.map((lane) => laneSum(off.map((value) => f(value * value)), lane))) / width) + f(epsilon))))
        numbers.set(off.map((value, i) => f(f(f(value / spread) * floats(factors, width)[i]!) + floats(biases, width)[i]!)))
      }
    },
    compare(a, rows, b, columns, depth, scale, to, stride) {
      for (let m = 0; m < rows; m += 1) {
        const row = floats(a + 4 * m * depth, depth)
        for (let n = 0; n < columns; n += 1) {
          const other = floats(b + 4 * n * depth, depth)
          floats(to + 4 * (m * stride + n), 1)[0] = f(total(LANES.map((lane) => laneSum(row.map((value, i) => f(value * other[i]!)), lane))) * f(scale))
        }
      }
    },
    attend(qkv, rows, heads, scale, to) {
      for (let head = 0; head < heads; head += 1) {
        const part = (which: number, most: number): { step: number; numbers: number[][] } => {
          const given = Array.from({ length: rows }, (_, row) => [...floats(qkv + 4 * (row * 96 * heads + which * 32 * heads + head * 32), 32)])
          const highest = Math.max(f(1e-30), ...given.flat().map(Math.abs))
          return { step: f(highest / most), numbers: given.map((row) => row.map((value) => clamp(nearest(f(value * f(most / highest))), 32_767))) }
        }
        const asked = part(0, 8191), offered = part(1, 8191), given = part(2, 32_767)
        const scoreStep = f(f(f(asked.step * offered.step) * f(scale)) * f(Math.LOG2E))
        const step = f(given.step / 32_767)
        asked.numbers.forEach((row, i) => {
          const scores = offered.numbers.map((other) => f(f(dot(row, other)) * scoreStep))
          const shares = sharesOf(scores)
          floats(to + 4 * (i * 32 * heads + head * 32), 32).forEach((_, column, out) => {
            out[column] = f(f(dot(shares, given.numbers.map((numbers) => numbers[column]!))) * step)
          })
        })
      }
    },
  }
}

function laneSum(numbers: ArrayLike<number>, lane: number): number {
  let sum = 0
  for (let i = lane; i < numbers.length; i += 4) sum = f(sum + numbers[i]!)
  return sum
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

/** Scores are filled up to eights with what has no share. */
function sharesOf(scores: readonly number[]): number[] {
  const filled = [...scores, ...Array.from({ length: (8 - scores.length % 8) % 8 }, () => f(-1e30))]
  const top = Math.max(...filled)
  const parts = filled.map((score) => twoTo(f(score - top)))
  const factor = f(32_767 / total(LANES.map((lane) => laneSum(parts, lane))))
  return parts.slice(0, scores.length).map((part) => clamp(nearest(f(part * factor)), 32_767))
}
