/**
 * Who wrote the article of a page.
 *
 *   in:  JSON-LD authors, meta tags, rel="author", elements named byline, lines near the headline – "By Jane Doe, Staff Writer"
 *   out: ["Jane Doe"]
 *
 * Names of persons only: a staff, desk or agency named as author is left to the publisher.
 */
import type { Page } from './facts.js'
import { linesNear, linesOf } from './lines.js'
import { bare, plain } from './wording.js'

const TAGS = ['author', 'article:author', 'og:article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl', 'article.author', 'authors', 'dc.contributor']
/** Surest first. */
const ELEMENTS = [
  '[itemprop="author"] [itemprop="name"]', '[rel="author"]', '[itemprop="author"]',
  '.byline, .byline-name, .author-name, .authorName, .author, .article-author, .post-author, .entry-author', '[class*="byline"], [class*="author-name"], [class*="authorName"], [class*="Byline"]',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/contributor"], a[href*="/editors/"]', '[class*="author"], [data-authors]',
]
/** Those who are named here wrote something else. */
const ELSEWHERE = '[class*="comment"]:not(body), [id*="comment"]:not(body), [class*="related"]:not(body), nav, footer'
const NO_PERSON = /\b(?:news|staff|press|team|editors?|editorial|magazine|times|post|foundation|agency|reuters|associated|desk|writers?|correspondent|reporter|contributors?|twitter|facebook|follow|more|posts|the|view|university|media|network|online|guest|admin|condé nast|by|in|of|for|on|to)\b/i
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|del|la|le|van|von|der|den|bin|al|el|da|dos|di|du) )*\p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u

export function authorsOf(page: Page): string[] {
  const { document, meta, linked } = page
  const declared = [linked.authors, ...TAGS.map((name) => meta.all(name))]
  const shown = ELEMENTS.map((selector) => () => neighbours([...document.querySelectorAll(selector)].filter((element) => !element.closest(ELSEWHERE))).flatMap(shownBy))
  for (const written of [...declared.map((names) => () => names), ...shown, () => bylinesNear(page)]) {
    const authors = unique(written().flatMap((names) => namesIn(names, page)))
    if (authors.length > 0 && authors.length <= 8) return authors
  }
  return []
}

/** The first of the elements, and those beside it; others belong to other stories. */
function neighbours(elements: readonly Element[]): readonly Element[] {
  const around = elements[0]?.parentElement?.parentElement
  return elements.filter((element, index) => index === 0 || around?.contains(element))
}

function shownBy(element: Element): string[] {
  const declared = element.getAttribute('content') ?? element.getAttribute('data-authors')
  return declared ? [declared] : linesOf(element).map(({ text }) => text)
}

function bylinesNear(page: Page): string[] {
  return linesNear(page.headline, page.document).filter((line) => /^(?:(?:written|posted|reported|words|story) )?by:? \p{Lu}/iu.test(line)).slice(0, 1)
}

/** "By Jane Doe and John Roe for The Daily Example | 7 July" holds two names. */
function namesIn(written: string, page: Page): string[] {
  return plain(written)
    .replace(/^(?:(?:written|posted|published|reported|words|story|article) )?(?:by)+:? /i, '')
    .replace(/ (?:for|from|in|on|at|of|For) .*$/, '')
    .split(/\s*(?:[,;|•·/–—]|\s-\s|\band\b|\bAnd\b|&|\bwith\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name.length <= 40 && NAME.test(name) && !NO_PERSON.test(name) && !page.siteNames.some((site) => bare(site) === bare(name)))
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [bare(name), name])).values()]
}
