/**
 * Happenings of an article in, the same with the earlier mention of the same one out: "The [bombing] … the [attack]" → one.
 * Scores hold across windows; an earlier mention counts where it speaks for more than a happening of its own would. What a text tells of again
 * it told of shortly before or at its beginning: in a text of thousands of happenings only those are compared.
 */
import type { Happening } from '../model.js'
import { dot, type Vectors } from './vectors.js'
import { distanceClass } from './word-distance.js'

/** @param distance score by class of distance: within a window by words (edges in eights), the last in another window */
export interface SameWeights { readonly distance: readonly number[] }

/** So many before a happening, and so many at the text's beginning: all there are in an article of some four thousand words. */
const NEAR = 240
const LEAD = 60

export interface SameInput { readonly later: Vectors; readonly earlier: Vectors; readonly weights: SameWeights; readonly windowOf: (token: number) => number }

/** In order of text. */
export function withSame(happenings: readonly Happening[], by: SameInput): Happening[] {
  return happenings.map((happening, at) => {
    let [best, highest] = [-1, 0]
    for (let before = 0; before < at; before = nextOf(before, at)) {
      const score = scoreOf(happening.head, happenings[before]!.head, by)
      if (score > highest) [best, highest] = [before, score]
    }
    return best < 0 ? happening : { ...happening, same: best, sameConfidence: 1 / (1 + Math.exp(-highest)) }
  })
}

/** From the beginning over to those near by. */
function nextOf(before: number, at: number): number {
  return before + 1 === LEAD ? Math.max(LEAD, at - NEAR) : before + 1
}

function scoreOf(later: number, earlier: number, { later: a, earlier: b, weights, windowOf }: SameInput): number {
  return dot(a.data, b.data, { i: later, j: earlier, width: a.width }) + (weights.distance[distanceClass(later, earlier, windowOf)] ?? 0)
}
