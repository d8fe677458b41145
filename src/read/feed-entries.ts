/**
 * What RSS, Atom, RDF and JSON feeds list, in one form.
 *
 *   in:  <rss>…<item><title>Lavrov &lt;b&gt;slams&lt;/b&gt; leak</title><link>/world/7</link> …, and the address it was had from
 *   out: { title: "Daily Example", entries: [{ title: "Lavrov slams leak", url: "https://daily.example/world/7", guid, … }] }
 *
 * Links are made whole with xml:base, the feed's address or its home page; what is no http or https address is left out.
 */
import type { parseFeed } from 'feedsmith'
import { Problem } from '../problem.js'
import { markupOf, titleOf } from './feed-words.js'

export interface Entry {
  /** Full text where there is one, else the summary; HTML or plain. */
  readonly body?: string
  readonly title?: string
  readonly date?: string
  /** When it was last changed, if the feed says so. */
  readonly updated?: string
  readonly authors: readonly string[]
  readonly url?: string
  /** What the feed calls the entry, whatever becomes of its address. */
  readonly guid?: string
}

export interface Feed {
  readonly title?: string
  readonly language?: string
  readonly entries: readonly Entry[]
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined }
interface RawEntry extends Omit<Loose<Entry>, 'authors'> { readonly authors: readonly (string | undefined)[]; readonly base?: string | undefined }
interface RawFeed extends Loose<Pick<Feed, 'title' | 'language'>> {
  readonly base: string | undefined
  readonly home: string | undefined
  readonly entries: readonly RawEntry[]
}

/** @param source names the feed in a Problem. @param address where it was had from, for relative links */
export async function feedIn(text: string, source: string, address?: string): Promise<Feed> {
  const { parseFeed } = await import('feedsmith')
  try {
    const { title, language, base, home, entries } = rawFeed(parseFeed(text))
    const from = address ?? webAddress(home)
    const name = titleOf(title)
    return { ...(name ? { title: name } : {}), ...(language ? { language } : {}), entries: entries.map((entry) => entryOf(entry, webAddress(base, from) ?? from)) }
  } catch (cause) {
    throw new Problem('input', `${source} is not a feed that can be read`, 'Give RSS, Atom, RDF or JSON Feed, or save the articles as HTML or text.', { cause })
  }
}

/** The http or https address that is written; undefined for any other, and for a relative one without a base. */
export function webAddress(written: string | undefined, base?: string): string | undefined {
  const text = written?.trim()
  if (!text || !URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}

function entryOf({ authors, url, base, title, body, ...rest }: RawEntry, feedBase: string | undefined): Entry {
  const found = { title: titleOf(title), body: markupOf(body), url: webAddress(url, webAddress(base, feedBase) ?? feedBase), ...rest }
  const filled = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined && value !== ''))
  return { ...filled, authors: authors.flatMap((name) => titleOf(name) ?? []) }
}

function rawFeed({ format, feed }: ReturnType<typeof parseFeed<string>>): RawFeed {
  switch (format) {
    case 'rss': return {
      title: feed.title, language: feed.language, base: feed.xml?.base, home: feed.link,
      entries: (feed.items ?? []).map((item) => ({
        body: item.content?.encoded ?? item.description, title: item.title, date: item.pubDate ?? item.dc?.dates?.[0], updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
        authors: [...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)],
        url: item.link ?? (item.guid?.isPermaLink === false ? undefined : absolute(item.guid?.value)), guid: item.guid?.value, base: item.xml?.base,
      })),
    }
    case 'atom': return {
      title: feed.title?.value, language: feed.xml?.lang, base: feed.xml?.base, home: alternate(feed.links),
      entries: (feed.entries ?? []).map((entry) => ({
        body: entry.content?.value ?? entry.summary?.value, title: entry.title?.value, date: entry.published ?? entry.updated, updated: entry.updated,
        authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
        url: alternate(entry.links) ?? entry.links?.[0]?.href, guid: entry.id, base: entry.xml?.base,
      })),
    }
    case 'rdf': return {
      title: feed.title, base: feed.xml?.base, home: feed.link,
      entries: (feed.items ?? []).map((item) => ({
        body: item.content?.encoded ?? item.description, title: item.title, date: item.dc?.dates?.[0], updated: item.dcterms?.modified?.[0],
        authors: item.dc?.creators ?? [], url: item.link, guid: item.rdf?.about,
      })),
    }
    case 'json': return {
      title: feed.title, language: feed.language, base: undefined, home: feed.home_page_url,
      entries: (feed.items ?? []).map((item) => ({
        body: item.content_html ?? item.content_text ?? item.summary, title: item.title, date: item.date_published ?? item.date_modified, updated: item.date_modified,
        authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name), url: item.url ?? absolute(item.id), guid: item.id,
      })),
    }
  }
}

function alternate(links: readonly { readonly rel?: string; readonly href?: string }[] | undefined): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
}

/** Some feeds give the address as the name of the entry alone. */
function absolute(name: string | undefined): string | undefined {
  return name && /^https?:\/\//i.test(name) ? name : undefined
}
