/**
 * What a form gives: text or bytes, and in which file of the export they go.
 * In: nothing. Out: the types that every form has in common: `{ file: "roles.csv", chunk: "holding:bf16…,Liis Kaarep,…" }`.
 */
import type { Telling } from './model.js'

/** The next piece of a file; the pieces of several files may come mixed. */
export interface Piece {
  readonly file: string
  readonly chunk: string | Uint8Array
}

export type Chunks = AsyncIterable<string | Uint8Array>

/** A form that fits into one file, a folder of files, or either. */
export interface Form {
  /** For a file, or standard output. */
  readonly file?: (telling: Telling, target: Target) => Chunks
  /** For a folder. */
  readonly folder?: (telling: Telling) => AsyncIterable<Piece>
  /** How the name of its one file ends: ".csv". */
  readonly ending?: string
}

export interface Target {
  /** It goes to another program, not into a file. */
  readonly isPipe: boolean
}
