/**
 * What a person sees while a batch runs, on standard error: a line for every article that was left out, and on a terminal
 * how far it has come.
 *
 *   123 articles, 2 left out · news/2023-05-04.html
 */
import type { Progress } from '../options.js'
import { printProblem } from './failure.js'
import { isLoggedAsJson, logLine } from './log.js'

/** A listener for `Options.onArticle`, and `end` to wipe the line. */
export function showProgress(): { onArticle: (progress: Progress) => void; end: () => void } {
  const isTerminal = process.stderr.isTTY === true && !isLoggedAsJson()
  const wipe = (): void => {
    if (isTerminal) process.stderr.write('\r\u001B[K')
  }
  return {
    end: wipe,
    onArticle: ({ source, done, failed, problem }) => {
      wipe()
      if (problem) printProblem(problem)
      if (isLoggedAsJson()) logLine('info', { article: source, done, failed })
      if (isTerminal) process.stderr.write(fit(`${done} articles, ${failed} left out · ${source}`))
    },
  }
}

/** A line that says how far something has come; nothing where nobody watches. */
export function showStatus(): { show: (text: string) => void; end: () => void } {
  const isTerminal = process.stderr.isTTY === true && !isLoggedAsJson()
  const write = (text: string): void => {
    if (isTerminal) process.stderr.write(`\r\u001B[K${fit(text)}`)
  }
  return { show: write, end: () => write('') }
}

function fit(text: string): string {
  return text.slice(0, (process.stderr.columns ?? 80) - 1)
}
