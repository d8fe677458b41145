/**
 * The work of the network on numbers in memory, as engine/ (AssemblyScript) defines it: addresses in, nothing kept. Built as
 * two modules that give the same bits; see docs/engine.md.
 */
import { Problem } from '../../problem.js'
import { PLAIN, RELAXED } from './binaries.js'

/** An address in the memory that all kernels share, in bytes. */
export type Address = number

export interface Kernels {
  /** Writes the record of weights (i8, `depth` rows of `width`) with the scales and biases (0: none) of its columns. Gives where it ends. */
  pack(table: Address, depth: number, width: number, scales: Address, biases: Address, record: Address): Address
  /** Rows that a result has room for: products are worked out in tiles of rows. */
  wholeTiles(rows: number): number
  /** Bytes that a table takes when quantised. */
  recordSize(rows: number, depth: number): number
  /** Floats to whole numbers of eight bits with one step for the table. */
  quantise(x: Address, rows: number, depth: number, record: Address): void
  /** A quantised table times weights, plus the bias. */
  product(table: Address, rows: number, weights: Address, to: Address): void
  /** What the encoder starts from: word, letter shape and place of each piece. */
  embed(pieces: Address, shapes: Address, count: number, words: Address, scales: Address, shapeRows: Address, places: Address, width: number, to: Address): void
  /** Layer norm of the rows of x + more (0: of x alone), in the place of x. */
  norm(x: Address, more: Address, factors: Address, bias: Address, rows: number, width: number, epsilon: number): void
  /** GELU, in place. */
  activate(x: Address, count: number): void
  /** to[m][n] = scale · (a[m] · b[n]), a row of `to` taking `stride` numbers. */
  compare(a: Address, rows: number, b: Address, columns: number, depth: number, scale: number, to: Address, stride: number): void
  /** Bytes that attention works in. */
  attentionRoom(rows: number): number
  /** What pieces make of each other: rows of what is asked, offered and given in, rows of `heads` · 32 numbers out. */
  attend(qkv: Address, rows: number, heads: number, scale: number, to: Address, room: Address): void
}

/** The faster of the two modules on this machine. @throws Problem `model` where WebAssembly knows no vectors */
export async function startKernels(memory: WebAssembly.Memory): Promise<Kernels> {
  const relaxed = bytesOf(RELAXED)
  if (WebAssembly.validate(relaxed)) return kernelsOf(relaxed, memory)
  const plain = bytesOf(PLAIN)
  if (WebAssembly.validate(plain)) return kernelsOf(plain, memory)
  throw new Problem('model', 'The language model needs a WebAssembly with 128-bit vectors (SIMD), which this browser does not have.',
    'Use a browser of 2023 or later, or Node 20.19 or later.')
}

async function kernelsOf(binary: Uint8Array<ArrayBuffer>, memory: WebAssembly.Memory): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(binary, { env: { memory } })
  return instance.exports as unknown as Kernels
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
