/**
 * Names, and two vectors a word, in; whom nouns and pronouns mean out: "the [minister]" → [Lavrov] .93, "a police [spokesman]" → nobody .88.
 * Every place of a name shares out what is not nobody's; which places name one person is not yet known here. Scores hold across windows.
 * Not handled: words that mean several who are named ("they").
 */
import type { Mention, Meaning, Token } from '../model.js'
import { dot, type Vectors } from './vectors.js'
import { DISTANCE_CLASSES, distanceClass } from './word-distance.js'

/** @param distance score by class of distance: within a window by words (edges in eights), the eighth in another window; first the names before, then those after */
export interface ReferWeights { readonly distance: readonly number[] }

export interface ReferInput { readonly word: Vectors; readonly name: Vectors; readonly weights: ReferWeights; readonly windowOf: (token: number) => number }

/** Names looked at before and after a word, so that the cost stays linear. */
const BEFORE = 120, AFTER = 24
const KEPT = 8

/** Of every noun and pronoun that is no part of a name; chances of the likeliest places, in order of text. */
export function meaningsOf(tokens: readonly Token[], mentions: readonly Mention[], by: ReferInput): Meaning[] {
  const names = mentions.flatMap(({ form, start, end }, mention) => (form === 'name' ? [{ mention, start, last: end - 1 }] : []))
  const found: Meaning[] = []
  let next = 0
  tokens.forEach(({ upos }, token) => {
    while (next < names.length && names[next]!.start <= token) next++
    if (!/^(NOUN|PROPN|PRON|ADJ|DET)$/.test(upos) || (names[next - 1]?.last ?? -1) >= token) return
    const near = names.slice(Math.max(0, next - BEFORE), next + AFTER)
    const shares = near.map(({ last }) => Math.exp(scoreOf(token, last, by)))
    const whole = 1 + shares.reduce((sum, share) => sum + share, 0)
    const candidates = near.map(({ mention }, i) => ({ mention, chance: shares[i]! / whole })).filter(({ chance }) => chance >= 0.005)
      .toSorted((a, b) => b.chance - a.chance || b.mention - a.mention).slice(0, KEPT)
    found.push({ token, nobody: 1 / whole, candidates })
  })
  return found
}

function scoreOf(token: number, name: number, { word, name: names, weights, windowOf }: ReferInput): number {
  const distance = distanceClass(token, name, windowOf) + (name > token ? DISTANCE_CLASSES : 0)
  return dot(word.data, names.data, { i: token, j: name, width: word.width }) + (weights.distance[distance] ?? 0)
}
