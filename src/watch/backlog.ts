/**
 * Which articles are to be fetched.
 *
 *   in:  what a feed lists, and what is remembered
 *   out: the new ones and those that the feed says were changed, as `waiting`; each once, by address and by guid
 *
 * An article in two feeds belongs to the one that listed it first: only that one can say that it changed.
 */
import { canonicalAddress } from '../read/identity.js'
import type { Item } from './listing.js'
import type { SeenArticle, State } from './state.js'

/** Some feeds change the date of everything at every request: the third change is looked at at once, later ones ever more rarely. */
const QUICK_CHANGES = 3
const CHANGE_GAP = 15 * 60_000

export interface Backlog {
  /** @returns how many are new or changed */
  enlist(feed: string, items: readonly Item[]): number
}

export function openBacklog(articles: State['articles'], now: () => number): Backlog {
  const byGuid = new Map([...articles].flatMap(([url, { feed, guid }]) => (guid ? [[guidKey(feed, guid), url] as const] : [])))
  const byAddress = new Map([...articles.keys()].map((url) => [canonicalAddress(url), url]))
  const find = (feed: string, { url, guid }: Item): SeenArticle | undefined =>
    articles.get(url) ?? articles.get(byAddress.get(canonicalAddress(url)) ?? '') ?? (guid ? articles.get(byGuid.get(guidKey(feed, guid)) ?? '') : undefined)
  return {
    enlist: (feed, items) => items.filter((item) => {
      const { url, ...said } = item
      const known = find(feed, item)
      if (known) return isChanged(known, feed, said, now())
      articles.set(url, { state: 'waiting', feed, seen: dayOf(now()), ...said })
      byAddress.set(canonicalAddress(url), url)
      if (said.guid) byGuid.set(guidKey(feed, said.guid), url)
      return true
    }).length,
  }
}

/** What a change came to is not said in the mark; so the article waits again, with the hints of today. */
function isChanged(known: SeenArticle, feed: string, item: Omit<Item, 'url'>, now: number): boolean {
  known.seen = dayOf(now)
  if (known.feed !== feed || known.mark === item.mark) return false
  if (known.state === 'waiting') {
    Object.assign(known, item)
    return false
  }
  const changes = (known.changes ?? 0) + 1
  const gap = changes <= QUICK_CHANGES ? 0 : CHANGE_GAP * 2 ** (changes - QUICK_CHANGES)
  if (gap > 0 && now - Date.parse(known.fetched ?? '') < gap) return false
  Object.assign(known, item, { state: 'waiting', changes })
  delete known.why
  delete known.tries
  return true
}

/** Numbers and words name an entry within its feed; an address, a tag: or a UUID names it anywhere. */
function guidKey(feed: string, guid: string): string {
  return /^[a-z][a-z\d+.-]*:|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(guid) ? guid : `${feed} ${guid}`
}

export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}

/** The articles of these feeds that wait, the newest first. @param isResting hosts that are left alone for now */
export function waitingIn(articles: State['articles'], feeds: ReadonlySet<string>, isResting: (host: string) => boolean): [string, SeenArticle][] {
  const waiting = [...articles].filter(([url, { state, feed }]) => state === 'waiting' && feeds.has(feed) && !isResting(new URL(url).host))
  return waiting.sort(([, a], [, b]) => timeOf(b) - timeOf(a))
}

function timeOf({ date }: SeenArticle): number {
  const time = date ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? 0 : time
}
