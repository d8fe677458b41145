/** What a selection concerns: the passages to mark, and the part of the drawing to be seen clearly. */

import type { EdgeKind, ViewEvidence, ViewRecord } from '../model.js'
import type { Focus } from './looks.js'
import type { Lookup } from './lookup.js'

/** All passages of the selection: its own, or those of the claims that a line stands for. */
export function evidenceOf(selected: string | null, { record, edge }: Lookup): readonly ViewEvidence[] {
  if (selected === null) return []
  const records: readonly (ViewRecord | undefined)[] = [record(selected), ...edge(selected)?.claims.map(record) ?? []]
  return records.flatMap(each => each?.evidence ?? [])
}

/** The passages to point at: those of a claim or of a line's first claim; a node is only marked. */
export function strongEvidenceOf(selected: string | null, { claim, edge, record }: Lookup): readonly ViewEvidence[] {
  if (selected === null) return []
  return claim(selected)?.evidence ?? record(edge(selected)?.claims[0] ?? '')?.evidence ?? []
}

/** A node with its neighbours, a line with its ends, or all that a claim names. */
export function focusOf(id: string | null, hiddenEdges: ReadonlySet<EdgeKind>, lookup: Lookup): Focus | null {
  if (id === null) return null
  const edge = lookup.edge(id)
  if (edge !== undefined) return { nodes: new Set([edge.source, edge.target]), edges: new Set([id]), centre: null }
  if (lookup.node(id) !== undefined) {
    const edges = lookup.edgesOf(id).filter(each => !hiddenEdges.has(each.kind))
    return { nodes: new Set([id, ...edges.flatMap(each => [each.source, each.target])]), edges: new Set(edges.map(each => each.id)), centre: id }
  }
  const named = lookup.claim(id)?.facts.flatMap(fact => fact.values.flatMap(value => value.ref ?? [])) ?? []
  const edges = lookup.graph.edges.filter(each => each.claims.includes(id)).map(each => each.id)
  return { nodes: new Set(named), edges: new Set(edges), centre: null }
}
