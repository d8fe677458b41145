/**
 * SPARQL over graphs.
 * In: graph files or Turtle, a query. Out: its answer, or a Problem when the query is wrong or takes too long.
 * `SELECT ?who { ?s a ng:Statement ; schema:creator/rdfs:label ?who }` → a row "Sergey Lavrov". The prefixes of graphs need not be declared.
 * The store (oxigraph) works without pause, so it runs in a thread of its own that can be stopped.
 */
import { Problem } from '../problem.js'
import { openThread } from '../thread.js'
import type { GraphFile } from './load.js'
import type { QueryResult } from './query-result.js'
import type { Answer, Question } from './query-worker.js'

export { formatResult } from './query-result.js'
export type { QueryResult } from './query-result.js'

/** What to ask: files, or a graph at hand as Turtle. */
export interface QuerySource {
  readonly files?: readonly GraphFile[]
  readonly turtle?: string
  /** Whether graphs that took long to read are kept for the next question. Default: true. */
  readonly isKept?: boolean
}

export interface QueryLimits {
  /** Milliseconds after which to give up, once the graphs are read. Default: 30,000. */
  readonly timeoutMs?: number
  /** The most rows that an answer may have. Default: 1,000,000. */
  readonly maxRows?: number
}

/** @throws Problem 'query' when the query does not parse or takes too long, 'input' when a file is no graph */
export async function query(source: QuerySource, sparql: string, { timeoutMs = 30_000, maxRows = 1_000_000 }: QueryLimits = {}): Promise<QueryResult> {
  const answer = await ask({ ...source, sparql, maxRows }, timeoutMs)
  if ('result' in answer) return answer.result
  throw new Problem(answer.code, answer.what, answer.advice)
}

type LastAnswer = Exclude<Answer, { readonly isReady: true }>

function ask(question: Question, timeoutMs: number): Promise<LastAnswer> {
  const worker = openThread(import.meta.url, 'query-worker', { workerData: question })
  let timer: NodeJS.Timeout | undefined
  return new Promise<LastAnswer>((resolve, reject) => {
    const giveUp = () => reject(new Problem('query', `The query took longer than ${timeoutMs / 1000} seconds.`,
      'Make it narrower, add a LIMIT, or give it more time with --timeout.'))
    worker.on('message', (answer: Answer) => {
      if ('isReady' in answer) timer = setTimeout(giveUp, timeoutMs)
      else resolve(answer)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Problem('query', 'The query stopped before it had an answer.', 'Give it fewer graphs at once, or more memory.')))
  }).finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}
