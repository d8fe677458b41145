/**
 * One round: every feed is asked once, then the articles that wait are fetched and given to the catalogue.
 *
 *   in:  addresses of feeds, what is remembered, who fetches, where articles go
 *   out: how many feeds were read, how many articles were added; each trouble is told as it happens, and the round goes on
 */
import { Problem } from '../problem.js'
import { fetchArticles } from './articles.js'
import { openBacklog, waitingIn } from './backlog.js'
import type { Clock } from './clock.js'
import { readFeed } from './feeds.js'
import type { Fetcher } from './fetch.js'
import type { Lanes } from './lanes.js'
import { byHost } from './by-host.js'
import type { Sink } from './sink.js'
import type { State } from './state.js'

export interface Tally {
  readonly feeds: { read: number; unchanged: number; failed: number; putOff: number }
  readonly articles: { added: number; replaced: number; unchanged: number; failed: number; waiting: number }
}

/** What there is to tell while a round runs. */
export type WatchEvent =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly tally: Tally }
  | { readonly kind: 'feed' | 'article'; readonly url: string; readonly tally: Tally }

export interface RoundParts {
  readonly state: State
  readonly fetcher: Fetcher
  readonly lanes: Lanes
  readonly sink: Sink
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly patienceMs: number
  /** Bytes of a feed or page. */
  readonly limit: number
  /** How many articles at most. */
  readonly max: number
  /** Until when a feed that failed so often rests; undefined: no longer than until the next round. */
  readonly restAfter: (failures: number) => number | undefined
  readonly save: () => Promise<void>
  readonly tell: (event: WatchEvent) => void
}

export function emptyTally(): Tally {
  return { feeds: { read: 0, unchanged: 0, failed: 0, putOff: 0 }, articles: { added: 0, replaced: 0, unchanged: 0, failed: 0, waiting: 0 } }
}

/** @throws Problem when nothing at all can be done: the catalogue is another's, the model is missing */
export async function round(feeds: readonly string[], parts: RoundParts, tally: Tally): Promise<void> {
  const { state, sink, signal, clock, patienceMs, max } = parts
  const session = await sink.open()
  try {
    const backlog = openBacklog(state.articles, () => clock.now())
    await byHost(feeds, (feed) => state.feeds.get(feed)?.movedTo ?? feed, (feed) => readFeed(feed, backlog, parts, tally), signal)
    await saved(parts, tally)
    const isResting = (host: string): boolean => (state.rests.get(host) ?? 0) > clock.now() + patienceMs
    const waiting = waitingIn(state.articles, new Set(feeds), isResting).slice(0, max)
    await fetchArticles(waiting, session, parts, tally)
  } finally {
    await session.close()
    tally.articles.waiting = waitingIn(state.articles, new Set(feeds), () => false).length
    await saved(parts, tally)
  }
}

/** A full disk is told, and the round goes on. */
export async function saved({ save, tell }: Pick<RoundParts, 'save' | 'tell'>, tally: Tally): Promise<void> {
  try {
    await save()
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    tell({ kind: 'problem', problem, tally })
  }
}
