/**
 * A word in, its letter-case class out: "NATO" is upper, "Macron" title, "iPhone" mixed. The uncased pieces have lost
 * this; the network is given it back. The twin of `shape_of` in training/pieces.py.
 */

/** The classes in the order that the network knows. */
export const SHAPES = ['other', 'lower', 'title', 'upper', 'mixed', 'digit', 'punct'] as const

const LETTERS = /\p{L}/gu
const MARKS = /^[!-/:-@[-`{-~\p{P}]+$/u
const LOWER_ASCII = /^[a-z]+$/

/** Number of a word's class in `SHAPES`. */
export function shapeOf(word: string): number {
  return SHAPES.indexOf(nameOf(word))
}

function nameOf(word: string): (typeof SHAPES)[number] {
  if (LOWER_ASCII.test(word)) return 'lower'
  const letters = word.match(LETTERS) ?? []
  if (letters.length === 0) return /\p{Nd}/u.test(word) ? 'digit' : MARKS.test(word) ? 'punct' : 'other'
  const isLower = (letter: string): boolean => letter === letter.toLowerCase()
  const capitals = letters.filter((letter) => !isLower(letter)).length
  if (capitals === 0) return 'lower'
  if (capitals === 1 && !isLower(letters[0] ?? '')) return 'title'
  return capitals === letters.length ? 'upper' : 'mixed'
}
