/**
 * The thread that answers one SPARQL query and ends.
 * In: files or Turtle, and the query, as worker data. Out: one message: the result, or what is wrong with the query or a file.
 */
import { parentPort, workerData } from 'node:worker_threads'
import oxigraph from 'oxigraph'
import { DEFAULT_BASE } from '../map/iri.js'
import { Problem, type ProblemCode } from '../problem.js'
import { readFileSync } from 'node:fs'
import { graphFormatOf, mediaTypes } from './load.js'
import { prefixesIn, prefixesOf, withoutPrefixLine, withPrefixes, type Prefixes } from './prefixes.js'
import type { QueryResult, Row } from './query-result.js'
import type { QuerySource } from './query.js'

export interface Question extends QuerySource { readonly sparql: string }
export type Answer =
  | { readonly result: QueryResult }
  | { readonly code: ProblemCode; readonly what: string; readonly advice: string }

parentPort?.postMessage(await answer(workerData as Question))

async function answer(question: Question): Promise<Answer> {
  try {
    const { store, prefixes } = await fill(question)
    return { result: run(store, question.sparql, prefixes) }
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, what: error.message, advice: error.advice }
    throw error
  }
}

/** The graphs in one store, and the prefixes for the query: the usual ones, those of the data as the graphs declare them. */
async function fill({ files = [], turtle }: QuerySource): Promise<{ store: oxigraph.Store; prefixes: Prefixes }> {
  const store = new oxigraph.Store()
  const prefixes: Record<string, string> = { ...prefixesOf(), ...prefixesIn(turtle ?? '') }
  if (turtle !== undefined) store.load(turtle, { format: mediaTypes.turtle })
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    loadFile(store, file, text)
    Object.assign(prefixes, prefixesIn(text))
  }
  return { store, prefixes }
}

function loadFile(store: oxigraph.Store, file: string, text: string): void {
  const format = graphFormatOf(file)
  try {
    store.load(text, { format: mediaTypes[format], base_iri: DEFAULT_BASE, no_transaction: true })
  } catch (cause) {
    throw new Problem('input', `${file} is not valid ${format}: ${messageOf(cause)}`, 'Check the file, or build it again.', { cause })
  }
}

function run(store: oxigraph.Store, sparql: string, prefixes: Prefixes): QueryResult {
  const whole = withPrefixes(sparql, prefixes)
  try {
    return resultOf((format) => String(store.query(whole, { use_default_graph_as_union: true, results_format: format })))
  } catch (cause) {
    throw new Problem('query', `The query is not valid SPARQL: ${withoutPrefixLine(messageOf(cause))}`, 'Mend the query; ontology/queries/ has ten that work.', { cause })
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

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
