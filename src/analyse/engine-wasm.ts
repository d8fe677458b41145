/**
 * The default engine: ONNX Runtime compiled to WebAssembly, on one thread, in Node and in the browser alike, so that
 * the same article gives the same bytes on every machine.
 */
import * as ort from 'onnxruntime-web/wasm'
import { Problem } from '../problem.js'
import { type Engine, feedsOf, scoresOf } from './engine.js'

/** @param model the network's bytes. @param isOptimised true if it was optimised when it was saved. */
export async function wasmEngine(model: Uint8Array, isOptimised: boolean): Promise<Engine> {
  // More threads would change nothing but speed; they need shared memory, which browsers rarely grant.
  ort.env.wasm.numThreads = 1
  const session = await createSession(model, isOptimised)
  return { name: 'wasm', run: async (inputs) => scoresOf(await session.run(feedsOf(ort, session, inputs))) }
}

async function createSession(model: Uint8Array, isOptimised: boolean): Promise<ort.InferenceSession> {
  try {
    return await ort.InferenceSession.create(model, {
      executionProviders: ['wasm'],
      graphOptimizationLevel: isOptimised ? 'disabled' : 'all',
      logSeverityLevel: 3,
    })
  } catch (cause) {
    throw new Problem('model', 'The language model cannot be loaded: its network file is damaged or of another version.',
      'Install newsgraph again (npm install), or restore the folder model/ from the repository.', { cause })
  }
}
