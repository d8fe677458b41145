/**
 * How well pages are read.
 *
 *   npx tsx tests/read/eval.ts --data ../shared/data [--part tune|held|all] [--source trafilatura|postlight|readability|…] [--errors body|headline|date|authors|strings] [--limit N]
 *
 *   in:  DATA/html/gold.jsonl and the pages it names
 *   out: a table: body token F1, headline, date, authors, strings that must and must not appear, time a page
 *
 * "… on the page" says how much of what is wanted stands in the page's source at all, "… of those on the page" what was found of that: no
 * reader can find what is not there. Of authors wrongly found it is counted whether there are none, others, too many or too few.
 * Two fifths of the sites, chosen by a hash of their names, are held back: nothing was tuned on them.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { formatOf } from '../../src/read/formats.js'
import { readPage } from '../../src/read/html/page.js'
import { plain } from '../../src/read/html/wording.js'
import { decode } from '../../src/read/decode.js'
import type { Draft } from '../../src/read/article.js'

interface Gold {
  readonly file: string; readonly source: string; readonly url?: string; readonly site?: string
  readonly title?: string; readonly authors?: readonly string[]; readonly byline?: string; readonly date?: string; readonly site_name?: string
  readonly must_include?: readonly string[]; readonly must_exclude?: readonly string[]; readonly comments?: readonly string[]
  readonly body?: readonly string[]; readonly body_starts?: string
}

/** One figure of one page, with what was wanted and found. */
interface Score { readonly row: string; readonly value: number; readonly page: string; readonly wanted: string; readonly found: string }

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, part: { type: 'string', default: 'held' }, errors: { type: 'string' }, source: { type: 'string' }, limit: { type: 'string', default: '15' } },
})

const isHeld = (gold: Gold): boolean => (createHash('sha256').update(gold.site ?? gold.file).digest()[0] ?? 0) % 5 < 2

function words(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** One name each, without what the collections left on them: a broken escape, a label, degrees, who employs them. */
function namesIn(authors: string): string[] {
  return authors.replaceAll('xa0', ' ').replaceAll('View ORCID Profile', '').split(/, | and | & | \| /i).map((name) => name.replace(/ (?:for|from) .*$/i, '')).filter((name) => !/^(?:PhD|MD|MPH|MSc|MA|BA)$|@/.test(name))
}

/** F1 of two bags. */
function overlap(found: readonly string[], wanted: readonly string[]): number {
  if (found.length === 0 || wanted.length === 0) return found.length === wanted.length ? 1 : 0
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  const shared = found.filter((word) => { const count = left.get(word) ?? 0; left.set(word, count - 1); return count > 0 }).length
  return (2 * shared) / (found.length + wanted.length)
}

const bare = (text: string): string => words(text).join(' ')

function scoresOf(gold: Gold, draft: Draft, html: string): Score[] {
  const text = draft.text
  const scores: Score[] = []
  const add = (row: string, value: number, wanted: string, found: string): void => { scores.push({ row, value, page: gold.file, wanted, found }) }
  if (gold.body) add('body token F1', overlap(words(text), words(gold.body.join(' '))), gold.body.join('\n'), text)
  if (gold.body_starts) add('body starts as expected', Number(bare(text).slice(0, 3000).includes(bare(gold.body_starts).slice(0, 60))), gold.body_starts, text.slice(0, 200))
  if (gold.title) add('headline, same words', Number(bare(draft.headline?.name ?? '') === bare(gold.title)), gold.title, draft.headline?.name ?? '')
  const source = bare(plain(html))
  if (gold.title) add('headline on the page', Number(source.includes(bare(gold.title))), gold.title, '')
  if (gold.title && source.includes(bare(gold.title))) add('headline, same words, of those on the page', Number(bare(draft.headline?.name ?? '') === bare(gold.title)), gold.title, draft.headline?.name ?? '')
  if (gold.title) add('headline token F1', overlap(words(draft.headline?.name ?? ''), words(gold.title)), gold.title, draft.headline?.name ?? '')
  if (gold.site_name) add('publisher, same words', Number(bare(draft.publisher?.name ?? '') === bare(gold.site_name)), gold.site_name, draft.publisher?.name ?? '')
  if (gold.date) add('date, exact day', Number(draft.date?.slice(0, 10) === gold.date.slice(0, 10)), gold.date, `${draft.date} (${draft.dateFrom})`)
  const authors = (gold.authors ?? []).flatMap(namesIn)
  if (authors.length > 0) add('authors F1', overlap(draft.authors.map(({ name }) => bare(name)), authors.map(bare)), authors.join('; '), draft.authors.map(({ name }) => name).join('; '))
  if (gold.date) {
    const isThere = daysIn(source).has(gold.date.slice(0, 10)) || html.includes(gold.date.slice(0, 10))
    add('date on the page', Number(isThere), gold.date, '')
    if (isThere) add('date, exact day, of those on the page', Number(draft.date?.slice(0, 10) === gold.date.slice(0, 10)), gold.date, `${draft.date} (${draft.dateFrom})`)
  }
  if (authors.length > 0) {
    const isThere = authors.every((name) => source.includes(bare(name)))
    const found = draft.authors.map(({ name }) => bare(name)), wanted = new Set(authors.map(bare))
    const right = found.filter((name) => wanted.has(name)).length
    add('authors on the page', Number(isThere), authors.join('; '), '')
    if (isThere) add('authors F1, of those on the page', overlap(found, [...wanted]), authors.join('; '), found.join('; '))
    const wrong = found.length === 0 ? 'none' : right === 0 ? 'others' : right < found.length ? 'too many' : right < wanted.size ? 'too few' : ''
    if (isThere && wrong) add(`authors wrong: ${wrong}`, 1, authors.join('; '), found.join('; '))
  }
  const squeezed = text.replace(/\s+/g, ' ')
  for (const string of gold.must_include ?? []) add('must include', Number(squeezed.includes(string.replace(/\s+/g, ' '))), string, `${text.length} characters`)
  for (const string of [...(gold.must_exclude ?? []), ...(gold.comments ?? [])]) add('must exclude', Number(!squeezed.includes(string.replace(/\s+/g, ' '))), string, `${text.length} characters`)
  return scores
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Every day that is written out in a page's bare words, in any order: "7 july 2022", "july 7 2022", "07 07 2022", "2022 07 07". */
function daysIn(source: string): Set<string> {
  const found = new Set<string>()
  const add = (year = '', month = '', date = ''): unknown => found.add([year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'))
  const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3)) + 1)
  for (const [, date, month, year] of source.matchAll(/\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*) (\d{4})\b/g)) add(year, monthOf(month), date)
  for (const [, month, date, year] of source.matchAll(/\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*) (\d{1,2})(?:st|nd|rd|th)? (\d{4})\b/g)) add(year, monthOf(month), date)
  for (const [, a, b, year] of source.matchAll(/(?=\b(\d{1,2}) (\d{1,2}) (\d{4})\b)/g)) { add(year, a, b); add(year, b, a) }
  for (const [, year, month, date] of source.matchAll(/(?=\b((?:19|20)\d{2}) ?(\d{1,2}) ?(\d{1,2}))/g)) add(year, month, date)
  return found
}

function print(scores: readonly Score[], times: readonly number[], pages: readonly Gold[]): void {
  const rows = [...new Set(scores.map(({ row }) => row))].sort()
  console.log(`${'pages: ' + pages.length} of ${new Set(pages.map(({ site }) => site)).size} sites (${options.part})`)
  for (const row of rows) {
    const values = scores.filter((score) => score.row === row).map(({ value }) => value)
    console.log(`${row.padEnd(44)} ${(values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3)}  n=${values.length}`)
  }
  const sorted = [...times].sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  console.log(`${'ms a page'.padEnd(44)} mean ${mean.toFixed(0)}, median ${sorted[sorted.length >> 1]?.toFixed(0)}, slowest ${sorted.at(-1)?.toFixed(0)}`)
}

function readOrNothing(html: string, gold: Gold): Draft {
  try {
    return readPage(html, gold.url ?? gold.file)
  } catch (error) {
    console.log(gold.file, String(error))
    return { text: '', blocks: [], authors: [], notes: [] }
  }
}

async function main(): Promise<void> {
  const folder = join(options.data, 'html')
  if (!existsSync(join(folder, 'gold.jsonl'))) return console.log(`No pages at ${folder}: nothing measured.`)
  const all = readFileSync(join(folder, 'gold.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line.replaceAll(':NaN', ':null')) as Gold)
  const pages = all.filter((gold) => options.source === undefined || gold.source === options.source).filter((gold) => options.part === 'all' || isHeld(gold) === (options.part === 'held'))
  const scores: Score[] = []
  const times: number[] = []
  for (const gold of pages) {
    const bytes = gunzipSync(readFileSync(join(folder, gold.file)))
    const start = performance.now()
    const html = await decode(bytes, gold.url ?? gold.file)
    formatOf(gold.file, html)
    const draft = readOrNothing(html, gold)
    times.push(performance.now() - start)
    scores.push(...scoresOf(gold, draft, html))
  }
  print(scores, times.slice(3), pages)
  const wrong = scores.filter(({ row, value }) => options.errors && row.includes(options.errors) && value < 1).sort((a, b) => a.value - b.value)
  for (const { row, value, page, wanted, found } of wrong.slice(0, Number(options.limit))) {
    console.log(`\n${row} ${value.toFixed(2)} ${page}\n  wanted ${wanted.slice(0, 300)}\n  found  ${found.slice(0, 300)}`)
  }
}

await main()
