/**
 * What runs the network: one window of numbers in, one tensor a head out. A port, because two engines exist:
 * engine-wasm.ts (anywhere, the same bytes everywhere) and engine-native.ts (faster, only where it is installed).
 */
import type * as Runtime from 'onnxruntime-web/wasm'

/** Numbers in row-major order with their shape. */
export interface Scores { readonly data: Float32Array; readonly dims: readonly number[] }

/** A window as the network reads it; see windows.ts. */
export interface WindowInputs {
  readonly pieces: Int32Array
  readonly shapes: Int32Array
  readonly first: Int32Array
  readonly sentence: Int32Array
}

export type WindowScores = Readonly<Record<string, Scores>>

export interface Engine {
  readonly name: 'wasm' | 'native'
  run(inputs: WindowInputs): Promise<WindowScores>
}

/** Columns of a score table: labels of a token head, dimensions of a vector head. */
export function widthOf(scores: Scores): number {
  return scores.dims.at(-1) ?? 0
}

/** A window's numbers as the runtime takes them. */
export function feedsOf(ort: Pick<typeof Runtime, 'Tensor'>, session: Runtime.InferenceSession, inputs: WindowInputs): Runtime.InferenceSession.FeedsType {
  return Object.fromEntries(Object.entries(inputs)
    .filter(([name]) => session.inputNames.includes(name))
    .map(([name, data]: [string, Int32Array]) => [name, new ort.Tensor('int32', data, [data.length])]))
}

/** The runtime's tensors without the runtime. */
export function scoresOf(outputs: Runtime.InferenceSession.OnnxValueMapType): WindowScores {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => {
    const tensor = value as Runtime.Tensor
    return [name, { data: tensor.data as Float32Array, dims: tensor.dims }]
  }))
}
