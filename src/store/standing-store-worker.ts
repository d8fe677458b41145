/**
 * The thread that holds graphs in a store and answers one SPARQL query after the other.
 * In: the graphs' files as worker data, N-Quads in messages; then questions. Out: a message when the graphs are loaded or cannot be; one
 * for each question, with the answer as text: `{"head":{"vars":["who"]},…`, or why there is none.
 * The store works without pause: whoever asks must end the thread when it takes too long.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import oxigraph from 'oxigraph'
import { DEFAULT_BASE } from '../map/iri.js'
import { ng } from '../map/vocab.js'
import { Problem, type ProblemCode } from '../problem.js'
import { graphFormatOf, mediaTypes } from './load.js'
import { prefixesIn, prefixesOf, type Prefixes } from './prefixes.js'
import { formatResult, type Row } from './query-result.js'
import { readSparql, type SparqlText } from './sparql-text.js'

/** How an answer is wanted: rows and yes-or-no in the first four, graphs in the others. */
export type AnswerFormat = 'json' | 'xml' | 'csv' | 'tsv' | 'turtle' | 'n-triples' | 'rdf-xml' | 'json-ld'

export interface StoreQuestion {
  readonly sparql: string
  readonly format: AnswerFormat
  /** More rows or triples than this are refused. */
  readonly maxRows: number
  /** The graphs that the default graph is made of, and those that GRAPH reaches; all of them without these. */
  readonly defaultGraphs?: readonly string[]
  readonly namedGraphs?: readonly string[]
}

/** Why a question has no answer. */
export type Refusal = 'syntax' | 'update' | 'service' | 'rows' | 'time' | 'memory'

export type StoreReply = { readonly text: string } | { readonly refused: Refusal; readonly what: string }

export type FromWorker =
  | { readonly size: number; readonly prefixes: Prefixes }
  | { readonly code: ProblemCode; readonly what: string; readonly advice: string }
  | { readonly reply: StoreReply; readonly isBroken: boolean }

export type ToWorker = { readonly nQuads: string } | { readonly start: true } | { readonly question: StoreQuestion }

const store = new oxigraph.Store()
const prefixes: Record<string, string> = { ...prefixesOf() }
/** A file said what the prefixes of the data are. */
let isDeclared = false
if (parentPort) listen(parentPort)

function listen(port: MessagePort): void {
  const post = (message: FromWorker): void => port.postMessage(message)
  port.on('message', (message: ToWorker) => {
    if ('nQuads' in message) store.load(message.nQuads, { format: mediaTypes['n-quads'], no_transaction: true })
    else if ('start' in message) post(load((workerData as { files: readonly string[] }).files))
    else post(answer(message.question))
  })
}

function load(files: readonly string[]): FromWorker {
  try {
    for (const file of files) loadFile(file)
    findBase()
    return { size: store.size, prefixes }
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, what: error.message, advice: error.advice }
    throw error
  }
}

function loadFile(file: string): void {
  const format = graphFormatOf(file)
  const open = opened(file)
  try {
    store.load(chunksOf(open), { format: mediaTypes[format], base_iri: DEFAULT_BASE, no_transaction: true })
  } catch (cause) {
    throw new Problem('input', `${file} is not valid ${format}: ${messageOf(cause)}`, 'Check the file, or build it again.', { cause })
  } finally {
    closeSync(open)
  }
}

/** Lines have no prefixes: where the data has another base, its articles show it. */
function findBase(): void {
  if (isDeclared) return
  const [row] = store.query(`SELECT ?article { ?article a <${ng.Article.value}> } LIMIT 1`, { use_default_graph_as_union: true }) as Map<
    string,
    oxigraph.Term
  >[]
  const base = /^(.*[/#])article\/[^/]+$/u.exec(row?.get('article')?.value ?? '')?.[1]
  if (base !== undefined) Object.assign(prefixes, prefixesOf(base))
}

function opened(file: string): number {
  try {
    if (statSync(file).isFile()) return openSync(file, 'r')
    throw new Error('it is no file')
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const what = isMissing ? `There is no file ${file}.` : `Cannot read ${file}: ${messageOf(cause)}.`
    throw new Problem('input', what, 'Check the path; `newsgraph build` makes graphs from articles.', { cause })
  }
}

function declare(found: Prefixes): void {
  Object.assign(prefixes, found)
  isDeclared ||= Object.hasOwn(found, 'article')
}

/** Bytes that are read at once: a file of any size needs little memory beside the store. */
const CHUNK = 1024 * 1024

/** The first of them tells the prefixes of the data. */
function* chunksOf(file: number): Generator<Uint8Array> {
  const buffer = Buffer.alloc(CHUNK)
  for (let isFirst = true, length = readSync(file, buffer); length > 0; isFirst = false, length = readSync(file, buffer)) {
    if (isFirst) declare(prefixesIn(buffer.toString('utf8', 0, Math.min(length, 10_000))))
    yield new Uint8Array(buffer.subarray(0, length))
  }
}

function answer(question: StoreQuestion): FromWorker {
  try {
    return { reply: replyTo(question, readSparql(question.sparql)), isBroken: false }
  } catch (cause) {
    // The store came to an end of its memory, and cannot be trusted from here on.
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) {
      return { reply: { refused: 'memory', what: 'The query needs more memory than there is.' }, isBroken: true }
    }
    return { reply: { refused: 'syntax', what: `The query is not valid SPARQL: ${atTheirPlace(messageOf(cause))}` }, isBroken: false }
  }
}

function replyTo(question: StoreQuestion, text: SparqlText): StoreReply {
  if (text.form === 'update') return { refused: 'update', what: 'This graph can be read only; updates are refused.' }
  if (text.hasService) return { refused: 'service', what: 'SERVICE is refused: this graph asks no other servers.' }
  const isRows = text.form === 'select' || text.form === 'ask'
  const ask = (format: string): string =>
    String(store.query(prefixed(text.limitedTo(question.maxRows + 1), text), { ...datasetOf(question, text), results_format: format }))
  const reply = isRows ? rowsAs(question, ask) : graphAs(question, ask)
  return (
    reply ?? {
      refused: 'rows',
      what: `The answer has more than ${question.maxRows.toLocaleString('en')} ${isRows ? 'rows' : 'triples'}. Add LIMIT, and OFFSET to go on from there.`,
    }
  )
}

/** On one line, so that the places that an error names are easily put right. */
function prefixed(sparql: string, { prefixes: declared }: SparqlText): string {
  const missing = Object.entries(prefixes).filter(([prefix]) => !declared.has(prefix))
  return `${missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`).join(' ')}\n${sparql}`
}

function atTheirPlace(message: string): string {
  return message.replace(/\b(\d+):(\d+)\b/gu, (_, line: string, column: string) => `${Math.max(Number(line) - 1, 1)}:${column}`)
}

/** Without a choice, the default graph is all graphs together, as for `newsgraph query`. */
function datasetOf({ defaultGraphs, namedGraphs }: StoreQuestion, { hasDataset }: SparqlText) {
  if (defaultGraphs === undefined && namedGraphs === undefined) return { use_default_graph_as_union: !hasDataset }
  return { default_graph: (defaultGraphs ?? []).map(oxigraph.namedNode), named_graphs: (namedGraphs ?? []).map(oxigraph.namedNode) }
}

interface JsonAnswer {
  readonly boolean?: boolean
  readonly head: { readonly vars?: string[] }
  readonly results?: { readonly bindings: Row[] }
}

/** Undefined where there are too many. CSV and TSV are those of `newsgraph query`. */
function rowsAs({ format, maxRows }: StoreQuestion, ask: (format: string) => string): StoreReply | undefined {
  if (format === 'xml') {
    const text = ask('xml')
    return text.split('<result>').length - 1 > maxRows ? undefined : { text }
  }
  const json = ask('json')
  const { boolean, head, results } = JSON.parse(json) as JsonAnswer
  if ((results?.bindings.length ?? 0) > maxRows) return undefined
  if (format === 'json') return { text: json }
  if (boolean !== undefined) return { text: `${boolean}\n` }
  return {
    text: formatResult({ kind: 'rows', variables: head.vars ?? [], rows: results?.bindings ?? [] }, format === 'tsv' ? 'tsv' : 'csv'),
  }
}

function graphAs({ format, maxRows }: StoreQuestion, ask: (format: string) => string): StoreReply | undefined {
  const nTriples = ask('nt')
  if (countLines(nTriples) > maxRows) return undefined
  if (format === 'turtle') return { text: formatResult({ kind: 'graph', nTriples }, 'turtle') }
  if (format === 'n-triples') return { text: nTriples }
  const copy = new oxigraph.Store()
  copy.load(nTriples, { format: mediaTypes['n-triples'] })
  return {
    text: copy.dump({
      format: format === 'rdf-xml' ? 'application/rdf+xml' : mediaTypes['json-ld'],
      from_graph_name: oxigraph.defaultGraph(),
    }),
  }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
