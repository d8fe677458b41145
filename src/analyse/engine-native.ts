/**
 * The faster engine, for those who have installed onnxruntime-node beside newsgraph. Its numbers differ in the last
 * digits from the default engine's, and from one kind of CPU to another.
 */
import type * as Runtime from 'onnxruntime-web/wasm'
import { Problem } from '../problem.js'
import { type Engine, feedsOf, scoresOf } from './engine.js'

/** A name that the compiler does not follow: the package is optional. */
const PACKAGE: string = 'onnxruntime-node'

/** @param model the network's bytes. @param isOptimised true if it was optimised when it was saved. */
export async function nativeEngine(model: Uint8Array, isOptimised: boolean): Promise<Engine> {
  const ort = await runtime()
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: isOptimised ? 'disabled' : 'all', logSeverityLevel: 3,
  })
  return { name: 'native', run: async (inputs) => scoresOf(await session.run(feedsOf(ort, session, inputs))) }
}

async function runtime(): Promise<typeof Runtime> {
  try {
    return await import(PACKAGE) as typeof Runtime
  } catch (cause) {
    throw new Problem('model', 'The engine "native" needs the package onnxruntime-node, which is not installed.',
      'Run npm install onnxruntime-node@1.30 --ignore-scripts, or leave out --engine native.', { cause })
  }
}
