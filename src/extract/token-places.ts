/**
 * Which token stands at a place of the text.
 * In: tokens in order of text, a character's place. Out: the number of the first that begins there or later: of "said" for the place of its s.
 */
import type { Token } from '../model.js'

/** As many as there are tokens where none does. */
export function tokenFrom(tokens: readonly Pick<Token, 'start'>[], place: number): number {
  let low = 0, high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The one that begins there and nowhere else. */
export function tokenAt(tokens: readonly Pick<Token, 'start'>[], place: number | undefined): number {
  if (place === undefined) return -1
  const at = tokenFrom(tokens, place)
  return tokens[at]?.start === place ? at : -1
}
