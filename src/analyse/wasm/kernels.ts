/**
 * The work of the network on numbers in memory, as engine/assembly/ defines it: addresses in, nothing kept. Built as three
 * modules that give the same bits; see docs/engine.md.
 */
import { FOURS, PAIRS, PLAIN } from './binaries.js'

/** An address in the memory that all kernels share, in bytes. */
export type Address = number

export interface Kernels {
  /** Writes the record of weights (i8, `depth` rows of `width`) with the scales and biases (0: none) of its columns. Gives where it ends. */
  pack(table: Address, depth: number, width: number, scales: Address, biases: Address, record: Address): Address
  /** Rows that a result has room for: products are worked out in tiles of rows. */
  wholeTiles(rows: number): number
  /** Bytes that a table takes when quantised. */
  recordSize(rows: number, depth: number): number
  /** The lowest and the highest of floats, as `quantise` takes them: 32 bytes. */
  measure(x: Address, count: number, range: Address): void
  /** Floats to whole numbers of eight bits with one step for the table. */
  quantise(x: Address, rows: number, depth: number, range: Address, record: Address): void
  /** A quantised table times weights, plus the bias. Where a range is asked for, GELU of it. */
  product(table: Address, rows: number, weights: Address, to: Address, range: Address): void
  /** What the encoder starts from: word, letter shape and place of each piece. */
  embed(pieces: Address, shapes: Address, count: number, words: Address, scales: Address, shapeRows: Address, places: Address, width: number, to: Address): void
  /** Layer norm of the rows of x + more (0: of x alone), in the place of x. */
  norm(x: Address, more: Address, factors: Address, bias: Address, rows: number, width: number, epsilon: number): void
  /** to[m][n] = scale · (a[m] · b[n]), a row of `to` taking `stride` numbers. */
  compare(a: Address, rows: number, b: Address, columns: number, depth: number, scale: number, to: Address, stride: number): void
  /** Bytes that attention works in. */
  attentionRoom(rows: number): number
  /** What pieces make of each other: rows of what is asked, offered and given in, rows of `heads` · 32 numbers out. */
  attend(qkv: Address, rows: number, heads: number, scale: number, to: Address, room: Address): void
}

/** The ways to make products, from the one that runs anywhere on; all give the same bits. */
export const WAYS = { plain: PLAIN, pairs: PAIRS, fours: FOURS } as const
export type Way = keyof typeof WAYS

/** The module, or nothing where this machine's WebAssembly lacks what it needs, or gets it wrong. */
export function binaryOf(way: Way, module: 'kernels' | 'probe'): Uint8Array<ArrayBuffer> | undefined {
  if (way === 'fours' && isExperimental()) return undefined
  const binary = Uint8Array.from(atob(WAYS[way][module]), (character) => character.charCodeAt(0))
  return WebAssembly.validate(binary) ? binary : undefined
}

/** Node 20 has relaxed vectors as an experiment of V8, which adds four products wrongly once its code is optimised. */
function isExperimental(): boolean {
  const { process } = globalThis as { process?: { versions?: { v8?: string } } }
  return process?.versions?.v8?.startsWith('11.3.') === true
}

/** The kernels over a memory. */
export async function kernelsBy(way: Way, memory: WebAssembly.Memory): Promise<Kernels | undefined> {
  const binary = binaryOf(way, 'kernels')
  if (binary === undefined) return undefined
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } })
  return instance.exports as unknown as Kernels
}
