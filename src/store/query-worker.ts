/**
 * The thread that answers one SPARQL query and ends.
 * In: files or Turtle, and the query, as worker data. Out: one message: the result, or what is wrong with the query or a file.
 */
import { parentPort, workerData } from 'node:worker_threads'
import oxigraph from 'oxigraph'
import { Problem, type ProblemCode } from '../problem.js'
import { graphFormatOf, mediaTypes, readText } from './load.js'
import { prefixesOf } from './prefixes.js'
import type { QueryResult, Row } from './query-result.js'
import type { QuerySource } from './query.js'

export interface Question extends QuerySource { readonly sparql: string }
export type Answer =
  | { readonly result: QueryResult }
  | { readonly code: ProblemCode; readonly what: string; readonly advice: string }

parentPort?.postMessage(await answer(workerData as Question))

async function answer(question: Question): Promise<Answer> {
  try {
    return { result: run(await fill(question), question.sparql) }
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, what: error.message, advice: error.advice }
    throw error
  }
}

async function fill({ files = [], turtle }: QuerySource): Promise<oxigraph.Store> {
  const store = new oxigraph.Store()
  if (turtle !== undefined) store.load(turtle, { format: mediaTypes.turtle })
  for (const file of files) loadFile(store, file, await readText(file))
  return store
}

function loadFile(store: oxigraph.Store, file: string, text: string): void {
  const format = graphFormatOf(file)
  try {
    store.load(text, { format: mediaTypes[format], base_iri: 'https://w3id.org/newsgraph/', no_transaction: true })
  } catch (cause) {
    throw new Problem('input', `${file} is not valid ${format}: ${messageOf(cause)}`, 'Check the file, or build it again.', { cause })
  }
}

function run(store: oxigraph.Store, sparql: string): QueryResult {
  const declared = new Set(Array.from(sparql.matchAll(/\bprefix\s+([\w-]*)\s*:/giu), (match) => match[1]))
  const missing = Object.entries(prefixesOf()).filter(([prefix]) => !declared.has(prefix))
  const head = missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`).join(' ')
  try {
    return resultOf((format) => String(store.query(`${head}\n${sparql}`, { use_default_graph_as_union: true, results_format: format })))
  } catch (cause) {
    throw new Problem('query', `The query is not valid SPARQL: ${messageOf(cause)}`, 'Mend the query; ontology/queries/ has ten that work.', { cause })
  }
}

interface JsonAnswer { readonly boolean?: boolean; readonly head: { readonly vars?: string[] }; readonly results?: { readonly bindings: Row[] } }

/** Rows and booleans come as SPARQL JSON; a graph shows by coming as JSON-LD, and is asked for again as N-Triples. */
function resultOf(ask: (format: 'json' | 'nt') => string): QueryResult {
  const answered = JSON.parse(ask('json')) as JsonAnswer | unknown[]
  if (Array.isArray(answered)) return { kind: 'graph', nTriples: ask('nt') }
  if (answered.boolean !== undefined) return { kind: 'boolean', value: answered.boolean }
  return { kind: 'rows', variables: answered.head.vars ?? [], rows: answered.results?.bindings ?? [] }
}

/** oxigraph counts the line of prefixes that was put in front. */
function messageOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return message.replace(/\b(\d+):(\d+)\b/gu, (_, line: string, column: string) => `${Math.max(Number(line) - 1, 1)}:${column}`)
}
