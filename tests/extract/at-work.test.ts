import { expect, it } from 'vitest'
import { isAtWork, without } from '../../src/extract/at-work.js'

it('a rule is off only while something runs without it, also when that fails', () => {
  expect(without((rule) => rule === 'kinship', () => [isAtWork('kinship'), isAtWork('run-by')])).toEqual([false, true])
  expect(() => without(() => true, () => { throw new Error('stumbled') })).toThrow('stumbled')
  expect(isAtWork('kinship')).toBe(true)
})
