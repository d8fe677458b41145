/**
 * One request at a time to each host, with a pause between two, and hosts that are to be left alone for a while.
 *
 *   in:  two articles of echo.example and one of post.example, to be fetched
 *   out: the first of each at once, the second of echo.example a second after the first was had
 *
 * A pause longer than `patience` is not waited for: the request is put off to a later round.
 */
import type { Clock } from './clock.js'
import { Failure } from './failure.js'

export interface Lanes {
  /** @param pauseMs between this request and the one before. @throws Failure (put off) when the host rests for longer than is waited for */
  use<T>(host: string, pauseMs: number, act: () => Promise<T>): Promise<T>
  /** Nothing is asked of the host before that time, in milliseconds since 1970. */
  rest(host: string, until: number): void
}

export interface LaneOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly patienceMs: number
  /** Host → when it may be asked again; kept between rounds by whoever keeps this map. */
  readonly rests: Map<string, number>
}

export function openLanes({ clock, signal, patienceMs, rests }: LaneOptions): Lanes {
  const last = new Map<string, Promise<unknown>>()
  const ended = new Map<string, number>()
  return {
    async use(host, pauseMs, act) {
      const before = last.get(host) ?? Promise.resolve()
      const turn = before.then(async () => {
        await pause(host, pauseMs)
        try {
          return await act()
        } finally {
          ended.set(host, clock.now())
        }
      })
      // Whoever waits in the lane must not fail with the one before.
      last.set(host, turn.catch(() => undefined))
      return await turn
    },
    rest(host, until) {
      rests.set(host, Math.max(until, rests.get(host) ?? 0))
    },
  }

  async function pause(host: string, pauseMs: number): Promise<void> {
    signal.throwIfAborted()
    const until = Math.max(rests.get(host) ?? 0, (ended.get(host) ?? -Infinity) + pauseMs)
    const wait = until - clock.now()
    if (wait > patienceMs) {
      throw new Failure(`${host} is left alone until ${new Date(until).toISOString().slice(0, 19)}Z`, 'It is asked again after that.', 'later', { isPutOff: true })
    }
    if (wait > 0) await clock.sleep(wait, signal)
    if ((rests.get(host) ?? Infinity) <= clock.now()) rests.delete(host)
  }
}
