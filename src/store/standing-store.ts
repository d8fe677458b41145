/**
 * Graphs that are kept loaded, to be asked again and again.
 * In: files; questions in SPARQL. Out: answers as text, each within its time, memory and number of rows:
 *   ask({ sparql: 'SELECT ?who { ?s schema:creator/rdfs:label ?who }', format: 'csv' }) → "who\r\nSergey Lavrov\r\n"
 * A thread that takes too long is ended and a fresh one loads the graphs; small graphs have two threads, so that others hardly notice.
 */
import { stat } from 'node:fs/promises'
import { Problem } from '../problem.js'
import type { StoreQuestion, StoreReply } from './standing-store-reply.js'
import type { GraphFile } from './load.js'
import type { Prefixes } from './prefixes.js'
import { openSeat, type Loaded, type Seat } from './standing-store-thread.js'

export interface StoreLimits {
  /** Milliseconds that an answer may take. Default: 30,000. */
  readonly timeoutMs?: number
  /** Rows or triples that an answer may have. Default: 100,000. */
  readonly maxRows?: number
  /** Megabytes that answering may add to what the loaded graphs need. Default: 1,024. */
  readonly maxMemoryMb?: number
}

export type AskedQuestion = Omit<StoreQuestion, 'maxRows'> & { readonly maxRows?: number }

export interface StandingStore extends Loaded {
  ask(question: AskedQuestion): Promise<StoreReply>
  close(): Promise<void>
}

/** Files that are larger together are loaded once, not twice. */
const SMALL_BYTES = 64 * 1024 * 1024
/** Questions that may wait for a free thread. */
const WAITING = 256

interface Waiting {
  readonly question: StoreQuestion
  readonly resolve: (reply: StoreReply) => void
  readonly reject: (error: unknown) => void
}

/** @throws Problem 'input' when a file is missing or is no graph */
export async function openStandingStore(files: readonly GraphFile[], limits: StoreLimits = {}): Promise<StandingStore> {
  const settled = { timeoutMs: limits.timeoutMs ?? 30_000, maxMemoryMb: limits.maxMemoryMb ?? 1024 }
  const seats = Array.from({ length: (await isSmall(files)) ? 2 : 1 }, () => openSeat(files, settled))
  const waiting: Waiting[] = []
  let isClosed = false
  const serve = (seat: Seat): void => {
    const next = seat.isFree() ? waiting.shift() : undefined
    if (next)
      seat
        .ask(next.question)
        .then(next.resolve, next.reject)
        .finally(() => serve(seat))
  }
  const ask = (question: AskedQuestion): Promise<StoreReply> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Problem('query', 'The graphs are closed.', 'Open them again.'))
      if (waiting.length >= WAITING) return resolve({ refused: 'time', what: 'Too many questions are waiting. Ask again in a while.' })
      waiting.push({ question: { maxRows: limits.maxRows ?? 100_000, ...question }, resolve, reject })
      for (const seat of seats) serve(seat)
    })
  const close = async (): Promise<void> => {
    isClosed = true
    await Promise.all(seats.map((seat) => seat.close()))
  }
  try {
    const [loaded] = await Promise.all(seats.map((seat) => seat.loaded))
    return { size: loaded?.size ?? 0, prefixes: loaded?.prefixes ?? ({} as Prefixes), ask, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function isSmall(files: readonly GraphFile[]): Promise<boolean> {
  const sizes = await Promise.all(files.map(async ({ path }) => (await stat(path).catch(() => undefined))?.size ?? 0))
  return sizes.reduce((sum, size) => sum + size, 0) < SMALL_BYTES
}
