/**
 * What reads text or bytes from outside, and what must hold whatever comes.
 * In: nothing. Out: targets – a reader of pages gives an article or one line that says why not, never an error of its own.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DataFactory, type Quad } from 'n3'
import { DEFAULT_BASE } from '../../src/map/iri.js'
import { parseDecisions } from '../../src/catalogue/decisions.js'
import type { Reading } from '../../src/model.js'
import { Problem } from '../../src/problem.js'
import { byteLinesOf } from '../../src/read/byte-lines.js'
import { FORMATS } from '../../src/read/formats.js'
import { readEach, readLines } from '../../src/read/read.js'
import { formatOfStart } from '../../src/store/format-of-text.js'
import { parse } from '../../src/store/load.js'
import { nQuad } from '../../src/store/n-quads.js'
import { readSparql } from '../../src/store/sparql-text.js'
import { formats, serialise } from '../../src/store/write.js'
import { harbourText } from '../fixtures/harbour-graph.js'

export interface Target {
  readonly name: string
  /** What must hold for any input; made anew for every run. */
  readonly property: () => fc.IAsyncProperty<unknown>
}

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const STORY = file('seeds/ferry-dispatch.txt').slice(0, 900)
const PAGE = file('seeds/ferry-inquiry.html').slice(0, 6000)
export const samples: Readonly<Record<(typeof FORMATS)[number], string>> = {
  text: STORY, markdown: file('seeds/lost-symphony.md').slice(0, 900), html: PAGE,
  json: JSON.stringify({ title: 'A', text: STORY, date: '2024-03-05', author: ['Ann Ely', { name: 'Jo Roe' }] }),
  jsonl: `${JSON.stringify({ text: STORY })}\n${JSON.stringify({ text: STORY, url: 'https://example.org/a' })}\n`,
  feed: `<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><item><title>A &amp; B</title><description><![CDATA[<p>${STORY.slice(0, 300)}</p>]]></description><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate></item></channel></rss>`,
}

/** Pieces that have broken readers elsewhere. */
const odd = fc.oneof(
  fc.constantFrom('<![CDATA[', ']]>', '<!--', '-->', '<script>', '&#x0;', '&#xD800;', '\u0000', '\ud83d', '\u202e', '\ufeff', '“', '"', "'", '{', '}', '[', '\\u', '\\ud83d', '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;', '<table><tr>', '</p>', '---\n', '# ', '1900-02-29', '99999999999999999999', '\r', '\n\n\n', '  ', '.', '…', '://', 'a@b', '@prefix', '<urn:a>', '^^', '@en', 'GRAPH', '\t'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

/** A text with pieces cut out, doubled, moved or put in. */
function mutated(sample: string): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(sample.length), cut: fc.nat(80), put: odd, copies: fc.integer({ min: 1, max: 40 }), isCopy: fc.boolean() })
  return fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => edits.reduce((text, { at, cut, put, copies, isCopy }) =>
    text.slice(0, at) + (isCopy ? text.slice(at, at + cut).repeat(Math.min(copies, 4)) : put.repeat(copies)) + text.slice(at + cut), sample))
}

/** Bytes of it, some of them changed. */
function bytesOf(sample: string): fc.Arbitrary<Uint8Array> {
  const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })
  return fc.tuple(fc.oneof({ weight: 5, arbitrary: mutated(sample) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) }), flips).map(([text, changes]) => {
    const bytes = Buffer.from(text)
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
    return bytes
  })
}

function mustHold(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

/** Places lie in the text, and what is told is clean. */
function checkReading({ text, blocks, headline, date, notes }: Reading): void {
  mustHold(text.trim() !== '' && blocks.length > 0, 'a reading has text')
  let last = 0
  for (const { start, end } of blocks) {
    mustHold(last <= start && start < end && end <= text.length, `block ${start}-${end} lies in the text, behind the one before`)
    last = end
  }
  if (headline?.span) mustHold(headline.span.start < headline.span.end && headline.span.end <= text.length, 'the headline lies in the text')
  mustHold(date === undefined || !Number.isNaN(new Date(date).getTime()), `${date} is a date`)
  mustHold(notes.every(({ code, message }) => code !== '' && message !== ''), 'notes say something')
}

async function checkOutcomes(outcomes: AsyncIterable<Reading | Problem>): Promise<void> {
  for await (const outcome of outcomes) {
    if (!(outcome instanceof Problem)) checkReading(outcome)
    else mustHold(outcome.code === 'input' && outcome.message !== '' && outcome.advice !== '', 'a problem says what to do')
  }
}

/** Anything but a Problem is a fault. */
async function problemsOnly(act: () => unknown): Promise<void> {
  try {
    await act()
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
  }
}

const readers = FORMATS.map((format): Target => ({
  name: `reader of ${format}`,
  property: () => fc.asyncProperty(bytesOf(samples[format]), fc.boolean(), (bytes, isTold) =>
    checkOutcomes(readEach({ bytes, source: '-', ...(isTold && { hint: format }) }, { language: 'en' }))),
}))

const term = fc.oneof(fc.stringMatching(/^urn:[a-z0-9][a-z0-9:/.-]{1,20}(?:#[a-z0-9]{0,5})?$/u), fc.constantFrom(`${DEFAULT_BASE}person/ann-lee`, `${DEFAULT_BASE}article/a.b`, 'https://schema.org/name')).map((iri) => DataFactory.namedNode(iri))
const literal = fc.tuple(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 20 })).map((text) => text.replace(/\p{Cs}/gu, '\ufffd')),
  fc.constantFrom('', 'en', 'en-gb', 'integer', 'decimal', 'boolean', 'date')).map(([value, kind]) => DataFactory.literal(value, kind === '' ? undefined : kind.startsWith('en') ? kind : DataFactory.namedNode(`http://www.w3.org/2001/XMLSchema#${kind}`)))
const quads = fc.array(fc.tuple(term, term, fc.oneof(term, literal)), { maxLength: 12 }).map((all) => all.map(([s, p, o]) => DataFactory.quad(s, p, o)))

const lines = (all: Iterable<Quad>): string[] => [...new Set([...all].map((quad) => nQuad(quad, false)))].sort()

const writers = formats.map((format): Target => ({
  name: `writer of ${format}`,
  property: () => fc.asyncProperty(quads, async (all) => {
    const back = await parse([...serialise([all], { format })].join(''), format)
    mustHold(JSON.stringify(lines(back)) === JSON.stringify(lines(all)), `what is written is read again:\n${lines(all).join('')}\n${lines(back).join('')}`)
  }),
}))

const graphReaders = formats.map((format): Target => ({
  name: `reader of graphs in ${format}`,
  property: () => fc.asyncProperty(mutated(harbourText(format).slice(0, 12_000)), async (text) => {
    formatOfStart(text)
    await problemsOnly(() => parse(text, format))
  }),
}))

const QUERY = 'PREFIX a: <urn:a> # {\nSELECT ?who (COUNT(*) AS ?n) FROM <urn:g> { ?s a:b "x}" ; a:c/a:d ?who . FILTER(?n < 3) { SELECT * { ?a ?b \'\'\'}\'\'\' } LIMIT 2 } } GROUP BY ?who LIMIT 9'
const DECISIONS = 'merge person:joe-biden person:joseph-biden-jr\nsplit person:paul-young as person:b in article:76f4\n# why\nrename person:a Joe Biden\ndrop statement:x\nspeaker statement:y person:z\n'

const languages: readonly Target[] = [
  {
    name: 'reader of SPARQL',
    property: () => fc.asyncProperty(fc.oneof(mutated(QUERY), fc.string({ unit: 'binary' })), async (text) => {
      const { form, limitedTo } = readSparql(text)
      // Of a number with a hundred digits one is left.
      const withoutDigits = (words: string): number => words.replace(/\d+/g, '').length
      if (form === 'select') mustHold(withoutDigits(limitedTo(7)) >= withoutDigits(text), 'a limited text is the text and a limit')
    }),
  },
  { name: 'reader of decisions', property: () => fc.asyncProperty(fc.oneof(mutated(DECISIONS), fc.string({ unit: 'binary' })), (text) => problemsOnly(() => parseDecisions(text, DEFAULT_BASE, 'decisions.txt'))) },
  {
    name: 'reader of lines',
    property: () => fc.asyncProperty(bytesOf(samples.jsonl), fc.integer({ min: 1, max: 99 }), async (bytes, size) => {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
      await checkOutcomes(readLines(byteLinesOf(pieces), '-', { language: 'en' }))
    }),
  },
]

export const targets: readonly Target[] = [...readers, ...writers, ...graphReaders, ...languages]
