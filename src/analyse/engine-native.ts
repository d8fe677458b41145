/**
 * The faster engine, for those who have installed onnxruntime-node beside newsgraph. Its numbers differ in the last
 * digits from the default engine's, and from one kind of CPU to another.
 */
import { Problem } from '../problem.js'
import type { Engine, Scores, WindowInputs, WindowScores } from './engine.js'

/** A name that the compiler does not follow: the package is optional. */
const PACKAGE: string = 'onnxruntime-node'

/** As much of ONNX Runtime's interface as is used; https://onnxruntime.ai/docs/api/js/. */
export interface Runtime {
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => unknown
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> }
}
interface Session { readonly inputNames: readonly string[]; run(feeds: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Scores>>> }

/** @param model the network's bytes. @param isOptimised true if it was optimised when it was saved. */
export async function nativeEngine(model: Uint8Array, isOptimised: boolean): Promise<Engine> {
  return engineOf(await runtime(), model, isOptimised)
}

/** The engine over a runtime, on one thread. */
export async function engineOf(ort: Runtime, model: Uint8Array, isOptimised: boolean): Promise<Engine> {
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: 1, interOpNumThreads: 1, graphOptimizationLevel: isOptimised ? 'disabled' : 'all', logSeverityLevel: 3,
  })
  return { name: 'native', run: async (inputs) => scoresOf(await session.run(feedsOf(ort, session, inputs))) }
}

/** A window's numbers as the runtime takes them. */
function feedsOf({ Tensor }: Runtime, { inputNames }: Session, inputs: WindowInputs): Record<string, unknown> {
  return Object.fromEntries(Object.entries(inputs)
    .filter(([name]) => inputNames.includes(name))
    .map(([name, data]: [string, Int32Array]) => [name, new Tensor('int32', data, [data.length])]))
}

/** The runtime's tensors without the runtime. */
function scoresOf(outputs: Readonly<Record<string, Scores>>): WindowScores {
  return Object.fromEntries(Object.entries(outputs).map(([name, { data, dims }]) => [name, { data, dims }]))
}

async function runtime(): Promise<Runtime> {
  try {
    return await import(PACKAGE) as Runtime
  } catch (cause) {
    throw new Problem('model', 'The engine "native" needs the package onnxruntime-node, which is not installed.',
      'Run npm install onnxruntime-node@1.30 --ignore-scripts, or leave out --engine native.', { cause })
  }
}
