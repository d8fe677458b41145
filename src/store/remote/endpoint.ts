/**
 * Requests to a store: with a password where it asks for one, again after a while when it is busy, never without an end.
 * In: a method, an address, a body. Out: the answer's text, or a Problem 'store' with one line a person can act on:
 *   http://localhost:3030/news cannot be reached (connection refused).
 * Every request that is sent here may arrive twice without harm: graphs are replaced, triples are a set.
 */
import { Problem } from '../../problem.js'
import { authorization, challengeOf, type Challenge, type Credentials } from './credentials.js'

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Status codes beside 2xx that are an answer too. */
  readonly alsoFine?: readonly number[]
}

export interface Answer { readonly status: number; readonly headers: Headers; readonly text: string }

export interface EndpointOptions {
  readonly credentials?: Credentials | undefined
  /** Waits to be asked for a password before it sends one. */
  readonly isAskedForPassword?: boolean
  /** Milliseconds until a request is given up. Default: 120,000. */
  readonly timeoutMs?: number
  /** Milliseconds before the second try; each later one waits twice as long. Default: 500. */
  readonly patienceMs?: number
  /** Told when a request is tried again. */
  readonly onRetry?: (reason: string) => void
}

const TRIES = 6
const LONGEST_WAIT_MS = 60_000

export class Endpoint {
  readonly #to: string
  readonly #options: EndpointOptions
  #challenge: Challenge | undefined
  #answered = 0
  #uses = 0

  constructor(to: string, options: EndpointOptions = {}) {
    this.#to = to
    this.#options = options
  }

  /** @throws Problem 'store' */
  async send(ask: Ask): Promise<Answer> {
    for (let tried = 1; ; tried += 1) {
      const outcome = await this.#once(ask)
      if (!(outcome instanceof Passing)) return outcome
      if (tried === TRIES) throw outcome.problem
      this.#options.onRetry?.(outcome.problem.message)
      await pause(Math.min(outcome.waitMs ?? (this.#options.patienceMs ?? 500) * 2 ** (tried - 1) * (0.75 + Math.random() / 2), LONGEST_WAIT_MS))
    }
  }

  /** One try, or two when the store asks who we are. */
  async #once(ask: Ask): Promise<Answer | Passing> {
    let answer = await this.#exchange(ask)
    const challenge = answer instanceof Passing || answer.status !== 401 ? undefined : challengeOf(answer.headers.get('www-authenticate'))
    if (challenge && this.#options.credentials && 'user' in this.#options.credentials) {
      this.#challenge = challenge
      this.#uses = 0
      answer = await this.#exchange(ask)
    }
    if (answer instanceof Passing) return answer
    this.#answered += 1
    if ((answer.status >= 200 && answer.status < 300) || ask.alsoFine?.includes(answer.status)) return answer
    const problem = this.#refusal(answer)
    return BUSY.has(answer.status) ? new Passing(problem, retryAfter(answer.headers)) : fail(problem)
  }

  async #exchange({ method, url, headers = {}, body }: Ask): Promise<Answer | Passing> {
    const timeoutMs = this.#options.timeoutMs ?? 120_000
    try {
      const answer = await fetch(url, {
        method, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs), headers: { ...headers, ...this.#authorization(method, url) },
        ...(body === undefined ? {} : { body }),
      })
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    } catch (cause) {
      return this.#unreached(cause, timeoutMs)
    }
  }

  #authorization(method: string, url: string): Record<string, string> {
    const { credentials, isAskedForPassword = false } = this.#options
    if (!credentials || (isAskedForPassword && 'user' in credentials && !this.#challenge)) return {}
    this.#uses += 1
    return { authorization: authorization(credentials, { method, url }, this.#challenge, this.#uses) }
  }

  /** A store that was there before may come again; one that never answered has another address. */
  #unreached(cause: unknown, timeoutMs: number): Passing {
    if (cause instanceof Error && cause.name === 'TimeoutError') {
      throw new Problem('store', `${this.#to} did not answer within ${timeoutMs / 1000} seconds`, 'Give it more time with --timeout, or see what it is busy with.', { cause })
    }
    const reason = causeCode(cause)
    const problem = new Problem('store', `${this.#to} cannot be reached (${words[reason] ?? reason})`, 'Check the address, and that the store runs.', { cause })
    if (this.#answered === 0 && !INTERRUPTED.has(reason)) throw problem
    return new Passing(problem)
  }

  #refusal({ status, headers, text }: Answer): Problem {
    const said = firstLine(text, headers.get('content-type'))
    if (status === 401 || status === 403) return this.#stranger(status)
    if (status === 404) return new Problem('store', `${this.#to} is not there (404${said})`, 'Check the name of the data set or repository; newsgraph makes none.')
    if (status >= 300 && status < 400) {
      return new Problem('store', `${this.#to} sends us elsewhere (${status}${headers.has('location') ? ` to ${headers.get('location')}` : ''})`, 'Give the address it names.')
    }
    const advice = status === 405 || status === 415 ? 'Check --profile: another kind of store may answer there.' : 'The log of the store may tell more.'
    return new Problem('store', `${this.#to} refuses (${status}${said})`, advice)
  }

  #stranger(status: number): Problem {
    const { credentials } = this.#options
    if (!credentials) return new Problem('store', `${this.#to} asks who is there (${status})`, 'Set NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD, or NEWSGRAPH_STORE_TOKEN.')
    return 'token' in credentials
      ? new Problem('store', `${this.#to} does not take the token (${status})`, 'Check NEWSGRAPH_STORE_TOKEN, and that it may write.')
      : new Problem('store', `${this.#to} does not let the user in (${status})`, 'Check NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD, and that the user may write.')
  }
}

/** What may be over in a moment. */
class Passing {
  constructor(readonly problem: Problem, readonly waitMs?: number) {}
}

const BUSY = new Set([429, 502, 503, 504])
const INTERRUPTED = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ETIMEDOUT'])

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused', ENOTFOUND: 'no such host', EAI_AGAIN: 'no such host', ECONNRESET: 'the connection broke', EPIPE: 'the connection broke',
  UND_ERR_SOCKET: 'the connection broke', ETIMEDOUT: 'no connection in time', UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
}

/** fetch says "fetch failed"; why stands in the cause of the cause. */
function causeCode(cause: unknown): string {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof AggregateError && error.errors.length > 0) return causeCode(error.errors[0])
    if ('code' in error && typeof error.code === 'string') return error.code
    if (error.cause === undefined) return error.message
  }
  return String(cause)
}

function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')
  if (value === null) return undefined
  const waitMs = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}

const LONGEST_WORDS = 200

/** What a store says about an error, cut short; pages for browsers say nothing that helps. */
function firstLine(text: string, type: string | null): string {
  if (type?.includes('html')) return ''
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line === '' ? '' : `: ${line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}…` : line}`
}

function fail(problem: Problem): never {
  throw problem
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}
