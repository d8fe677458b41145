/**
 * Nodes and edges in, settled points out: ForceAtlas2 from starting points that are hashes of the ids. No chance is
 * involved: the same graph gives the same points.
 */

import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { UnplacedNode, ViewEdge } from './model.js'

/** Ties of claims hold together; that an article mentions both is hardly a tie. */
const mentionWeight = 0.15

/** Positions in the order of the nodes. */
export function settle(nodes: readonly UnplacedNode[], edges: readonly ViewEdge[]): { x: number; y: number }[] {
  const graph = new Graph({ multi: false, type: 'undirected' })
  for (const { id } of nodes) graph.addNode(id, { x: hash(`x${id}`), y: hash(`y${id}`) })
  for (const { source, target, kind, claims } of edges) {
    if (!graph.hasNode(source) || !graph.hasNode(target)) continue
    const weight = kind === 'mention' ? mentionWeight : 1 + Math.min(claims.length, 4) / 4
    graph.updateEdge(source, target, attributes => ({ weight: Number(attributes['weight'] ?? 0) + weight }))
  }
  if (nodes.length > 1) {
    const settings = { gravity: 12, scalingRatio: 4, edgeWeightInfluence: 1, slowDown: 6, barnesHutOptimize: nodes.length > 800 }
    forceAtlas2.assign(graph, { iterations: nodes.length > 800 ? 150 : 600, settings })
  }
  return nodes.map(({ id }) => ({ x: Number(graph.getNodeAttribute(id, 'x')), y: Number(graph.getNodeAttribute(id, 'y')) }))
}

/** FNV-1a, as a number between -100 and 100. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return ((value ^ (value >>> 13)) >>> 0) / 0xffffffff * 200 - 100
}
