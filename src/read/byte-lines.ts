/**
 * Bytes to lines, as slowly as they are taken.
 *
 *   in:  bytes in pieces of any size, from a file or standard input
 *   out: the bytes of a line at a time with its number, from 1 – { number: 3, bytes: `{"text": "Russia on Wednesday …"}` }
 *
 * Only a line feed ends a line: JSON may hold U+2028 as it stands, which others take for a line's end. Of a line that is too long
 * nothing is kept but its number, so that memory stays flat whatever comes in. What the bytes mean is not looked at.
 */
import { Problem } from '../problem.js'
import { LARGEST_FILE } from './decode.js'

const MEGABYTE = 1024 * 1024
const LINE_FEED = 10

export interface ByteLine {
  readonly number: number
  readonly bytes: Uint8Array
  /** Why there are no bytes. */
  readonly problem?: Problem
}

/** @param longest how many bytes a line may have */
export async function* byteLinesOf(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, longest = LARGEST_FILE): AsyncGenerator<ByteLine> {
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
      yield lineOf(kept, { number, size, longest })
      ;[kept, size, start, number] = [[], 0, end + 1, number + 1]
    }
    keep(piece.subarray(start))
  }
  yield lineOf(kept, { number, size, longest })
}

function lineOf(kept: readonly Uint8Array[], { number, size, longest }: { number: number; size: number; longest: number }): ByteLine {
  if (size <= longest) return { number, bytes: kept.length === 1 ? kept[0] as Uint8Array : Buffer.concat(kept) }
  return {
    number, bytes: new Uint8Array(),
    problem: new Problem('input', `Line ${number} is too long: ${Math.ceil(size / MEGABYTE)} MB, the limit is ${Math.ceil(longest / MEGABYTE)} MB`, 'Give one article a line.'),
  }
}
