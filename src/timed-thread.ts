/**
 * A thread that is given a question at a time, and only so long for the answer.
 *
 *   in:  a question, and how many milliseconds it may take – a reading, 60,000
 *   out: the answer; or, when the time is over, the thread is ended and it is told what it was at: "story.html"
 *
 * Only a thread can be stopped while it works. The time runs from when the thread says that it has begun: what it takes to start it and
 * to load the language model does not count.
 */
import type { Worker } from 'node:worker_threads'
import { Problem, type ProblemCode } from './problem.js'
import { openThread } from './thread.js'

/** What a thread says when it begins with something: the words that name it in a Problem, and its number among the articles of a file. */
export interface Begun { readonly begun: string; readonly number: number }

/** A Problem as it goes from thread to thread: what is copied between them is no longer of its class. */
export interface SentProblem { readonly code: ProblemCode; readonly message: string; readonly advice: string }

export const sent = ({ code, message, advice }: Problem): SentProblem => ({ code, message, advice })

export const received = ({ code, message, advice }: SentProblem): Problem => new Problem(code, message, advice)

/** The time was over. */
export class OutOfTime extends Error {
  readonly place: string
  readonly number: number

  constructor({ begun, number }: Begun) {
    super(`${begun} took too long`)
    this.place = begun
    this.number = number
  }
}

/** @param name of a file beside this one */
export function startThread(name: string, workerData?: unknown): Worker {
  // Between two questions nobody listens; the next one finds it gone.
  return openThread(import.meta.url, name, { workerData }).on('error', () => undefined)
}

/** @param limitMs 0 for any time. @throws OutOfTime, and the thread is no more */
export function ask<Reply extends object>(thread: Worker, question: unknown, limitMs: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    if (thread.threadId === -1) throw new Error('its thread ended')
    let timer: NodeJS.Timeout | undefined
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      thread.off('message', heard).off('error', failed).off('exit', gone)
      act()
    }
    const begin = (begun: Begun): void => {
      clearTimeout(timer)
      if (limitMs > 0) timer = setTimeout(() => settle(() => { thread.terminate().then(() => reject(new OutOfTime(begun)), reject) }), limitMs)
    }
    const heard = (message: Reply | Begun): void => ('begun' in message ? begin(message) : settle(() => resolve(message)))
    const failed = (error: Error): void => settle(() => reject(error))
    const gone = (): void => settle(() => reject(new Error('its thread ended')))
    thread.on('message', heard).on('error', failed).on('exit', gone)
    thread.postMessage(question)
  })
}

/** @param place the words that name the article */
export function tookTooLong(place: string, limitMs: number): Problem {
  const seconds = limitMs / 1000
  return new Problem('input', `${place} took longer than ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and was left out`, 'Give it more time with --time-limit, or its text alone.')
}
