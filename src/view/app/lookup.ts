/** Finds what belongs together: records by id, edges by node, and all records that name a node. */

import type { ViewArticle, ViewClaim, ViewEdge, ViewGraph, ViewNode, ViewRecord } from '../model.js'

/** A record that names another one, and by which property: a statement, as "schema:about". */
export interface Naming { readonly property: string; readonly record: ViewNode | ViewClaim }

export interface Lookup {
  readonly graph: ViewGraph
  node(id: string): ViewNode | undefined
  claim(id: string): ViewClaim | undefined
  edge(id: string): ViewEdge | undefined
  article(id: string): ViewArticle | undefined
  /** A node or claim. */
  record(id: string): ViewNode | ViewClaim | undefined
  edgesOf(node: string): readonly ViewEdge[]
  namingsOf(id: string): readonly Naming[]
}

export function lookUp(graph: ViewGraph): Lookup {
  const nodes = new Map(graph.nodes.map(node => [node.id, node]))
  const claims = new Map(graph.claims.map(claim => [claim.id, claim]))
  const edges = new Map(graph.edges.map(edge => [edge.id, edge]))
  const articles = new Map(graph.articles.map(article => [article.id, article]))
  const edgesByNode = new Map<string, ViewEdge[]>()
  for (const edge of graph.edges) for (const end of [edge.source, edge.target]) push(edgesByNode, end, edge)
  const namings = new Map<string, Naming[]>()
  for (const record of [...graph.claims, ...graph.nodes]) {
    for (const { property, values } of record.facts) {
      for (const { ref } of values) if (ref !== undefined) push(namings, ref, { property, record })
    }
  }
  return {
    graph,
    node: id => nodes.get(id),
    claim: id => claims.get(id),
    edge: id => edges.get(id),
    article: id => articles.get(id),
    record: id => nodes.get(id) ?? claims.get(id),
    edgesOf: id => edgesByNode.get(id) ?? [],
    namingsOf: id => namings.get(id) ?? [],
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

/** Text of a property: "accuse" for `ng:speechAct`; empty when it has none. */
export function textOf(record: ViewRecord, property: string): string {
  return record.facts.find(fact => fact.property === property)?.values.map(value => value.text).join(', ') ?? ''
}
