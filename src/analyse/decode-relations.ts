/**
 * Mentions and two vectors a word in, relation candidates out: "[Merkel] … [Germany]": head_of_gov, 0.94. Only mentions
 * of one sentence are compared; what holds between entities is decided when they are known.
 */
import type { Mention, MentionKind, RelationCandidate, Token } from '../model.js'
import { spanForScores } from './decode-coreference.js'
import { meanOfEnds, type Vectors } from './vectors.js'

/** A relation's say in each dimension, and its bias; see model.json. */
export interface RelationWeights {
  readonly names: readonly string[]
  /** Row-major: relation by relation. */
  readonly weights: Float32Array
  readonly bias: readonly number[]
  readonly temperatures: readonly number[]
  /** Score above which a relation between two entities, over all their mentions, is to be believed. */
  readonly threshold: number
}

export interface RelationScores { readonly subjects: Vectors; readonly objects: Vectors; readonly weights: RelationWeights }

const LEAST_CONFIDENCE = 0.2
/** "its leader" may stand in a relation, "the talks" do not. */
const DESCRIBED: ReadonlySet<MentionKind> = new Set<MentionKind>(['person', 'organization', 'outlet', 'place', 'role'])
const OUTSIDE: ReadonlySet<MentionKind> = new Set<MentionKind>(['money', 'other'])

export function relationCandidatesOf(tokens: readonly Token[], mentions: readonly Mention[], scores: RelationScores): RelationCandidate[] {
  const spans = mentions.map(spanForScores)
  const subjects = meanOfEnds(scores.subjects, spans)
  const objects = meanOfEnds(scores.objects, spans)
  const width = scores.subjects.width
  const product = new Float32Array(width)
  const found: RelationCandidate[] = []
  for (const [subject, object] of pairs(tokens, mentions)) {
    for (let k = 0; k < width; k++) product[k] = (subjects[subject * width + k] ?? 0) * (objects[object * width + k] ?? 0)
    for (const { relation, confidence } of likely(product, scores.weights)) found.push({ subject, object, relation, confidence })
  }
  return found
}

function likely(product: Float32Array, { names, weights, bias, temperatures }: RelationWeights): { relation: string; confidence: number }[] {
  const found: { relation: string; confidence: number }[] = []
  names.forEach((relation, r) => {
    let score = bias[r] ?? 0
    const from = r * product.length
    for (let k = 0; k < product.length; k++) score += (product[k] ?? 0) * (weights[from + k] ?? 0)
    const confidence = 1 / (1 + Math.exp(-score / (temperatures[r] ?? 1)))
    if (confidence >= LEAST_CONFIDENCE) found.push({ relation, confidence })
  })
  return found
}

/** Ordered pairs of mentions of one sentence that may stand in a relation. */
function* pairs(tokens: readonly Token[], mentions: readonly Mention[]): Generator<readonly [number, number]> {
  for (let i = 0; i < mentions.length; i++) {
    for (let j = i + 1; j < mentions.length; j++) {
      const [a, b] = [mentions[i], mentions[j]]
      if (!a || !b) continue
      if (tokens[b.start]?.sentence !== tokens[a.start]?.sentence) break
      if (!canRelate(a) || !canRelate(b) || (a.form !== 'name' && b.form !== 'name')) continue
      yield [i, j]
      yield [j, i]
    }
  }
}

function canRelate({ kind, form }: Mention): boolean {
  return form === 'nominal' ? DESCRIBED.has(kind) : !OUTSIDE.has(kind)
}
