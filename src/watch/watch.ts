/**
 * Rounds, one after the other: feeds are watched, and what is new in them goes to a catalogue.
 *
 *   in:  ["https://echo.example/feed"], a catalogue's folder, every quarter of an hour
 *   out: "bridge to close" is in the catalogue minutes after it was in the paper; what each round came to
 *
 * The only part of newsgraph that opens connections to the outside. When the signal says so it ends at once: what is kept is kept,
 * what was being fetched is fetched the next time.
 */
import { setTimeout } from 'node:timers/promises'
import { Problem } from '../problem.js'
import { version } from '../version.js'
import { clock as systemClock, type Clock } from './clock.js'
import { openFetcher } from './fetch.js'
import { openLanes } from './lanes.js'
import { emptyTally, type RoundParts, type Tally, type WatchEvent } from './parts.js'
import { network as systemNetwork, type Network } from './reach.js'
import { round } from './round.js'
import type { Sink } from './sink.js'
import { loadState, saveState, type State } from './state.js'
import { bring, type Store } from './store.js'

export interface WatchOptions {
  /** The catalogue's; what is remembered of feeds lies there too. */
  readonly folder: string
  readonly sink: Sink
  /** One round and no more. */
  readonly once: boolean
  /** Milliseconds from the start of a round to the start of the next. */
  readonly everyMs: number
  /** Brought up to date after every round. */
  readonly store?: Store
  /** Articles in one round at most. Default: all. */
  readonly max?: number
  readonly signal: AbortSignal
  readonly onEvent?: (event: WatchEvent) => void
  /** Called after every round. */
  readonly onRound?: (tally: Tally, startedAt: number) => Promise<void>
  readonly clock?: Clock
  readonly network?: Network
  readonly pauseMs?: number
  readonly timeoutMs?: number
  readonly patienceMs?: number
}

/** Names the program, so that those who run a site can tell it what they want in their robots.txt. */
export const USER_AGENT = `newsgraph/${version} (+https://w3id.org/newsgraph)`
/** Of a feed or page. */
const LIMIT = 8_000_000
const DAY = 86_400_000
/** After the signal, for what is being kept. */
const LAST_MOMENTS = 400

/** @throws Problem when an address is none, or nothing can be kept. @returns when the one round, or the last before the signal, is over */
export async function watch(addresses: readonly string[], options: WatchOptions): Promise<void> {
  const { clock = systemClock, signal, once, everyMs, store, onRound, onEvent } = options
  const feeds = [...new Set(addresses.map(feedAddress))]
  const state = await loadState(options.folder)
  const parts = partsOf(options, clock, state)
  while (!signal.aborted) {
    const startedAt = clock.now()
    const tally = emptyTally()
    try {
      const revision = await untilAborted(round(feeds, parts, tally), signal)
      if (store) await untilAborted(bring(store, revision, parts, tally), signal)
    } catch (error) {
      if (signal.aborted) break
      // The next round may find the catalogue free, or the disk no longer full.
      if (once || !(error instanceof Problem) || error.code !== 'output') throw error
      onEvent?.({ kind: 'problem', problem: error, tally })
    }
    await onRound?.(tally, startedAt)
    if (once) break
    await clock.sleep(Math.max(0, startedAt + everyMs - clock.now()), signal).catch(() => undefined)
  }
  if (signal.aborted && state.feeds.size > 0) await parts.save()
}

function partsOf(options: WatchOptions, clock: Clock, state: State): RoundParts {
  const { folder, sink, signal, max = Infinity, everyMs, once, onEvent, pauseMs = 1000, timeoutMs = 30_000, patienceMs = 60_000, network = systemNetwork } = options
  const lanes = openLanes({ clock, signal, patienceMs, rests: state.rests })
  let saving = Promise.resolve()
  const fetcher = openFetcher({ userAgent: USER_AGENT, clock, network, lanes, robots: state.robots, signal, timeoutMs, pauseMs, patienceMs })
  return {
    state, fetcher, lanes, sink, clock, signal, patienceMs, limit: LIMIT, max,
    // Whoever starts each round decides how often; a feed that fails is then asked every time.
    restAfter: (failures) => (once ? undefined : clock.now() + Math.min(everyMs * 2 ** failures, DAY)),
    // One after the other: the last state is the one that stays.
    save: () => (saving = saving.catch(() => undefined).then(() => saveState(folder, state, clock.now()))),
    tell: onceEach(onEvent),
  }
}

/** A full disk is the same trouble for all that cannot be written: it is told once in a round. */
function onceEach(onEvent: WatchOptions['onEvent']): RoundParts['tell'] {
  const told = new WeakMap<Tally, Set<string>>()
  return (event) => {
    const before = told.get(event.tally) ?? new Set()
    if (event.kind === 'problem' && event.problem.code === 'output') {
      if (before.has(event.problem.message)) return
      told.set(event.tally, before.add(event.problem.message))
    }
    onEvent?.(event)
  }
}

/** @throws Problem 'usage' */
function feedAddress(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Problem('usage', `${written} is not the address of a feed`, 'Give an address that starts with https:// or http://; for a file, use newsgraph add.')
  }
  if (url.username || url.password) throw new Problem('usage', `The address of the feed at ${url.host} holds a password`, 'Passwords in addresses end up in logs and graphs; give one without.')
  url.hash = ''
  return url.href
}

/** The work, or a moment after the signal, whatever comes first. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new AbortController()
  const end = async (): Promise<never> => {
    await new Promise((done) => { signal.addEventListener('abort', done, { signal: over.signal }); if (signal.aborted) done(undefined) })
    await setTimeout(LAST_MOMENTS, undefined, { signal: over.signal })
    throw signal.reason
  }
  work.catch(() => undefined)
  try {
    return await Promise.race([work, end()])
  } finally {
    over.abort()
  }
}
