/**
 * Where files are read into articles: in a thread of its own, with so long for each article; short ones, which cannot take so long, here.
 *
 *   in:  the bytes of a file – "<!doctype html>…"
 *   out: its articles one after the other; in place of one that took too long, the problem: "news.jsonl, line 3 took longer than 60 seconds"
 *
 * After such an article another thread goes on with the next. A file whose articles could not even be told apart in time ends there.
 */
import type { Worker } from 'node:worker_threads'
import type { Reading } from './model.js'
import type { Options } from './options.js'
import type { Problem } from './problem.js'
import type { ByteLine } from './read/byte-lines.js'
import type { Input, Origin, ReadOptions } from './read/read.js'
import { ask, OutOfTime, received, type SentProblem, startThread, tookTooLong } from './timed-thread.js'

export interface ReadingRoom {
  /** The articles of one file. One file at a time. */
  each(input: Input, options?: ReadOptions): AsyncGenerator<Reading | Problem>
  /** The articles of JSONL, a line each, as the lines come. */
  lines(lines: AsyncIterable<ByteLine>, source: string, options?: ReadOptions): AsyncGenerator<Reading | Problem>
  close(): Promise<unknown>
}

/** What goes to the thread: a file, or nothing for the next article of the same; or a line of JSONL. */
export interface ReadingOrder { readonly input?: Input; readonly line?: { readonly bytes: Uint8Array; readonly origin: Origin }; readonly options?: ReadOptions; readonly skip?: number }
export type ReadingReply = { readonly reading: Reading } | { readonly problem: SentProblem } | { readonly end: true }

export function openReadingRoom({ timeLimit }: Pick<Options, 'timeLimit'>): ReadingRoom {
  if (timeLimit === 0) return here()
  const apart = inThread(timeLimit * 1000)
  const isShort = (bytes: Uint8Array): boolean => bytes.length < SURELY_A_SECOND * timeLimit
  return {
    each: (input, options) => (isShort(input.bytes) ? here() : apart).each(input, options),
    async *lines(lines, source, options) {
      const { readBytes, readLines } = await import('./read/read.js')
      yield* readLines(lines, source, options, (bytes, origin, own) => (isShort(bytes) ? readBytes(bytes, origin, own) : apart.line(bytes, origin, own)))
    },
    close: () => apart.close(),
  }
}

/** Bytes that any machine reads in a second: readers take in proportion to the file. */
const SURELY_A_SECOND = 20_000

function here(): ReadingRoom {
  return {
    async *each(input, options) {
      const { readEach } = await import('./read/read.js')
      yield* readEach(input, options)
    },
    async *lines(lines, source, options) {
      const { readLines } = await import('./read/read.js')
      yield* readLines(lines, source, options)
    },
    close: () => Promise.resolve(),
  }
}

interface Apart extends Pick<ReadingRoom, 'each' | 'close'> {
  line(bytes: Uint8Array, origin: Origin, options?: ReadOptions): Promise<Reading | Problem>
}

function inThread(limitMs: number): Apart {
  let thread: Worker | undefined
  const next = (order: ReadingOrder): Promise<Step> => ask<ReadingReply>((thread ??= startThread('reading-worker')), order, limitMs).then(outcomeOf, (error: unknown) => {
    thread = undefined
    return lateOutcome(error, limitMs)
  })
  return {
    async *each(input, given) {
      const options = plain(given)
      for (let order: ReadingOrder = { input, options }; ;) {
        const { outcome, isEnd, after } = await next(order)
        if (outcome) yield outcome
        if (isEnd) return
        order = after === undefined ? {} : { input, options, skip: after }
      }
    },
    async line(bytes, origin, options) {
      const { outcome } = await next({ line: { bytes, origin }, options: plain(options) })
      if (!outcome) throw new Error('its thread had nothing to say')
      return outcome
    },
    close: async () => thread?.terminate(),
  }
}

/** What can be copied from thread to thread. */
function plain({ date, language, hints, inputFormat }: ReadOptions = {}): ReadOptions {
  return { ...(date !== undefined && { date }), ...(language !== undefined && { language }), ...(hints && { hints }), ...(inputFormat && { inputFormat }) }
}

/** An article or a problem, if there is one; whether it was the last; and how many are to be passed over, if reading begins anew. */
interface Step { readonly outcome?: Reading | Problem; readonly isEnd: boolean; readonly after?: number }

function outcomeOf(reply: ReadingReply): Step {
  if ('end' in reply) return { isEnd: true }
  if ('reading' in reply) return { outcome: reply.reading, isEnd: false }
  return { outcome: received(reply.problem), isEnd: false }
}

/** @throws whatever else went wrong with the thread */
function lateOutcome(error: unknown, limitMs: number): Step {
  if (!(error instanceof OutOfTime)) throw error
  return { outcome: tookTooLong(error.place, limitMs), isEnd: error.number < 0, after: error.number + 1 }
}
