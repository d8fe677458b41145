/** Items and lines of the graph as points and lines of a scene; what all scenes share. */

import { corrected, nameOf } from '../corrections.js'
import type { Edge, Item } from '../items.js'
import type { NewsGraph } from '../graph.js'
import type { Visible } from '../visible.js'
import type { Box, Tie } from './place.js'
import { boxOf, fit, settle } from './place.js'
import type { Room, Scene, SceneLine, ScenePoint } from './scene.js'
import { bendApart, sizeOf } from './scene.js'

/** What a scene is made from. */
export interface Source {
  readonly graph: NewsGraph
  readonly visible: Visible
  readonly room: Room
}

export const keyOf = (item: number): string => `n${item}`

/** The item as a point; `scale` is for crowded scenes. */
export function pointOf(item: Item, { graph, visible }: Source, isMain = false, scale = 1): ScenePoint {
  return {
    key: keyOf(item.at),
    item: item.at,
    kind: graph.isNode(item.at) ? (item.kind as ScenePoint['kind']) : 'statement',
    label: nameOf(item),
    size: sizeOf(item.weight, scale),
    standing: item.standing,
    badge: unlined(item, graph, visible),
    isMain,
    story: item.story,
    x: 0,
    y: 0,
  }
}

/** Visible statements of a speaker that are about nobody known, and so have no line. */
function unlined(item: Item, graph: NewsGraph, visible: Visible): number {
  const { dropped } = corrected.value
  return graph
    .namingsOf(item.at)
    .filter(
      each =>
        each.kind === 'statement' &&
        !graph.isLined(each.at) &&
        each.sources.includes(item.at) &&
        visible.claims.has(each.at) &&
        !dropped.has(each.at),
    ).length
}

export function lineOf({ at, source, target, kind, label, claims, isAsserted, basis }: Edge): SceneLine {
  const hasArrow = kind !== 'participation' && kind !== 'mention'
  return {
    key: `e${at}`,
    source: keyOf(source),
    target: keyOf(target),
    kind,
    label,
    edge: at,
    claims: claims.length,
    isAsserted,
    isListed: basis === 'list',
    hasArrow,
    bend: 0,
  }
}

/** The ten with most claims are always named. */
export function mainOf(items: readonly Item[]): ReadonlySet<number> {
  const named = items.filter(item => item.kind !== 'event' && item.kind !== 'article')
  return new Set(
    [...named]
      .sort((a, b) => b.weight - a.weight || a.at - b.at)
      .slice(0, 10)
      .map(item => item.at),
  )
}

/** Claims hold points together; mentions hardly. */
export function tieOf({ source, target, kind, claims }: SceneLine): Tie {
  return { source, target, weight: kind === 'mention' ? 0.15 : 1 + Math.min(Math.max(0, claims - 1), 4) / 4 }
}

/** A scene of points that forces place. */
export function settled(name: string, points: readonly ScenePoint[], lines: readonly SceneLine[], room: Room, note = ''): Scene {
  const boxes = points.map(boxOf)
  settle(boxes, lines.map(tieOf), room)
  put(points, boxes, room)
  bendApart(lines)
  return { name, points, lines, hulls: [], note }
}

/** Gives points the places of their boxes, fitted to the stage. The label hangs below: the point stands above the middle of its box. */
export function put(points: readonly ScenePoint[], boxes: readonly Box[], room: Room): void {
  const fitted = fit(boxes, room)
  for (const [index, point] of points.entries()) {
    const box = boxes[index]
    if (box === undefined) continue
    const { x, y } = fitted(box)
    Object.assign(point, { x, y: y - box.height / 2 + point.size + 5 })
  }
}

/** Lines of the visible set between the points of a scene. */
export function linesAmong(points: ReadonlySet<number>, { visible }: Source): SceneLine[] {
  return visible.edges.filter(({ source, target }) => points.has(source) && points.has(target)).map(lineOf)
}
