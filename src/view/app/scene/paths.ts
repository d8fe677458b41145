/**
 * What connects two: up to three shortest ways over lines of claims, told one after another by the reader and drawn from left to right.
 * A line that no article's words stand for costs more than three that have them.
 */

import type { Edge, Item } from '../items.js'
import type { Visible } from '../visible.js'
import type { Source } from './parts.js'
import { lineOf, pointOf } from './parts.js'
import type { Scene, ScenePoint } from './scene.js'
import { bendApart } from './scene.js'

/** A way from one to the other: the lines in order. */
export type Path = readonly Edge[]

const most = 3

function costOf({ claims, kind, isAsserted }: Edge): number {
  return kind === 'mention' ? 6 : claims.length === 0 ? 4 : isAsserted ? 1 : 1.3
}

/** The shortest first; each further one avoids the lines of those before. */
export function pathsBetween(from: number, to: number, { edges }: Visible): Path[] {
  const linesOf = new Map<number, Edge[]>()
  for (const edge of edges) {
    for (const end of [edge.source, edge.target]) {
      const known = linesOf.get(end)
      if (known === undefined) linesOf.set(end, [edge])
      else known.push(edge)
    }
  }
  const used = new Map<number, number>()
  const paths: Path[] = []
  for (let tries = 0; tries < 6 && paths.length < most; tries++) {
    const path = cheapest(from, to, linesOf, edge => costOf(edge) + 3 * (used.get(edge.at) ?? 0))
    if (path.length === 0) break
    for (const { at } of path) used.set(at, (used.get(at) ?? 0) + 1)
    const name = stopsOf(path, from).join()
    if (!paths.some(other => stopsOf(other, from).join() === name)) paths.push(path)
  }
  return paths
}

/** Dijkstra's way, with a list of what is open kept in order; empty where there is none. */
function cheapest(from: number, to: number, linesOf: ReadonlyMap<number, readonly Edge[]>, cost: (edge: Edge) => number): Path {
  const reached = new Map<number, { cost: number; by?: Edge; before?: number }>([[from, { cost: 0 }]])
  const buckets: number[][] = [[from]]
  const done = new Set<number>()
  for (let at = 0; at < buckets.length && at < 400; at++) {
    for (const node of buckets[at] ?? []) {
      if (done.has(node)) continue
      done.add(node)
      if (node === to) return trace(to, reached)
      const here = reached.get(node)?.cost ?? 0
      for (const edge of linesOf.get(node) ?? []) {
        const next = edge.source === node ? edge.target : edge.source
        const total = here + cost(edge)
        if (total >= (reached.get(next)?.cost ?? Infinity)) continue
        reached.set(next, { cost: total, by: edge, before: node })
        // Costs are tenths: the bucket is the cost.
        const bucket = Math.round(total * 10)
        while (buckets.length <= bucket) buckets.push([])
        buckets[bucket]?.push(next)
      }
    }
  }
  return []
}

function trace(to: number, reached: ReadonlyMap<number, { by?: Edge; before?: number }>): Path {
  const path: Edge[] = []
  for (let step = reached.get(to); step?.by !== undefined; step = reached.get(step.before ?? -1)) path.unshift(step.by)
  return path
}

/** The points on the way, both ends included. */
export function stopsOf(path: Path, from: number): number[] {
  const stops = [from]
  for (const { source, target } of path) stops.push(source === stops.at(-1) ? target : source)
  return stops
}

export function pathScene(from: Item, to: Item, paths: readonly Path[], source: Source): Scene {
  const { graph, room } = source
  const columns = new Map<number, number>([
    [from.at, 0],
    [to.at, 1],
  ])
  for (const path of paths) {
    const stops = stopsOf(path, from.at)
    for (const [index, stop] of stops.entries()) if (!columns.has(stop)) columns.set(stop, index / (stops.length - 1))
  }
  const points = [...columns.keys()].map(at => pointOf(graph.items[at] as Item, source, true))
  for (const point of points) {
    const lane = paths.findIndex(path => stopsOf(path, from.at).includes(point.item))
    Object.assign(point, placeOf(columns.get(point.item) ?? 0, lane, paths.length, room, point.item === from.at || point.item === to.at))
  }
  const lines = [...new Set(paths.flat())].map(lineOf)
  bendApart(lines)
  return { name: `path ${from.at} ${to.at}`, points, lines, hulls: [], note: '' }
}

/** On an upright stage the way leads down. */
function placeOf(
  column: number,
  lane: number,
  lanes: number,
  { width, height }: Source['room'],
  isEnd: boolean,
): Pick<ScenePoint, 'x' | 'y'> {
  const [along, across] = [0.1 + column * 0.8, isEnd ? 0.5 : lanes < 2 ? 0.5 : 0.2 + (lane / (lanes - 1)) * 0.6]
  return width >= height ? { x: along * width, y: across * height } : { x: across * width, y: along * height }
}
