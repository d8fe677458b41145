import { describe, expect, test } from 'vitest'
import { kindsOf, TEXT_KINDS } from '../../src/read/kinds.js'
import { readOne } from './reading.js'

const codesOf = (text: string): string[] => kindsOf(text, [{ start: 0, end: text.length, kind: 'paragraph' }]).map(({ code }) => code)

describe.each(TEXT_KINDS.map((kind) => [kind.code, kind] as const))('the note %s', (code, { matches, misses }) => {
  test.each(matches)('is made of %j', (text) => { expect(codesOf(text)).toContain(code) })
  test.each(misses)('is not made of %j', (text) => { expect(codesOf(text)).not.toContain(code) })
})

test('an ordinary report has none', async () => {
  const reading = await readOne('Bridge to close\n\nBRIGHTWATER, July 6 (Reuters) — The mayor of Brightwater said on Tuesday: “We had no choice.” NATO and the EU were told.\n\nThe work is to begin in May.')
  expect(reading.notes.map(({ code }) => code)).toEqual(['no-date'])
})

test('notes travel with the article', async () => {
  const reading = await readOne('MAYOR IRENE CASTELL SAID ON TUESDAY THAT THE OLD BRIDGE OF BRIGHTWATER WOULD BE CLOSED FOR THE WINTER AND THAT SHE HAD NO CHOICE.', 'a.txt', { date: '2024-03-05' })
  expect(reading.notes.map(({ code }) => code)).toEqual(['capitals-only'])
})

test('a second piece under a headline and a byline of its own is noted, and its headline is one', async () => {
  const reading = await readOne('Bridge to close\n\nBRIGHTWATER, July 6 (Reuters) — The mayor of Brightwater said on Tuesday that the bridge would be closed.\n\n***\n\nSchool to open in spring\n\nBy John Roe\n\nThe council of Harford said on Wednesday that the school would open.', 'a.txt', { date: '2024-03-05' })
  expect(reading.notes.map(({ code }) => code)).toEqual(['several-articles'])
  expect(reading.blocks.filter(({ kind }) => kind === 'headline').map(({ start, end }) => reading.text.slice(start, end))).toEqual(['Bridge to close', 'School to open in spring'])
})

describe('a live blog', () => {
  const ENTRIES = '10:05\n\nThe mayor of Brightwater has arrived at the old bridge, and the council with her.\n\nShe wears a helmet.\n\n10.20am GMT – She says that it is closed for the winter.\n\n1 pm\n\nThe police have shut the road to the bridge.'
  test('has entries with their times, without the times in them', async () => {
    const reading = await readOne(ENTRIES, 'a.txt', { date: '2024-03-05' })
    expect(reading.notes.map(({ code }) => code)).toContain('live-blog')
    expect(reading.blocks.map(({ start, end, time }) => [time, reading.text.slice(start, end).slice(0, 14)])).toEqual([
      ['2024-03-05T10:05', 'The mayor of B'], ['2024-03-05T10:05', 'She wears a he'], ['2024-03-05T10:20', 'She says that '], ['2024-03-05T13:00', 'The police hav'],
    ])
  })

  test('without a date has entries without times', async () => {
    expect((await readOne(ENTRIES, 'a.txt')).blocks.map(({ time }) => time)).toEqual([undefined, undefined, undefined, undefined])
  })
})

test.each([
  ['The minis-\nter of Brightwater said on Tuesday that the bridge is closed.', 'The minister of Brightwater said on Tuesday that the bridge is closed.'],
  ['The long-\nterm plan of Brightwater was told on Tuesday by the mayor of it.', 'The long-term plan of Brightwater was told on Tuesday by the mayor of it.'],
  ['The mayor-\nelect of Brightwater spoke; the mayor-elect of Harford did not say a word.', 'The mayor-elect of Brightwater spoke; the mayor-elect of Harford did not say a word.'],
  ['The council of Bright\nwater met. Brightwater had no money, said the mayor of it on Tuesday.'.replace('Bright\nwater', 'the coun\ncil'), 'The council of the council met. Brightwater had no money, said the mayor of it on Tuesday.'],
])('words that lines broke are whole: %j', async (broken, whole) => {
  const reading = await readOne(broken, 'a.txt', { date: '2024-03-05' })
  expect(reading.text).toBe(whole)
  expect(reading.notes.map(({ code }) => code)).toContain('words-joined')
})

test('lines that end between words stay as they are', async () => {
  const text = 'The mayor of Brightwater said on\ntuesday that the bridge would be closed for the whole\nof the winter.'
  expect((await readOne(text)).text).toBe(text)
})
