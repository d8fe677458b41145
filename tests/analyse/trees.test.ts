import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree } from '../../src/analyse/decode-trees.js'
import { table } from './tables.js'

const scoreOf = (rows: readonly (readonly number[])[], heads: ArrayLike<number>): number =>
  rows.reduce((sum, row, word) => sum + (row[(heads[word] ?? -1) + 1] ?? 0), 0)

function isTree(heads: readonly number[]): boolean {
  return heads.filter((head) => head < 0).length === 1 && heads.every((_, word) => {
    let at = word
    for (let steps = 0; at >= 0 && steps <= heads.length; steps++) at = heads[at] ?? -1
    return at < 0
  })
}

function* allHeads(size: number): Generator<number[]> {
  for (let code = 0; code < (size + 1) ** size; code++) {
    yield Array.from({ length: size }, (_, word) => Math.floor(code / (size + 1) ** word) % (size + 1) - 1)
  }
}

describe('trees', () => {
  it('take every word\'s best head where that is a tree', () => {
    const arc = table([[0, 0, 9, 0], [9, 0, 0, 0], [0, 0, 9, 0]])
    expect([...bestTree(arc, 0, 3)]).toEqual([1, -1, 1])
  })

  it('break a circle where it costs least', () => {
    const arc = table([[1, 0, 9, 0], [3, 9, 0, 0], [0, 0, 5, 0]])
    expect([...bestTree(arc, 0, 3)]).toEqual([1, -1, 1])
  })

  it('have one root, though two would score higher', () => {
    const arc = table([[9, 0, 1], [8, 1, 0]])
    expect([...bestTree(arc, 0, 2)]).toEqual([-1, 0])
  })

  it('count words of a later sentence from the window\'s start', () => {
    const arc = table([[9, 0, 0, 0, 0], [0, 9, 0, 0, 0], [0, 0, 0, 0, 9], [9, 0, 0, 0, 0]])
    expect([...bestTree(arc, 2, 4)]).toEqual([3, -1])
  })

  it('are the best of all trees, whatever the scores', () => {
    const size = 4
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: size + 1, maxLength: size + 1 }), { minLength: size, maxLength: size }), (rows) => {
      const heads = [...bestTree(table(rows), 0, size)]
      expect(isTree(heads)).toBe(true)
      const own = (candidate: readonly number[]): boolean => candidate.every((head, word) => head !== word)
      let best = -Infinity
      for (const candidate of allHeads(size)) if (own(candidate) && isTree(candidate)) best = Math.max(best, scoreOf(rows, candidate))
      expect(scoreOf(rows, heads)).toBe(best)
    }), { numRuns: 60 })
  })
})
