/** Paints a picture with a pen, which is a canvas or writes SVG: hulls and lines below the points, icons, numbers and names above. */

import { icons, lineStyles, shapeOf } from './kinds.js'
import type { Shape } from './kinds.js'
import type { Label, LabelBox } from './labels.js'
import { lineHeight, placeLabels } from './labels.js'
import type { DrawnHull, DrawnLine, DrawnPoint, Picture, Place } from './picture.js'
import { along, badgePlace, bendOf, lineColour, pointColours } from './picture.js'
import { blend } from './colours.js'
import { say } from './words.js'

/** What painting needs of a canvas. */
export type Pen = Pick<CanvasRenderingContext2D,
  'beginPath' | 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'arc' | 'closePath' | 'fillText' | 'strokeText' | 'measureText' | 'setLineDash' | 'save' | 'restore' | 'translate' | 'scale'
  | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'lineCap' | 'font' | 'textAlign' | 'textBaseline' | 'globalAlpha'> & { fill(): void; stroke(): void; icon(path: string): void }

const sans = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif'
const serif = 'Charter, "Bitstream Charter", "Source Serif 4", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif'
const labelFont = (isBold: boolean): string => `${isBold ? 600 : 500} 12.5px ${sans}`

const paths = new Map<string, Path2D>()

/** A canvas as a pen. */
export function penOf(context: CanvasRenderingContext2D): Pen {
  return Object.assign(context, {
    icon(path: string) {
      const known = paths.get(path) ?? new Path2D(path)
      paths.set(path, known)
      context.fill(known, 'evenodd')
    },
  })
}

export function paintBelow(pen: Pen, picture: Picture): void {
  const isBundle = ({ line }: DrawnLine): boolean => line.key.startsWith('b')
  for (const line of picture.lines.filter(isBundle)) paintLine(pen, line, picture)
  for (const hull of picture.hulls) paintHull(pen, hull, picture)
  const lines = picture.lines.filter(line => !isBundle(line))
  for (const line of lines) if (line.isFaded) paintLine(pen, line, picture)
  for (const line of lines) if (!line.isFaded) paintLine(pen, line, picture)
}

export function paintAbove(pen: Pen, picture: Picture): readonly Label[] {
  for (const hull of picture.hulls) paintTitle(pen, hull, picture)
  for (const point of picture.points) paintSigns(pen, point, picture)
  const labels = placeLabels(picture, measureWith(pen), picture.hulls.map(titleBox))
  for (const label of labels) paintLabel(pen, label, picture)
  const taken = [...labels.map(boxOf), ...picture.hulls.map(({ at, width, height }) => ({ left: at.x - width / 2, right: at.x + width / 2, top: at.y - height / 2, bottom: at.y + height / 2 }))]
  for (const line of picture.lines) if (line.isStrong || line.line.edge < 0 && !line.isFaded) paintLineLabel(pen, line, picture, taken)
  return labels
}

/** Points as sigma draws them; for pictures that are taken away. */
export function paintPoints(pen: Pen, { points, colours }: Picture): void {
  for (const { point, at, radius, isFaded, isStrong } of points) {
    const { fill, rim } = pointColours(point, colours, isFaded, isStrong)
    pen.lineWidth = 2
    pen.fillStyle = fill
    pen.strokeStyle = rim
    pen.setLineDash([])
    const shape = point.kind === 'fold' ? 'circle' : shapeOf[point.kind]
    outline(pen, shape, at, radius - 1)
    pen.fill()
    pen.stroke()
    if (shape !== 'double') continue
    outline(pen, shape, at, radius - 5)
    pen.lineWidth = 1.2
    pen.stroke()
  }
}

/** Shapes as in shader.ts. */
export function outline(pen: Pen, shape: Shape, { x, y }: Place, r: number): void {
  const polygon = (...corners: readonly (readonly [number, number])[]): void => {
    for (const [index, [dx, dy]] of corners.entries()) if (index === 0) pen.moveTo(x + dx * r, y + dy * r)
    else pen.lineTo(x + dx * r, y + dy * r)
  }
  pen.beginPath()
  switch (shape) {
    case 'square': polygon([-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]); break
    case 'card': polygon([-0.74, -0.98], [0.74, -0.98], [0.74, 0.98], [-0.74, 0.98]); break
    case 'wide': polygon([-1.08, -0.74], [1.08, -0.74], [1.08, 0.74], [-1.08, 0.74]); break
    case 'diamond': polygon([0, -1.22], [1.22, 0], [0, 1.22], [-1.22, 0]); break
    case 'triangle': polygon([0, -1.07], [1.15, 0.9], [-1.15, 0.9]); break
    case 'rounded': rounded(pen, { x: x - 0.92 * r, y: y - 0.92 * r }, 1.84 * r, 1.84 * r, 0.4 * r); return
    default: pen.arc(x, y, Math.max(0.5, r), 0, 2 * Math.PI)
  }
  pen.closePath()
}

function rounded(pen: Pen, { x, y }: Place, width: number, height: number, corner: number): void {
  pen.moveTo(x + corner, y)
  pen.lineTo(x + width - corner, y)
  pen.quadraticCurveTo(x + width, y, x + width, y + corner)
  pen.lineTo(x + width, y + height - corner)
  pen.quadraticCurveTo(x + width, y + height, x + width - corner, y + height)
  pen.lineTo(x + corner, y + height)
  pen.quadraticCurveTo(x, y + height, x, y + height - corner)
  pen.lineTo(x, y + corner)
  pen.quadraticCurveTo(x, y, x + corner, y)
  pen.closePath()
}

function paintHull(pen: Pen, { at, width, height }: DrawnHull, { colours }: Picture): void {
  pen.setLineDash([])
  pen.beginPath()
  rounded(pen, { x: at.x - width / 2, y: at.y - height / 2 }, width, height, Math.min(26, height / 4))
  pen.fillStyle = colours.hull
  pen.fill()
  pen.lineWidth = 1
  pen.strokeStyle = colours.line
  pen.stroke()
}

function titleBox({ at, width, height }: DrawnHull): LabelBox {
  return { left: at.x - width / 2, right: at.x + width / 2, top: at.y - height / 2, bottom: at.y - height / 2 + 38 }
}

function paintTitle(pen: Pen, { hull, at, width, height }: DrawnHull, { colours }: Picture): void {
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

function paintLine(pen: Pen, drawn: DrawnLine, { colours }: Picture): void {
  const { line, isFaded, isStrong } = drawn
  const style = lineStyles[line.kind]
  const isBundle = line.edge < 0 && line.key.startsWith('b')
  const width = Math.min(isBundle ? 5 : 3, style.width + 0.5 * Math.log2(Math.max(1, line.claims)) + (isStrong ? 0.6 : 0))
  const colour = lineColour(line, colours, isStrong, isFaded)
  pen.strokeStyle = isBundle ? blend(colours.muted, colours.paper, 0.45) : colour
  pen.lineCap = 'butt'
  pen.setLineDash(line.isListed ? [1.5, 4] : [...style.dash])
  const curve = (shift: number, lineWidth: number): void => {
    const middle = bendOf(drawn)
    const length = Math.hypot(drawn.to.x - drawn.from.x, drawn.to.y - drawn.from.y) || 1
    const [dx, dy] = [-(drawn.to.y - drawn.from.y) / length * shift, (drawn.to.x - drawn.from.x) / length * shift]
    pen.lineWidth = lineWidth
    pen.beginPath()
    pen.moveTo(drawn.from.x + dx, drawn.from.y + dy)
    pen.quadraticCurveTo(middle.x + dx, middle.y + dy, drawn.to.x + dx, drawn.to.y + dy)
    pen.stroke()
  }
  if (style.isDouble === true && !isBundle && !line.isListed) {
    curve(-1.5, width * 0.8)
    curve(1.5, width * 0.8)
  } else curve(0, width)
  pen.setLineDash([])
  if (line.hasArrow) paintArrow(pen, drawn, String(pen.strokeStyle), 5.5 + width)
}

/** Its tip touches the border of the point. */
function paintArrow(pen: Pen, drawn: DrawnLine, colour: string, size: number): void {
  const length = Math.hypot(drawn.to.x - drawn.from.x, drawn.to.y - drawn.from.y)
  if (length < drawn.endGap + size) return
  const tip = along(drawn, 1 - drawn.endGap / length)
  const tail = along(drawn, 1 - (drawn.endGap + size) / length)
  const angle = Math.atan2(tip.y - tail.y, tip.x - tail.x)
  pen.beginPath()
  pen.moveTo(tip.x, tip.y)
  for (const turn of [2.72, -2.72]) pen.lineTo(tip.x + Math.cos(angle + turn) * size, tip.y + Math.sin(angle + turn) * size)
  pen.closePath()
  pen.fillStyle = colour
  pen.fill()
}

/** Icon, the number of statements without a line, and the stroke through what is denied. */
function paintSigns(pen: Pen, drawn: DrawnPoint, { colours }: Picture): void {
  const { point, at, radius, isFaded } = drawn
  if (isFaded) return
  if (radius >= 7 && point.kind !== 'fold') {
    const scale = radius * 1.1 / 24
    pen.save()
    pen.translate(at.x - 12 * scale, at.y - 12 * scale + (point.kind === 'event' ? radius * 0.22 : 0))
    pen.scale(point.kind === 'event' ? scale * 0.9 : scale, point.kind === 'event' ? scale * 0.9 : scale)
    pen.fillStyle = point.standing === 'asserted' ? colours.paper : colours.kinds[point.kind]
    pen.icon(icons[point.kind])
    pen.restore()
  }
  if (point.standing === 'denied') {
    pen.strokeStyle = point.kind === 'fold' ? colours.muted : colours.kinds[point.kind]
    pen.lineWidth = 2
    pen.beginPath()
    pen.moveTo(at.x - radius, at.y + radius)
    pen.lineTo(at.x + radius, at.y - radius)
    pen.stroke()
  }
  if (point.badge > 0) paintBadge(pen, badgePlace(drawn), String(point.badge), colours)
}

function paintBadge(pen: Pen, { x, y }: Place, text: string, colours: Picture['colours']): void {
  const half = 4.5 + text.length * 3
  pen.beginPath()
  rounded(pen, { x: x - half, y: y - 7.5 }, 2 * half, 15, 7.5)
  pen.fillStyle = colours.edges.statement
  pen.fill()
  pen.lineWidth = 1.5
  pen.strokeStyle = colours.paper
  pen.stroke()
  pen.font = `600 10px ${sans}`
  write(pen, text, x, y + 0.5, colours.paper, null)
}

/** Widths are remembered: measuring is what costs. */
const widths = new Map<string, number>()

function measureWith(pen: Pen): (text: string, isBold: boolean) => number {
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
  for (const [index, line] of lines.entries()) write(pen, line, left + width / 2, top + (index + 0.5) * lineHeight, colours.ink, colours.paper)
}

function boxOf({ left, top, width, lines }: Label): LabelBox {
  return { left, top, right: left + width, bottom: top + lines.length * lineHeight }
}

function paintLineLabel(pen: Pen, drawn: DrawnLine, { colours, points }: Picture, taken: LabelBox[]): void {
  const { line } = drawn
  pen.font = `italic 11.5px ${sans}`
  const width = pen.measureText(line.label).width
  if (line.kind === 'mention') return
  for (const share of [0.5, 0.38, 0.62]) {
    const { x, y } = along(drawn, share)
    const box = { left: x - width / 2 - 1, right: x + width / 2 + 1, top: y - 7, bottom: y + 7 }
    const isTaken = taken.some(other => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)
      || points.some(({ at, radius }) => Math.abs(at.x - x) < radius + width / 2 && Math.abs(at.y - y) < radius + 7)
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
  paintLabel(pen, { drawn: strong, lines, left, top: below + 20 > picture.height ? at.y - radius - 22 : below, width, isBold: true, leader: null }, picture)
}
