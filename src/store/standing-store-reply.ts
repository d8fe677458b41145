/**
 * One SPARQL question, answered by a store within its limits.
 * In: a question, a store that is filled. Out: `{"head":{"vars":["who"]},…` as text, or why there is none: an update, another service,
 * too many rows. Not handled: how long it takes; whoever asks must end the thread.
 */
import { defaultGraph, namedNode, Store } from 'oxigraph/web.js'
import { mediaTypes } from './load.js'
import type { Prefixes } from './prefixes.js'
import { formatResult, type Row } from './query-result.js'
import type { FilledStore } from './query-store.js'
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

/** Throws what the store throws: the query is not valid, or there is no memory left. */
export function replyTo(question: StoreQuestion, { store, prefixes }: FilledStore): StoreReply {
  const text = readSparql(question.sparql)
  if (text.form === 'update') return { refused: 'update', what: 'This graph can be read only; updates are refused.' }
  if (text.hasService) return { refused: 'service', what: 'SERVICE is refused: this graph asks no other servers.' }
  const isRows = text.form === 'select' || text.form === 'ask'
  const ask = (format: string): string =>
    String(store.query(prefixed(text.limitedTo(question.maxRows + 1), text, prefixes), { ...datasetOf(question), results_format: format }))
  const reply = isRows ? rowsAs(question, ask) : graphAs(question, ask)
  return (
    reply ?? {
      refused: 'rows',
      what: `The answer has more than ${question.maxRows.toLocaleString('en')} ${isRows ? 'rows' : 'triples'}. Add LIMIT, and OFFSET to go on from there.`,
    }
  )
}

/** On one line, so that the places that an error names are easily put right. */
function prefixed(sparql: string, { prefixes: declared }: SparqlText, prefixes: Prefixes): string {
  const missing = Object.entries(prefixes).filter(([prefix]) => !declared.has(prefix))
  return `${missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`).join(' ')}\n${sparql}`
}

/** Without a choice, the default graph is all graphs together, every triple once, as for `newsgraph query`. */
function datasetOf({ defaultGraphs, namedGraphs }: StoreQuestion) {
  if (defaultGraphs === undefined && namedGraphs === undefined) return {}
  return { default_graph: (defaultGraphs ?? []).map(namedNode), named_graphs: (namedGraphs ?? []).map(namedNode) }
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
  const copy = new Store()
  copy.load(nTriples, { format: mediaTypes['n-triples'] })
  return {
    text: copy.dump({
      format: format === 'rdf-xml' ? 'application/rdf+xml' : mediaTypes['json-ld'],
      from_graph_name: defaultGraph(),
    }),
  }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
