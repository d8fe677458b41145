/**
 * An entity graph as GEXF, the format of Gephi.
 * In: the graph. Out: XML, without a date of writing: the same graph gives the same bytes.
 */
import { write } from 'graphology-gexf'
import type { EntityEdge, EntityGraph, EntityNode } from './entity-graph.js'

export function writeGexf(graph: EntityGraph): string {
  return write<EntityNode, EntityEdge>(graph, {
    formatNode: (_, { label, kind, names, mentions }) => ({ label, attributes: { kind, names, mentions } }),
    formatEdge: (_, { label, kind, factuality, confidence, claim }) => ({ label, attributes: { kind, factuality, confidence, claim } }),
  })
}
