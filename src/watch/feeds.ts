/**
 * One feed in one round.
 *
 *   in:  https://echo.example/feed, and what is remembered of it
 *   out: its new articles wait to be fetched; where it moved to, which version it was and how often it failed is remembered
 *
 * Of an index of sitemaps only those are asked that changed or do not say, the newest first, so many in a round.
 */
import type { Backlog } from './backlog.js'
import { Failure } from './failure.js'
import type { Got } from './answers.js'
import { listingIn, type Item } from './listing.js'
import type { RoundParts, Tally } from './parts.js'
import type { SeenFeed, SeenMap } from './state.js'
import type { MapLink } from './sitemap.js'

const ACCEPT = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5'
const MOST_MAPS = 20

export async function readFeed(feed: string, backlog: Backlog, parts: RoundParts, tally: Tally): Promise<void> {
  const { state, clock, tell, restAfter } = parts
  const seen: SeenFeed = state.feeds.get(feed) ?? {}
  if (Date.parse(seen.notBefore ?? '') > clock.now()) {
    tally.feeds.putOff += 1
    return
  }
  state.feeds.set(feed, seen)
  try {
    const isNew = await ask(feed, seen, backlog, parts, tally)
    tally.feeds[isNew ? 'read' : 'unchanged'] += 1
    seen.read = new Date(clock.now()).toISOString()
    delete seen.failures
    delete seen.notBefore
    tell({ kind: 'feed', url: feed, tally })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    remember(error, seen, restAfter, clock.now())
    tally.feeds[error.isPutOff ? 'putOff' : 'failed'] += 1
    tell({ kind: 'problem', problem: error, tally })
  }
}

function remember(error: Failure, seen: SeenFeed, restAfter: RoundParts['restAfter'], now: number): void {
  if (error.isPutOff) return
  // Where it moved for good may be gone for good; then it is looked for where it was.
  if (error.again === 'never') delete seen.movedTo
  seen.failures = (seen.failures ?? 0) + 1
  const until = restAfter(seen.failures)
  if (until !== undefined) seen.notBefore = new Date(Math.max(until, now + (error.waitMs ?? 0))).toISOString()
}

/** @returns whether there was anything new to read */
async function ask(feed: string, seen: SeenFeed, backlog: Backlog, parts: RoundParts, tally: Tally): Promise<boolean> {
  const { fetcher, limit } = parts
  const { validators, reach } = seen
  const got = await fetcher.get(seen.movedTo ?? feed, { limit, accept: ACCEPT, ...(reach ? { reach } : {}), ...(validators ? { validators } : {}) })
  const listing = got.isNew ? await listingIn(got, limit) : undefined
  seen.reach ??= got.reach
  seen.leads = got.leads
  if (got.movedTo) seen.movedTo = got.movedTo
  if (listing?.kind === 'articles') {
    if (!listing.isNews) throw new Failure(`${got.at} is a sitemap without news`, 'Give the news sitemap; robots.txt often names it.', 'later')
    enlist(feed, got, listing, seen, backlog, parts, tally)
  } else if (listing || seen.maps) {
    keep(seen, got)
    return await askMaps(feed, listing?.maps, seen, backlog, parts, tally) || got.isNew
  }
  return got.isNew
}

function enlist(feed: string, got: Got, { items, isWhole }: { items: readonly Item[]; isWhole: boolean }, kept: { validators?: SeenFeed['validators'] }, backlog: Backlog, { tell }: RoundParts, tally: Tally): void {
  backlog.enlist(feed, items)
  keep(kept, got)
  if (isWhole) return
  // Asked for without validators, it will come again, and whole.
  delete kept.validators
  tally.feeds.failed += 1
  tell({ kind: 'problem', problem: new Failure(`${got.at} ends in the middle`, 'What came before was taken.', 'later'), tally })
}

function keep(kept: { validators?: SeenFeed['validators'] }, { isNew, validators }: Got): void {
  if (validators) kept.validators = validators
  else if (isNew) delete kept.validators
}

/** @param links as the index lists them; as remembered when it did not change. @returns whether there was anything new */
async function askMaps(feed: string, links: readonly MapLink[] | undefined, seen: SeenFeed, backlog: Backlog, parts: RoundParts, tally: Tally): Promise<boolean> {
  const known = seen.maps ?? {}
  const maps = links ?? Object.entries(known).map(([url, { changed }]) => ({ url, ...(changed ? { changed } : {}) }))
  seen.maps = Object.fromEntries(maps.flatMap(({ url }) => (known[url] ? [[url, known[url]]] : [])))
  let isNew = false
  for (const link of due(maps, seen.maps, links !== undefined)) isNew = await askMap(feed, link, seen, backlog, parts, tally) || isNew
  return isNew
}

/** Those without news are asked again only when they say that they changed. */
function due(maps: readonly MapLink[], known: Readonly<Record<string, SeenMap>>, isFresh: boolean): MapLink[] {
  const asked = maps.filter(({ url, changed }) => {
    const before = known[url]
    if (!before) return true
    return changed && isFresh ? changed !== before.changed : before.isNews
  })
  return asked.sort((a, b) => (Date.parse(b.changed ?? '') || 0) - (Date.parse(a.changed ?? '') || 0)).slice(0, MOST_MAPS)
}

async function askMap(feed: string, { url, changed }: MapLink, seen: SeenFeed, backlog: Backlog, parts: RoundParts, tally: Tally): Promise<boolean> {
  const { fetcher, limit, tell } = parts
  const maps = (seen.maps ??= {})
  const map: SeenMap = maps[url] ?? { isNews: true }
  try {
    const got = await fetcher.get(url, { limit, accept: ACCEPT, reach: seen.leads ?? 'public', ...(map.validators ? { validators: map.validators } : {}) })
    if (got.isNew) {
      const listing = await listingIn(got, limit)
      map.isNews = listing.kind === 'articles' && listing.isNews
      if (listing.kind === 'articles') enlist(feed, got, listing, map, backlog, parts, tally)
    }
    maps[url] = { ...map, ...(changed ? { changed } : {}) }
    return got.isNew && map.isNews
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (error.isPutOff) return false
    tally.feeds.failed += 1
    tell({ kind: 'problem', problem: error, tally })
    return false
  }
}
