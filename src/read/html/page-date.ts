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
  const order = isAmerican(page) ? 'month-first' : 'day-first'
  const firstDate = (written: readonly (string | undefined)[]): string | undefined => firstOf(written, order)
  const inUrl = url ? dateInName(url) : undefined
  const found =
    firstDate([linked.datePublished, ...META.map((name) => meta.first(name))]) ??
    dateIn(document, MARKED) ?? dateNear(page.headline, document) ?? dateIn(document, DATED)
  if (found && !isDayBefore(inUrl, found)) return { date: found, dateFrom: 'metadata' }
  if (inUrl) return { date: inUrl, dateFrom: 'url' }
  const modified = firstDate([linked.dateModified, ...MODIFIED.map((name) => meta.first(name))])
  return modified ? { date: modified, dateFrom: 'metadata' } : {}
}

/** The address of an American evening story has the local day, while its metadata, in UTC, have the next one. */
function isDayBefore(inUrl: string | undefined, found: string): boolean {
  return inUrl !== undefined && /T0\d:.*(?:Z|\+00:00)$/.test(found) && Date.parse(found.slice(0, 10)) - Date.parse(inUrl) === 86_400_000
}

/** Is "07/08/2022" of July? It is, unless the page says that it is from elsewhere. */
function isAmerican({ document, meta, url }: Page): boolean {
  const locale = `${document.documentElement.getAttribute('lang') ?? ''} ${meta.first('og:locale') ?? ''}`
  return !/\ben[-_](?:gb|au|nz|in|ie|za|ng|ke|sg|my|pk)\b/i.test(locale) && !/^https?:\/\/[^/]+\.(?:uk|au|nz|in|ie|za|ng|ke|sg|my|pk)\//i.test(url ?? '')
}

function firstOf(written: readonly (string | undefined)[], order?: 'day-first' | 'month-first'): string | undefined {
  return written.map((text) => (text ? parseDate(text, order) : undefined)).find((date) => date !== undefined)
}

function dateIn(document: Document, selector: string): string | undefined {
  for (const element of document.querySelectorAll(selector)) {
    const declared = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title') ?? ''
    const date = parseDate(declared) ?? parseDate((element.textContent ?? '').slice(0, LONGEST_LINE))
    if (date) return date
  }
  return undefined
}

/** The first date in short lines around the headline: "This story is from October 9, 2019". */
function dateNear(headline: string | undefined, document: Document): string | undefined {
  return firstOf(linesNear(headline, document).filter((line) => /\d{4}/.test(line)))
}
