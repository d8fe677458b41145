import { describe, expect, it } from 'vitest'
import { isOutOfMemory, Problem } from '../src/problem.js'

const attempt = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('A lack of memory', () => {
  it.each<[string, () => unknown]>([
    ['a string', () => 'x'.repeat(2 ** 30)], ['a list', () => new Array(-1)], ['bytes', () => new Uint8Array(2 ** 53)], ['a buffer', () => new ArrayBuffer(2 ** 52)],
  ])('is known by what the engine says: %s', (_, act) => {
    expect(isOutOfMemory(attempt(act))).toBe(true)
  })

  it('is told from what is wrong otherwise', () => {
    for (const other of [new RangeError('Invalid code point -1'), new Error('allocation failed'), new TypeError('x'), new Problem('input', 'x', 'y'), 'x', undefined]) expect(isOutOfMemory(other)).toBe(false)
  })
})
