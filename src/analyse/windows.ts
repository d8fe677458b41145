/**
 * The words of an article in, the windows that the network reads out: [start] + whole sentences + [end], as many as fit.
 * Windows do not overlap, and each is run alone at its exact length: in company, padding would change its numbers.
 * A sentence longer than a window is cut into several.
 */
import type { WindowInputs } from './engine.js'
import { SHAPES, shapeOf } from './shapes.js'
import type { SpecialPieces, WordPieces } from './wordpiece.js'

/** Words `[start, end)` of the article with what the network is given for them. */
export interface Window { readonly start: number; readonly end: number; readonly inputs: WindowInputs }

/** Word ranges of sentences, in order. */
export type SentenceRange = { readonly start: number; readonly end: number }

/** How words become windows: see model.json. */
export interface Windowing {
  readonly piecesOf: WordPieces
  readonly special: SpecialPieces
  /** Most pieces of a window, without the two special ones. */
  readonly limit: number
  /** Most pieces of a word; the rest of a long web address tells nothing more. */
  readonly longestWord: number
}

export function windowsOf(words: readonly string[], sentences: readonly SentenceRange[], by: Windowing): Window[] {
  const pieces = words.map((word) => by.piecesOf(word).subarray(0, by.longestWord))
  const windows: Window[] = []
  let open: SentenceRange[] = []
  let used = 0
  const close = (): void => {
    if (open.length > 0) windows.push(windowOf(words, pieces, { parts: open, special: by.special }))
    open = []
    used = 0
  }
  for (const part of sentences.flatMap((sentence) => cut(sentence, pieces, by.limit))) {
    const length = lengthOf(part, pieces)
    if (used + length > by.limit) close()
    open.push(part)
    used += length
  }
  close()
  return windows
}

function windowOf(words: readonly string[], pieces: readonly Int32Array[], of: { parts: readonly SentenceRange[]; special: SpecialPieces }): Window {
  const numbers = [of.special.start]
  const shapes = [NO_SHAPE]
  const first: number[] = []
  const sentence: number[] = []
  of.parts.forEach((part, number) => {
    for (let word = part.start; word < part.end; word++) {
      first.push(numbers.length)
      sentence.push(number)
      const shape = shapeOf(words[word] ?? '')
      for (const piece of pieces[word] ?? []) { numbers.push(piece); shapes.push(shape) }
    }
  })
  numbers.push(of.special.end)
  shapes.push(NO_SHAPE)
  return {
    start: of.parts[0]?.start ?? 0, end: of.parts.at(-1)?.end ?? 0,
    inputs: {
      pieces: Int32Array.from(numbers), shapes: Int32Array.from(shapes),
      first: Int32Array.from(first), sentence: Int32Array.from(sentence),
    },
  }
}

/** A sentence as parts that each fit a window; nearly always the sentence itself. */
function cut(sentence: SentenceRange, pieces: readonly Int32Array[], limit: number): SentenceRange[] {
  const parts: SentenceRange[] = []
  let start = sentence.start
  let used = 0
  for (let word = sentence.start; word < sentence.end; word++) {
    const length = pieces[word]?.length ?? 0
    if (used + length > limit) {
      parts.push({ start, end: word })
      start = word
      used = 0
    }
    used += length
  }
  if (start < sentence.end) parts.push({ start, end: sentence.end })
  return parts
}

function lengthOf(range: SentenceRange, pieces: readonly Int32Array[]): number {
  let length = 0
  for (let word = range.start; word < range.end; word++) length += pieces[word]?.length ?? 0
  return length
}

/** The special pieces are no words. */
const NO_SHAPE = SHAPES.indexOf('other')
