/**
 * What runs the network: one window of numbers in, one tensor a head out. A port, because two engines exist:
 * engine-wasm.ts (anywhere, the same bytes everywhere) and engine-native.ts (faster, only where it is installed).
 */

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
