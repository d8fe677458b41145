/**
 * Bytes to lines of text, as slowly as they are taken.
 *
 *   in:  the bytes of standard input, in pieces of any size
 *   out: a line at a time with its number, from 1 – { number: 3, text: '{"text": "Russia on Wednesday …"}' }
 *
 * Empty lines are left out. In place of one that is too long comes why.
 */
import type { Problem } from '../problem.js'
import { byteLinesOf } from '../read/byte-lines.js'

export interface Line {
  readonly number: number
  readonly text: string
  /** Why there is no text. */
  readonly problem?: Problem
}

/** @param longest how many bytes a line may have; by default as many as the largest file that is read */
export async function* linesOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, longest?: number): AsyncGenerator<Line> {
  for await (const { number, bytes, problem } of byteLinesOf(pieces, longest)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
    if (problem) yield { number, text: '', problem }
    else if (text.trim() !== '') yield { number, text }
  }
}
