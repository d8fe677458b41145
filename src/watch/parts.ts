/**
 * What the parts of a round share: what it came to so far, what there is to tell, and the means.
 *
 *   in:  "https://echo.example/b was added"
 *   out: { articles: { added: 1, … } }, told to whoever listens
 */
import { Problem } from '../problem.js'
import type { Clock } from './clock.js'
import type { Fetcher } from './fetch.js'
import type { Lanes } from './lanes.js'
import type { Sink } from './sink.js'
import type { State } from './state.js'

/** What a round of `watch` did. */
export interface Tally {
  readonly feeds: { read: number; unchanged: number; failed: number; putOff: number }
  readonly articles: { added: number; replaced: number; unchanged: number; failed: number; waiting: number }
}

/** What there is to tell while a round runs. */
export type WatchEvent =
  | { readonly kind: 'problem'; readonly problem: Problem; readonly tally: Tally }
  | { readonly kind: 'feed' | 'article'; readonly url: string; readonly tally: Tally }

export interface RoundParts {
  readonly state: State
  readonly fetcher: Fetcher
  readonly lanes: Lanes
  readonly sink: Sink
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly patienceMs: number
  /** Bytes of a feed or page. */
  readonly limit: number
  /** How many articles at most. */
  readonly max: number
  /** Until when a feed that failed so often rests; undefined: no longer than until the next round. */
  readonly restAfter: (failures: number) => number | undefined
  readonly save: () => Promise<void>
  readonly tell: (event: WatchEvent) => void
}

export function emptyTally(): Tally {
  return { feeds: { read: 0, unchanged: 0, failed: 0, putOff: 0 }, articles: { added: 0, replaced: 0, unchanged: 0, failed: 0, waiting: 0 } }
}

/** A full disk is told, and the round goes on. */
export async function saved({ save, tell }: Pick<RoundParts, 'save' | 'tell'>, tally: Tally): Promise<void> {
  try {
    await save()
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    tell({ kind: 'problem', problem, tally })
  }
}
