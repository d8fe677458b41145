/**
 * Plain text.
 *
 *   in:  " date 2022-07-07 Russia on Wednesday slammed …", or a headline, a byline, a dateline and paragraphs
 *   out: the text unaltered, with the blocks that are to be analysed; what stands before them is read as metadata
 *
 * A headline glued to the first sentence of a one-line file cannot be told from it and stays.
 */
import type { Block, Span } from '../model.js'
import type { Draft } from './article.js'
import { bylineOf, signOffOf, type Author } from './byline.js'
import { datelineAt, type Dateline } from './dateline.js'
import { MONTH, day, parseDate } from './dates.js'
import { isCrosshead, isHeadline } from './headlines.js'
import { paragraphsOf, trim } from './paragraphs.js'

const DATE_PREFIX = /^\s*(?:date|published)[: ]\s*(\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?(?=\s|$)[.,:]?/i
const LABELLED = /^(title|headline|author|authors|byline|date|published|source|publisher|url|link)\s*:\s+(\S.*)$/i
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?'
const DATE_LINE = new RegExp(
  `^(?:(?:first |last )?(?:published|updated|posted)(?: on| at)?:?\\s+)?${WEEKDAY}(?:${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\.?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2})(?:[ ,|T].{0,30})?$`,
  'i',
)

/** What the lines before the article say about it. */
interface Front {
  /** Where the article proper begins, as an index of paragraphs. */
  readonly next: number
  readonly headline?: Span
  readonly date?: string
  readonly authors: readonly Author[]
  readonly publisher?: { readonly name: string; readonly span: Span }
  readonly url?: string
}

export function readText(text: string): Draft {
  const prefix = DATE_PREFIX.exec(text)
  const prefixDate = prefix ? parseDate(prefix[1] ?? '') : undefined
  const start = prefix && prefixDate ? prefix[0].length : 0
  const paragraphs = paragraphsOf(text).map((paragraph) => after(text, paragraph, start)).filter((paragraph) => paragraph.end > paragraph.start)
  const front = readFront(text, paragraphs)
  const { body, signed } = splitSignOff(text, paragraphs.slice(front.next))
  const dateline = body[0] ? datelineAt(text, body[0].start) : undefined
  const first = body[0] && dateline ? { start: dateline.end, end: body[0].end } : body[0]
  const rest = body.slice(1)
  const blocks: Block[] = [
    ...(front.headline ? [{ ...front.headline, kind: 'headline' as const }] : []),
    ...(first ? [{ ...first, kind: 'paragraph' as const }] : []),
    ...rest.map((paragraph, index) => ({ ...paragraph, kind: isCrosshead(text, paragraph, rest[index + 1]) ? 'headline' as const : 'paragraph' as const })),
  ]
  const publisher = front.publisher ?? dateline?.agency
  return {
    text,
    blocks,
    ...(front.headline ? { headline: { name: plain(text, front.headline), span: front.headline } } : {}),
    ...datesOf(text, prefixDate ?? front.date, dateline),
    authors: front.authors.length > 0 ? front.authors : signed,
    ...(publisher ? { publisher } : {}),
    ...(dateline?.place ? { datelinePlace: dateline.place } : {}),
    ...(front.url ? { url: front.url } : {}),
    notes: [],
  }
}

/** Labelled lines ("Title: …"), a headline, bylines and date lines, in whatever order they come. */
function readFront(text: string, paragraphs: readonly Span[]): Front {
  let front: Front = { next: 0, authors: [] }
  for (const [index, paragraph] of paragraphs.entries()) {
    const found = readFrontLine(text, paragraph, paragraphs.slice(index + 1), front)
    if (!found) return front
    front = { ...front, ...found, next: index + 1 }
  }
  // Nothing but front lines: then they are the article.
  return { next: 0, authors: [] }
}

function readFrontLine(text: string, line: Span, following: readonly Span[], front: Front): Partial<Front> | undefined {
  const words = text.slice(line.start, line.end)
  const label = words.length < 300 ? LABELLED.exec(words) : null
  if (label) return readLabel(label[1] ?? '', label[2] ?? '', { start: line.end - (label[2] ?? '').length, end: line.end }, text)
  const authors = bylineOf(text, line)
  if (authors) return { authors }
  if (DATE_LINE.test(words)) {
    const date = parseDate(words)
    return date ? { date: front.date ?? date } : undefined
  }
  if (!front.headline && !datelineAt(text, line.start) && isHeadline(text, line, following)) return { headline: line }
  return undefined
}

function readLabel(label: string, value: string, span: Span, text: string): Partial<Front> | undefined {
  switch (label.toLowerCase()) {
    case 'title': case 'headline': return { headline: span }
    case 'date': case 'published': {
      const date = parseDate(value)
      return date ? { date } : undefined
    }
    case 'source': case 'publisher': return /^https?:/.test(value) ? { url: value } : { publisher: { name: value, span } }
    case 'url': case 'link': return { url: value }
    default: return { authors: bylineOf(`By ${value}`, { start: 0, end: value.length + 3 })?.map(({ name }) => ({ name, span: locate(text, name, span) })) ?? [{ name: value, span }] }
  }
}

function locate(text: string, name: string, within: Span): Span {
  const start = text.indexOf(name, within.start)
  return { start, end: start + name.length }
}

/** Takes "(Reporting by …; editing by …)" off the end. */
function splitSignOff(text: string, paragraphs: readonly Span[]): { body: readonly Span[]; signed: readonly Author[] } {
  const last = paragraphs.at(-1)
  const signed = last && paragraphs.length > 1 ? signOffOf(text, last) : undefined
  return signed ? { body: paragraphs.slice(0, -1), signed } : { body: paragraphs, signed: [] }
}

function datesOf(text: string, written: string | undefined, dateline: Dateline | undefined): Pick<Draft, 'date' | 'dateFrom'> {
  if (written) return { date: written, dateFrom: 'text' }
  if (!dateline?.date) return {}
  const year = dateline.date.year ?? onlyYearIn(text)
  const date = year === undefined ? undefined : day(year, dateline.date.month, dateline.date.day)
  return date ? { date, dateFrom: 'dateline' } : {}
}

/** The year that all of the text speaks of, if it speaks of one only. */
function onlyYearIn(text: string): number | undefined {
  const years = new Set(text.match(/\b(?:19|20)\d{2}\b/g))
  return years.size === 1 ? Number([...years][0]) : undefined
}

function after(text: string, paragraph: Span, start: number): Span {
  return paragraph.start >= start ? paragraph : trim(text, { start: Math.min(start, paragraph.end), end: paragraph.end })
}

function plain(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/\s+/g, ' ')
}
