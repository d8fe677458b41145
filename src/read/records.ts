/**
 * Articles that come in fields, from JSON, JSON-LD and feeds.
 *
 *   in:  { title: "Lavrov slams leak", body: "<p>MOSCOW (AP) — Russia …", date: "Thu, 07 Jul 2022 14:05:00 GMT", … }
 *   out: a draft; a plain body is kept as it stands, an HTML body becomes paragraphs parted by blank lines
 */
import { refuseTooLong, type Draft } from './article.js'
import { parseDate } from './dates.js'
import { personsIn } from './html/author-names.js'
import { blocksOf } from './html/blocks.js'
import { parsePage } from './html/document.js'
import { linesOf } from './html/lines.js'
import { bare, plain } from './html/wording.js'
import { withClosing } from './closing.js'
import { withOpening } from './opening.js'
import { readFile } from './text.js'

export interface ArticleRecord {
  readonly body: string
  readonly title?: string
  readonly date?: string
  readonly authors?: readonly string[]
  readonly publisher?: { readonly name: string; readonly url?: string }
  readonly url?: string
  readonly language?: string
}

/** @param place names the article in a Problem: "news.jsonl, line 3" */
export function draftOf(record: ArticleRecord, place: string): Draft {
  refuseTooLong(record.body, place)
  const draft = /<(?:p|br|div|article|h[1-6]|li|span|a|strong|em|b|i)\b[^>]*>/i.test(record.body) ? readMarkup(record.body) : readFile(record.body)
  const { title, publisher, url, language } = record
  const date = record.date ? parseDate(record.date) : undefined
  const authors = (record.authors ?? []).flatMap(namesIn)
  return {
    ...draft,
    ...(title ? { headline: titled(draft, plain(title)) } : {}),
    ...(date && draft.dateFrom !== 'text' ? { date, dateFrom: 'metadata' as const } : {}),
    ...(authors.length > 0 ? { authors: authors.map((name) => ({ name })) } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url } : {}),
    ...(language ? { declaredLanguage: language } : {}),
  }
}

const LONGEST_NAME = 300

/** "Lucy Bergmann, Ann Ely" are two; what holds no name of a person is kept as it stands: "Reuters". */
function namesIn(written: string): string[] {
  const persons = personsIn(written, { siteNames: [] })
  return persons.length > 0 ? persons : [plain(written.slice(0, LONGEST_NAME)).replace(/^by /i, '')].filter((name) => name !== '')
}

/** A piece of HTML that is the article and nothing else. */
export function readMarkup(html: string): Draft {
  return withClosing(withOpening({ ...blocksOf(linesOf(parsePage(html).body), undefined), authors: [], notes: [] }))
}

/** The title, with its place where the body begins with it. */
function titled(draft: Draft, title: string): NonNullable<Draft['headline']> {
  return draft.headline && bare(draft.headline.name) === bare(title) ? draft.headline : { name: title }
}
