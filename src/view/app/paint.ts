/** Paints a picture with a pen, which is a canvas or writes SVG: hulls and lines below the points, icons, numbers and names above. */

import type { Pen } from './pen.js'
import { icons, lineStyles, shapeOf } from './kinds.js'

import type { Label } from './labels.js'
import { placeLabels } from './labels.js'
import type { DrawnHull, DrawnLine, DrawnPoint, Picture, Place } from './picture.js'
import { along, badgePlace, bendOf, lineColour, pointColours } from './picture.js'
import { blend } from './colours.js'
import { outline, rounded } from './outlines.js'
import { measureWith, paintLabel, boxOf, paintLineLabel, write, sans, paintTitle, titleBox } from './paint-names.js'

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
  const taken = [
    ...labels.map(boxOf),
    ...picture.hulls.map(({ at, width, height }) => ({
      left: at.x - width / 2,
      right: at.x + width / 2,
      top: at.y - height / 2,
      bottom: at.y + height / 2,
    })),
  ]
  for (const line of picture.lines) if (line.isStrong || (line.line.edge < 0 && !line.isFaded)) paintLineLabel(pen, line, picture, taken)
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
    const [dx, dy] = [(-(drawn.to.y - drawn.from.y) / length) * shift, ((drawn.to.x - drawn.from.x) / length) * shift]
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
    const scale = (radius * 1.1) / 24
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
