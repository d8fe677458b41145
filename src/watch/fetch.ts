/**
 * An address to what stands there: politely, and following redirects.
 *
 *   in:  https://echo.example/feed, and the ETag that it had last time
 *   out: 304, nothing new; or 200 with the bytes, where they were found in the end, and whether it moved there for good
 *
 * Asks robots.txt first, keeps to one request at a time and host, comes back after 429 and 503 when the server says so,
 * follows five redirects, and goes nowhere but to http and https, and to no address that is more private than the first.
 */
import type { Clock } from './clock.js'
import { Failure, TRY_LATER } from './failure.js'
import type { Lanes } from './lanes.js'
import { trustIn, type Network, type Reach } from './reach.js'
import { request, type Answer } from './request.js'
import { DAY, LONGEST_ROBOTS, openRobots, type KeptRobots } from './robots.js'

/** What a server said about a version of a document, to be said again when it is asked for; of that address only. */
export interface Validators { readonly at: string; readonly etag?: string; readonly lastModified?: string }

export interface Got {
  readonly isNew: boolean
  /** Where it was found in the end. */
  readonly at: string
  /** Where it moved for good, if it did. */
  readonly movedTo?: string
  readonly bytes: Uint8Array
  readonly type: string
  readonly charset?: string
  readonly validators?: Validators
  /** Whom the address that was asked for reaches. */
  readonly reach: Reach
  /** Whom the address where it was found reaches: what it links to must not be more private. */
  readonly leads: Reach
}

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
  const { userAgent, clock, lanes, signal, network, timeoutMs, pauseMs, patienceMs } = options
  const robots = openRobots({ agent: userAgent.replace(/\/.*$/, ''), clock, kept: options.robots, fetch: fetchRobots })
  return { get: (address, wanted) => patiently(() => follow(address, wanted, wanted.reach ?? trustIn(checked(address, address)))) }

  /** Tries again after a pause where the server is only busy. */
  async function patiently(act: () => Promise<Got>): Promise<Got> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof Failure) || error.again !== 'soon' || tries === MOST_TRIES || (error.waitMs ?? 0) > patienceMs) throw error
        if (error.waitMs === undefined) await clock.sleep(1000 * 4 ** tries, signal)
      }
    }
  }

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
    return accepted(answer, url)
  }

  async function fetchRobots(start: URL, reach: Reach): Promise<{ status: number; text: string; isPage: boolean }> {
    let url = start
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const at = url
      const headers = { 'user-agent': userAgent, accept: 'text/plain,*/*;q=0.5' }
      const answer = await lanes.use(at.host, pauseMs, () => request(at, { headers, limit: LONGEST_ROBOTS, isCut: true, reach, network, signal, timeoutMs }))
      if (answer.status === 429 || answer.status >= 500) accepted(answer, url)
      const target = redirectOf(answer, url, start.href)
      const text = new TextDecoder().decode(answer.bytes)
      if (!target) return { status: answer.status, text, isPage: /^\s*<(?:!doctype|html|head|body)/i.test(text) }
      url = target
    }
    throw new Failure(`${start.href} leads through too many redirects`, 'It is left out.', 'never')
  }

  /** @throws Failure for an answer that is an error; the host then rests for as long as it says */
  function accepted(answer: Answer, url: URL): Answer {
    const { status, headers } = answer
    if (status === 304 || (status >= 200 && status < 400)) return answer
    const says = `${url.href} answers ${status}`
    if (status !== 408 && status !== 425 && status !== 429 && status < 500) throw new Failure(says, status === 404 || status === 410 ? 'There is nothing at this address.' : 'It is not open to newsgraph.', 'never')
    const waitMs = retryAfter(headers['retry-after'], clock.now())
    if (waitMs !== undefined) lanes.rest(url.host, clock.now() + waitMs)
    throw new Failure(says, waitMs === undefined ? TRY_LATER : `It asks to be left alone for ${Math.ceil(waitMs / 1000)} seconds.`, 'soon', waitMs === undefined ? {} : { waitMs })
  }
}

/** An address of the web without a password. @throws Failure for any other */
function checked(address: string, from: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Failure(`${from} leads to ${address.slice(0, 200)}, which is no address of the web`, 'It is left out.', 'never')
  }
  url.hash = ''
  url.username = ''
  url.password = ''
  return url
}

function redirectOf({ status, headers }: Answer, url: URL, from: string): URL | undefined {
  if (status < 300 || status > 399 || status === 304) return undefined
  const { location } = headers
  if (!location) throw new Failure(`${url.href} answers ${status} without saying where to go`, 'It is left out.', 'never')
  return checked(URL.canParse(location, url) ? new URL(location, url).href : location, from)
}

function gotFrom({ status, headers, bytes }: Answer, url: URL, more: Pick<Got, 'reach' | 'leads' | 'movedTo'>): Got {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim())
  const charset = parameters.map((part) => /^charset\s*=\s*"?([\w.:-]+)/i.exec(part)?.[1]).find((name) => name !== undefined)
  const etag = headers.etag
  const lastModified = headers['last-modified']
  return {
    isNew: status !== 304, at: url.href, bytes, type: type.toLowerCase(), ...more,
    ...(charset ? { charset } : {}),
    ...(etag || lastModified ? { validators: { at: url.href, ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) } } : {}),
  }
}

/** Seconds or a date, as milliseconds from now; at most a day, for some say years. */
function retryAfter(written: string | undefined, now: number): number | undefined {
  if (written === undefined) return undefined
  const ms = /^\s*\d+\s*$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), DAY)
}
