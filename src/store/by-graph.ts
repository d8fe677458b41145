/**
 * Quads by the graph that they are in.
 * In: quads – what article 76f4… says of Lavrov, and what Lavrov is called. Out: those of `graph:76f4…` and those of
 * `graph:entities`, in order of appearance.
 */
import type { Quad, Quad_Graph } from 'n3'

export function byGraph(quads: Iterable<Quad>): (readonly [Quad_Graph, readonly Quad[]])[] {
  const graphs = new Map<string, readonly [Quad_Graph, Quad[]]>()
  for (const quad of quads) {
    const found = graphs.get(quad.graph.value)
    if (found) found[1].push(quad)
    else graphs.set(quad.graph.value, [quad.graph, [quad]])
  }
  return [...graphs.values()]
}
