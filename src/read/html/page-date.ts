/**
 * When the article of a page was published.
 *
 *   in:  JSON-LD, meta tags, <time>, lines near the headline, dated elements, the address
 *   out: ISO 8601 and where it was found
 */
import type { Draft } from '../article.js'
import { dateInName, parseDate } from '../dates.js'
import type { Page } from './facts.js'
import { linesNear, LONGEST_LINE } from './lines.js'

const META = [
  'article:published_time', 'og:published_time', 'datepublished', 'article:published', 'og:article:published_time', 'publishdate', 'publish-date', 'publish_date',
  'pubdate', 'parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'dc.date', 'dc.date.created', 'date', 'cxenseparse:recs:publishtime',
  'originalpublicationdate', 'article_date_original', 'rnews:datepublished', 'datecreated', 'og:article:published', 'ptime', 'pdate', 'article.published', 'displaydate', 'bt:pubdate',
]
const MODIFIED = ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'lastmod', 'dcterms.modified', 'revised', 'revision_date']
const MARKED = '[itemprop="datePublished"], time[pubdate], time[itemprop="dateCreated"]'
const DATED = 'time, .published, .entry-date, .post-date, .date, [class*="publish"], [class*="timestamp"], [class*="dateline"], [class*="date"]'

export function dateOf(page: Page): Pick<Draft, 'date' | 'dateFrom'> {
  const { document, meta, linked, url } = page
  const order = orderOf(page)
  const firstDate = (written: readonly (string | undefined)[]): string | undefined => firstOf(written, order ?? 'month-first')
  const inUrl = url ? dateInName(url) : undefined
  const seen = (): string | undefined => dateIn(page, MARKED, order) ?? dateNear(page.headline, document, order) ?? dateIn(page, DATED, order)
  const declared = firstDate([linked.datePublished, ...META.map((name) => meta.first(name))])
  const found = declared && isEarly(declared) ? theirDay(declared, seen()) : declared ?? seen()
  if (found && !isDayBefore(inUrl, found)) return { date: found, dateFrom: 'metadata' }
  if (inUrl) return { date: inUrl, dateFrom: 'url' }
  const modified = firstDate([linked.dateModified, ...MODIFIED.map((name) => meta.first(name)), ...linesNear(page.headline, document).filter((line) => CHANGED.test(line))])
  return modified ? { date: modified, dateFrom: 'metadata' } : {}
}

/** The address of an American evening story has the local day, while its metadata, in UTC, have the next one. */
function isDayBefore(inUrl: string | undefined, found: string): boolean {
  return inUrl !== undefined && isEarly(found) && Date.parse(found.slice(0, 10)) - Date.parse(inUrl) === 86_400_000
}

/** In the first hours of a day of UTC it is still the day before in America. Midnight itself is how days are written. */
function isEarly(date: string): boolean {
  return /T0\d:(?!00:00(?<=T00:00:00)).*(?:Z|\+00:00)$/.test(date)
}

/** The day on which readers are told that it was published, where that is the day before the one in UTC. */
function theirDay(declared: string, seen: string | undefined): string {
  return seen !== undefined && isDayBefore(seen.slice(0, 10), declared) ? seen : declared
}

type Order = 'day-first' | 'month-first' | undefined

/** Is "07/08/2022" of July? In America it is, elsewhere of August; nothing where the page does not say where it is from. */
function orderOf({ document, meta, url }: Page): Order {
  const locale = `${document.documentElement.getAttribute('lang') ?? ''} ${meta.first('og:locale') ?? ''}`
  const host = /^https?:\/\/([^/:]+)/.exec(url ?? '')?.[1] ?? ''
  if (/\ben[-_](?!us\b)[a-z]{2}\b/i.test(locale) || (/\.[a-z]{2}$/i.test(host) && !WORLDWIDE.test(host))) return 'day-first'
  return /\ben[-_]us\b/i.test(locale) || AMERICAN.test(host) ? 'month-first' : undefined
}

/** Ends of addresses of two letters that anybody takes, and Canada, which writes either way. */
const WORLDWIDE = /\.(?:ai|ca|cc|co|fm|gg|io|ly|me|sh|to|tv|us|vc|ws)$/i
const AMERICAN = /\.(?:us|gov|edu|mil)$/i

function firstOf(written: readonly (string | undefined)[], order?: 'day-first' | 'month-first'): string | undefined {
  return written.map((text) => (text ? parseDate(text, order) : undefined)).find((date) => date !== undefined)
}

/** When it was changed is not when it was published; nor is when somebody wrote a post that it quotes. */
const CHANGED = /\b(?:updated|modified|edited|corrected|last (?:update|change))\b/i
const PUBLISHED = /\b(?:published|posted|issued|created|released|dated)\b[^\d]{0,20}?(?=\p{L}{3,9}\.? \d|\d).*/iu
const ELSEWHERE = 'blockquote, :is([class*="twitter"], [class*="tweet"], [class*="embed"]):not(html, body, main, article)'

function dateIn({ document, story }: Page, selector: string, order: Order): string | undefined {
  for (const element of story.nearestFirst(document.querySelectorAll(selector))) {
    const words = (element.textContent ?? '').slice(0, LONGEST_LINE).replace(/\s+/g, ' ')
    if (isOfChange(`${words} ${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`) || AS_CHANGED.test(wordsBefore(element)) || element.closest(ELSEWHERE)) continue
    const declared = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title') ?? ''
    const date = parseDate(declared) ?? dateInLine(words, order)
    if (date) return date
  }
  return undefined
}

/** "Updated: <time>08:39</time>" */
const AS_CHANGED = /\b(?:updated|modified|edited|corrected|last update)\W*$/i

function wordsBefore(element: Element): string {
  let before: Node | null = element.previousSibling
  while (before && !/\S/.test(before.textContent ?? '')) before = before.previousSibling
  return (before?.textContent ?? '').trimEnd().slice(-30)
}

function isOfChange(words: string): boolean {
  return /updated|modified|\bedited|corrected/i.test(words) && !/publish|posted/i.test(words)
}

/** "Updated April 2, 2024 | Published March 5, 2024" is of March. */
function dateInLine(line: string, order: Order): string | undefined {
  const published = PUBLISHED.exec(line)?.[0]
  if (published !== undefined) return parseDate(published, order)
  return CHANGED.test(line) ? undefined : parseDate(line, order)
}

/** The first date in short lines around the headline: "This story is from October 9, 2019". */
function dateNear(headline: string | undefined, document: Document, order: Order): string | undefined {
  for (const line of linesNear(headline, document)) {
    // A sentence tells of other days.
    const date = /\d{4}/.test(line) && !(line.length > 60 && /[.!?]["”’]?$/.test(line)) ? dateInLine(line, order) : undefined
    if (date) return date
  }
  return undefined
}
