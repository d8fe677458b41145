/**
 * Nodes and edges in, positions and sizes out. ForceAtlas2 from starting points that are hashes of the ids, then points
 * are pushed apart until their labels have room. No chance is involved: the same graph gives the same bytes.
 */

import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { labelLines } from './label.js'
import type { ViewEdge, ViewNode } from './model.js'

type Unplaced = Omit<ViewNode, 'x' | 'y' | 'size'>
interface Box { x: number; y: number; readonly width: number; readonly height: number }

/** Ties of claims hold together; that an article mentions both is hardly a tie. */
const mentionWeight = 0.15
/** Room for a point and its label, in pixels of a view that shows everything. */
const roomPerNode = 90 * 60

/** Gives each node its place and its size; units are about pixels. */
export function layOut(nodes: readonly Unplaced[], edges: readonly ViewEdge[]): ViewNode[] {
  const sizes = sizesOf(nodes, edges)
  const boxes = settle(nodes, edges).map(({ x, y }, index): Box => {
    const lines = labelLines(nodes[index]?.label ?? '')
    const size = sizes[index] ?? 0
    return { x, y, width: Math.max(2 * size, 6.4 * Math.max(...lines.map(line => line.length))) + 14, height: 2 * size + 15 * lines.length + 12 }
  })
  spread(boxes)
  for (let pass = 0; pass < passesFor(boxes.length) && separate(boxes); pass++);
  return nodes.map((node, index) => ({ ...node, x: round(boxes[index]?.x ?? 0), y: round(boxes[index]?.y ?? 0), size: sizes[index] ?? 0 }))
}

/** Radius in pixels: grows with the root of the number of claims that touch the node; large graphs have smaller points. */
function sizesOf(nodes: readonly Unplaced[], edges: readonly ViewEdge[]): number[] {
  const degrees = new Map<string, number>()
  for (const { source, target, kind, claims } of edges) {
    if (kind === 'mention') continue
    for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + Math.max(1, claims.length))
  }
  const scale = Math.min(1, Math.max(0.4, (70 / nodes.length) ** 0.4))
  return nodes.map(({ id }) => round(scale * Math.min(8.5 + 2.8 * Math.sqrt(degrees.get(id) ?? 0), 28)))
}

function settle(nodes: readonly Unplaced[], edges: readonly ViewEdge[]): { x: number; y: number }[] {
  const graph = new Graph({ multi: false, type: 'undirected' })
  for (const { id } of nodes) graph.addNode(id, { x: hash(`x${id}`), y: hash(`y${id}`) })
  for (const { source, target, kind, claims } of edges) {
    const weight = kind === 'mention' ? mentionWeight : 1 + Math.min(claims.length, 4) / 4
    graph.updateEdge(source, target, attributes => ({ weight: Number(attributes['weight'] ?? 0) + weight }))
  }
  for (const { id, evidence } of nodes) {
    const article = evidence[0]?.article ?? id
    if (graph.degree(id) === 0 && article !== id && graph.hasNode(article)) graph.addEdge(id, article, { weight: mentionWeight })
  }
  if (nodes.length > 1) {
    const settings = { gravity: 3, scalingRatio: 10, edgeWeightInfluence: 1, slowDown: 6, barnesHutOptimize: nodes.length > 800 }
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

/** Scales to the room that the labels need; the longer axis lies level, as screens do, and stragglers come nearer. */
function spread(boxes: Box[]): void {
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
    box.x = (x * cos + y * sin) * scale * nearer
    box.y = (y * cos - x * sin) * scale * nearer
  }
}

function passesFor(size: number): number {
  return size > 2000 ? 0 : size > 600 ? 20 : 200
}

/** One pass: each overlapping pair moves apart by half of what it lacks, the shorter way. */
function separate(boxes: Box[]): boolean {
  let hasMoved = false
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const x = (a.width + b.width) / 2 - Math.abs(a.x - b.x)
      const y = (a.height + b.height) / 2 - Math.abs(a.y - b.y)
      if (x <= 0.5 || y <= 0.5) continue
      hasMoved = true
      const axis = x < y ? 'x' : 'y'
      const step = (axis === 'x' ? x : y) / 2 * (a[axis] < b[axis] ? -1 : 1)
      a[axis] += step
      b[axis] -= step
    }
  }
  return hasMoved
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
