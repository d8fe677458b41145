/**
 * Somebody with all that he, she or it is tied to: one step away on a ring, by kind of line and time, each named; two or three steps
 * away placed by forces. `by` keeps only some relations.
 */

import type { Edge, Item } from '../items.js'
import type { State } from '../choices.js'
import { say } from '../words.js'
import type { Source } from './parts.js'
import { linesAmong, lineOf, pointOf, settled } from './parts.js'
import type { Scene } from './scene.js'
import { bendApart } from './scene.js'

/** What a relation is called in the list of them: "statement: about", "role", "relation: based in". */
export function relationName(edge: Edge, centre: number): string {
  return edge.kind === 'relation'
    ? `relation ${edge.label}`
    : edge.kind === 'statement' && edge.source !== centre
      ? 'statement from'
      : edge.kind
}

export function egoScene(centre: Item, { depth, by }: Pick<State, 'depth' | 'by'>, source: Source): Scene {
  const own = source.visible.edges.filter(edge => edge.source === centre.at || edge.target === centre.at)
  const chosen = own.filter(edge => by.length === 0 || by.includes(relationName(edge, centre.at)))
  const neighbours = [...new Set(chosen.flatMap(edge => (edge.source === centre.at ? edge.target : edge.source)))]
  return depth === 1 ? ring(centre, neighbours, chosen, source) : around(centre, neighbours, depth, source)
}

function ring(centre: Item, neighbours: readonly number[], edges: readonly Edge[], source: Source): Scene {
  const { graph, room } = source
  const kindOf = new Map(edges.map(edge => [edge.source === centre.at ? edge.target : edge.source, relationName(edge, centre.at)]))
  const sorted = neighbours.map(at => graph.items[at] as Item).sort((a, b) => b.weight - a.weight || a.at - b.at)
  const drawn = sorted
    .slice(0, capacity(room))
    .sort((a, b) => order(kindOf.get(a.at) ?? '', kindOf.get(b.at) ?? '') || order(a.from, b.from) || a.at - b.at)
  const scale = Math.min(1, Math.max(0.5, Math.min(room.width, room.height) / 420))
  const middle = pointOf(centre, source, true, scale)
  const points = drawn.map(item => pointOf(item, source, true, scale * (drawn.length > 14 ? 0.7 : 0.9)))
  const isTwofold = points.length > capacity(room) / 2
  Object.assign(middle, { x: room.width / 2, y: room.height / 2 - 8 })
  for (const [index, point] of points.entries()) {
    const angle = -Math.PI / 2 + ((index + 0.5) / points.length) * 2 * Math.PI
    const reach = isTwofold && index % 2 === 1 ? 0.6 : 1
    const [across, up] = [Math.min(room.width / 2 - 64, 420) * reach, Math.min(room.height / 2 - 36, 330) * reach]
    Object.assign(point, { x: room.width / 2 + Math.cos(angle) * across, y: room.height / 2 + Math.sin(angle) * up - 8 })
  }
  const shown = new Set([centre.at, ...drawn.map(item => item.at)])
  const lines = edges.filter(edge => shown.has(edge.source) && shown.has(edge.target)).map(lineOf)
  bendApart(lines)
  const hidden = neighbours.length - drawn.length
  return { name: `ego ${centre.at}`, points: [middle, ...points], lines, hulls: [], note: hidden > 0 ? say.foldedPoints(hidden) : '' }
}

/** Labels that find room on the ring and one inside it. */
function capacity({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.max(5, Math.min(40, Math.floor((width * height) / 11_000)))
}

function around(centre: Item, neighbours: readonly number[], depth: number, source: Source): Scene {
  const { graph, visible, room } = source
  const reached = new Set([centre.at, ...neighbours])
  const steps = new Map<number, number[]>()
  for (const { source: from, target } of visible.edges) {
    steps.set(from, [...(steps.get(from) ?? []), target])
    steps.set(target, [...(steps.get(target) ?? []), from])
  }
  let rim: readonly number[] = neighbours
  for (let step = 1; step < depth; step++) {
    rim = [...new Set(rim.flatMap(at => steps.get(at) ?? []))].filter(at => !reached.has(at))
    for (const at of rim) reached.add(at)
  }
  const near = new Set(neighbours)
  const sorted = [...reached]
    .map(at => graph.items[at] as Item)
    .sort(
      (a, b) =>
        Number(b.at === centre.at) - Number(a.at === centre.at) ||
        Number(near.has(b.at)) - Number(near.has(a.at)) ||
        b.weight - a.weight ||
        a.at - b.at,
    )
  const drawn = sorted.slice(0, Math.max(20, Math.min(90, Math.floor((room.width * room.height) / 6500))))
  const points = drawn.map((item, rank) => pointOf(item, source, rank < 12, 0.75))
  const note = sorted.length > drawn.length ? say.foldedPoints(sorted.length - drawn.length) : ''
  return settled(`ego ${centre.at} ${depth}`, points, linesAmong(new Set(drawn.map(item => item.at)), source), room, note)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
