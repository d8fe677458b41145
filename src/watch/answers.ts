/**
 * What a server's answer means.
 *
 *   in:  429 with Retry-After: 120; 301 with Location: /new; 200 with Content-Type: text/html; charset=latin1
 *   out: a Failure with how long to wait; the next address; what was got
 */
import { Failure, TRY_LATER } from './failure.js'
import type { Reach } from './reach.js'
import type { Answer } from './request.js'

const DAY = 86_400_000

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

/** @throws Failure for an answer that is an error. @param rest called with how long the host asks to be left alone */
export function accepted(answer: Answer, url: URL, now: number, rest: (ms: number) => void): Answer {
  const { status, headers } = answer
  if (status === 304 || (status >= 200 && status < 400)) return answer
  const says = `${url.href} answers ${status}`
  if (status !== 408 && status !== 425 && status !== 429 && status < 500) {
    throw new Failure(says, status === 404 || status === 410 ? 'There is nothing at this address.' : 'It is not open to newsgraph.', 'never')
  }
  const waitMs = retryAfter(headers['retry-after'], now)
  if (waitMs === undefined) throw new Failure(says, TRY_LATER, 'soon')
  rest(waitMs)
  throw new Failure(says, `It asks to be left alone for ${Math.ceil(waitMs / 1000)} seconds.`, 'soon', { waitMs })
}

/** An address of the web without a password. @throws Failure for any other */
export function checked(address: string, from: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Failure(`${from} leads to ${address.slice(0, 200)}, which is no address of the web`, 'It is left out.', 'never')
  }
  url.hash = ''
  url.username = ''
  url.password = ''
  return url
}

export function redirectOf({ status, headers }: Answer, url: URL, from: string): URL | undefined {
  if (status < 300 || status > 399 || status === 304) return undefined
  const { location } = headers
  if (!location) throw new Failure(`${url.href} answers ${status} without saying where to go`, 'It is left out.', 'never')
  return checked(URL.canParse(location, url) ? new URL(location, url).href : location, from)
}

export function gotFrom({ status, headers, bytes }: Answer, url: URL, more: Pick<Got, 'reach' | 'leads' | 'movedTo'>): Got {
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
