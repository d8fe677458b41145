/**
 * RSS, Atom and RDF feeds. (JSON Feed is read in json.ts.)
 *
 *   in:  <rss>…<item><title>Lavrov slams leak</title><content:encoded>&lt;p&gt;MOSCOW (AP) — Russia …
 *   out: a record for each entry that has text; the full text where there is one, else the summary
 */
import type { parseFeed } from 'feedsmith'
import { Problem } from '../problem.js'
import type { ArticleRecord } from './records.js'

/** The fields that the formats share. */
interface Entry {
  readonly body: string | undefined
  readonly title: string | undefined
  readonly date: string | undefined
  readonly authors: readonly (string | undefined)[]
  readonly url: string | undefined
}

interface Feed { readonly title: string | undefined; readonly language?: string | undefined; readonly entries: readonly Entry[] }

export async function recordsInFeed(xml: string, source: string): Promise<ArticleRecord[]> {
  const { parseFeed } = await import('feedsmith')
  try {
    const { title, language, entries } = feedOf(parseFeed(xml))
    return entries.flatMap((entry) => recordOf(entry, title, language))
  } catch (cause) {
    throw new Problem('input', `${source} is not a feed that can be read`, 'Give RSS, Atom, RDF or JSON Feed, or save the articles as HTML or text.', { cause })
  }
}

function feedOf({ format, feed }: ReturnType<typeof parseFeed<string>>): Feed {
  switch (format) {
    case 'rss': return {
      title: feed.title, language: feed.language,
      entries: (feed.items ?? []).map((item) => ({
        body: item.content?.encoded ?? item.description, title: item.title, date: item.pubDate ?? item.dc?.dates?.[0],
        authors: [...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)], url: item.link,
      })),
    }
    case 'atom': return {
      title: feed.title?.value,
      entries: (feed.entries ?? []).map((entry) => ({
        body: entry.content?.value ?? entry.summary?.value, title: entry.title?.value, date: entry.published ?? entry.updated,
        authors: (entry.authors ?? feed.authors ?? []).map(({ name }) => name),
        url: (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href,
      })),
    }
    case 'rdf': return {
      title: feed.title,
      entries: (feed.items ?? []).map((item) => ({
        body: item.content?.encoded ?? item.description, title: item.title, date: item.dc?.dates?.[0], authors: item.dc?.creators ?? [], url: item.link,
      })),
    }
    case 'json': return { title: feed.title, entries: [] }
  }
}

function recordOf({ body, title, date, authors, url }: Entry, publisher: string | undefined, language: string | undefined): ArticleRecord[] {
  if (!body || body.trim() === '') return []
  return [{
    body,
    authors: authors.filter((name) => name !== undefined),
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
    ...(publisher ? { publisher: { name: publisher } } : {}),
    ...(language ? { language } : {}),
  }]
}
