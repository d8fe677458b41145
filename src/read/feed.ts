/**
 * Feeds as files of articles: RSS, Atom, RDF and JSON feeds.
 *
 *   in:  <rss>…<item><title>Lavrov slams leak</title><content:encoded>&lt;p&gt;MOSCOW (AP) — Russia …
 *   out: a record for each entry that has text; the full text where there is one, else the summary
 */
import { Problem } from '../problem.js'
import { feedIn, type Entry } from './feed-entries.js'
import type { ArticleRecord } from './records.js'

export async function recordsInFeed(text: string, source: string): Promise<ArticleRecord[]> {
  const { title, language, entries } = await feedIn(text, source)
  const records = entries.flatMap((entry) => recordOf(entry, title, language))
  if (records.length > 0) return records
  if (entries.length === 0) throw new Problem('input', `${source} is a feed without any item`, 'Fetch it again later, or give another.')
  throw new Problem('input', `${source} is a feed whose items have no text`, 'Give the articles themselves.')
}

function recordOf({ body, title, date, authors, url }: Entry, publisher: string | undefined, language: string | undefined): ArticleRecord[] {
  if (!body) return []
  return [{
    body,
    authors,
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
    ...(publisher ? { publisher: { name: publisher } } : {}),
    ...(language ? { language } : {}),
  }]
}
