/**
 * robots.txt: asked once a day for each host, kept, and obeyed.
 *
 *   in:  https://echo.example/search?q=ferry
 *   out: whether newsgraph may ask for it, and how long it must wait between two requests
 *
 * A host without one (404, or a web page in its place) allows everything; one whose robots.txt cannot be had now (500, no
 * answer) allows nothing for now, unless yesterday's is known.
 */
import type { Clock } from './clock.js'
import { Failure } from './failure.js'
import type { Reach } from './reach.js'
import { allows, rulesFor, type Rules } from './robots-rules.js'

export const DAY = 86_400_000
/** Google reads as much. */
export const LONGEST_ROBOTS = 512_000

/** What is kept of a host's robots.txt. */
export interface KeptRobots extends Rules {
  /** ISO time; asked again a day later. */
  readonly asked: string
}

export interface Robots {
  /** @throws Failure when the address is not allowed, or when it cannot be told. @returns milliseconds between two requests */
  check(url: URL, reach: Reach): Promise<number>
}

/** What a request for a robots.txt came to; `bytes` are none where there is no such file. */
export type FetchRobots = (url: URL, reach: Reach) => Promise<{ readonly status: number; readonly text: string; readonly isPage: boolean }>

export function openRobots({ agent, clock, kept, fetch }: { agent: string; clock: Clock; kept: Map<string, KeptRobots>; fetch: FetchRobots }): Robots {
  const asking = new Map<string, Promise<Rules>>()
  return {
    async check(url, reach) {
      const rules = await rulesOf(url, reach)
      if (!allows(rules, url)) throw new Failure(`The robots.txt of ${url.host} does not allow newsgraph to fetch ${url.href}`, 'It is left out.', 'never')
      return (rules.crawlDelay ?? 0) * 1000
    },
  }

  async function rulesOf(url: URL, reach: Reach): Promise<Rules> {
    const known = kept.get(url.origin)
    if (known && clock.now() - Date.parse(known.asked) < DAY) return known
    const underway = asking.get(url.origin) ?? ask(url, reach, known).finally(() => asking.delete(url.origin))
    asking.set(url.origin, underway)
    return await underway
  }

  async function ask(url: URL, reach: Reach, known: KeptRobots | undefined): Promise<Rules> {
    try {
      const { status, text, isPage } = await fetch(new URL('/robots.txt', url), reach)
      const rules = status >= 200 && status < 300 && !isPage ? rulesFor(agent, text) : { lines: [] }
      kept.set(url.origin, { asked: new Date(clock.now()).toISOString(), ...rules })
      return rules
    } catch (cause) {
      // One that leads in circles is none; for one that does not answer, yesterday's stands.
      if (cause instanceof Failure && cause.again === 'never') return { lines: [] }
      if (cause instanceof Failure && known) return known
      throw cause
    }
  }
}
