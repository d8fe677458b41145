import { describe, expect, test } from 'vitest'
import { LINE_RULES, isBoilerplate } from '../../src/read/boilerplate.js'
import { CLOSING_RULES } from '../../src/read/closing-rules.js'

describe.each(LINE_RULES)('the rule "$name"', ({ pattern, matches, misses }) => {
  test.each(matches)('matches %j', (line) => {
    expect(line).toMatch(pattern)
  })
  test.each(misses)('leaves %j alone, as do all others', (line) => {
    expect(isBoilerplate(line)).toBe(false)
  })
})

describe.each(CLOSING_RULES)('the rule "$name" for the end of an article', ({ pattern, matches, misses }) => {
  test.each(matches)('matches %j', (words) => {
    expect(words).toMatch(pattern)
  })
  test.each(misses)('leaves %j alone, as do all others', (words) => {
    expect(CLOSING_RULES.filter((rule) => rule.pattern.test(words))).toEqual([])
  })
})
