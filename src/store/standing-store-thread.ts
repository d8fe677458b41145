/**
 * One thread of a standing store: loads, answers one question at a time, is ended and replaced when it takes too much time or memory.
 * In: where the graphs are, questions. Out: replies; `SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }` → "The query took longer than 30 seconds."
 */
import type { Worker } from 'node:worker_threads'
import { Problem } from '../problem.js'
import { openThread } from '../thread.js'
import type { Refusal, StoreQuestion, StoreReply } from './standing-store-reply.js'
import type { FromWorker } from './standing-store-worker.js'
import type { GraphFile } from './load.js'
import type { Prefixes } from './prefixes.js'

export interface Loaded {
  readonly size: number
  readonly prefixes: Prefixes
}

export interface Seat {
  readonly loaded: Promise<Loaded>
  isFree(): boolean
  /** Waits until the graphs are loaded; the clock runs from then on. */
  ask(question: StoreQuestion): Promise<StoreReply>
  close(): Promise<void>
}

interface SeatLimits {
  readonly timeoutMs: number
  readonly maxMemoryMb: number
}

/** How often the memory of a thread at work is looked at. */
const WATCH_MS = 100

export function openSeat(files: readonly GraphFile[], limits: SeatLimits): Seat {
  let thread = start(files)
  let isBusy = false,
    isClosed = false
  const replace = async (): Promise<void> => {
    await thread.worker.terminate()
    if (isClosed) return
    thread = start(files)
    // Files that were there and are gone are said to whoever asks next.
    thread.loaded.catch(() => undefined)
  }
  const ask = async (question: StoreQuestion): Promise<StoreReply> => {
    isBusy = true
    try {
      if (thread.worker.threadId < 0) await replace()
      await thread.loaded
      const { reply, isBroken } = await watched(thread.worker, question, limits)
      if (isBroken) await replace()
      return reply
    } finally {
      isBusy = false
    }
  }
  const close = async (): Promise<void> => {
    isClosed = true
    await thread.worker.terminate()
  }
  return { loaded: thread.loaded, isFree: () => !isBusy, ask, close }
}

interface Thread {
  readonly worker: Worker
  readonly loaded: Promise<Loaded>
}

function start(files: readonly GraphFile[]): Thread {
  const worker = startWorker(files)
  const loaded = new Promise<Loaded>((resolve, reject) => {
    worker.once('message', (message: FromWorker) => {
      if ('size' in message) resolve(message)
      else if ('code' in message) reject(new Problem(message.code, message.what, message.advice))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Problem('query', 'The graphs could not be loaded.', 'Give fewer graphs at once, or more memory.')))
  })
  return { worker, loaded }
}

function watched(
  worker: Worker,
  question: StoreQuestion,
  { timeoutMs, maxMemoryMb }: SeatLimits,
): Promise<{ reply: StoreReply; isBroken: boolean }> {
  const before = process.memoryUsage.rss()
  const begun = performance.now()
  return new Promise((resolve) => {
    const stop = (refused: Refusal, what: string): void => finish(() => resolve({ reply: { refused, what }, isBroken: true }))
    const watch = setInterval(
      () => {
        if (performance.now() - begun > timeoutMs) stop('time', `The query took longer than ${timeoutMs / 1000} seconds.`)
        else if (process.memoryUsage.rss() - before > maxMemoryMb * 1024 * 1024)
          stop('memory', `The query needs more than ${maxMemoryMb} MB of memory.`)
      },
      Math.min(WATCH_MS, timeoutMs),
    )
    const onMessage = (message: FromWorker): void =>
      finish(() => {
        if ('reply' in message) resolve(message)
      })
    const onEnd = (): void => stop('memory', 'The query needs more memory than there is.')
    const finish = (settle: () => void): void => {
      clearInterval(watch)
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd)
      settle()
    }
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd)
    worker.postMessage(question)
  })
}

/** What it prints is dropped. */
function startWorker(workerData: readonly GraphFile[]): Worker {
  const worker = openThread(import.meta.url, 'standing-store-worker', { workerData, stdout: true, stderr: true })
  worker.stdout.resume()
  worker.stderr.resume()
  return worker
}
