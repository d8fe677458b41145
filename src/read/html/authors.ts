/**
 * Who wrote the article of a page.
 *
 *   in:  JSON-LD authors, meta tags, rel="author", elements called byline – "By Jane Doe and John Roe, Staff Writer"
 *   out: ["Jane Doe", "John Roe"]
 */
import type { Page } from './facts.js'

const BYLINE = '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author, .author-name, [class*="byline"], [class*="author-name"], [class*="authorName"]'

export function authorsOf(page: Page): string[] {
  const { document, meta, linked } = page
  const declared = [linked.authors, ...['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'].map((name) => meta.all(name))]
  for (const names of declared) {
    const authors = names.flatMap((name) => split(name)).filter((name) => isName(name, page))
    if (authors.length > 0) return unique(authors)
  }
  for (const element of document.querySelectorAll(BYLINE)) {
    const authors = split((element.textContent ?? '').replace(/\s+/g, ' ').trim()).filter((name) => isName(name, page))
    if (authors.length > 0) return unique(authors)
  }
  return []
}

function split(written: string): string[] {
  return written
    .replace(/^\s*(?:(?:written|posted|published|reported|words|story)\s+)?by:?\s+/i, '')
    .split(/\s*(?:,|;|\||\band\b|&|\bwith\b|•|·)\s*/)
    .map((name) => name.trim())
}

function isName(name: string, page: Page): boolean {
  if (name.length < 3 || name.length > 40 || /https?:|@|\d/.test(name)) return false
  if (!/^\p{Lu}[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+){1,3}$/u.test(name)) return false
  return !page.siteNames.some((site) => site.toLowerCase() === name.toLowerCase())
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}
