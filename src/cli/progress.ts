/**
 * What a person sees while a batch runs, on standard error: a line for every article that was left out, and on a terminal
 * how far it has come.
 *
 *   123 articles, 2 left out · news/2023-05-04.html
 */
import type { Progress } from '../options.js'
import { printProblem } from './failure.js'

/** A listener for `Options.onArticle`, and `end` to wipe the line. */
export function showProgress(): { onArticle: (progress: Progress) => void; end: () => void } {
  const { wipe, write } = showStatus()
  return {
    end: wipe,
    onArticle: ({ source, done, failed, problem }) => {
      wipe()
      if (problem) printProblem(problem)
      write(`${done} articles, ${failed} left out · ${source}`)
    },
  }
}

/** A line on a terminal that is written over and over; nothing in a pipe. */
export function showStatus(): { write: (text: string) => void; wipe: () => void } {
  const isTerminal = process.stderr.isTTY === true
  const wipe = (): void => {
    if (isTerminal) process.stderr.write('\r\u001B[K')
  }
  return {
    wipe,
    write: (text) => {
      wipe()
      if (isTerminal) process.stderr.write(fit(text))
    },
  }
}

function fit(text: string): string {
  return text.slice(0, (process.stderr.columns ?? 80) - 1)
}
