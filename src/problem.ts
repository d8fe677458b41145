/**
 * Problems stop the work at hand and tell the caller what to do; notes are merely odd and travel with the article.
 */

/** What went wrong, as one word that programs can switch on; each has its exit code in `exitCodeOf`. */
export type ProblemCode =
  | 'usage' // the command or option is not understood
  | 'input' // a file cannot be read as an article
  | 'output' // a file cannot be written
  | 'query' // SPARQL does not parse, or the time-out was reached
  | 'invalid' // a graph does not conform to the shapes, or evidence does not match
  | 'model' // the language model is missing or damaged
  | 'store' // a SPARQL store does not answer or refuses

/** An error that a person can act on: what happened, where, and what to do about it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly advice: string

  /** @param what one clear sentence with the file or place it is about. @param advice what to do about it. */
  constructor(code: ProblemCode, what: string, advice: string, options?: { cause?: unknown }) {
    super(what, options)
    this.code = code
    this.advice = advice
  }
}

/** Exit codes of the command line, as documented in the README. */
export const exitCodeOf: Readonly<Record<ProblemCode, number>> = {
  invalid: 1, usage: 2, input: 3, output: 4, query: 5, model: 6, store: 7,
}

/** Whether an error says that there was no memory left: nothing is wrong with what was read then. */
export function isOutOfMemory(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  if ('code' in cause && (cause.code === 'ERR_WORKER_OUT_OF_MEMORY' || cause.code === 'ERR_MEMORY_ALLOCATION_FAILED' || cause.code === 'ENOMEM' || cause.code === 'ERR_STRING_TOO_LONG')) return true
  return cause instanceof RangeError && /allocation failed|out of memory|Invalid (?:string|array|typed array|array buffer) length|Map maximum size|Set maximum size/iu.test(cause.message)
}

/** What to say then. @param what what was being done: "news.jsonl" */
export function outOfMemory(what: string, cause: unknown): Problem {
  return new Problem('input', `There is not enough memory for ${what}`, 'Give it in smaller pieces, or give Node more: NODE_OPTIONS=--max-old-space-size=8192.', { cause })
}
