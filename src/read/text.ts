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
import { isBoilerplate } from './boilerplate.js'
import { withWholeWords } from './broken-lines.js'
import { authorsIn, bylineOf } from './byline.js'
import { withClosing } from './closing.js'
import { datelineOf } from './dateline.js'
import { isDateLine, parseDate } from './dates.js'
import { isCrosshead, isHeadline } from './headlines.js'
import { visible } from './invisible.js'
import { withOpening } from './opening.js'
import { paragraphsOf, trim } from './paragraphs.js'

const DATE_PREFIX = /^\s*(?:date|published)[: ]\s*(\d{4}-\d{2}(?:-\d{2})?)(?:T[\d:.]+Z?)?(?=\s|$)[.,:]?/i
const LABELLED = /^(title|headline|authors?|byline|date|published|source|publisher|url|link)\s*:\s+(\S.*)$/i

/** What the lines before the article say about it. */
interface Front extends Pick<Draft, 'date' | 'authors' | 'publisher' | 'url'> {
  /** Where the article proper begins, as an index of paragraphs. */
  readonly next: number
  readonly headline?: Span
}

/** Of a file as it is: what nobody sees is cut, and words that lines broke are whole again, before anything is counted. */
export function readFile(file: string): Draft {
  const { text, count } = withWholeWords(visible(file))
  const draft = readText(text)
  return count === 0 ? draft : { ...draft, notes: [...draft.notes, { code: 'words-joined', message: `${count} ${count === 1 ? 'word that a line broke was' : 'words that lines broke were'} put together again.` }] }
}

export function readText(text: string): Draft {
  const prefix = DATE_PREFIX.exec(text)
  const prefixDate = prefix ? parseDate(prefix[1] ?? '') : undefined
  const start = prefix && prefixDate ? prefix[0].length : 0
  const paragraphs = paragraphsOf(text).map((paragraph) => after(text, paragraph, start)).filter((paragraph) => paragraph.end > paragraph.start)
  const { next, headline, date = prefixDate, ...front } = readFront(text, paragraphs)
  const body = paragraphs.slice(next).filter((paragraph, _, all) => all.length === 1 || !isBoilerplate(text.slice(paragraph.start, paragraph.end)))
  const blocks: Block[] = [
    ...(headline ? [{ ...headline, kind: 'headline' as const }] : []),
    ...body.map(({ start, end }, index) => ({ start, end, kind: (index > 0 || headline) && isHeading(text, index, body) ? 'headline' as const : 'paragraph' as const })),
  ]
  return withClosing(withOpening({
    ...front,
    text,
    blocks,
    ...(headline ? { headline: { name: text.slice(headline.start, headline.end).replace(/\s+/g, ' '), span: headline } } : {}),
    ...(date ? { date, dateFrom: 'text' } : {}),
    notes: [],
  }))
}

/** A byline is none, and one may stand between a heading and what comes below it: there another piece begins. */
function isHeading(text: string, index: number, body: readonly Span[]): boolean {
  const [own, next, afterNext] = [body[index], body[index + 1], body[index + 2]]
  if (!own || bylineOf(text, own)) return false
  return isCrosshead(text, own, next && bylineOf(text, next) ? afterNext : next)
}

/** Labelled lines ("Title: …"), a headline, bylines and date lines, in whatever order they come. */
function readFront(text: string, paragraphs: readonly Span[]): Front {
  const front: Front = { next: 0, authors: [] }
  for (const [index, paragraph] of paragraphs.entries()) {
    const found = readFrontLine(text, paragraph, paragraphs.slice(index + 1, index + 5), front)
    if (!found) return front
    Object.assign(front, found, { next: index + 1 })
  }
  // Nothing but such lines: then they are the article.
  return { next: 0, authors: [] }
}

function readFrontLine(text: string, line: Span, following: readonly Span[], front: Front): Partial<Front> | undefined {
  const words = text.slice(line.start, Math.min(line.end, line.start + 300))
  const label = LABELLED.exec(words)
  if (label && words.length < 300) return readLabel(label[1] ?? '', { start: line.end - (label[2] ?? '').length, end: line.end }, text)
  const authors = bylineOf(text, line)
  if (authors) return { authors }
  if (isDateLine(words)) {
    const date = front.date ?? parseDate(words)
    return date ? { date } : undefined
  }
  if (front.headline === undefined && isLoneName(words, following.map(({ start, end }) => text.slice(start, end)).join(' '))) return { authors: [{ name: words, span: line }] }
  const isTitle = !front.headline && !datelineOf(text, line) && isHeadline(text, line, following.filter((next) => !bylineOf(text, next) && !isDateLine(text.slice(next.start, next.end))))
  return isTitle ? { headline: line } : undefined
}

/** "SIYABONGA SITHOLE" as first line: two or three capitalised words that the article does not come back to. */
function isLoneName(words: string, lead: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'.-]+){1,2}$/u.test(words) && lead !== '' && words.split(' ').every((word) => !lead.toLowerCase().includes(word.toLowerCase()))
}

function readLabel(label: string, span: Span, text: string): Partial<Front> | undefined {
  const value = text.slice(span.start, span.end)
  switch (label.toLowerCase()) {
    case 'title': case 'headline': return { headline: span }
    case 'date': case 'published': {
      const date = parseDate(value)
      return date ? { date } : undefined
    }
    case 'source': case 'publisher': return /^https?:/.test(value) ? { url: value } : { publisher: { name: value, span } }
    case 'url': case 'link': return /^https?:\/\/\S+$/i.test(value) ? { url: value } : {}
    default: {
      const authors = authorsIn(text, span)
      return { authors: authors.length > 0 ? authors : [{ name: value, span }] }
    }
  }
}

function after(text: string, paragraph: Span, start: number): Span {
  return paragraph.start >= start ? paragraph : trim(text, { start: Math.min(start, paragraph.end), end: paragraph.end })
}
