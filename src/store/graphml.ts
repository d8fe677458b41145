/**
 * An entity graph as GraphML. (graphology reads the format, but does not write it.)
 * In: the graph. Out: XML such as `<node id="…/person/sergey-lavrov"><data key="n_label">Sergey Lavrov</data>…</node>`.
 */
import type { EntityGraph } from './entity-graph.js'

const nodeKeys = { label: 'string', kind: 'string', names: 'string', mentions: 'int' } as const
const edgeKeys = { label: 'string', kind: 'string', factuality: 'string', confidence: 'double', claim: 'string' } as const

export function writeGraphml(graph: EntityGraph): string {
  const nodes = graph.mapNodes((node, attributes) => `    <node id="${escape(node)}">${dataOf('n', nodeKeys, attributes)}</node>`)
  const edges = graph.mapEdges((edge, attributes, source, target) =>
    `    <edge id="${escape(edge)}" source="${escape(source)}" target="${escape(target)}">${dataOf('e', edgeKeys, attributes)}</edge>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keyLines('n', 'node', nodeKeys), ...keyLines('e', 'edge', edgeKeys),
    '  <graph id="newsgraph" edgedefault="directed">', ...nodes, ...edges, '  </graph>',
    '</graphml>', '',
  ].join('\n')
}

function keyLines(prefix: string, element: string, keys: Readonly<Record<string, string>>): string[] {
  return Object.entries(keys).map(([name, type]) => `  <key id="${prefix}_${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>`)
}

function dataOf<Name extends string>(prefix: string, keys: Readonly<Record<Name, string>>, attributes: Readonly<Record<Name, string | number>>): string {
  return (Object.keys(keys) as Name[]).map((name) => `<data key="${prefix}_${name}">${escape(String(attributes[name]))}</data>`).join('')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => entities[character] ?? character)
}
