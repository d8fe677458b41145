/**
 * What a page says about its article.
 *
 *   in:  the document, untouched, and where it came from
 *   out: headline, authors, date, publisher, address, language
 *
 * Read from JSON-LD, then OpenGraph and other meta tags, microdata, visible elements, the address.
 */
import type { Draft, Hints } from '../article.js'
import { linkedArticles, type LinkedArticle } from '../json-ld.js'
import { authorsOf } from './authors.js'
import { dateOf } from './page-date.js'
import { headlineOf } from './headline.js'
import { ownAddress } from './hints.js'
import { metaOf, type Meta } from './meta.js'
import { storyOf, type Story } from './story.js'
import { bare, plain } from './wording.js'

export interface Facts extends Pick<Draft, 'date' | 'dateFrom' | 'authors' | 'publisher' | 'url' | 'declaredLanguage'> {
  readonly headline?: string
  /** The text of the article, where JSON-LD gives it. */
  readonly linkedBody?: string
}

/** What all parts of the page's metadata are read from. */
export interface Page {
  readonly document: Document
  readonly meta: Meta
  readonly linked: LinkedArticle
  readonly url?: string
  readonly headline?: string
  readonly story: Story
  /** Names that the site goes by, for cutting them off titles. */
  readonly siteNames: readonly string[]
}

export function factsOf(document: Document, source: string, hints: Hints = {}): Facts {
  const meta = metaOf(document)
  const linked = linkedIn(document, [document.querySelector('title')?.textContent ?? undefined, meta.first('og:title'), ...[...document.querySelectorAll('h1')].slice(0, 5).map(({ textContent }) => textContent ?? undefined)])
  const url = ownAddress(urlOf(document, meta, linked, source), hints.url)
  const publisher = publisherOf(document, meta, linked, url)
  const named = { document, meta, linked, ...(url ? { url } : {}), siteNames: siteNamesOf(publisher?.name, meta, url) }
  const headline = headlineOf(named, hints.title)
  const page: Page = { ...named, story: storyOf(document, headline), ...(headline ? { headline } : {}) }
  const language = linked.language ?? document.documentElement.getAttribute('lang') ?? meta.first('og:locale', 'language', 'content-language')
  return {
    ...(headline ? { headline } : {}),
    ...dateOf(page),
    authors: authorsOf(page),
    ...(publisher ? { publisher } : {}),
    ...(url ? { url } : {}),
    ...(linked.body ? { linkedBody: linked.body } : {}),
    ...(language ? { declaredLanguage: language } : {}),
  }
}

/** The fields of all article nodes together; the first that has one wins. Those that are headed otherwise than the page are of other stories. */
function linkedIn(document: Document, titles: readonly (string | undefined)[]): LinkedArticle {
  const all = [...document.querySelectorAll('script[type*="ld+json"]')].flatMap((script) => linkedArticles(parse(script.textContent ?? '')))
  const told = titles.map((title) => bare((title ?? '').slice(0, 800))).filter((title) => title !== '')
  const isOwn = ({ headline = '' }: LinkedArticle): boolean => told.some((title) => bare(headline) !== '' && (title.includes(bare(headline)) || bare(headline).includes(title)))
  const articles = all.some(isOwn) ? all.filter((article) => article.headline === undefined || isOwn(article)) : all
  const { authors, authorBodies } = articles.find((article) => article.authors.length > 0) ?? { authors: [], authorBodies: [] }
  return Object.assign({}, ...articles.toReversed(), { authors, authorBodies }) as LinkedArticle
}

/** Pages often leave raw line breaks in strings, or wrap the JSON in comments. */
function parse(json: string): unknown {
  const [start, end] = [json.search(/[{[](?!CDATA\[)/), Math.max(json.lastIndexOf('}'), json.replace(/\]\]>\s{0,9}$/, '').lastIndexOf(']'))]
  const bare = json.slice(Math.max(0, start), end + 1)
  for (const attempt of [bare, bare.replace(/[\n\r\t]+/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      continue
    }
  }
  return undefined
}

function urlOf(document: Document, meta: Meta, linked: LinkedArticle, source: string): string | undefined {
  const candidates = [document.querySelector('link[rel="canonical"]')?.getAttribute('href'), meta.first('og:url'), linked.url, source]
  return candidates.find((candidate): candidate is string => candidate !== undefined && candidate !== null && /^https?:\/\/[^/]+\/./.test(candidate) && URL.canParse(candidate))
}

function publisherOf(document: Document, meta: Meta, linked: LinkedArticle, url: string | undefined): Facts['publisher'] {
  const name = meta.first('og:site_name') ?? linked.publisher?.name ?? meta.first('application-name', 'twitter:app:name:iphone', 'dc.publisher', 'publisher', 'copyright')
  // Some pages name the application after the article.
  if (!name || /^https?:/.test(name) || (name.split(' ').length > 4 && plain(name) === plain(document.querySelector('title')?.textContent ?? ''))) return undefined
  const site = linked.publisher?.url ?? (url ? new URL(url).origin : undefined)
  return { name: name.replace(/^(?:©|copyright)\s*(?:\d{4})?\s*/i, '').replace(/^@/, ''), ...(site && /^https?:/.test(site) ? { url: site } : {}) }
}

function siteNamesOf(publisher: string | undefined, meta: Meta, url: string | undefined): string[] {
  const host = url ? new URL(url).hostname.replace(/^www\./, '') : undefined
  const domain = host?.split('.').slice(0, -1).findLast((label) => !/^(?:com?|org|net|ac|gov|edu)$/.test(label))
  const names = [publisher, meta.first('twitter:site')?.replace(/^@/, ''), host, domain]
  return names.filter((name): name is string => name !== undefined && name.length > 1)
}
