/**
 * The default engine: newsgraph's own, in WebAssembly, on one thread, in Node and in the browser alike, so that the same
 * article gives the same bytes on every machine. How it works: docs/engine.md.
 */
import type { Engine, WindowInputs, WindowScores } from './engine.js'
import { claims } from './wasm/claims.js'
import { encode } from './wasm/encoder.js'
import { heads, wordsOf } from './wasm/heads.js'
import { startKernels } from './wasm/choose-kernels.js'
import type { Kernels } from './wasm/kernels.js'
import { Machine } from './wasm/machine.js'
import { Memory } from './wasm/memory.js'
import { loadWeights } from './wasm/weights.js'

/** @param model the network's bytes, which are copied. */
export async function wasmEngine(model: Uint8Array): Promise<Engine> {
  const memory = new Memory()
  return machineEngine(model, await startKernels(memory.wasm), memory)
}

/** The engine over kernels and the memory that they work on. */
export function machineEngine(model: Uint8Array, kernels: Kernels, memory: Memory): Engine {
  const machine = new Machine(kernels, memory, loadWeights(model, kernels, memory))
  return { name: 'wasm', run: async (inputs) => machine.briefly(() => scoresOf(machine, inputs)) }
}

function scoresOf(machine: Machine, inputs: WindowInputs): WindowScores {
  const { first } = inputs
  const { all, claims: branch, width } = encode(machine, inputs)
  return {
    ...heads(machine, wordsOf(machine, { states: all, width, first }), inputs),
    ...claims(machine, wordsOf(machine, { states: branch, width, first })),
  }
}
