/**
 * Nodes, claims and lines in, stories out: what claims tie closely together, by Louvain's communities. Thirty articles of which four tell of
 * the same summit give one story "Vladimir Putin · Emmanuel Macron, 7–9 July 2022". The same graph gives the same stories.
 */

import Graph from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { ViewClaim, ViewEdge, ViewNode, ViewStory } from './model.js'

/** Kinds whose names tell what a story is about, best first. */
const telling = ['person', 'organization', 'place', 'outlet', 'work', 'event', 'group']

/** A name for itself: "Emmanuel Macron", not "experts" or "a police spokesman". */
function isNamed({ kind, detail, label }: ViewNode): boolean {
  return kind !== 'group' && kind !== 'event' && detail !== 'unnamed person' && /^\P{Ll}/u.test(label)
}

/** All stories, the largest first; a node that no claim ties to another one is in none. */
export function storiesOf(nodes: readonly ViewNode[], claims: readonly ViewClaim[], edges: readonly ViewEdge[]): ViewStory[] {
  const graph = tiesOf(nodes, edges)
  if (graph.size === 0) return []
  const weights = new Map(graph.mapNodes(id => [id, graph.reduceEdges(id, (sum, _edge, { weight }) => sum + weight, 0)]))
  const communities = louvain(graph, { getEdgeWeight: 'weight', randomWalk: false })
  const groups = new Map<number, ViewNode[]>()
  for (const node of nodes) {
    const community = communities[node.id]
    if (community !== undefined) push(groups, community, node)
  }
  const datesOf = datesByNode(nodes, claims)
  const weightOf = ({ id }: ViewNode): number => weights.get(id) ?? 0
  return [...groups.values()]
    .map(group => group.sort((a, b) => weightOf(b) - weightOf(a) || order(a.id, b.id)))
    .sort((a, b) => b.length - a.length || order(a[0]?.id ?? '', b[0]?.id ?? ''))
    .map(group => ({
      title: titleOf(group),
      span: spanOf(group.flatMap(({ id }) => datesOf.get(id) ?? [])),
      nodes: group.map(({ id }) => id),
    }))
}

interface Tie {
  weight: number
}

/** Claims hold together; that an article mentions both, or that a list says so, does not. */
function tiesOf(nodes: readonly ViewNode[], edges: readonly ViewEdge[]): Graph<object, Tie> {
  const graph = new Graph<object, Tie>({ multi: false, type: 'undirected' })
  const known = new Set(nodes.filter(node => node.kind !== 'article').map(node => node.id))
  for (const { source, target, kind, claims } of edges) {
    if (kind === 'mention' || !known.has(source) || !known.has(target)) continue
    const weight = claims.length === 0 ? 0.3 : 1 + Math.min(claims.length - 1, 4) / 2
    for (const end of [source, target]) graph.mergeNode(end)
    graph.updateEdge(source, target, attributes => ({ weight: (attributes.weight ?? 0) + weight }))
  }
  return graph
}

function titleOf(group: readonly ViewNode[]): string {
  const named = group.filter(isNamed)
  const best = (named.length > 0 ? named : group).slice(0, 8)
  // Of the best-tied, people go before places: "Lavrov · Macron" tells more than "Russia · France".
  const chosen = best.map((node, rank) => ({ node, rank: rank + telling.indexOf(node.kind) * 1.5 })).sort((a, b) => a.rank - b.rank)
  return chosen
    .slice(0, 2)
    .map(({ node }) => node.label)
    .join(' · ')
}

const dateProperties = new Set(['schema:dateCreated', 'schema:startDate', 'ng:asOf'])

/** Days on which something happens to, or is said by or about, each node. */
function datesByNode(nodes: readonly ViewNode[], claims: readonly ViewClaim[]): ReadonlyMap<string, readonly string[]> {
  const dates = new Map<string, string[]>()
  for (const record of [...nodes.filter(node => node.kind === 'event'), ...claims]) {
    const known = record.facts
      .filter(({ property }) => dateProperties.has(property))
      .flatMap(({ values }) => values.map(({ text }) => text))
    if (known.length === 0) continue
    const ends = [record.id, ...record.facts.flatMap(({ values }) => values.flatMap(({ ref }) => ref ?? []))]
    for (const date of known) if (/^\d{4}-\d\d-\d\d/.test(date)) for (const end of ends) push(dates, end, date.slice(0, 10))
  }
  return dates
}

/** The middle nine tenths, so that one far anniversary does not stretch it. */
function spanOf(dates: readonly string[]): ViewStory['span'] {
  const sorted = [...dates].sort()
  const skip = Math.floor(sorted.length / 20)
  const [from, until] = [sorted[skip], sorted.at(-1 - skip)]
  return from === undefined || until === undefined ? [] : [from, until]
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
