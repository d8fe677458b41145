/** Paints what can be read: names of points, titles of stories, what lines stand for. */

import type { Label, LabelBox } from './labels.js'
import { lineHeight } from './labels.js'
import type { DrawnHull, DrawnLine, DrawnPoint, Picture } from './picture.js'
import { along } from './picture.js'
import { say } from './words.js'
import type { Pen } from './pen.js'
import { penOf } from './pen.js'

export const sans = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif'

const serif = 'Charter, "Bitstream Charter", "Source Serif 4", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif'

const labelFont = (isBold: boolean): string => `${isBold ? 600 : 500} 12.5px ${sans}`

export function titleBox({ at, width, height }: DrawnHull): LabelBox {
  return { left: at.x - width / 2, right: at.x + width / 2, top: at.y - height / 2, bottom: at.y - height / 2 + 38 }
}

export function paintTitle(pen: Pen, { hull, at, width, height }: DrawnHull, { colours }: Picture): void {
  const top = at.y - height / 2
  const dates = [hull.dates, hull.more > 0 ? say.folded(hull.more) : ''].filter(Boolean).join('  ·  ')
  pen.font = `600 14px ${serif}`
  write(pen, fitted(pen, hull.title, width - 18), at.x, top + 17, colours.ink, null)
  pen.font = `500 11px ${sans}`
  write(pen, fitted(pen, dates, width - 18), at.x, top + 32, colours.muted, null)
}

function fitted(pen: Pen, text: string, width: number): string {
  let shown = text
  while (shown.length > 3 && pen.measureText(shown).width > width) shown = `${shown.replace(/…$/, '').slice(0, -2).trimEnd()}…`
  return shown
}

/** Widths are remembered: measuring is what costs. */
const widths = new Map<string, number>()

export function measureWith(pen: Pen): (text: string, isBold: boolean) => number {
  return (text, isBold) => {
    const key = `${isBold ? 'b' : ''}${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    pen.font = labelFont(isBold)
    const { width } = pen.measureText(text)
    widths.set(key, width)
    return width
  }
}

export function paintLabel(pen: Pen, { drawn, lines, left, top, width, isBold, leader }: Label, { colours }: Picture): void {
  if (leader !== null) {
    pen.beginPath()
    pen.moveTo(drawn.at.x, drawn.at.y)
    pen.lineTo(leader.x, leader.y)
    pen.lineWidth = 1
    pen.strokeStyle = colours.muted
    pen.stroke()
  }
  pen.font = labelFont(isBold)
  for (const [index, line] of lines.entries())
    write(pen, line, left + width / 2, top + (index + 0.5) * lineHeight, drawn.isFaded ? colours.muted : colours.ink, colours.paper)
}

export function boxOf({ left, top, width, lines }: Label): LabelBox {
  return { left, top, right: left + width, bottom: top + lines.length * lineHeight }
}

export function paintLineLabel(pen: Pen, drawn: DrawnLine, { colours, points }: Picture, taken: LabelBox[]): void {
  const { line } = drawn
  pen.font = `italic 11.5px ${sans}`
  const width = pen.measureText(line.label).width
  if (line.kind === 'mention') return
  for (const share of [0.5, 0.38, 0.62]) {
    const { x, y } = along(drawn, share)
    const box = { left: x - width / 2 - 1, right: x + width / 2 + 1, top: y - 7, bottom: y + 7 }
    const isTaken =
      taken.some(other => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top) ||
      points.some(({ at, radius }) => Math.abs(at.x - x) < radius + width / 2 && Math.abs(at.y - y) < radius + 7)
    if (isTaken) continue
    taken.push(box)
    write(pen, line.label, x, y, line.edge < 0 ? colours.muted : colours.edges[line.kind], colours.paper)
    return
  }
}

export function write(pen: Pen, text: string, x: number, y: number, ink: string, halo: string | null): void {
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  if (halo !== null) {
    pen.lineJoin = 'round'
    pen.lineWidth = 3.5
    pen.strokeStyle = halo
    pen.strokeText(text, x, y)
  }
  pen.fillStyle = ink
  pen.fillText(text, x, y)
}

/** A ring around the point, and its whole name if it does not stand there. */
export function paintRing(context: CanvasRenderingContext2D, drawn: DrawnPoint, picture: Picture, isNamed: boolean): void {
  const pen = penOf(context)
  const { at, radius } = drawn
  pen.beginPath()
  pen.arc(at.x, at.y, radius * 1.25 + 4, 0, 2 * Math.PI)
  pen.lineWidth = 2
  pen.strokeStyle = picture.colours.ink
  pen.stroke()
  if (isNamed) return
  const strong = { ...drawn, isStrong: true, isFaded: false }
  pen.font = '600 12.5px system-ui, sans-serif'
  const lines = [drawn.point.label]
  const width = Math.min(pen.measureText(drawn.point.label).width + 4, picture.width)
  const left = Math.max(2, Math.min(picture.width - width - 2, at.x - width / 2))
  const below = at.y + radius + 6
  paintLabel(
    pen,
    { drawn: strong, lines, left, top: below + 20 > picture.height ? at.y - radius - 22 : below, width, isBold: true, leader: null },
    picture,
  )
}
