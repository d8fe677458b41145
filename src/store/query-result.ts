/**
 * Answers of SPARQL queries as text.
 * In: a QueryResult. Out: a table for people, SPARQL's JSON, CSV and TSV, or Turtle for graphs that were constructed.
 *   who            said
 *   Sergey Lavrov  We always say what we think
 */
import { DataFactory, Parser, type Quad } from 'n3'
import { Problem } from '../problem.js'
import { xsd } from '../map/vocab.js'
import { prefixesOf } from './prefixes.js'
import { prefixLines, quoted, subjectBlocks, turtleTerms, type TermWriter } from './turtle.js'

/** A term as SPARQL's JSON results have it. */
export interface ResultTerm { readonly type: 'uri' | 'literal' | 'bnode'; readonly value: string; readonly 'xml:lang'?: string; readonly datatype?: string }

export type Row = Readonly<Record<string, ResultTerm>>

/** The answer to a question: rows of SELECT, the truth of ASK, or the graph of CONSTRUCT and DESCRIBE. */
export type QueryResult =
  | { readonly kind: 'rows'; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'graph'; readonly nTriples: string }

/** Rows go in a table, JSON, CSV or TSV; graphs in Turtle. */
export type ResultFormat = 'table' | 'json' | 'csv' | 'tsv' | 'turtle'

export function formatResult(result: QueryResult, format: ResultFormat = 'table'): string {
  switch (result.kind) {
    case 'boolean': return format === 'json' ? `${JSON.stringify({ head: {}, boolean: result.value })}\n` : `${result.value ? 'yes' : 'no'}\n`
    case 'graph': return formatGraph(result.nTriples, format)
    case 'rows': return formatRows(result.variables, result.rows, format)
  }
}

function formatRows(variables: readonly string[], rows: readonly Row[], format: ResultFormat): string {
  switch (format) {
    case 'table': return table(variables, rows)
    case 'json': return `${JSON.stringify({ head: { vars: variables }, results: { bindings: rows } }, null, 1)}\n`
    case 'csv': return lines([variables, ...rows.map((row) => variables.map((name) => csvField(row[name]?.value ?? '')))], ',', '\r\n')
    case 'tsv': return lines([variables.map((name) => `?${name}`), ...rows.map((row) => variables.map((name) => tsvField(row[name])))], '\t', '\n')
    case 'turtle': throw new Problem('usage', 'A SELECT query has rows, and Turtle has none.', 'Ask with CONSTRUCT, or choose table, json, csv or tsv.')
  }
}

function formatGraph(nTriples: string, format: ResultFormat): string {
  const quads = new Parser({ format: 'application/n-triples' }).parse(nTriples).toSorted(bySubject)
  if (format !== 'turtle' && format !== 'table') {
    throw new Problem('usage', `A graph cannot be written as ${format}.`, 'Choose turtle, or ask with SELECT.')
  }
  const prefixes = prefixesOf()
  return prefixLines(prefixes) + [...subjectBlocks(quads, turtleTerms(prefixes))].join('')
}

function bySubject(a: Quad, b: Quad): number {
  return a.subject.value < b.subject.value ? -1 : Number(a.subject.value > b.subject.value)
}

const WIDEST = 60

/** Columns as wide as they need be; long values are cut, IRIs shortened. */
function table(variables: readonly string[], rows: readonly Row[]): string {
  const write = turtleTerms(prefixesOf())
  const cells = [variables, ...rows.map((row) => variables.map((name) => plainCell(row[name], write)))]
  const widths = variables.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)))
  const print = (row: readonly string[]) => row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join('  ').trimEnd()
  const [head = [], ...body] = cells.map(print)
  return [head, '─'.repeat(Math.max(1, widths.reduce((sum, width) => sum + width + 2, -2))), ...body, ''].join('\n')
}

function plainCell(term: ResultTerm | undefined, write: TermWriter): string {
  if (!term) return ''
  const characters = [...(term.type === 'uri' ? write(DataFactory.namedNode(term.value)) : term.value.replace(/\s+/gu, ' '))]
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST - 1).join('')}…` : characters.join('')
}

/** RFC 4180: quoted where it must be. */
function csvField(value: string): string {
  return /[",\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** SPARQL's TSV has terms as Turtle writes them. */
function tsvField(term: ResultTerm | undefined): string {
  if (!term) return ''
  if (term.type === 'uri') return `<${term.value}>`
  if (term.type === 'bnode') return `_:${term.value}`
  if (term['xml:lang']) return `${quoted(term.value)}@${term['xml:lang']}`
  const isPlain = term.datatype === undefined || term.datatype === xsd.string.value
  return isPlain ? quoted(term.value) : `${quoted(term.value)}^^<${term.datatype}>`
}

function lines(rows: readonly (readonly string[])[], separator: string, end: string): string {
  return rows.map((row) => row.join(separator) + end).join('')
}
