/**
 * What a feed lists.
 *
 *   in:  the bytes of an RSS, Atom, RDF or JSON feed or of a news sitemap, packed or not, and where they were found
 *   out: its articles – { url: "https://echo.example/b", title: "Bridge to close", … } – or, for an index, its sitemaps
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Problem } from '../problem.js'
import { decode } from '../read/decode.js'
import { feedIn, webAddress, type Entry } from '../read/feed-entries.js'
import { rootOf } from '../read/formats.js'
import { Failure, TRY_LATER } from './failure.js'
import { tooLarge } from './request.js'
import { isSitemap, sitemapIn, type MapLink, type SitemapEntry } from './sitemap.js'

/** An article as a feed announces it. */
export interface Item {
  readonly url: string
  readonly guid?: string
  readonly title?: string
  readonly date?: string
  readonly authors?: readonly string[]
  readonly publisher?: string
  /** Changes when the feed says that the article was changed. */
  readonly mark: string
}

export type Listing =
  | { readonly kind: 'articles'; readonly items: readonly Item[]; readonly isWhole: boolean; readonly isNews: boolean }
  | { readonly kind: 'index'; readonly maps: readonly MapLink[] }

/** Of a page's head, looked through for the feed that it names. */
const LONGEST_HEAD = 100_000

interface Document { readonly bytes: Uint8Array; readonly at: string; readonly charset?: string }

/** @param limit bytes, once unpacked. @throws Failure when it is no feed */
export async function listingIn({ bytes, at, charset }: Document, limit: number): Promise<Listing> {
  try {
    const text = await decode(await unpacked(bytes, at, limit), at, charset)
    if (isSitemap(text)) {
      const sitemap = sitemapIn(text, at)
      if (sitemap.kind === 'index') return sitemap
      return { kind: 'articles', items: itemsOf(sitemap.entries), isWhole: isWhole(text), isNews: sitemap.entries.length > 0 || sitemap.others === 0 }
    }
    if (/^<(?:!doctype html|html)[\s>]/i.test(rootOf(text))) throw webPage(text.slice(0, LONGEST_HEAD), at)
    return { kind: 'articles', items: itemsOf((await feedIn(text, at, at)).entries), isWhole: isWhole(text), isNews: true }
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(cause instanceof Problem ? cause.message : `${at} is too damaged to be read as a feed`, TRY_LATER, 'later', { cause })
  }
}

/** Sitemaps often lie packed on the server, and are served so. */
async function unpacked(bytes: Uint8Array, at: string, limit: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: limit })
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw isTooLarge ? tooLarge(new URL(at), limit) : new Failure(`${at} is a gzip file that is damaged`, TRY_LATER, 'later', { cause })
  }
}

/** Does it end as it should? JSON that does not is not read at all. */
function isWhole(text: string): boolean {
  const end = text.slice(-4000).replace(/<!--[^]*?-->/g, '').trimEnd()
  return !text.trimStart().startsWith('<') || /<\/(?:\w+:)?(?:rss|feed|rdf|urlset)\s*>$/i.test(end)
}

function webPage(html: string, at: string): Failure {
  const link = html.match(/<link\b[^<>]{1,1000}>/gi)?.find((tag) => /\btype\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(tag)) ?? ''
  const feed = webAddress(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(link)?.slice(1).find((href) => href !== undefined), at)
  return new Failure(`${at} is a web page, not a feed`, feed ? `It names one: ${feed}` : 'Give the address of a feed or news sitemap.', 'later')
}

function itemsOf(entries: readonly (Entry | SitemapEntry)[]): Item[] {
  // A guid that stands for several addresses is none.
  const owners = new Map<string, string>()
  const shared = new Set<string>()
  for (const { guid, url } of entries) {
    if (!guid || !url) continue
    if ((owners.get(guid) ?? url) !== url) shared.add(guid)
    owners.set(guid, url)
  }
  const items = entries.flatMap((entry) => {
    const { url, guid, title, date, authors } = entry
    if (!url) return []
    const publisher = 'publisher' in entry ? entry.publisher : undefined
    return [{
      url: tidy(url), mark: markOf(entry),
      ...(guid && !shared.has(guid) ? { guid } : {}), ...(title ? { title } : {}), ...(date ? { date } : {}),
      ...(authors.length > 0 ? { authors } : {}), ...(publisher ? { publisher } : {}),
    }]
  })
  return [...new Map(items.toReversed().map((item) => [item.url, item])).values()].toReversed()
}

/** Without what says only where the reader came from, and without passwords. */
function tidy(address: string): string {
  const url = new URL(address)
  url.hash = ''
  url.username = ''
  url.password = ''
  const names = Array.from(url.searchParams.keys()).filter((name) => /^(?:utm_\w+|at_(?:medium|campaign)|fbclid|gclid)$/i.test(name))
  for (const name of names) url.searchParams.delete(name)
  return url.href
}

function markOf({ updated, date, title, body }: Entry): string {
  return createHash('sha256').update(JSON.stringify(updated ? [updated] : [date, title, body])).digest('hex').slice(0, 12)
}
