/**
 * One word in, the numbers of its pieces out: "Navalny" → nav · ##al · ##ny. The uncased BERT tokeniser, word by word:
 * control characters dropped, accents and case removed, marks split off, then the longest known piece first.
 * Equal to Hugging Face `tokenizers` (training/check_wordpiece.py). Not handled: text with white space (tokens have none).
 */

/** The pieces of one word; never empty: what has no letters left is the unknown piece. */
export type WordPieces = (word: string) => Int32Array

export interface SpecialPieces { readonly start: number; readonly end: number; readonly unknown: number }

const LONGEST_WORD = 100
const REMEMBERED_WORDS = 20_000
const PLAIN = /^[A-Za-z0-9]+$/
const CONTROL = /(?![\t\n\r])\p{C}|\uFFFD/gu
const ACCENT = /\p{Mn}/gu
/** A mark, or a CJK ideograph in the ranges that BERT isolates: each is a word of its own. */
const ALONE =
  /[!-/:-@[-`{-~]|\p{P}|[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B920}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u

/** Reads a vocabulary file: one piece a line, its number is the line's. */
export function parseVocabulary(text: string): Map<string, number> {
  const pieces = text.split(/\r?\n/)
  if (pieces.at(-1) === '') pieces.pop()
  return new Map(pieces.map((piece, number) => [piece, number]))
}

/** The tokeniser over a vocabulary, with a memory for words seen before (news repeats itself). */
export function wordPiecesOf(vocabulary: ReadonlyMap<string, number>, unknown: number): WordPieces {
  const seen = new Map<string, Int32Array>()
  return (word) => {
    const known = seen.get(word)
    if (known) return known
    const numbers: number[] = []
    for (const part of plainParts(word)) numbers.push(...longestFirst(part, vocabulary, unknown))
    const pieces = Int32Array.from(numbers.length > 0 ? numbers : [unknown])
    if (seen.size >= REMEMBERED_WORDS) seen.clear()
    seen.set(word, pieces)
    return pieces
  }
}

/** Lower-cased parts without accents, marks on their own: "O’Brien" → o · ’ · brien. */
function plainParts(word: string): string[] {
  if (PLAIN.test(word)) return [word.toLowerCase()]
  const parts: string[] = []
  let part = ''
  for (const char of word.replace(CONTROL, '').normalize('NFD').replace(ACCENT, '')) {
    // Letter by letter, because a whole word's final capital sigma would become another letter than the reference's.
    const lower = char.toLowerCase()
    if (!ALONE.test(char) && !/\s/u.test(char)) { part += lower; continue }
    if (part) parts.push(part)
    part = ''
    if (!/\s/u.test(char)) parts.push(lower)
  }
  if (part) parts.push(part)
  return parts
}

function longestFirst(part: string, vocabulary: ReadonlyMap<string, number>, unknown: number): number[] {
  const chars = [...part]
  if (chars.length > LONGEST_WORD) return [unknown]
  const numbers: number[] = []
  for (let at = 0; at < chars.length;) {
    let end = chars.length
    let number: number | undefined
    for (; end > at; end--) {
      number = vocabulary.get((at > 0 ? '##' : '') + chars.slice(at, end).join(''))
      if (number !== undefined) break
    }
    if (number === undefined) return [unknown]
    numbers.push(number)
    at = end
  }
  return numbers
}
