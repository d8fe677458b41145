/**
 * Why something was not had, and whether to try again.
 *
 *   in:  "https://echo.example/feed answers 503", Retry-After: 120
 *   out: a Problem for people, with `again` and `waitMs` for the program
 */
import { Problem } from '../problem.js'

/**
 * - `soon`: the server is busy; within this round, after a pause
 * - `later`: in a later round
 * - `never`: what is there will not get better by asking
 */
export type Again = 'soon' | 'later' | 'never'

export class Failure extends Problem {
  readonly again: Again
  /** How long the server asks to be left alone, in milliseconds. */
  readonly waitMs?: number
  /** Put off by us, for politeness: nothing went wrong. */
  readonly isPutOff: boolean

  constructor(what: string, advice: string, again: Again, more: { waitMs?: number; isPutOff?: boolean; cause?: unknown } = {}) {
    super('input', what, advice, { cause: more.cause })
    this.again = again
    this.isPutOff = more.isPutOff === true
    if (more.waitMs !== undefined) this.waitMs = more.waitMs
  }
}

export const TRY_LATER = 'It is tried again in the next round.'

/** The words for what Node says of a connection that failed. */
export function connectionFailure(url: URL, cause: unknown): Failure {
  if (cause instanceof Failure) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const at = url.host
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new Failure(`The host ${at} is not known`, 'Check the address, and the connection to the Internet.', 'later', { cause })
  if (code === 'ECONNREFUSED') return new Failure(`${at} refuses connections`, TRY_LATER, 'later', { cause })
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code)) return new Failure(`The certificate of ${at} is not trusted (${code})`, 'Tell those who run it.', 'later', { cause })
  if (code === 'Z_BUF_ERROR' || code === 'ECONNRESET') return new Failure(`${url.href} broke off in the middle`, TRY_LATER, 'soon', { cause })
  if (code.startsWith('Z_') || code.startsWith('ERR_') || code.startsWith('HPE_')) return new Failure(`${url.href} is sent in a form that cannot be read (${code})`, TRY_LATER, 'later', { cause })
  return new Failure(`${url.href} cannot be had (${code || (cause instanceof Error ? cause.message : String(cause))})`, TRY_LATER, 'soon', { cause })
}
