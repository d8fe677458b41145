import { describe, expect, it } from 'vitest'
import { antecedentsOf } from '../../src/analyse/decode-coreference.js'
import { relationCandidatesOf } from '../../src/analyse/decode-relations.js'
import { meanOfEnds } from '../../src/analyse/vectors.js'
import type { Mention } from '../../src/model.js'
import { tokensOf } from './tables.js'

const name = (start: number, end: number, kind: Mention['kind'] = 'person'): Mention => ({ start, end, head: end - 1, kind, form: 'name', confidence: 1 })
const weights = { edges: [0, 1, 2], distance: [0, 0, 0, -1], match: [0, 1, 2, 3] }
const vectors = (...rows: readonly number[][]) => ({ data: Float32Array.from(rows.flat()), width: rows[0]?.length ?? 0 })

describe('vectors', () => {
  it('of a mention are the mean of its ends', () => {
    expect([...meanOfEnds(vectors([1, 0], [9, 9], [3, 2]), [{ start: 0, end: 3 }])]).toEqual([2, 1])
  })
})

describe('antecedents', () => {
  const tokens = tokensOf('Emmanuel/PROPN/2/flat Macron/PROPN/3/nsubj met/VERB/0/root Putin/PROPN/3/obj', 'He/PRON/2/nsubj left/VERB/0/root', 'Macron/PROPN/2/nsubj spoke/VERB/0/root')
  const mentions = [name(0, 2), name(3, 4), { ...name(4, 5), form: 'pronoun' as const }, name(6, 7)]
  const zero = vectors(...tokens.map(() => [0, 0]))

  it('rise with the same words and a fitting vector', () => {
    const later = vectors(...tokens.map((_, i) => i === 4 ? [0, 5] : [0, 0]))
    const earlier = vectors(...tokens.map((_, i) => i === 3 ? [0, 1] : [0, 0]))
    const found = antecedentsOf(tokens, mentions, { later, earlier, weights })
    expect(found.find((a) => a.mention === 2)).toMatchObject({ antecedent: 1, score: 5 })
    expect(found.find((a) => a.mention === 3)).toMatchObject({ antecedent: 0, score: 2 })
  })

  it('never come later, are five at most, and the best comes first', () => {
    const many = tokensOf(Array.from({ length: 9 }, () => 'Macron/PROPN/0/root').join(' '))
    const found = antecedentsOf(many, many.map((_, i) => name(i, i + 1)), { later: vectors(...many.map(() => [0])), earlier: vectors(...many.map(() => [0])), weights })
    expect(found.every((a) => a.antecedent < a.mention)).toBe(true)
    expect(found.filter((a) => a.mention === 8)).toHaveLength(5)
    expect(found.find((a) => a.mention === 8)?.antecedent).toBe(7)
  })

  it('are not the part of a nested mention', () => {
    const nested = [{ ...name(0, 4), form: 'nominal' as const, head: 2 }, name(3, 4)]
    expect(antecedentsOf(tokens, nested, { later: zero, earlier: zero, weights }).filter((a) => a.mention === 1)).toEqual([])
  })

  it('reach far back to a name that ends in the same word', () => {
    const far = tokensOf(...Array.from({ length: 400 }, (_, i) => `${i === 0 || i === 399 ? 'Macron' : `Name${i}`}/PROPN/0/root`))
    const at = { edges: [0], distance: [0, 0], match: [-9, -9, -9, 4] }
    const none = vectors(...far.map(() => [0]))
    expect(antecedentsOf(far, far.map((_, i) => name(i, i + 1)), { later: none, earlier: none, weights: at })).toEqual([{ mention: 399, antecedent: 0, score: 4 }])
  })
})

describe('relation candidates', () => {
  const tokens = tokensOf('Merkel/PROPN/2/nsubj leads/VERB/0/root Germany/PROPN/2/obj', 'x/X/0/root', 'y/X/0/root', 'France/PROPN/0/root')
  const relations = { names: ['head_of_gov'], weights: Float32Array.from([1, 1]), bias: [-2], temperatures: [1], threshold: 0 }
  const subjects = vectors(...tokens.map((_, i) => i === 0 ? [3, 0] : [0, 0]))
  const objects = vectors(...tokens.map((_, i) => i === 2 || i === 5 ? [2, 0] : [0, 0]))
  const mentions = [name(0, 1), name(2, 3, 'country'), name(5, 6, 'country')]

  it('join mentions that stand near each other, in the right direction', () => {
    const found = relationCandidatesOf(tokens, mentions, { subjects, objects, weights: relations })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ subject: 0, object: 1, relation: 'head_of_gov' })
    expect(found[0]?.confidence).toBeCloseTo(1 / (1 + Math.exp(-4)), 4)
  })

  it('leave out what no relation is about', () => {
    const sums = mentions.map((mention) => ({ ...mention, kind: 'money' as const }))
    expect(relationCandidatesOf(tokens, sums, { subjects, objects, weights: relations })).toEqual([])
  })
})
