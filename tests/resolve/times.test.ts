import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReal } from '../../src/resolve/calendar.js'
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

const timesIn = (text: string): string[] => timesOf(article(text, '2022-07-07')).map(({ from, until }) => (until ? `${from}/${until}` : from))

test.each([
  'The treaty was signed on February 30, 2021.', 'The treaty was signed on 31 June 2021.', 'The treaty was signed on 2020-13-45.', 'The treaty was signed on 2021-02-29.',
  'The treaty was signed on 31.11.2021.', 'The treaty was signed from 29 to 31 June 2021.', 'The treaty was signed 400 decades ago.',
])('there is no such day in “%s”, and nothing is made of its parts', (text) => {
  expect(timesIn(text)).toEqual([])
})

test('a day that the month does not have leaves the month: the number counts something else', () => {
  expect(timesIn('In June 35 people left.')).toEqual(['2022-06'])
})

test('days that exist stay, in leap years too', () => {
  expect(timesIn('They met on February 29, 2020, on 31 December 2021 and on 2021-02-28.')).toEqual(['2020-02-29', '2021-12-31', '2021-02-28'])
})

test.each([
  ['They met from 28 June to 3 July.', ['2022-06-28/2022-07-03']],
  ['The fair ran from Monday to Wednesday.', ['2022-07-04/2022-07-06']],
  ['The line was closed between November 2021 and March 2022.', ['2021-11/2022-03']],
  ['The league was won in 2012-13 and in 2015.', ['2012/2013', '2015']],
  ['The fair ran from 15 to 12 June.', ['2022-06-12']],
  ['Profits fell in the second quarter of last year.', ['2021-04/2021-06']],
  ['The scorers met in the third quarter.', []],
  ['Eleven boats sank in the past two weeks.', ['2022-06-23/2022-07-07']],
  ['The harbour froze over the weekend.', ['2022-07-02/2022-07-03']],
  ['The choirs met in the first weekend of June.', ['2022-06-04/2022-06-05']],
])('a stretch has a beginning and an end in “%s”', (text, times) => {
  expect(timesIn(text)).toEqual(times)
})

test.each([
  ['The river rose on Sunday. The next day, families fled.', ['2022-07-03', '2022-07-04']],
  ['The mill burnt down in May 2019; two months later it was sold.', ['2019-05', '2019-07']],
  ['He was held on Tuesday after a theft at 9:30 p.m.', ['2022-07-05', '2022-07-05T21:30']],
  ['The next day families fled, three days later at 9:30 p.m. they were back.', []],
])('what is counted from another time needs one before it: “%s”', (text, times) => {
  expect(timesIn(text)).toEqual(times)
})

test('a time that was told long ago is nothing to count from', () => {
  const found = article('On Sunday it rained. Boats sank. Roads closed. Bells rang. The next day was dry.', '2022-07-07')
  let sentence = 0
  const tokens = found.tokens.map((token) => ({ ...token, sentence: token.text === '.' ? sentence++ : sentence }))
  expect(timesOf({ ...found, tokens }).map(({ from }) => from)).toEqual(['2022-07-03'])
})

test.each([
  'Shoppers queued on Black Friday.', 'Fans of Sheffield Wednesday sang.', 'Flight 1999 landed.', 'A Boeing 2000 landed.', 'Room 1945 was empty.',
  'About 2000 sailors left.', 'They watched Monday Night Football.', 'The siege lasted three weeks.', 'He got a 90-day term.',
  'The pact was signed on 31 April.', 'The pact was signed on June 31.',
])('there is no time in “%s”', (text) => {
  expect(timesIn(text)).toEqual([])
})

test('a year before what it is of is one, whatever the plural after it', () => {
  expect(timesIn('The 2019 elections were annulled, and in 2020 rebels came.')).toEqual(['2019', '2020'])
})

/** One clause: its verb with its helpers, and a time that hangs on the verb by its last word. */
function clause(notation: string, date: string): string[] {
  const words = notation.split(' ').map((each) => each.split('|'))
  const found = article(`${words.map(([word]) => word).join(' ')}.`, date)
  const verb = words.findIndex(([, , relation]) => relation === 'root')
  const tokens = found.tokens.map((token, at) => {
    const [, xpos = 'X', relation = 'dep'] = words[at] ?? []
    const lemma = token.text.toLowerCase().replace(/s$/u, '')
    return { ...token, lemma, xpos, upos: xpos.startsWith('VB') ? 'VERB' : 'PROPN', deprel: relation, head: at === verb ? -1 : verb }
  })
  return timesOf({ ...found, tokens }).map(({ from, until }) => (until ? `${from}/${until}` : from))
}

test.each([
  ['It was|VBD|aux held|VBN|root on 12 March', '2023-03-12'],
  ['It was|VBD|aux held|VBN|root on the second Tuesday of March', '2023-03-14'],
  ['It ran|VBD|root from 12 to 15 March', '2023-03-12/2023-03-15'],
  ['It opens|VBZ|root on Friday', '2024-03-08'],
  ['It opens|VBZ|root on 1 March', '2025-03-01'],
  ['It leaves|VBZ|root on Friday', '2024-03-08'],
  ['It is|VBZ|aux to|TO|mark meet|VB|root on Friday', '2024-03-08'],
  ['It must|MD|aux close|VB|root by Friday', '2024-03-08'],
  ['It may|MD|aux have|VB|aux closed|VBN|root on Friday', '2024-03-01'],
  ['It will|MD|aux run|VB|root from Thursday to Sunday', '2024-03-07/2024-03-10'],
  ['It will|MD|aux open|VB|root on the 4th', '2024-04-04'],
  ['It has|VBZ|aux shut|VBN|root since June', '2023-06'],
  ['It is|VBZ|aux shut|VBN|root since 12 March', '2023-03-12'],
  ['It is|VBZ|aux shut|VBN|root since Friday', '2024-03-01'],
  ['It will|MD|aux open|VB|root over the weekend', '2024-03-09/2024-03-10'],
])('the verb tells on which side of Tuesday 5 March 2024 it lies: “%s”', (notation, time) => {
  expect(clause(notation, '2024-03-05')).toEqual([time])
})

test('a day that a clause itself is on is to come', () => {
  const found = article('The vote is on Friday.', '2024-03-05')
  const tokens = found.tokens.map((token, at) => ({
    ...token, upos: at === 2 ? 'AUX' : 'PROPN', xpos: at === 2 ? 'VBZ' : 'NNP', deprel: at === 2 ? 'cop' : 'dep', head: at === 4 ? -1 : 4,
  }))
  expect(timesOf({ ...found, tokens }).map(({ from }) => from)).toEqual(['2024-03-08'])
})

test('every time is a real one, whatever is written', () => {
  const number = fc.nat(9999).map(String)
  const word = fc.constantFrom('February', 'June', 'Monday', 'May', 'the', 'of', '-', '/', '.', ',', ' to ', ' ago', ' weeks', 'years', ' in ', 'first', 'last', 'day', ' at ', ':', ' p.m.', ' on ', 'decades', 'months', 'next', ' and ', 'th', 'weekend', 'quarter', '-', 'past', 'later', 'that', 'a.m.')
  fc.assert(fc.property(fc.array(fc.oneof(number, fc.nat(40).map(String), word, fc.constant(' ')), { maxLength: 14 }), fc.constantFrom('2022-07-07', '2024-02-29', '0999-12-31', '1000-01-01', '9999-12-31', '2022', '2022-07'), (parts, date) => {
    const text = `They met ${parts.join('')}`
    for (const { from, until } of timesOf(article(text, date))) expect([text, from, until, isReal(from) && (until === undefined || isReal(until))]).toEqual([text, from, until, true])
  }), { numRuns: 600 })
})

test.each([
  ['2022-02-28', true], ['2022-02-29', false], ['2024-02-29', true], ['1900-02-29', false], ['2000-02-29', true], ['2022-13', false], ['2022-00', false], ['2022-04-31', false],
  ['2020-W53', true], ['2022-W53', false], ['2022-W00', false], ['2022-07-06T23:59', true], ['2022-07-06T24:00', false], ['2022-07-06T20:60', false], ['24', false], ['-7966', false], ['soon', false],
])('the calendar has %s: %s', (time, is) => {
  expect(isReal(time)).toBe(is)
})
