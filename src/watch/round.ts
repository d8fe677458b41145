/**
 * One round: every feed is asked once, then the articles that wait are fetched and given to the catalogue.
 *
 *   in:  addresses of feeds, what is remembered, who fetches, where articles go
 *   out: how many feeds were read, how many articles were added; each trouble is told as it happens, and the round goes on
 */
import { fetchArticles } from './articles.js'
import { openBacklog, waitingIn } from './backlog.js'
import { byHost } from './by-host.js'
import { readFeed } from './feeds.js'
import { saved, type RoundParts, type Tally } from './parts.js'

/** @throws Problem when nothing at all can be done: the catalogue is another's, the model is missing. @returns the revision of the catalogue after it */
export async function round(feeds: readonly string[], parts: RoundParts, tally: Tally): Promise<number> {
  const { state, sink, signal, clock, patienceMs, max } = parts
  const session = await sink.open()
  try {
    const backlog = openBacklog(state.articles, () => clock.now())
    await byHost(feeds, (feed) => state.feeds.get(feed)?.movedTo ?? feed, (feed) => readFeed(feed, backlog, parts, tally), signal)
    await saved(parts, tally)
    const isResting = (host: string): boolean => (state.rests.get(host) ?? 0) > clock.now() + patienceMs
    const waiting = waitingIn(state.articles, new Set(feeds), isResting).slice(0, max)
    await fetchArticles(waiting, session, parts, tally)
    return session.revision
  } finally {
    await session.close()
    tally.articles.waiting = waitingIn(state.articles, new Set(feeds), () => false).length
    await saved(parts, tally)
  }
}
