import { describe, expect, test } from 'vitest'
import { meaningsOf } from '../../src/analyse/decode-references.js'
import type { Mention, Token } from '../../src/model.js'

/** "Ana Sol left ; the minister wept . Karl Brandt stayed": names end at words 1 and 8. */
const tokens = 'Ana|PROPN Sol|PROPN left|VERB ;|PUNCT the|DET minister|NOUN wept|VERB Karl|PROPN Brandt|PROPN'.split(' ').map((word): Token => {
  const [text = '', upos = ''] = word.split('|')
  return { text, upos, xpos: '', lemma: text, start: 0, end: 0, head: -1, deprel: 'dep', sentence: 0 }
})
const name = (start: number): Mention => ({ start, end: start + 2, head: start + 1, kind: 'person', form: 'name', confidence: 1 })
const mentions = [name(0), name(7)]
const vectors = (at: Readonly<Record<number, number>>) => ({ data: Float32Array.from(tokens, (_, i) => at[i] ?? 0), width: 1 })
const still = Array<number>(16).fill(0)

describe('whom a noun means', () => {
  test('is shared out among the places of names before and after it, and nobody', () => {
    const [, minister] = meaningsOf(tokens, mentions, { word: vectors({ 5: 1 }), name: vectors({ 1: 2, 8: -1 }), weights: { distance: still }, windowOf: () => 0 })
    expect(minister).toMatchObject({ token: 5, candidates: [{ mention: 0 }, { mention: 1 }] })
    const whole = 1 + Math.exp(2) + Math.exp(-1)
    expect(minister!.nobody).toBeCloseTo(1 / whole)
    expect(minister!.candidates[0]!.chance).toBeCloseTo(Math.exp(2) / whole)
  })

  test('leaves out what is very unlikely', () => {
    const [, minister] = meaningsOf(tokens, mentions, { word: vectors({ 5: 1 }), name: vectors({ 1: 2, 8: -9 }), weights: { distance: still }, windowOf: () => 0 })
    expect(minister!.candidates.map(({ mention }) => mention)).toEqual([0])
  })

  test('weighs a name that follows, or stands in another window, apart', () => {
    const distance = still.map((_, bucket) => (bucket >= 8 ? -9 : 0))
    const asked = (windowOf: (token: number) => number, weights: number[]) => meaningsOf(tokens, mentions, { word: vectors({}), name: vectors({}), weights: { distance: weights }, windowOf }).at(-1)!
    expect(asked(() => 0, distance).candidates.map(({ mention }) => mention)).toEqual([0])
    expect(asked((token) => Number(token > 4), still.map((_, bucket) => (bucket === 7 ? -9 : 0))).candidates.map(({ mention }) => mention)).toEqual([1])
  })

  test('is not asked of verbs, nor of words in names', () => {
    expect(meaningsOf(tokens, mentions, { word: vectors({}), name: vectors({}), weights: { distance: still }, windowOf: () => 0 }).map(({ token }) => token)).toEqual([4, 5])
  })
})
