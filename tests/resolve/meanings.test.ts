import { describe, expect, test } from 'vitest'
import type { Meaning } from '../../src/model.js'
import { resolve } from '../../src/resolve/resolve.js'
import { analysedFrom } from './analysed.js'

/** What the only reference of a form means, where the network says how likely each mention is. */
function meant(sentences: readonly string[], form: 'nominal' | 'pronoun', meaning: Meaning): string | undefined {
  const resolved = resolve(analysedFrom(sentences, { meanings: [meaning] }))
  return resolved.references.find((each) => each.form === form && each.head === meaning.token)?.entity
}
const likely = (token: number, mention: number): Meaning => ({ token, nobody: 0.1, candidates: [{ mention, chance: 0.85 }] })
const nobody = (token: number): Meaning => ({ token, nobody: 0.95, candidates: [] })

describe('a description', () => {
  const town = ['[city Lima] and [city Arvo] voted .', '{place the|det>2 city} celebrated .']
  test('of a place leads to the one that is meant, not the nearest', () => {
    expect(meant(town, 'nominal', likely(6, 0))).toBe('place/lima')
    expect(meant(town, 'nominal', likely(6, 1))).toBe('place/arvo')
  })
  test('of a place that has no name leads nowhere', () => {
    expect(meant(town, 'nominal', nobody(6))).toBeUndefined()
  })
  test('of somebody leads to whom the network takes it to mean', () => {
    const two = ['[person Ana Sol] met [person Karl Brandt] .', '{person the|det>2 ecologist|nsubj>3} left .']
    expect(meant(two, 'nominal', likely(7, 0))).toBe('person/ana-sol')
    expect(meant(two, 'nominal', likely(7, 1))).toBe('person/karl-brandt')
  })
})

test('of two of whom a pronoun may speak it means the likelier', () => {
  const two = ['[person Paul Sol] met [person Karl Brandt] .', '{person he|nsubj>2} left .']
  expect(meant(two, 'pronoun', likely(6, 0))).toBe('person/paul-sol')
  expect(meant(two, 'pronoun', likely(6, 1))).toBe('person/karl-brandt')
})
