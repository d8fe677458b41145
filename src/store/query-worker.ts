/**
 * The thread that answers one SPARQL query and ends.
 * In: files or Turtle, and the query, as worker data. Out: messages: that the graphs are read, then the result, or what is wrong
 * with the query or a file.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Store } from 'oxigraph/web.js'
import { Problem, type ProblemCode } from '../problem.js'
import { withoutPrefixLine, withPrefixes, type Prefixes } from './prefixes.js'
import { fillStore, tooLarge } from './query-store.js'
import type { QueryResult, Row } from './query-result.js'
import type { QuerySource } from './query.js'
import { readSparql } from './sparql-text.js'

export interface Question extends QuerySource {
  readonly sparql: string
  readonly maxRows: number
}
export type Answer =
  | { readonly isReady: true }
  | { readonly result: QueryResult }
  | { readonly code: ProblemCode; readonly what: string; readonly advice: string }

parentPort?.postMessage(await answer(workerData as Question))

async function answer(question: Question): Promise<Answer> {
  try {
    const { store, prefixes } = await fillStore(question, /\b(?:graph|from)\b/iu.test(question.sparql))
    parentPort?.postMessage({ isReady: true } satisfies Answer)
    refuseMissing(store, question.sparql, prefixes)
    return { result: run(store, withPrefixes(question.sparql, prefixes), question.maxRows) }
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, what: error.message, advice: error.advice }
    throw error
  }
}

/** A question that chooses a graph which is not there has no answer, and whoever asks would not know why. */
function refuseMissing(store: Store, sparql: string, prefixes: Prefixes): void {
  const { datasets, prologue } = readSparql(sparql)
  for (const graph of datasets) {
    if (isThere(store, withPrefixes(`${prologue} ASK { GRAPH ${graph} { ?s ?p ?o } }`, prefixes))) continue
    const hasGraphs = isThere(store, 'ASK { GRAPH ?g { ?s ?p ?o } }')
    throw new Problem('query', `FROM chooses the graph ${graph}, which ${hasGraphs ? 'is not in the files' : 'no file holds: Turtle and JSON-LD have no named graphs'}`,
      hasGraphs ? 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists those that are.' : 'Leave FROM out, or build the graph as .trig or .nq.')
  }
}

/** What is wrong with the question itself is told where it is asked. */
function isThere(store: Store, ask: string): boolean {
  try {
    return store.query(ask) === true
  } catch {
    return true
  }
}

function run(store: Store, sparql: string, maxRows: number): QueryResult {
  try {
    return resultOf((format) => String(store.query(limited(sparql, maxRows + 1), { results_format: format })), maxRows)
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    // Without memory WebAssembly ends by a trap, and JavaScript has no longer strings than of 512 MB.
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) {
      throw new Problem('query', 'The answer, or what leads to it, is larger than memory.', 'Ask for less at once, add a LIMIT, or push the graph to a store and ask there with --endpoint.', { cause })
    }
    throw new Problem('query', `The query is not valid SPARQL: ${withoutPrefixLine(messageOf(cause))}`, 'Mend the query; ontology/queries/ has ten that work.', { cause })
  }
}

/** The query with a limit, if it has none behind its last brace and no values there. */
function limited(sparql: string, rows: number): string {
  const tail = sparql.slice(sparql.lastIndexOf('}'))
  return /\b(?:limit|values)\b/iu.test(tail) || /^[^{]*\bdescribe\b/iu.test(sparql.replace(/<[^>]*>/gu, '')) ? sparql : `${sparql}\nLIMIT ${rows}`
}

interface JsonAnswer { readonly boolean?: boolean; readonly head: { readonly vars?: string[] }; readonly results?: { readonly bindings: Row[] } }

/** Rows and booleans come as SPARQL JSON; a graph shows by coming as JSON-LD, and is asked for again as N-Triples. */
function resultOf(ask: (format: 'json' | 'nt') => string, maxRows: number): QueryResult {
  const answered = JSON.parse(ask('json')) as JsonAnswer | unknown[]
  if (Array.isArray(answered)) return { kind: 'graph', nTriples: ask('nt') }
  if (answered.boolean !== undefined) return { kind: 'boolean', value: answered.boolean }
  const rows = answered.results?.bindings ?? []
  if (rows.length > maxRows) throw tooLarge(`The answer has more than ${maxRows.toLocaleString('en')} rows.`)
  return { kind: 'rows', variables: answered.head.vars ?? [], rows }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
