/**
 * The articles that wait, fetched and given to the catalogue.
 *
 *   in:  https://echo.example/b, listed by a feed as "Bridge to close", of 6 July, by Jane Doe
 *   out: the catalogue has it; or it is left out, with why, or waits for the next round
 *
 * Fetching goes on while the catalogue reads what was fetched, but never far ahead.
 */
import { Problem } from '../problem.js'
import { byHost } from './by-host.js'
import { Failure } from './failure.js'
import { saved, type RoundParts, type Tally } from './parts.js'
import type { Outcome, Page, Session } from './sink.js'
import type { SeenArticle } from './state.js'

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5'
const PAGE = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+)?xml|)$/
/** After so many rounds in vain an article is left out. */
const MOST_TRIES = 5
/** After so many failures in a row a host is left alone for a while. */
const STRIKES = 3
const STRIKE_REST = 10 * 60_000
/** Pages that are fetched and not yet kept. */
const AHEAD = 16
const SAVE_EVERY = 2000

type Waiting = readonly (readonly [string, SeenArticle])[]

export async function fetchArticles(waiting: Waiting, session: Session, parts: RoundParts, tally: Tally): Promise<void> {
  const { clock, signal } = parts
  const work = openWork(parts, tally)
  const underway = new Set<Promise<void>>()
  let savedAt = clock.now()
  await byHost(waiting, ([url]) => url, async ([url, article]) => {
    // What cannot be kept is not fetched.
    if (work.isFull()) return
    const page = await work.fetch(url, article, session)
    if (page) {
      const job: Promise<void> = session.add(page).then((outcome) => work.kept(url, article, outcome), (error: unknown) => work.failed(error, article)).finally(() => underway.delete(job))
      // What went wrong for good is thrown below, where all jobs are waited for.
      job.catch(() => undefined)
      underway.add(job)
    }
    if (underway.size >= AHEAD) await Promise.race(underway)
    if (clock.now() - savedAt < SAVE_EVERY) return
    savedAt = clock.now()
    await saved(parts, tally)
  }, signal)
  const jobs = [...underway]
  await session.close()
  await Promise.all(jobs)
}

interface Work {
  /** @returns nothing when there is nothing to add: the catalogue has it, or it could not be had */
  fetch(url: string, article: SeenArticle, session: Session): Promise<Page | undefined>
  /** Did the catalogue refuse to keep any more? */
  isFull(): boolean
  kept(url: string, article: SeenArticle, outcome?: Outcome): void
  /** @throws what no other article will do better with */
  failed(error: unknown, article: SeenArticle): void
}

function openWork({ state, fetcher, lanes, clock, limit, tell }: RoundParts, tally: Tally): Work {
  const strikes = new Map<string, number>()
  let isFull = false
  const work: Work = {
    isFull: () => isFull,
    async fetch(url, article, session) {
      const isKnown = (address: string): boolean => article.changes === undefined && session.has(address)
      if (isKnown(url)) return void work.kept(url, article)
      const { host } = new URL(url)
      try {
        const got = await fetcher.get(url, { limit, accept: ACCEPT, reach: state.feeds.get(article.feed)?.leads ?? 'public' })
        strikes.delete(host)
        if (!PAGE.test(got.type)) throw new Failure(`${url} is ${got.type.slice(0, 60)}, not a web page`, 'It is left out.', 'never')
        if (isKnown(got.at)) return void work.kept(url, article)
        const { title, date, authors, publisher } = article
        const hints = { url: got.at, ...(title ? { title } : {}), ...(date ? { date } : {}), ...(authors ? { authors } : {}), ...(publisher ? { publisher } : {}) }
        return { at: got.at, bytes: got.bytes, ...(got.charset ? { charset: got.charset } : {}), hints }
      } catch (error) {
        work.failed(error, article)
        if (!(error instanceof Failure) || error.again === 'never' || error.isPutOff) return undefined
        strikes.set(host, (strikes.get(host) ?? 0) + 1)
        if ((strikes.get(host) ?? 0) >= STRIKES) lanes.rest(host, clock.now() + STRIKE_REST)
        return undefined
      }
    },
    kept(url, article, outcome) {
      if (outcome) tally.articles[outcome] += 1
      Object.assign(article, { state: 'added', fetched: new Date(clock.now()).toISOString() })
      delete article.tries
      tell({ kind: 'article', url, tally })
    },
    failed(error, article) {
      if (!(error instanceof Problem) || (error.code !== 'input' && error.code !== 'output')) throw error
      if (error instanceof Failure && error.isPutOff) return
      if (error.code === 'input') judge(error, article, clock.now())
      else isFull = true
      tally.articles.failed += 1
      tell({ kind: 'problem', problem: error, tally })
    },
  }
  return work
}

/** Will it be tried again? */
function judge(error: Problem, article: SeenArticle, now: number): void {
  article.tries = (article.tries ?? 0) + 1
  if (error instanceof Failure && error.again !== 'never' && article.tries < MOST_TRIES) return
  Object.assign(article, { state: 'left out', why: error.message, fetched: new Date(now).toISOString() })
}
