/**
 * Nodes and edges in, positions and sizes out. Forces settle the points, then these are pushed apart until their labels
 * have room; what no claim ties to anything, "Helsinki" mentioned in passing, lies on a shelf below.
 */

import { settle } from './forces.js'
import { labelLines } from './label.js'
import type { UnplacedNode, ViewEdge, ViewNode } from './model.js'

interface Box { x: number; y: number; readonly width: number; readonly height: number }

/** Room for a point and its label before they are pushed apart, in pixels of a view that shows everything. */
const roomPerNode = 90 * 60
/** Screens are wider than high, and so are labels: both found by counting the labels that have room on real articles. */
const widening = 1.2
const levelness = 0.8

/** Gives each node its place and its size; units are about pixels. */
export function layOut(nodes: readonly UnplacedNode[], edges: readonly ViewEdge[]): ViewNode[] {
  const linked = linkedIds(nodes, edges)
  const sizes = sizesOf(nodes, edges)
  const settled = nodes.filter(node => linked.has(node.id) || node.kind === 'article')
  const boxes = boxesOf(settled, settle(settled, edges), sizes)
  spread([...boxes.values()])
  for (let pass = 0; pass < passesFor(boxes.size) && separate([...boxes.values()]); pass++);
  putOnShelf(nodes.filter(node => !boxes.has(node.id)), boxes)
  return nodes.map(node => {
    const { x, y } = boxes.get(node.id) ?? { x: 0, y: 0 }
    return Object.assign({}, node, { isLinked: linked.has(node.id), x: round(x), y: round(y), size: sizes.get(node.id) ?? 0 })
  })
}

/** Nodes that a claim ties to a node which is no article. */
function linkedIds(nodes: readonly UnplacedNode[], edges: readonly ViewEdge[]): ReadonlySet<string> {
  const articles = new Set(nodes.filter(node => node.kind === 'article').map(node => node.id))
  return new Set(edges.flatMap(({ source, target }) => articles.has(source) || articles.has(target) ? [] : [source, target]))
}

/** Radius in pixels: grows with the root of the number of claims that touch the node; large graphs have smaller points. */
function sizesOf(nodes: readonly UnplacedNode[], edges: readonly ViewEdge[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>()
  for (const { source, target, kind, claims } of edges) {
    if (kind === 'mention') continue
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + Math.max(1, claims.length))
  }
  const scale = Math.min(1, Math.max(0.4, (70 / nodes.length) ** 0.4))
  return new Map(nodes.map(({ id }) => [id, round(scale * Math.min(8.5 + 2.8 * Math.sqrt(degrees.get(id) ?? 0), 28))]))
}

/** The room that each point takes with its label; articles are hidden at first and get no more than their point. */
function boxesOf(nodes: readonly UnplacedNode[], places: readonly { x: number; y: number }[], sizes: ReadonlyMap<string, number>): Map<string, Box> {
  return new Map(nodes.map(({ id, kind, label }, index): [string, Box] => {
    const lines = kind === 'article' ? [] : labelLines(label)
    const across = 2 * (sizes.get(id) ?? 0)
    const { x, y } = places[index] ?? { x: 0, y: 0 }
    return [id, { x, y, width: Math.max(across, 6.4 * Math.max(0, ...lines.map(line => line.length))) + 14, height: across + 15 * lines.length + 12 }]
  }))
}

/** Scales to the room that the labels need; the longer axis lies level, as screens do, and stragglers come nearer. */
function spread(boxes: readonly Box[]): void {
  const size = boxes.length
  if (size < 2) return
  const middle = { x: sum(boxes.map(box => box.x)) / size, y: sum(boxes.map(box => box.y)) / size }
  const xx = sum(boxes.map(box => (box.x - middle.x) ** 2))
  const yy = sum(boxes.map(box => (box.y - middle.y) ** 2))
  const xy = sum(boxes.map(box => (box.x - middle.x) * (box.y - middle.y)))
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const scale = Math.sqrt(size * roomPerNode / Math.PI / 2) / (Math.sqrt((xx + yy) / size) || 1)
  const usual = Math.sqrt((xx + yy) / size) * 1.5
  for (const box of boxes) {
    const [x, y] = [box.x - middle.x, box.y - middle.y]
    const distance = Math.sqrt(x * x + y * y)
    const nearer = distance > usual ? (usual + (distance - usual) * 0.3) / distance : 1
    box.x = (x * cos + y * sin) * scale * nearer * widening
    box.y = (y * cos - x * sin) * scale * nearer / widening
  }
}

function passesFor(size: number): number {
  return size > 2000 ? 0 : size > 600 ? 20 : 200
}

/** One pass: each overlapping pair moves apart by half of what it lacks, the shorter way. */
function separate(boxes: readonly Box[]): boolean {
  let hasMoved = false
  for (const [index, a] of boxes.entries()) {
    for (let other = index + 1; other < boxes.length; other++) {
      const b = boxes[other] ?? a
      const x = (a.width + b.width) / 2 - Math.abs(a.x - b.x)
      const y = (a.height + b.height) / 2 - Math.abs(a.y - b.y)
      if (x <= 0.5 || y <= 0.5) continue
      hasMoved = true
      const axis = x * levelness < y ? 'x' : 'y'
      const step = (axis === 'x' ? x : y) / 2 * (a[axis] < b[axis] ? -1 : 1)
      a[axis] += step
      b[axis] -= step
    }
  }
  return hasMoved
}

/** Rows below everything, by kind and name. */
function putOnShelf(nodes: readonly UnplacedNode[], boxes: Map<string, Box>): void {
  const placed = [...boxes.values()]
  const left = placed.reduce((least, box) => Math.min(least, box.x), 0)
  const right = placed.reduce((most, box) => Math.max(most, box.x), 0)
  const bottom = placed.reduce((most, box) => Math.max(most, box.y), 0)
  const [width, height] = [150, 64]
  const columns = Math.max(1, Math.floor((right - left) / width) + 1, Math.ceil(Math.sqrt(nodes.length)))
  const sorted = [...nodes].sort((a, b) => order(a.kind, b.kind) || order(a.label, b.label) || order(a.id, b.id))
  for (const [index, { id }] of sorted.entries()) {
    boxes.set(id, { x: left + (index % columns) * width, y: bottom + (1.5 + Math.floor(index / columns)) * height, width, height })
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
