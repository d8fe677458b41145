/**
 * An address to what stands there: politely, and following redirects.
 *
 *   in:  https://echo.example/feed, and the ETag that it had last time
 *   out: 304, nothing new; or 200 with the bytes, where they were found in the end, and whether it moved there for good
 *
 * Asks robots.txt first, keeps to one request at a time and host, comes back after 429 and 503 when the server says so,
 * follows five redirects, and goes nowhere but to http and https, and to no address that is more private than the first.
 */
import { accepted, checked, gotFrom, redirectOf, type Got, type Validators } from './answers.js'
import type { Clock } from './clock.js'
import { Failure } from './failure.js'
import type { Lanes } from './lanes.js'
import { trustIn, type Network, type Reach } from './reach.js'
import { request, type Answer } from './request.js'
import { LONGEST_ROBOTS, openRobots, type KeptRobots } from './robots.js'

export interface Wanted {
  readonly limit: number
  readonly accept: string
  /** The feed's own; when it is not known yet, as far as an address on the command line is trusted. */
  readonly reach?: Reach
  readonly validators?: Validators
}

export interface Fetcher { get(address: string, wanted: Wanted): Promise<Got> }

export interface FetchOptions {
  readonly userAgent: string
  readonly clock: Clock
  readonly network: Network
  readonly lanes: Lanes
  readonly robots: Map<string, KeptRobots>
  readonly signal: AbortSignal
  readonly timeoutMs: number
  /** Between two requests to a host. */
  readonly pauseMs: number
  /** The longest that a server is waited for within a round. */
  readonly patienceMs: number
}

const MOST_REDIRECTS = 5
const MOST_TRIES = 3

export function openFetcher(options: FetchOptions): Fetcher {
  const { userAgent, clock, lanes, signal, network, timeoutMs, pauseMs } = options
  const robots = openRobots({ agent: userAgent.replace(/\/.*$/, ''), clock, kept: options.robots, fetch: fetchRobots })
  return { get: (address, wanted) => patiently(() => follow(address, wanted, wanted.reach ?? trustIn(checked(address, address))), options) }

  async function follow(address: string, wanted: Wanted, trusted: Reach): Promise<Got> {
    const seen = new Set<string>()
    let url = checked(address, address)
    let limit = trusted
    let first: Reach | undefined
    let movedTo: string | undefined
    let isLasting = true
    while (!seen.has(url.href)) {
      if (seen.size > MOST_REDIRECTS) throw new Failure(`${address} leads through more than ${MOST_REDIRECTS} redirects`, 'It is left out.', 'never')
      seen.add(url.href)
      const answer = await ask(url, wanted, limit)
      limit = answer.reach
      first ??= answer.reach
      const target = redirectOf(answer, url, address)
      if (!target) return gotFrom(answer, url, { reach: first, leads: limit, ...(movedTo === undefined ? {} : { movedTo }) })
      isLasting &&= answer.status === 301 || answer.status === 308
      if (isLasting) movedTo = target.href
      url = target
    }
    throw new Failure(`${address} leads in a circle of redirects`, 'It is left out.', 'never')
  }

  async function ask(url: URL, { limit, accept, validators }: Wanted, reach: Reach): Promise<Answer> {
    const delay = await robots.check(url, reach)
    const known = validators?.at === url.href ? validators : undefined
    const headers = {
      'user-agent': userAgent, accept,
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    }
    const answer = await lanes.use(url.host, Math.max(delay, pauseMs), () => request(url, { headers, limit, reach, network, signal, timeoutMs }))
    return accepted(answer, url, clock.now(), (ms) => lanes.rest(url.host, clock.now() + ms))
  }

  async function fetchRobots(start: URL, reach: Reach): Promise<{ status: number; text: string; isPage: boolean }> {
    let url = start
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const at = url
      const headers = { 'user-agent': userAgent, accept: 'text/plain,*/*;q=0.5' }
      const answer = await lanes.use(at.host, pauseMs, () => request(at, { headers, limit: LONGEST_ROBOTS, isCut: true, reach, network, signal, timeoutMs }))
      if (answer.status === 429 || answer.status >= 500) accepted(answer, at, clock.now(), (ms) => lanes.rest(at.host, clock.now() + ms))
      const target = redirectOf(answer, url, start.href)
      const text = new TextDecoder().decode(answer.bytes)
      if (!target) return { status: answer.status, text, isPage: /^\s*<(?:!doctype|html|head|body)/i.test(text) }
      url = target
    }
    throw new Failure(`${start.href} leads through too many redirects`, 'It is left out.', 'never')
  }
}

/** Tries again after a pause where the server is only busy. */
async function patiently<T>(act: () => Promise<T>, { clock, signal, patienceMs }: FetchOptions): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Failure) || error.again !== 'soon' || tries === MOST_TRIES || (error.waitMs ?? 0) > patienceMs) throw error
      // Where the server said how long, its lane is closed until then.
      if (error.waitMs === undefined) await clock.sleep(500 * 4 ** tries, signal)
    }
  }
}
