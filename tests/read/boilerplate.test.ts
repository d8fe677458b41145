import { describe, expect, test } from 'vitest'
import { LINE_RULES, isBoilerplate } from '../../src/read/html/boilerplate.js'

describe.each(LINE_RULES)('the rule "$name"', ({ pattern, matches, misses }) => {
  test.each(matches)('matches %j', (line) => {
    expect(line).toMatch(pattern)
  })
  test.each(misses)('leaves %j alone, as do all others', (line) => {
    expect(isBoilerplate(line)).toBe(false)
  })
})
