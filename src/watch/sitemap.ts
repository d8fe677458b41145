/**
 * News sitemaps, and the indexes that list them.
 *
 *   in:  <urlset>…<url><loc>https://echo.example/b</loc><news:news><news:title>Bridge to close</news:title> …
 *   out: the articles, with title, date and paper; or the addresses of further sitemaps
 *
 * Only what is marked as news is taken: other sitemaps list pages of every kind.
 */
import { XMLParser } from 'fast-xml-parser'
import { webAddress, type Entry } from '../read/feed-entries.js'
import { markupOf, titleOf } from '../read/feed-words.js'
import { rootOf } from '../read/formats.js'

export interface SitemapEntry extends Entry { readonly publisher?: string }
export interface MapLink { readonly url: string; readonly changed?: string }

export type Sitemap =
  | { readonly kind: 'index'; readonly maps: readonly MapLink[] }
  /** `others`: how many pages are not marked as news. */
  | { readonly kind: 'news'; readonly entries: readonly SitemapEntry[]; readonly others: number }

type Node = Readonly<Record<string, unknown>>

/** No entities: those of XML are read here, and a document that defines others gets nothing for it. */
const PARSER = {
  ignoreAttributes: true, removeNSPrefix: true, processEntities: false, parseTagValue: false, ignoreDeclaration: true, ignorePiTags: true,
  transformTagName: (name: string) => name.toLowerCase(),
}

export function isSitemap(text: string): boolean {
  return /^<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]/i.test(rootOf(text).replace(/^<!doctype[^<>]*>\s*/i, ''))
}

export function sitemapIn(xml: string, address: string): Sitemap {
  const root = nodeOf(new XMLParser(PARSER).parse(xml))
  const index = root['sitemapindex']
  if (index !== undefined) {
    return { kind: 'index', maps: listOf(nodeOf(index)['sitemap']).flatMap((map) => linkOf(map, address)) }
  }
  const pages = listOf(nodeOf(root['urlset'])['url'])
  const news = pages.filter((page) => page['news'] !== undefined)
  return { kind: 'news', entries: news.flatMap((page) => entryOf(page, address)), others: pages.length - news.length }
}

function linkOf(node: Node, address: string): MapLink[] {
  const url = webAddress(markupOf(textOf(node['loc'])), address)
  const changed = textOf(node['lastmod'])
  return url ? [{ url, ...(changed ? { changed } : {}) }] : []
}

function entryOf(node: Node, address: string): SitemapEntry[] {
  const [link] = linkOf(node, address)
  if (!link) return []
  // Some repeat the element for every language; the first will do.
  const news = listOf(node['news'])[0] ?? {}
  const title = titleOf(textOf(news['title']))
  const date = textOf(news['publication_date'])
  const publisher = titleOf(textOf(nodeOf(news['publication'])['name']))
  return [{
    url: link.url, authors: [], ...(link.changed ? { updated: link.changed } : {}),
    ...(title ? { title } : {}), ...(date ? { date } : {}), ...(publisher ? { publisher } : {}),
  }]
}

function nodeOf(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Node : {}
}

function listOf(value: unknown): Node[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(nodeOf)
}

function textOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value[0] : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}
