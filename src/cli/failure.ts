/**
 * How the command line ends when something went wrong: one line that says what, where and what to do, and an exit code.
 *
 *   newsgraph: There is no file named missing.txt. Check the path.
 */
import { CommanderError } from '@commander-js/extra-typings'
import { exitCodeOf, isOutOfMemory, outOfMemory, Problem } from '../problem.js'
import { isLoggedAsJson, logLine } from './log.js'

/** Some articles were left out, the rest was written. */
export const PARTIAL = 8
/** A fault of newsgraph itself; the number is EX_SOFTWARE of sysexits.h. */
const FAULT = 70

/** Prints the line. @returns the exit code */
export function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodeOf.usage
  if (isOutOfMemory(error)) return report(outOfMemory('so much at once', error))
  printProblem(error)
  return error instanceof Problem ? exitCodeOf[error.code] : FAULT
}

/** One line; all that is known where somebody looks for a fault. */
export function printProblem(error: unknown): void {
  if (isLoggedAsJson()) logLine('error', fieldsOf(error))
  else process.stderr.write(`newsgraph: ${lineOf(error)}\n`)
  if (process.env.NEWSGRAPH_DEBUG) console.error(error)
}

function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof Problem ? { code: error.code, message: error.message, advice: error.advice } : { code: 'fault', message: messageOf(error) }
}

/** The problem as one line of text, whatever stands in the file names that it quotes. */
function lineOf(error: unknown): string {
  const line = error instanceof Problem
    ? `${sentence(error.message)} ${sentence(error.advice)}`
    : `Something went wrong that should not have: ${sentence(messageOf(error))} Please report it, with what NEWSGRAPH_DEBUG=1 prints.`
  return line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

function sentence(text: string): string {
  return /[.!?…]["”']?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
