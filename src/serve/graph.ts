/**
 * What the server needs of the graphs behind it, wherever they lie.
 * In: questions in SPARQL, `SELECT ?who { ?s schema:creator/rdfs:label ?who }`. Out: answers as text, or why there is none.
 */
import { Problem } from '../problem.js'
import type { Knowledge } from './knowledge.js'

export type RowFormat = 'json' | 'xml' | 'csv' | 'tsv'
export type GraphFormat = 'turtle' | 'n-triples' | 'rdf-xml' | 'json-ld'

export interface Question {
  readonly sparql: string
  readonly format: RowFormat | GraphFormat
  readonly defaultGraphs?: readonly string[]
  readonly namedGraphs?: readonly string[]
  /** In place of the server's own limit. */
  readonly maxRows?: number
}

export type Refusal = 'syntax' | 'update' | 'service' | 'rows' | 'time' | 'memory'
export type Reply = { readonly text: string } | { readonly refused: Refusal; readonly what: string }

export interface Graph {
  /** Of newsgraph, as clients are told. */
  readonly version: string
  /** Quads. */
  readonly size: number
  /** Known without being declared: `person` → `https://w3id.org/newsgraph/data/person/`. */
  readonly prefixes: Readonly<Record<string, string>>
  ask(question: Question): Promise<Reply>
  formOf(sparql: string): 'select' | 'ask' | 'construct' | 'describe' | 'update' | undefined
  /** What is known beside the graph, for reconciliation. */
  readonly known?: Knowledge | undefined
  /** The viewer's page. */
  page(): Promise<string>
}

/** A term as SPARQL's JSON results have it. */
export interface Term {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly datatype?: string
}
export type Row = Readonly<Partial<Record<string, Term>>>

/** More than any page of an answer has. */
const MANY = 5_000_000

/** The rows of a question of our own. @throws Problem 'query' when the graph does not answer in time */
export async function select(graph: Graph, sparql: string): Promise<readonly Row[]> {
  const reply = await graph.ask({ sparql, format: 'json', maxRows: MANY })
  if ('refused' in reply) throw new Problem('query', reply.what, 'Ask for less at once.')
  return (JSON.parse(reply.text) as { results: { bindings: Row[] } }).results.bindings
}
