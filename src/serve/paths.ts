/**
 * How two entities are connected.
 * In: two IRIs. Out: the shortest way between them, step by step, each with the claim that it rests on:
 *   Sergey Lavrov → (statement: “…”) → Emmanuel Macron
 * Claims that are only reported or denied count as well; their records say so. Articles that merely name both are no connection.
 */
import type { RecordKind } from './fields.js'
import { select, type Graph } from './graph.js'
import { iris } from './names.js'
import { recordsOf, type Record } from './records.js'

export interface Step {
  readonly from: string
  readonly to: string
  readonly claim: Record
}

/** Steps that still tell a person something. */
const LONGEST = 6
/** Entities that one round goes on from; well-known ones are connected to nearly all. */
const WIDEST = 400

const links = `schema:creator schema:about ng:addressee ng:medium org:member org:organization ng:heldFor ng:agent ng:patient sem:hasActor sem:hasPlace
  rdf:subject rdf:object`

interface Hop {
  readonly before: string
  readonly claim: string
  readonly kind: RecordKind
}

/** From both ends by turns, until they meet. @returns no steps when there is no way of at most six */
export async function pathBetween(graph: Graph, from: string, to: string): Promise<Step[]> {
  if (from === to) return []
  const sides = [new Map<string, Hop | undefined>([[from, undefined]]), new Map<string, Hop | undefined>([[to, undefined]])] as const
  let edges: [string[], string[]] = [[from], [to]]
  for (let round = 0; round < LONGEST; round += 1) {
    const side = edges[0].length <= edges[1].length ? 0 : 1
    if (edges[side].length === 0) return []
    const next = await widen(graph, edges[side], sides[side])
    const meeting = next.find((node) => sides[1 - side]?.has(node))
    if (meeting !== undefined) return stepsThrough(graph, meeting, sides)
    edges = side === 0 ? [next, edges[1]] : [edges[0], next]
  }
  return []
}

const kinds: readonly (readonly [string, RecordKind])[] = [
  ['#Statement', 'statement'],
  ['#Event', 'event'],
  ['#RoleHolding', 'role'],
  ['#Relation', 'relation'],
]

async function widen(graph: Graph, edge: readonly string[], seen: Map<string, Hop | undefined>): Promise<string[]> {
  const rows = await select(
    graph,
    `SELECT DISTINCT ?before ?claim ?class ?node {
    VALUES ?before { ${iris(edge.slice(0, WIDEST))} } VALUES ?in { ${links} } ?claim ?in ?before .
    VALUES ?class { ng:Statement ng:Event ng:RoleHolding ng:Relation } ?claim a ?class .
    VALUES ?out { ${links} } ?claim ?out ?node FILTER(?node != ?before && ISIRI(?node))
  } ORDER BY ?claim ?node ?before`,
  )
  const fresh: string[] = []
  for (const { before, claim, class: type, node } of rows) {
    if (!before || !claim || !node || seen.has(node.value)) continue
    const kind = kinds.find(([name]) => type?.value.endsWith(name))?.[1] ?? 'statement'
    seen.set(node.value, { before: before.value, claim: claim.value, kind })
    fresh.push(node.value)
  }
  return fresh
}

async function stepsThrough(
  graph: Graph,
  meeting: string,
  [start, end]: readonly [ReadonlyMap<string, Hop | undefined>, ReadonlyMap<string, Hop | undefined>],
): Promise<Step[]> {
  const steps: { from: string; to: string; claim: string; kind: RecordKind }[] = []
  for (let node = meeting, hop = start.get(node); hop; node = hop.before, hop = start.get(node))
    steps.unshift({ from: hop.before, to: node, claim: hop.claim, kind: hop.kind })
  for (let node = meeting, hop = end.get(node); hop; node = hop.before, hop = end.get(node))
    steps.push({ from: node, to: hop.before, claim: hop.claim, kind: hop.kind })
  const records = await Promise.all(steps.map(({ kind, claim }) => recordsOf(graph, kind, [claim])))
  return steps.flatMap(({ from, to }, at) => (records[at]?.[0] ? [{ from, to, claim: records[at][0] }] : []))
}
