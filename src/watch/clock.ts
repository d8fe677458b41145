/**
 * The time, and waiting for it; tests have a clock of their own, so that no test waits.
 *
 *   in:  sleep(900_000, signal)
 *   out: a promise, kept in a quarter of an hour; broken at once when the signal says that all is over
 */
import { setTimeout } from 'node:timers/promises'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

export const clock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => { await setTimeout(ms, undefined, { signal }) },
}
