/**
 * The headline of a page.
 *
 *   in:  what the page says in JSON-LD, OpenGraph, <h1> and <title> – "Lavrov slams leak | The Daily Example"
 *   out: "Lavrov slams leak", as readers see it, without the name of the site
 *
 * A heading that the metadata repeat is surest; then a heading that is long enough; then what the metadata say.
 */
import type { Page } from './facts.js'
import type { Meta } from './meta.js'
import { bare, plain } from './wording.js'

const TITLE_TAGS = ['og:title', 'twitter:title', 'sailthru.title', 'parsely-title', 'dc.title', 'title', 'headline', 'hdl']
/** Shorter headings are sections: "Allergies Health Center". */
const ENOUGH_WORDS = 5

/** What has more words holds more than a headline. */
const MOST_WORDS = 30
/** Longer ones are none. */
const LONGEST = 800
/** Headlines that are no headings. */
const MARKED = '[itemprop="headline"], [class*="headline" i], [class*="entry-title"], [class*="article-title"], [class*="articleTitle"], [class*="article__title"], [class*="post-title"], [class*="story-title"], [class*="page-title"]'

/** @param hinted how a feed calls it */
export function headlineOf(page: Pick<Page, 'document' | 'meta' | 'linked' | 'siteNames'>, hinted = ''): string | undefined {
  const { document, meta, linked, siteNames } = page
  const title = (document.querySelector('title')?.textContent ?? '').slice(0, LONGEST)
  const declared = [linked.headline ?? '', ...TITLE_TAGS.map((name) => meta.first(name) ?? ''), hinted].map((text) => withoutLabelBefore(withoutSite(plain(text.slice(0, LONGEST)), siteNames)))
  const written = [...declared, withoutSite(plain(title), siteNames)].filter((text) => text !== '')
  const told = written.filter((text) => !(isLabel(text) && isSite(text, siteNames)))
  const headings = headingsOf(document, 'h1', siteNames)
  const repeated = headings.flatMap((heading) => agreed(heading, told) ?? [])[0]
  const shared = sharedBy(meta, siteNames)
  return (
    (repeated && shared && isLabel(repeated) && !bare(shared).includes(bare(repeated)) ? shared : repeated) ??
    headings.find((heading) => !isLabel(heading) && (told.length === 0 || isAkin(heading, [...told, title]) || (headings.length === 1 && wordsIn(told[0] ?? '') < 3))) ??
    headingsOf(document, 'h2, h3', siteNames).find((heading) => isPartOf(heading, told[0] ?? '')) ??
    (told.length > 0 ? headingsOf(document, MARKED, siteNames, isOneLine).find((heading) => !isLabel(heading) && wordsIn(heading) <= MOST_WORDS && isAkin(heading, told)) : undefined) ??
    (declared.some((text) => text !== '') ? told[0] : told.map(withoutLabel)[0]) ??
    headings[0] ??
    headingsOf(document, 'h2', siteNames).find((heading) => !isLabel(heading)) ??
    written[0]
  )
}

/** What OpenGraph and Twitter agree on, if it is a headline. */
function sharedBy(meta: Meta, siteNames: readonly string[]): string | undefined {
  const [shared, tweeted] = [meta.first('og:title'), meta.first('twitter:title')].map((text) => withoutSite(plain((text ?? '').slice(0, LONGEST)), siteNames))
  return shared && shared === tweeted && !isLabel(shared) ? shared : undefined
}

function isLabel(text: string): boolean {
  return wordsIn(text) < ENOUGH_WORDS
}

function wordsIn(text: string): number {
  return bare(text).split(' ').filter((word) => word !== '').length
}

/** The heading, if the metadata hold it; what they hold of it, if it has a section or a second line glued to it. */
function agreed(heading: string, told: readonly string[]): string | undefined {
  const size = bare(heading).length
  if (size <= 8) return undefined
  if (told.some((text) => bare(text).includes(bare(heading)) && size > bare(text).length / 2)) return heading
  return told.find((text) => bare(heading).includes(bare(text)) && bare(text).length > size / 2 && bare(text).split(' ').length >= ENOUGH_WORDS)
}

/** Two content words in common with what the metadata say. */
function isAkin(heading: string, told: readonly string[]): boolean {
  const words = new Set(told.flatMap((text) => bare(text).split(' ')).filter((word) => word.length > 3))
  return bare(heading).split(' ').filter((word) => words.has(word)).length >= 2
}

function headingsOf(document: Document, selector: string, siteNames: readonly string[], isHeading: (element: Element) => boolean = () => true): string[] {
  return [...document.querySelectorAll(selector)]
    .filter(isHeading)
    .map((heading) => plain((heading.textContent ?? '').slice(0, LONGEST)))
    .filter((text) => text !== '' && !siteNames.some((name) => bare(name) === bare(text)))
}

/** Nothing but words and what stands within a line: no box that holds the headline and more, and no words cut short. */
function isOneLine(element: Element): boolean {
  return !/(?:…|\.\.\.)\s*$/.test(element.textContent ?? '') && [...element.children].every(({ tagName }) => /^(?:A|B|BR|EM|I|MARK|SMALL|SPAN|STRONG|SUB|SUP)$/.test(tagName))
}

/** A heading of several words that is one of the parts of "My Blog | How we moved house". */
function isPartOf(heading: string, title: string): boolean {
  return bare(heading).split(' ').length >= 3 && bare(title) !== bare(heading) && (bare(title).endsWith(bare(heading)) || bare(title).startsWith(bare(heading)))
}

function withoutSite(title: string, siteNames: readonly string[]): string {
  const parts = title.split(/\s+[|–—»•·:-]+\s+|\s*\|\s*/)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2) return title
  if (isSite(last, siteNames)) return withoutSection(withoutSite(title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—»•·:-]+$/, ''), siteNames))
  return isSite(first, siteNames) ? title.slice(first.length).replace(/^[\s|–—»•·:-]+/, '') : title
}

/** "Opinion | Lavrov slams leak". */
function withoutLabelBefore(title: string): string {
  const [, before, after] = /^(\p{Lu}[\p{L}&]*(?: [\p{L}&]+){0,2}) \| ([^|]+)$/u.exec(title) ?? []
  return before && after && !isLabel(after) ? after : title
}

/** "Lavrov slams leak | Politics", as is left of "Lavrov slams leak | Politics | The Daily Example". */
function withoutSection(title: string): string {
  const bar = title.lastIndexOf('|')
  const [before, after] = [title.slice(0, bar).trim(), title.slice(bar + 1).trim()]
  return bar > 0 && !isLabel(before) && wordsIn(after) < 3 ? before : title
}

/** The <title> of a page that does not say how its site is called: a few words after the last bar or dash. */
function withoutLabel(title: string): string {
  const [, before, after] = /^(.+?)\s+[|–—»-]\s+([^|–—»]+)$/.exec(title) ?? []
  return before && after && !isLabel(before) && wordsIn(after) <= 3 && /^\p{Lu}/u.test(after) ? before : title
}

function isSite(part: string, siteNames: readonly string[]): boolean {
  const squeezed = (text: string): string => bare(text).replace(/^the /, '').replaceAll(' ', '')
  return siteNames.some((name) => isSameSite(squeezed(name), squeezed(part)))
}

/** "CNN Politics" on CNN, "Daily Mail Online" on dailymail.co.uk. */
function isSameSite(site: string, part: string): boolean {
  return site !== '' && (site === part || (part.length > 3 && site.includes(part)) || (site.length > 2 && part.startsWith(site) && part.length <= site.length + 12))
}
