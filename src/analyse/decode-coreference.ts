/**
 * Mentions and two vectors a word in, candidates for "refers to the same" out: "he" ← "Macron", "the French leader".
 * A score above 0 says: rather this antecedent than none. The near mentions are all compared; of the far ones only
 * names that end in the same word, so that the cost stays linear.
 */
import type { Antecedent, Mention, Token } from '../model.js'
import { dot, meanOfEnds, type Vectors } from './vectors.js'

/** Learned weights beside the vectors, by sentence distance and by how alike the words are; see model.json. */
export interface CoreferenceWeights {
  /** Largest sentence distance of each bucket but the last. */
  readonly edges: readonly number[]
  readonly distance: readonly number[]
  /** Different, same last word, one inside the other, equal. */
  readonly match: readonly number[]
}

const NEAR = 160
const FAR_NAMES = 12
const KEPT = 5
/** Below this an antecedent is not worth looking at. */
const LEAST_SCORE = -2

export interface CoreferenceScores { readonly later: Vectors; readonly earlier: Vectors; readonly weights: CoreferenceWeights }

export function antecedentsOf(tokens: readonly Token[], mentions: readonly Mention[], scores: CoreferenceScores): Antecedent[] {
  const spans = mentions.map(spanForScores)
  const words = spans.map((span) => tokens.slice(span.start, span.end).map((token) => token.text.toLowerCase()))
  const later = meanOfEnds(scores.later, spans)
  const earlier = meanOfEnds(scores.earlier, spans)
  const namesByLastWord = new Map<string, number[]>()
  const found: Antecedent[] = []
  mentions.forEach((mention, i) => {
    const candidates: Antecedent[] = []
    for (const j of earlierOnes(i, namesByLastWord.get(words[i]?.at(-1) ?? '') ?? [])) {
      const other = mentions[j]
      if (!other || other.end > mention.start) continue // nested: the whole is not its part
      const distance = (tokens[mention.start]?.sentence ?? 0) - (tokens[other.start]?.sentence ?? 0)
      const score = dot(later, earlier, { i, j, width: scores.later.width }) +
        (scores.weights.distance[bucketOf(distance, scores.weights.edges)] ?? 0) +
        (scores.weights.match[likeness(words[i] ?? [], words[j] ?? [])] ?? 0)
      if (score > LEAST_SCORE) candidates.push({ mention: i, antecedent: j, score })
    }
    found.push(...candidates.sort((a, b) => b.score - a.score || b.antecedent - a.antecedent).slice(0, KEPT))
    if (mention.form === 'name') remember(namesByLastWord, words[i]?.at(-1) ?? '', i)
  })
  return found
}

/** The words that stand for a mention in the scores: a name's own, else the head alone, as in training. */
export function spanForScores(mention: Mention): { start: number; end: number } {
  return mention.form === 'name' || mention.kind === 'role' ? mention : { start: mention.head, end: mention.head + 1 }
}

function* earlierOnes(i: number, far: readonly number[]): Generator<number> {
  const near = Math.max(0, i - NEAR)
  for (const j of far.slice(-FAR_NAMES)) if (j < near) yield j
  for (let j = near; j < i; j++) yield j
}

function remember(names: Map<string, number[]>, word: string, mention: number): void {
  const known = names.get(word)
  if (known) known.push(mention)
  else names.set(word, [mention])
}

/** Bucket of a distance: how many edges lie below it. */
export function bucketOf(distance: number, edges: readonly number[]): number {
  const far = Math.abs(distance)
  let bucket = 0
  while (bucket < edges.length && (edges[bucket] ?? 0) < far) bucket++
  return bucket
}

/** 3 equal, 2 one inside the other, 1 same last word, 0 different. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  for (let at = 0; at + short.length <= long.length; at++) {
    if (short.every((word, k) => word === long[at + k])) return short.length === long.length ? 3 : 2
  }
  return a.at(-1) === b.at(-1) ? 1 : 0
}
