/** What of a scene is to be seen clearly: the selection with its lines; the rest fades. Without a selection, all. */

import type { NewsGraph } from './graph.js'
import type { Focus } from './picture.js'
import { keyOf } from './scene/parts.js'
import type { Scene } from './scene/scene.js'
import type { State } from './choices.js'

export function focusOf(scene: Scene, { item, edge, centre }: State, graph: NewsGraph | null): Focus | null {
  if (graph === null || scene.name === 'map') return null
  if (edge !== null) return ofLines(scene, line => line.edge === edge || (line.edge < 0 && isBetween(line, edge, graph)), null)
  if (item === null) return null
  const found = graph.item(item)
  if (found === undefined) return null
  if (graph.isNode(item)) {
    // On its own ring everything belongs to it.
    if ((scene.name.startsWith('ego') && centre === item && !scene.name.includes(' ', 5)) || scene.name.startsWith('path'))
      return {
        points: new Set(scene.points.map(({ key }) => key)),
        lines: new Set(scene.lines.map(({ key }) => key)),
        centre: keyOf(item),
      }
    const key = keyOf(item)
    if (!scene.points.some(point => point.key === key)) return null
    return ofLines(scene, ({ source, target }) => source === key || target === key, key)
  }
  const ends = new Set([item, ...found.sources, ...found.targets].map(keyOf))
  const focus = ofLines(
    scene,
    line =>
      line.edge >= 0
        ? graph.edges[line.edge]?.claims.includes(item) === true
        : line.source === keyOf(item) || line.target === keyOf(item),
    null,
  )
  const points = scene.points.filter(({ key }) => ends.has(key)).map(({ key }) => key)
  return points.length + focus.points.size === 0 ? null : { ...focus, points: new Set([...focus.points, ...points]) }
}

function isBetween({ source, target }: { source: string; target: string }, edge: number, graph: NewsGraph): boolean {
  const line = graph.edges[edge]
  return line !== undefined && source === keyOf(line.source) && target === keyOf(line.target)
}

function ofLines(scene: Scene, isIn: (line: Scene['lines'][number]) => boolean, centre: string | null): Focus {
  const lines = scene.lines.filter(isIn)
  return {
    points: new Set([...(centre === null ? [] : [centre]), ...lines.flatMap(({ source, target }) => [source, target])]),
    lines: new Set(lines.map(({ key }) => key)),
    centre,
  }
}
