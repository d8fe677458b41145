/**
 * Pieces in, what the network makes of each in its place out, twice: for all heads, and for those that read claims. After
 * training/model.py (Encoder, Layer) and claims_model.py (Branch).
 */
import type { WindowInputs } from '../engine.js'
import type { Address } from './kernels.js'
import type { Machine } from './machine.js'
import { table } from './weights.js'

/** Numbers of a piece in one head of attention. */
const HEAD_SIZE = 32

/** Rows of floats, one a piece. */
export interface States { readonly all: Address; readonly claims: Address; readonly width: number }

export function encode(machine: Machine, inputs: WindowInputs): States {
  const { memory, weights } = machine
  const rows = inputs.pieces.length
  const width = table(weights, 'encoder.word.whole').dims[1] ?? 0
  const all = machine.rows(rows, width)
  const claims = machine.rows(rows, width)
  embed(machine, inputs, width, all)
  const layers = layersOf(machine, 'encoder.layers.')
  layers.forEach((layer, number) => {
    if (number === weights.branchAt) memory.copy(all, claims, 4 * rows * width)
    through(machine, layer, { state: all, rows, width })
  })
  for (const layer of layersOf(machine, 'claims/branch.layers.')) through(machine, layer, { state: claims, rows, width })
  return { all, claims, width }
}

function embed(machine: Machine, { pieces, shapes }: WindowInputs, width: number, to: Address): void {
  const { kernels, memory, weights } = machine
  const at = (name: string): Address => table(weights, `encoder.${name}`).address
  machine.briefly(() => {
    kernels.embed(memory.write(pieces), memory.write(shapes), pieces.length, at('word.whole'), at('word.scale'), at('shape.weight'), at('position.weight'), width, to)
  })
  machine.norm('encoder.norm', to, pieces.length)
}

/** Names of the layers that there are: "encoder.layers.0", … */
function layersOf({ weights }: Machine, prefix: string): readonly string[] {
  const names: string[] = []
  while (weights.products.has(`${prefix}${names.length}.qkv`)) names.push(`${prefix}${names.length}`)
  return names
}

interface Layer { readonly state: Address; readonly rows: number; readonly width: number }

/** One layer of BERT, in place. */
function through(machine: Machine, name: string, { state, rows, width }: Layer): void {
  machine.briefly(() => {
    const mixed = machine.quantised({ rows: attention(machine, name, { state, rows, width }), count: rows, length: width })
    machine.norm(`${name}.norm1`, state, rows, machine.product(`${name}.out`, mixed, rows))
  })
  machine.briefly(() => {
    const inner = machine.activated(`${name}.up`, machine.quantised({ rows: state, count: rows, length: width }), rows)
    machine.norm(`${name}.norm2`, state, rows, machine.product(`${name}.down`, machine.quantised(inner), rows))
  })
}

function attention(machine: Machine, name: string, { state, rows, width }: Layer): Address {
  const { kernels, memory } = machine
  const mixed = machine.rows(rows, width)
  machine.briefly(() => {
    const qkv = machine.product(`${name}.qkv`, machine.quantised({ rows: state, count: rows, length: width }), rows)
    kernels.attend(qkv, rows, width / HEAD_SIZE, HEAD_SIZE ** -0.5, mixed, memory.take(kernels.attentionRoom(rows)))
  })
  return mixed
}
