import { describe, expect, test } from 'vitest'
import { timeRules } from '../../src/resolve/time-rules.js'
import { timesOf } from '../../src/resolve/times.js'
import { tokenise } from '../../src/analyse/tokens.js'
import type { Analysed } from '../../src/model.js'
import { analysedFrom } from './analysed.js'

/** An article of one sentence in the past tense, with the product's own tokens. */
function article(text: string, date?: string): Analysed {
  const empty = analysedFrom(['x'], date ? { date } : {})
  const tokens = tokenise(text).map((token) => ({ ...token, lemma: token.text, upos: 'X', xpos: 'X', head: -1, deprel: 'dep', sentence: 0 }))
  return { ...empty, text, tokens, sentences: [{ start: 0, end: tokens.length, block: 0 }] }
}

describe.each(timeRules.map((rule) => [rule.name, rule] as const))('time rule %s', (_, rule) => {
  test.each(rule.matches.map(([text, value]) => [text, value] as const))('reads “%s” as %s', (text, value) => {
    expect(timesOf(article(`It was in ${text}.`, '2022-07-07')).map((time) => time.from)).toContain(value)
  })
  test.each(rule.misses.map((text) => [text] as const))('does not read “%s”', (text) => {
    const whole = rule.pattern.exec(text)
    expect(whole?.[0] === text && rule.resolve(whole, { date: '2022-07-07', tense: 'past', before: '', after: '' })).toBeFalsy()
  })
})

test('weekdays in an article without a date stay unresolved, years do not', () => {
  expect(timesOf(article('It was on Monday, in 1989.')).map((time) => time.from)).toEqual(['1989'])
})

test('a range of days has an end', () => {
  expect(timesOf(article('They met between 2012 and 2017.', '2022-07-07'))).toMatchObject([{ from: '2012', until: '2017' }])
})
