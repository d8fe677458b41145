/**
 * When the article of a page was published.
 *
 *   in:  JSON-LD, meta tags, <time>, dated elements, the address
 *   out: ISO 8601 and where it was found
 */
import type { Draft } from '../article.js'
import { dateInName, parseDate } from '../dates.js'
import type { Page } from './facts.js'

const META = [
  'article:published_time', 'og:published_time', 'datepublished', 'article:published', 'og:article:published_time', 'publishdate', 'publish-date', 'publish_date',
  'pubdate', 'parsely-pub-date', 'sailthru.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'dc.date', 'dc.date.created', 'date', 'cxenseparse:recs:publishtime',
  'originalpublicationdate', 'article_date_original', 'rnews:datepublished', 'datecreated', 'ptime', 'pdate', 'article.published', 'displaydate', 'bt:pubdate',
]
const DATED = 'time[pubdate], [itemprop="datePublished"], time[datetime], .published, .entry-date, .post-date, .date, [class*="publish"], [class*="timestamp"], [class*="dateline"], [class*="date"], time'
const MODIFIED = ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'lastmod', 'dcterms.modified', 'revised']

export function dateOf(page: Page): Pick<Draft, 'date' | 'dateFrom'> {
  const { meta, linked, url } = page
  const declared = [linked.datePublished, ...META.map((name) => meta.first(name))]
  const metadata = firstDate(declared) ?? visibleDate(page.document)
  if (metadata) return { date: metadata, dateFrom: 'metadata' }
  const inUrl = url ? dateInName(url) : undefined
  if (inUrl) return { date: inUrl, dateFrom: 'url' }
  const modified = firstDate([linked.dateModified, ...MODIFIED.map((name) => meta.first(name))])
  return modified ? { date: modified, dateFrom: 'metadata' } : {}
}

function firstDate(written: readonly (string | undefined)[]): string | undefined {
  return written.map((text) => (text ? parseDate(text, 'month-first') : undefined)).find((date) => date !== undefined)
}

function visibleDate(document: Document): string | undefined {
  for (const element of document.querySelectorAll(DATED)) {
    const written = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title') ?? ''
    const date = parseDate(written) ?? parseDate((element.textContent ?? '').slice(0, 200))
    if (date) return date
  }
  return undefined
}
