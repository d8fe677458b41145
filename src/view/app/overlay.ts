/**
 * Writes over the drawing: the icon in each point, its label below it, and what the lines in focus stand for. Labels never
 * overlap, nor cover a larger point: the larger point's label wins, the others show when there is room.
 */

import { labelLines } from '../label.js'
import type { ViewEdge, ViewNode } from '../model.js'
import { kinds } from './kinds.js'
import type { Palette } from './theme.js'

interface Point { readonly x: number; readonly y: number }
interface DrawnNode { readonly node: ViewNode; readonly at: Point; readonly radius: number; readonly isFaded: boolean; readonly isStrong: boolean }
interface DrawnEdge { readonly edge: ViewEdge; readonly curvature: number; readonly from: Point; readonly to: Point }

/** All that is in the picture, in pixels. */
export interface Picture {
  readonly size: { readonly width: number; readonly height: number }
  readonly colours: Palette
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
}

interface Box { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const lineHeight = 15
const sans = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif'

export function makeOverlay(canvas: HTMLCanvasElement): { draw(picture: Picture): void } {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot draw on a canvas.')
  return {
    draw(picture) {
      const ratio = window.devicePixelRatio || 1
      canvas.width = Math.round(picture.size.width * ratio)
      canvas.height = Math.round(picture.size.height * ratio)
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      const inSight = picture.nodes.filter(({ at: { x, y }, radius }) => x > -radius && y > -radius && x < picture.size.width + radius && y < picture.size.height + radius)
      for (const drawn of inSight) drawIcon(context, drawn, picture.colours)
      const taken: Box[] = []
      const order = [...inSight].sort((a, b) => rank(b) - rank(a) || (a.node.id < b.node.id ? -1 : 1))
      for (const drawn of order) drawLabel(context, drawn, picture.colours, taken)
      for (const drawn of picture.edges) drawEdgeLabel(context, drawn, picture.colours, taken)
    },
  }
}

function rank({ radius, isFaded, isStrong }: DrawnNode): number {
  return radius + (isStrong ? 1000 : isFaded ? -1000 : 0)
}

const paths = new Map<string, Path2D>()

function drawIcon(context: CanvasRenderingContext2D, { at: { x, y }, radius, node, isFaded }: DrawnNode, colours: Palette): void {
  if (radius < 6 || isFaded) return
  const { icon } = kinds[node.kind]
  const path = paths.get(icon) ?? new Path2D(icon)
  paths.set(icon, path)
  const scale = radius * 1.15 / 24
  context.save()
  context.translate(x - 12 * scale, y - 12 * scale)
  context.scale(scale, scale)
  context.fillStyle = node.isAsserted ? colours.paper : colours.kinds[node.kind]
  context.fill(path, 'evenodd')
  context.restore()
}

function drawLabel(context: CanvasRenderingContext2D, { at: { x, y }, radius, node, isFaded, isStrong }: DrawnNode, colours: Palette, taken: Box[]): void {
  if (isFaded) return
  const lines = isStrong ? wholeLabel(node.label) : labelLines(node.label)
  context.font = `${isStrong || radius > 15 ? 600 : 500} 12.5px ${sans}`
  const width = Math.max(...lines.map(line => context.measureText(line).width))
  const top = y + radius + 3
  const box = { left: x - width / 2 - 2, right: x + width / 2 + 2, top: top + 1, bottom: top + lines.length * lineHeight }
  const disc = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
  const hasRoom = isStrong || !taken.some(other => isOver(box, other))
  taken.push(disc)
  if (!hasRoom) return
  taken.push(box)
  for (const [index, line] of lines.entries()) write(context, line, x, top + (index + 0.5) * lineHeight, colours.ink, colours.paper)
}

/** The label in focus is never shortened. */
function wholeLabel(label: string): string[] {
  const lines = ['']
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length > 30 && last !== '') lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`.trim()
  }
  return lines.slice(0, 6)
}

/** Halfway along the line or its curve. */
function drawEdgeLabel(context: CanvasRenderingContext2D, { edge, curvature, from, to }: DrawnEdge, colours: Palette, taken: Box[]): void {
  const x = (from.x + to.x) / 2 + (to.y - from.y) * curvature / 2
  const y = (from.y + to.y) / 2 - (to.x - from.x) * curvature / 2
  context.font = `italic 11.5px ${sans}`
  const width = context.measureText(edge.label).width
  const box = { left: x - width / 2 - 1, right: x + width / 2 + 1, top: y - 7, bottom: y + 7 }
  if (edge.kind === 'mention' || taken.some(other => isOver(box, other))) return
  taken.push(box)
  write(context, edge.label, x, y, colours.edges[edge.kind], colours.paper)
}

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, ink: string, halo: string): void {
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = 4
  context.strokeStyle = halo
  context.strokeText(text, x, y)
  context.fillStyle = ink
  context.fillText(text, x, y)
}

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
