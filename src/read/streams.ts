/**
 * What comes through a pipe, whose name tells nothing of its form.
 *
 *   in:  the bytes of standard input – `{"text": "Russia on Wednesday …"}`, a line feed, `{"text": …`
 *   out: its lines, one after the other as they come, where each is an article of its own; all bytes together for everything else
 *
 * Articles line by line may be any number; everything else may be as large as a file. JSON Lines in UTF-16 are read as a whole.
 */
import { byteLinesOf, type ByteLine } from './byte-lines.js'
import { LARGEST_FILE, tooLarge } from './decode.js'
import { isJson, type Format } from './formats.js'

export type Streamed = { readonly bytes: Uint8Array } | { readonly lines: AsyncIterable<ByteLine> }

const LINE_FEED = 10, SPACE = 32

/** @param format where it is known @throws Problem `input` for what is too large to be read as one */
export async function readStream(stream: AsyncIterable<Uint8Array>, source: string, format?: Format): Promise<Streamed> {
  if (format === 'jsonl') return { lines: byteLinesOf(stream) }
  const pieces = stream[Symbol.asyncIterator]()
  const kept: Uint8Array[] = []
  let size = 0
  // Where the caller knows the form, nothing is guessed.
  let isUnclear = format === undefined
  const hasLine = lineWatch()
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    kept.push(next.value)
    size += next.value.length
    if (isUnclear && hasLine(next.value)) {
      const areLines = areArticleLines(Buffer.concat(kept).toString())
      if (areLines === true) return { lines: byteLinesOf(rest(kept, pieces)) }
      isUnclear = areLines === undefined
    }
    if (size > LARGEST_FILE) throw tooLarge(source, size)
  }
  return { bytes: Buffer.concat(kept) }
}

/** Whether a piece can make it clear: it has more than white space, and a first line has come to its end. */
function lineWatch(): (piece: Uint8Array) => boolean {
  let hasInk = false, hasEnd = false
  return (piece) => {
    const ink = piece.findIndex((byte) => byte > SPACE)
    const from = hasInk ? 0 : ink
    hasInk ||= ink >= 0
    hasEnd ||= hasInk && piece.indexOf(LINE_FEED, from) >= 0
    return hasEnd && ink >= 0
  }
}

async function* rest(kept: readonly Uint8Array[], pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* kept
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
}

/**
 * Whether what begins so is JSON Lines: its first line is an object by itself, and another line follows. Of one line alone it cannot be
 * told: it may be a feed, or hold a list of articles.
 * @returns undefined as long as it is not clear
 */
function areArticleLines(start: string): boolean | undefined {
  const text = start.replace(/^\uFEFF/, '').trimStart()
  const end = text.indexOf('\n')
  if (end < 0) return text === '' || text.startsWith('{') ? undefined : false
  const first = text.slice(0, end).trimEnd()
  if (!first.startsWith('{') || !first.endsWith('}')) return false
  const second = text.slice(end).trimStart()
  if (second === '') return undefined
  return second.startsWith('{') || isJson(first)
}
