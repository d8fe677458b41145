/**
 * What a feed said about a page, where the page itself says nothing.
 *
 *   in:  the facts of the page, and { title: "Bridge to close", date: "Wed, 06 Jul 2022 08:00:00 GMT", url: "https://echo.example/b" }
 *   out: the facts, filled in; and an address that the page has a right to
 *
 * A feed's title is no better than the page's headline, its date often that of the last change: so they only fill gaps.
 */
import type { Hints } from '../article.js'
import { parseDate } from '../dates.js'
import { personsIn } from './author-names.js'
import type { Facts } from './facts.js'
import { plain } from './wording.js'

export function withHints(facts: Facts, { title, date: dated, authors = [], publisher, url }: Hints): Facts {
  const date = facts.date === undefined && dated ? parseDate(dated) : undefined
  const persons = authors.flatMap((name) => {
    const names = personsIn(name, { siteNames: [] })
    return names.length > 0 ? names : [plain(name)]
  })
  return {
    ...facts,
    ...(facts.headline === undefined && title ? { headline: plain(title) } : {}),
    ...(date ? { date, dateFrom: 'metadata' as const } : {}),
    ...(facts.authors.length === 0 ? { authors: persons.map((name) => ({ name })) } : {}),
    ...(facts.publisher === undefined && publisher ? { publisher: { name: publisher } } : {}),
    ...(facts.url === undefined && url ? { url } : {}),
  }
}

/**
 * The address that a page claims, if it is of the site where the page was found. Else anybody's page could take the place of
 * another paper's article, and a page that names the front page as its own would take the place of all of its paper.
 */
export function ownAddress(claimed: string | undefined, found: string | undefined): string | undefined {
  if (claimed === undefined || found === undefined) return claimed
  const [claim, place] = [new URL(claimed), new URL(found)]
  const isFront = claim.pathname === '/' && claim.search === '' && place.pathname !== '/'
  return !isFront && isSameSite(claim.hostname, place.hostname) ? claimed : found
}

function isSameSite(claim: string, place: string): boolean {
  const [a, b] = [claim, place].map((host) => host.replace(/^(?:www|m|mobile|amp|edition)\./, ''))
  return a === b || a?.endsWith(`.${b}`) === true || b?.endsWith(`.${a}`) === true
}
