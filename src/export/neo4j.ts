/**
 * A property graph for Neo4j: CSV for `neo4j-admin database import`, and Cypher for a database that runs (Memgraph reads it, too).
 * In: a Telling. Out: a folder with `nodes-*.csv`, `edges.csv`, `import.sh` and `graph.cypher`:
 *   (:Person {name: "Liis Kaarep"})-[:SAID]->(:Statement {text: "All 612 passengers …", words: […], starts: […]})-[:IN]->(:Article)
 * Every claim is a node with its words and places. Only what the article itself vouches for is an edge between two entities as well,
 * `(:Person)-[:HEAD_OF {claim: …}]->(:Organization)`: who follows edges never takes hearsay for a fact.
 */
import { cypherOf, constraints } from './cypher.js'
import { csvLine } from './neo4j-csv.js'
import type { Telling } from './model.js'
import type { Form, Piece } from './piece.js'
import { edgesIn, nodesIn, edgeColumns, nodeTables, type Edge, type Node } from './property-graph.js'

async function* folder(telling: Telling): AsyncIterable<Piece> {
  for (const { name, columns } of nodeTables)
    yield { file: `nodes-${name}.csv`, chunk: csvLine([...columns.map(({ header }) => header), ':LABEL']) }
  yield { file: 'edges.csv', chunk: csvLine([':START_ID', ':END_ID', ':TYPE', ...edgeColumns.map(({ header }) => header)]) }
  yield { file: 'import.sh', chunk: importScript() }
  yield { file: 'graph.cypher', chunk: constraints }
  const known = new Map<string, string>()
  for await (const told of telling.articles()) {
    const nodes = nodesIn(told).filter(({ iri, labels: [first = ''] }) => !known.has(iri) && known.set(iri, first)),
      edges = edgesIn(told, known)
    for (const node of nodes) yield { file: `nodes-${node.table}.csv`, chunk: nodeLine(node) }
    for (const edge of edges) yield { file: 'edges.csv', chunk: edgeLine(edge) }
    yield { file: 'graph.cypher', chunk: cypherOf(nodes, edges) }
  }
}

export const neo4j: Form = { folder }

function nodeLine({ table, labels, values }: Node): string {
  const columns = nodeTables.find(({ name }) => name === table)?.columns ?? []
  return csvLine([...columns.map(({ name }) => values[name]), labels])
}

function edgeLine({ from, to, type, values }: Edge): string {
  return csvLine([from, to, type, ...edgeColumns.map(({ name }) => values[name])])
}

/** https://neo4j.com/docs/operations-manual/current/import/ */
function importScript(): string {
  return `#!/bin/sh
# Makes a new database of these files. The database must not be running: sh import.sh [NAME]
cd "$(dirname "$0")" || exit
exec neo4j-admin database import full "\${1:-neo4j}" --multiline-fields=true \\
${nodeTables.map(({ name }) => `  --nodes=nodes-${name}.csv`).join(' \\\n')} \\
  --relationships=edges.csv
`
}
