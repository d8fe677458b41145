/**
 * Boxes and ties in, places out: forces settle them, then they are pushed apart until labels have room, then all is fitted into the
 * stage. Starting points are hashes of names: the same scene looks the same each time.
 */

import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { labelLines } from '../../label.js'
import type { Room, ScenePoint } from './scene.js'

/** What is placed: a point with its label, or a whole story. */
export interface Box {
  readonly key: string
  readonly width: number
  readonly height: number
  x: number
  y: number
}
export interface Tie {
  readonly source: string
  readonly target: string
  readonly weight: number
}

const characterWidth = 6.6
export const lineHeight = 15

/** The room that a point takes with its label below it. */
export function boxOf({ key, label, size, badge }: ScenePoint): Box {
  const lines = label === '' ? [] : labelLines(label)
  const across = 2 * size + (badge > 0 ? 10 : 0)
  const width = Math.max(across, characterWidth * Math.max(0, ...lines.map(line => line.length))) + 12
  return { key, x: 0, y: 0, width, height: across + lineHeight * lines.length + 10 }
}

/** Gives boxes their places around the origin. */
export function settle(boxes: readonly Box[], ties: readonly Tie[], room: Room): void {
  const graph = new Graph<{ x: number; y: number; size: number }, { weight: number }>({ multi: false, type: 'undirected' })
  for (const { key } of boxes) graph.addNode(key, { x: hash(`x${key}`), y: hash(`y${key}`), size: 1 })
  for (const { source, target, weight } of ties) {
    if (source !== target && graph.hasNode(source) && graph.hasNode(target))
      graph.updateEdge(source, target, ({ weight: known = 0 }) => ({ weight: known + weight }))
  }
  if (boxes.length > 1) {
    forceAtlas2.assign(graph, {
      iterations: boxes.length > 100 ? 250 : 400,
      settings: { gravity: 14, scalingRatio: 4, edgeWeightInfluence: 1, slowDown: 6, barnesHutOptimize: boxes.length > 300 },
    })
  }
  for (const box of boxes) Object.assign(box, { x: graph.getNodeAttribute(box.key, 'x'), y: graph.getNodeAttribute(box.key, 'y') })
  spread(boxes, room)
  const aspect = room.width / room.height
  for (let pass = 0; pass < 250 && separate(boxes, aspect); pass++);
}

/** Scales to the area that the boxes need, in the shape of the stage; stragglers come nearer. */
function spread(boxes: readonly Box[], room: Room): void {
  const count = boxes.length
  if (count < 2) return
  const [left, top] = [sum(boxes.map(box => box.x)) / count, sum(boxes.map(box => box.y)) / count]
  for (const box of boxes) Object.assign(box, { x: box.x - left, y: box.y - top })
  const [xx, yy, xy] = [sum(boxes.map(({ x }) => x * x)), sum(boxes.map(({ y }) => y * y)), sum(boxes.map(({ x, y }) => x * y))]
  const angle = Math.atan2(2 * xy, xx - yy) / 2 + (room.width < room.height ? Math.PI / 2 : 0)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const box of boxes) Object.assign(box, { x: box.x * cos + box.y * sin, y: box.y * cos - box.x * sin })
  const area = sum(boxes.map(box => box.width * box.height)) * 1.15
  const aspect = room.width / room.height
  const [wide, high] = [Math.sqrt(area * aspect), Math.sqrt(area / aspect)]
  const deviation = (axis: 'x' | 'y'): number => Math.sqrt(sum(boxes.map(box => box[axis] ** 2)) / count) || 1
  const [byX, byY] = [wide / deviation('x') / 3.6, high / deviation('y') / 3.6]
  for (const box of boxes) {
    box.x = nearer(box.x * byX, wide / 2)
    box.y = nearer(box.y * byY, high / 2)
  }
}

function nearer(value: number, usual: number): number {
  const distance = Math.abs(value)
  return distance <= usual ? value : Math.sign(value) * (usual + (distance - usual) * 0.25)
}

/** One pass: each overlapping pair moves apart by half of what it lacks, the way that suits the stage. */
function separate(boxes: readonly Box[], aspect: number): boolean {
  let hasMoved = false
  for (const [index, a] of boxes.entries()) {
    for (let other = index + 1; other < boxes.length; other++) {
      const b = boxes[other] as Box
      const x = (a.width + b.width) / 2 - Math.abs(a.x - b.x)
      const y = (a.height + b.height) / 2 - Math.abs(a.y - b.y)
      if (x <= 0.5 || y <= 0.5) continue
      hasMoved = true
      const axis = x / Math.max(1, aspect) < y ? 'x' : 'y'
      const step = ((axis === 'x' ? x : y) / 2) * (a[axis] < b[axis] || (a[axis] === b[axis] && a.key < b.key) ? -1 : 1)
      a[axis] += step
      b[axis] -= step
    }
  }
  return hasMoved
}

/** Puts boxes in rows, as a front page has them, near to where forces left them; false if the stage has no room. */
export function putInRows(boxes: readonly Box[], room: Room): boolean {
  const across = sum(boxes.map(box => box.width))
  for (let many = Math.max(1, Math.ceil(across / room.width)); many <= boxes.length; many++) {
    const rows = rowsOf(
      [...boxes].sort((a, b) => a.y - b.y || a.x - b.x),
      across / many,
      room.width,
    )
    const height = sum(rows.map(heightOf))
    if (height > room.height) return false
    if (rows.length > many && many < boxes.length) continue
    const between = (room.height - height) / (rows.length + 1)
    let top = between
    for (const row of rows) {
      alignRow(row, top, room.width)
      top += heightOf(row) + between
    }
    return true
  }
  return boxes.length === 0
}

function rowsOf(boxes: readonly Box[], usual: number, most: number): Box[][] {
  const rows: Box[][] = [[]]
  for (const box of boxes) {
    const row = rows.at(-1) as Box[]
    const width = sum(row.map(each => each.width))
    if (row.length > 0 && (width + box.width > most || width + box.width / 2 > usual)) rows.push([box])
    else row.push(box)
  }
  return rows
}

function heightOf(row: readonly Box[]): number {
  return Math.max(0, ...row.map(box => box.height))
}

/** From left to right as forces left them, with equal gaps. */
function alignRow(row: readonly Box[], top: number, width: number): void {
  const gap = (width - sum(row.map(box => box.width))) / (row.length + 1)
  let left = gap
  for (const box of [...row].sort((a, b) => a.x - b.x || (a.key < b.key ? -1 : 1))) {
    Object.assign(box, { x: left + box.width / 2, y: top + heightOf(row) / 2 })
    left += box.width + gap
  }
}

interface Extent {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function extentOf(boxes: readonly Box[]): Extent {
  const [left, right] = [Math.min(...boxes.map(box => box.x - box.width / 2)), Math.max(...boxes.map(box => box.x + box.width / 2))]
  const [top, bottom] = [Math.min(...boxes.map(box => box.y - box.height / 2)), Math.max(...boxes.map(box => box.y + box.height / 2))]
  return boxes.length === 0 ? { left: 0, top: 0, width: 0, height: 0 } : { left, top, width: right - left, height: bottom - top }
}

/** How to move and scale all so that it lies in the middle of the stage; small graphs are not blown up much. */
export function fit(boxes: readonly Box[], room: Room, padding = 16): (place: { x: number; y: number }) => { x: number; y: number } {
  const { left, top, width, height } = extentOf(boxes)
  const most = 1.7
  const [byX, byY] = [
    Math.min(most, (room.width - 2 * padding) / (width || 1)),
    Math.min(most, (room.height - 2 * padding) / (height || 1)),
  ]
  return ({ x, y }) => ({ x: room.width / 2 + (x - left - width / 2) * byX, y: room.height / 2 + (y - top - height / 2) * byY })
}

/** FNV-1a, as a number between -100 and 100. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (((value ^ (value >>> 13)) >>> 0) / 0xffffffff) * 200 - 100
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
