import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../src/model.js'
import { readMarkup } from '../../src/read/records.js'
import { readText } from '../../src/read/text.js'
import { withOpening } from '../../src/read/opening.js'
import { bytesOf, readOne } from './reading.js'

const word = fc.constantFrom('The', 'mayor', 'said', '“bridge”', 'naïve', 'e\u0301te\u0301', '👩‍👩‍👧', '𝒳', 'Åse', 'by', 'By', 'Jane', 'Doe', 'MOSCOW,', 'July', '6', '(AP)', '—', 'date', '2022-07-07', 'it.', 'no?', '\u200b', '"x"')
const gap = fc.constantFrom(' ', ' ', ' ', '\n', '\r\n', '\n\n', '\r\n\r\n', '\t', '\u00a0', '\u2028', '\r')
const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 }).map((parts) => parts.flat().join(''))

/** Every span of a draft lies in the text and has no white space at its ends. */
function expectTight(whole: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    const slice = whole.slice(start, end)
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeLessThanOrEqual(whole.length)
    expect(slice).toBe(slice.trim())
    expect(slice).not.toBe('')
    // Never half of a character.
    expect(slice).not.toMatch(/\p{Cs}/u)
  }
}

test('blocks of plain text are in order, apart, tight, and leave only white space and front lines out', () => {
  fc.assert(fc.property(text, (whole) => {
    const draft = readText(whole)
    expect(draft.text).toBe(whole)
    expectTight(whole, draft.blocks)
    for (const [index, block] of draft.blocks.entries()) expect(block.start).toBeGreaterThanOrEqual(draft.blocks[index - 1]?.end ?? 0)
  }), { numRuns: 500 })
})

test('every named span slices to its name', () => {
  fc.assert(fc.property(text, (whole) => {
    const draft = readText(whole)
    for (const { name, span } of [...draft.authors, ...(draft.publisher ? [draft.publisher] : [])]) if (span) expect(whole.slice(span.start, span.end)).toBe(name)
    const place = draft.datelinePlace
    if (place) expect(whole.slice(place.span.start, place.span.end).toLowerCase()).toBe(place.name.toLowerCase())
    const headline = draft.headline
    if (headline?.span) expect(whole.slice(headline.span.start, headline.span.end).replace(/\s+/g, ' ')).toBe(headline.name)
  }), { numRuns: 500 })
})

test('blocks of markup are in order and tight', () => {
  const tag = fc.constantFrom('<p>', '</p>', '<div>', '</div>', '<b>', '</b>', '<br>', '<h2>', '</h2>', '<ul><li>', '&amp;', '&#128105;', '<a href=x>', '</a>', '<', '>', '<!--', '-->')
  fc.assert(fc.property(fc.array(fc.oneof(tag, word, gap), { maxLength: 60 }), (parts) => {
    const draft = readMarkup(parts.join(''))
    expectTight(draft.text, draft.blocks)
  }), { numRuns: 300 })
})

test('reading the text kept once more changes nothing', async () => {
  const lead = 'The mayor said on Tuesday that the old bridge would be closed for the whole of the winter, and that it is not safe to use.'
  await fc.assert(fc.asyncProperty(text, async (whole) => {
    const source = `${whole}\n\n${lead}`
    const once = await readOne(source)
    const twice = await readOne(bytesOf(once.text))
    expect(twice).toEqual(once)
  }), { numRuns: 100 })
})

test('a draft without blocks stays as it is', () => {
  expect(withOpening({ text: '', blocks: [], authors: [], notes: [] })).toMatchObject({ blocks: [], authors: [] })
})
