/**
 * The headline of a page.
 *
 *   in:  what the page says in JSON-LD, OpenGraph, <h1> and <title> – "Lavrov slams leak | The Daily Example"
 *   out: "Lavrov slams leak": the wording that most of them agree on, without the name of the site
 */
import type { Page } from './facts.js'

export function headlineOf(page: Page): string | undefined {
  const { document, meta, linked } = page
  const headings = [...document.querySelectorAll('h1')].map((heading) => plain(heading.textContent ?? '')).filter((text) => text !== '')
  const title = plain(document.querySelector('title')?.textContent ?? '')
  const declared = [linked.headline, meta.first('og:title'), meta.first('twitter:title'), meta.first('sailthru.title', 'parsely-title', 'dc.title', 'title', 'headline', 'hdl')]
    .flatMap((text) => (text ? [withoutSite(plain(text), page.siteNames)] : []))
  const told = [...declared, withoutSite(title, page.siteNames)].filter((text) => text !== '')
  // A heading that the metadata repeat is the headline as readers see it.
  const heading = headings.find((text) => told.some((other) => bare(other).includes(bare(text)) && bare(text).length > 8))
  return heading ?? declared[0] ?? (headings.length === 1 ? headings[0] : undefined) ?? (told.at(-1) || headings[0])
}

function withoutSite(title: string, siteNames: readonly string[]): string {
  const parts = title.split(/\s+[|–—»•·:]+\s+|\s+-{1,2}\s+|\s*\|\s*|\s::\s/)
  if (parts.length < 2) return title
  const isSite = (part: string): boolean => siteNames.some((name) => bare(name) === bare(part) || (bare(part).length > 3 && bare(name).includes(bare(part))))
  const last = parts.at(-1) ?? ''
  const first = parts[0] ?? ''
  if (isSite(last)) return withoutSite(title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—»•·:-]+$/, ''), siteNames)
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|–—»•·:-]+/, '')
  return title
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
