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

test.each([
  ['the February 20 primary', '2016-02-06', '2016-02-20'],
  ['their Oct. 13 debate', '2015-11-13', '2015-10-13'],
  ['the March vote', '2016-01-08', '2016-03'],
])('a day that stands before a noun is the nearest one, whatever the verb far off says: “%s”', (words, date, value) => {
  const found = article(`Aides looked to ${words}.`, date)
  const noun = found.tokens.length - 2
  const tokens = found.tokens.map((token, at) => ({ ...token, upos: at === noun ? 'NOUN' : 'X', head: at === noun ? 1 : noun, ...(at === 1 && { head: -1, upos: 'VERB', xpos: 'VBD' }) }))
  expect(timesOf({ ...found, tokens }).map(({ from }) => from)).toEqual([value])
})

test('a meeting “on Thursday” that is to come may be on the day of the article', () => {
  const found = article('They will meet on Thursday.', '2022-07-07')
  const tokens = found.tokens.map((token, at) => ({ ...token, lemma: token.text, ...(at === 1 && { deprel: 'aux', head: 2 }), ...(at === 2 && { upos: 'VERB', xpos: 'VB' }), ...(at > 2 && { head: 2 }) }))
  expect(timesOf({ ...found, tokens }).map(({ from }) => from)).toEqual(['2022-07-07'])
})
