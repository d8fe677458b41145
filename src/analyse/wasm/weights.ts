/**
 * The graph of model.onnx in, its weights in the engine's memory out, by the names that training gave them.
 *
 *   in:  /encoder/layers.0/up/MatMul_quant: DynamicQuantizeMatMul of …, bias model.encoder.layers.0.up.bias
 *   out: product "encoder.layers.0.up": 384 × 1536, at …
 *
 * What the graph does with them is not read but written in encoder.ts, heads.ts and claims.ts, after training/model.py and
 * claims_model.py; how many layers there are, and how wide everything is, is the graph's.
 */
import type { Address, Kernels } from './kernels.js'
import type { Memory } from './memory.js'
import { type Constant, damaged, type Graph, readGraph, type Step } from './onnx.js'

/** Weights that rows of `depth` numbers are multiplied with; a row of the result is `stride` numbers long, of which `width` count. */
export interface Product { readonly record: Address; readonly depth: number; readonly width: number; readonly stride: number }
/** Floats, and whole numbers of eight bits, in rows. */
export interface Table { readonly address: Address; readonly dims: readonly number[] }

export interface Weights {
  readonly products: ReadonlyMap<string, Product>
  readonly tables: ReadonlyMap<string, Table>
  /** Class of the distance between two words, from −254 to 254. */
  readonly distances: Int32Array
  /** After how many layers the branch for claims begins. */
  readonly branchAt: number
}

export function product(weights: Weights, name: string): Product {
  const found = weights.products.get(name)
  if (found === undefined) throw damaged()
  return found
}

export function table(weights: Weights, name: string): Table {
  const found = weights.tables.get(name)
  if (found === undefined) throw damaged()
  return found
}

export function loadWeights(network: Uint8Array, kernels: Kernels, memory: Memory): Weights {
  const graph = readGraph(network)
  const products = new Map<string, Product>()
  const used = new Set<string>()
  for (const step of graph.steps) {
    const names = productOf(step)
    if (names === undefined) continue
    products.set(nameOf(step, names.bias), packed(names, graph, kernels, memory))
    for (const name of Object.values(names)) used.add(name)
  }
  const tables = new Map<string, Table>()
  for (const [name, { type, dims, bytes }] of graph.constants) {
    if (!used.has(name) && (type === 'float' || type === 'int8')) tables.set(shortened(name), { address: memory.write(bytes), dims })
  }
  return { products, tables: withRoot(tables, graph), distances: wholes(constant(graph, 'buckets')), branchAt: branchOf(graph) }
}

interface ProductNames { readonly table: string; readonly scale: string; readonly bias: string }

function productOf({ kind, inputs }: Step): ProductNames | undefined {
  const at = (number: number): string => inputs[number] ?? ''
  switch (kind) {
    case 'DynamicQuantizeMatMul': return { table: at(1), scale: at(2), bias: at(4) }
    case 'MatMulIntegerToFloat': return { table: at(1), scale: at(3), bias: at(6) }
    default: return undefined
  }
}

/** "model.encoder.layers.0.up.bias" → "encoder.layers.0.up"; where the bias has no name of its own, the step's path. */
function nameOf(step: Step, bias: string): string {
  return bias.endsWith('.bias') ? shortened(bias).slice(0, -'.bias'.length) : step.name
}

const shortened = (name: string): string => name.replace(/^model\./, '')

function packed({ table, scale, bias }: ProductNames, graph: Graph, kernels: Kernels, memory: Memory): Product {
  const { dims: [depth = 0, width = 0], bytes } = constant(graph, table)
  const record = memory.mark
  // As large as it can become, and twice the table again from which it is made.
  const room = 4 * bytes.length + 64 * width + 8192
  memory.take(room)
  memory.release(record + 2 * bytes.length + 64 * width + 4096)
  const from = memory.write(bytes)
  const scales = memory.write(constant(graph, scale).bytes)
  const biases = bias === '' ? 0 : memory.write(constant(graph, bias).bytes)
  const end = kernels.pack(from, depth, width, scales, biases, record)
  memory.release(record)
  memory.take(end - record)
  return { record, depth, width, stride: new Int32Array(memory.wasm.buffer, record, 3)[2] ?? width }
}

function constant(graph: Graph, name: string): Constant {
  const found = graph.constants.get(name)
  if (found === undefined) throw damaged()
  return found
}

/** The vector that stands for the root of a sentence has no name: it is what an Expand spreads. */
function withRoot(tables: Map<string, Table>, { steps }: Graph): Map<string, Table> {
  const root = steps.flatMap(({ kind, inputs: [first = ''] }) => kind === 'Expand' ? tables.get(first) ?? [] : [])[0]
  return root === undefined ? tables : tables.set('root', root)
}

/** Whole numbers of eight bytes, all of them small. */
function wholes({ bytes }: Constant): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Int32Array.from({ length: bytes.length / 8 }, (_, i) => view.getInt32(8 * i, true))
}

function branchOf({ steps }: Graph): number {
  const first = steps.find(({ name }) => name.startsWith('claims//layers.0/qkv/'))
  const state = /\/layers\.(\d+)\/norm2\//.exec(first?.inputs[0] ?? '')
  return state === null ? 0 : Number(state[1]) + 1
}
