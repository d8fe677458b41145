/**
 * Nodes and edges as Cypher, for a Neo4j that runs, also one in the cloud: `cypher-shell -f graph.cypher`. Run twice, it makes nothing
 * twice.
 * In: nodes and edges of an article. Out: for those of one kind a statement: `UNWIND [{iri: "…", name: "Liis Kaarep"}] AS row MERGE
 * (n:Entity {iri: row.iri}) …`.
 * Whatever an article says stands between quotation marks, with all but plain characters escaped; labels and types come from newsgraph
 * alone.
 */
import type { Edge, Node, Value, Values } from './property-graph.js'

/** The first label is that which a node is found by. */
export const constraints = ['Article', 'Entity', 'Claim']
  .map((label) => `CREATE CONSTRAINT newsgraph_${label.toLowerCase()} IF NOT EXISTS FOR (n:${label}) REQUIRE n.iri IS UNIQUE;\n`)
  .join('')

/** Rows of one statement. */
const BATCH = 500

export function cypherOf(nodes: readonly Node[], edges: readonly Edge[]): string {
  const ofLabels = grouped(nodes, ({ labels }) => labels.join(':'))
  const ofType = grouped(edges, ({ type, fromLabel, toLabel }) => `${fromLabel} ${type} ${toLabel}`)
  return [
    ...[...ofLabels].flatMap(([labels, alike]) => batches(alike).map((batch) => nodeStatement(labels, batch))),
    ...[...ofType].flatMap(([, alike]) => batches(alike).map(edgeStatement)),
  ].join('')
}

function nodeStatement(labels: string, nodes: readonly Node[]): string {
  const [first = '', ...more] = labels.split(':')
  const rows = nodes.map(({ values }) => mapOf(values)).join(',\n  ')
  return `UNWIND [\n  ${rows}\n] AS row MERGE (n:${first} {iri: row.iri}) SET n += row${more.length > 0 ? `, n:${more.join(':')}` : ''};\n`
}

function edgeStatement(edges: readonly Edge[]): string {
  const [{ fromLabel, toLabel, type } = { fromLabel: '', toLabel: '', type: '' }] = edges
  const rows = edges.map((edge) => `{from: ${literal(edge.from)}, to: ${literal(edge.to)}, values: ${mapOf(edge.values)}}`).join(',\n  ')
  // Two claims may say the same of the same two: the claim is part of what makes the edge.
  const isOwn = edges.every(({ values }) => values.claim !== undefined)
  const key = isOwn ? ' {claim: row.values.claim}' : ''
  return [
    `UNWIND [\n  ${rows}\n] AS row MATCH (a:${fromLabel} {iri: row.from}), (b:${toLabel} {iri: row.to})`,
    `MERGE (a)-[r:${type}${key}]->(b) SET r += row.values;\n`,
  ].join(' ')
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

function batches<Item>(items: readonly Item[]): (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH))
}

/** An empty list is left out, as a field of CSV without anything is. */
function mapOf(values: Values): string {
  return `{${Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined || (typeof value === 'object' && value.length === 0) ? [] : [`${name}: ${literal(value)}`],
    )
    .join(', ')}}`
}

function literal(value: Value): string {
  if (typeof value === 'string') return `"${escaped(value)}"`
  if (typeof value === 'object') return `[${value.map((item: string | number) => literal(item)).join(', ')}]`
  return String(value)
}

/** Cypher reads `\u` before it parses, so that a quotation mark must not hide there: it is written with a backslash alone. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\\"]/gu, '\\$&')
    .replace(/\n/gu, '\\n')
    .replace(/\r/gu, '\\r')
    .replace(/\t/gu, '\\t')
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
