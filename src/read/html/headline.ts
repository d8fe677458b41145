/**
 * The headline of a page.
 *
 *   in:  what the page says in JSON-LD, OpenGraph, <h1> and <title> – "Lavrov slams leak | The Daily Example"
 *   out: "Lavrov slams leak", as readers see it, without the name of the site
 *
 * A heading that the metadata repeat is surest; then a heading that is long enough; then what the metadata say.
 */
import type { Page } from './facts.js'
import { bare, plain } from './wording.js'

const TITLE_TAGS = ['og:title', 'twitter:title', 'sailthru.title', 'parsely-title', 'dc.title', 'title', 'headline', 'hdl']
/** Shorter headings are sections: "Allergies Health Center". */
const ENOUGH_WORDS = 5

export function headlineOf(page: Page): string | undefined {
  const { document, meta, linked, siteNames } = page
  const title = document.querySelector('title')?.textContent ?? ''
  const told = [linked.headline ?? '', ...TITLE_TAGS.map((name) => meta.first(name) ?? ''), title]
    .map((text) => withoutSite(plain(text), siteNames))
    .filter((text) => text !== '')
  const headings = headingsOf(document, 'h1', siteNames)
  return (
    headings.find((heading) => isRepeated(heading, told)) ??
    headings.find((heading) => bare(heading).split(' ').length >= ENOUGH_WORDS) ??
    headingsOf(document, 'h2, h3', siteNames).find((heading) => isPartOf(heading, told[0] ?? '')) ??
    told[0] ??
    headings[0]
  )
}

function headingsOf(document: Document, selector: string, siteNames: readonly string[]): string[] {
  return [...document.querySelectorAll(selector)]
    .map((heading) => plain(heading.textContent ?? ''))
    .filter((text) => text !== '' && !siteNames.some((name) => bare(name) === bare(text)))
}

function isRepeated(heading: string, told: readonly string[]): boolean {
  return bare(heading).length > 8 && told.some((text) => bare(text).includes(bare(heading)))
}

/** A heading of several words that is one of the parts of "My Blog | How we moved house". */
function isPartOf(heading: string, title: string): boolean {
  return bare(heading).split(' ').length >= 3 && bare(title) !== bare(heading) && (bare(title).endsWith(bare(heading)) || bare(title).startsWith(bare(heading)))
}

function withoutSite(title: string, siteNames: readonly string[]): string {
  const parts = title.split(/\s+[|–—»•·:-]+\s+|\s*\|\s*/)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2) return title
  const isSite = (part: string): boolean => siteNames.some((name) => isSameSite(bare(name).replaceAll(' ', ''), bare(part).replaceAll(' ', '')))
  if (isSite(last)) return withoutSite(title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—»•·:-]+$/, ''), siteNames)
  return isSite(first) ? title.slice(first.length).replace(/^[\s|–—»•·:-]+/, '') : title
}

/** "CNN Politics" on CNN, "Daily Mail Online" on dailymail.co.uk. */
function isSameSite(site: string, part: string): boolean {
  return site !== '' && (site === part || (part.length > 3 && site.includes(part)) || (site.length > 2 && part.startsWith(site) && part.length <= site.length + 12))
}
