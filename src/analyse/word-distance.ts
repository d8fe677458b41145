/**
 * How far apart two words are, in classes that the heads for pairs over all windows have weights for.
 *   in:  two words of the article, and which window a word was read in – "bombing", word 3, and "attack", word 40
 *   out: within a window 0 to 6 by whole eighths of the words between (0, 1, 2, 4, 8, 16 and more), 7 in another window
 */
import { bucketOf } from './decode-coreference.js'

const EDGES = [0, 1, 2, 4, 8, 16, 32]
const WORDS_OF_CLASS = 8

export const DISTANCE_CLASSES = EDGES.length + 1

export function distanceClass(a: number, b: number, windowOf: (token: number) => number): number {
  if (windowOf(a) !== windowOf(b)) return EDGES.length
  return Math.min(bucketOf(Math.floor(Math.abs(a - b) / WORDS_OF_CLASS), EDGES), EDGES.length - 1)
}
