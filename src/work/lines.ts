/**
 * Bytes to lines, as slowly as they are taken.
 *
 *   in:  the bytes of standard input, in pieces of any size
 *   out: a line at a time with its number, from 1 – { number: 3, text: '{"text": "Russia on Wednesday …"}' }
 *
 * Only a line feed ends a line: JSON may hold U+2028 as it stands, which others take for a line's end. Empty lines are left
 * out. Of a line that is too long nothing is kept but its number, so that memory stays flat whatever comes in.
 */
import { Problem } from '../problem.js'

const MEGABYTE = 1024 * 1024
/** As large as the largest file that is read. */
const LONGEST_LINE = 64 * MEGABYTE
const LINE_FEED = 10

export interface Line {
  readonly number: number
  readonly text: string
  /** Why there is no text. */
  readonly problem?: Problem
}

/** @param longest how many bytes a line may have */
export async function* linesOf(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let number = 1
  let kept: Uint8Array[] = []
  let size = 0
  const keep = (piece: Uint8Array): void => {
    size += piece.length
    if (size > longest) kept = []
    else kept.push(piece)
  }
  for await (const piece of bytes) {
    let start = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      keep(piece.subarray(start, end))
      yield* lineOf(kept, { number, size, longest })
      ;[kept, size, start, number] = [[], 0, end + 1, number + 1]
    }
    keep(piece.subarray(start))
  }
  yield* lineOf(kept, { number, size, longest })
}

function* lineOf(kept: readonly Uint8Array[], { number, size, longest }: { number: number; size: number; longest: number }): Generator<Line> {
  if (size > longest) {
    yield { number, text: '', problem: new Problem('input', `Line ${number} is too long: ${Math.ceil(size / MEGABYTE)} MB, the limit is ${Math.ceil(longest / MEGABYTE)} MB`, 'Give one article a line.') }
    return
  }
  const text = Buffer.concat(kept).toString()
  if (text.trim() !== '') yield { number, text }
}
