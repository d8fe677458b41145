/** The drawing to take away: with what its shapes and lines mean, its title, its source and the day, as PNG at twice the size or as SVG. */

import { edgeKinds, nodeKinds } from '../model.js'
import { lineStyles, shapeOf } from './kinds.js'
import type { Pen } from './pen.js'
import { outline } from './outlines.js'
import { penOf } from './pen.js'
import { paintAbove, paintBelow, paintPoints } from './paint.js'
import { write } from './paint-names.js'
import type { Picture } from './picture.js'
import { svgPen } from './svg.js'
import { edgeNames, kindNames, language, say } from './words.js'

/** What is written below the drawing. */
export interface Caption {
  readonly title: string
  readonly source: string
  readonly day: Date
}

const footHeight = 92

export async function asPng(picture: Picture, caption: Caption): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  const scale = 2
  Object.assign(canvas, { width: picture.width * scale, height: (picture.height + footHeight) * scale })
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.scale(scale, scale)
  context.fillStyle = picture.colours.paper
  context.fillRect(0, 0, picture.width, picture.height + footHeight)
  paintAll(penOf(context), picture, caption)
  return new Promise(resolve => canvas.toBlob(resolve))
}

export function asSvg(picture: Picture, caption: Caption): string {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return ''
  const { pen, markup } = svgPen(context)
  paintAll(pen, picture, caption)
  const height = picture.height + footHeight
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${picture.width} ${height}" width="${picture.width}" height="${height}"><rect width="100%" height="100%" fill="${picture.colours.paper}"/>${markup()}</svg>\n`
}

function paintAll(pen: Pen, picture: Picture, caption: Caption): void {
  paintBelow(pen, picture)
  paintPoints(pen, picture)
  paintAbove(pen, picture)
  paintFoot(pen, picture, caption)
}

/** Legend of what is in the picture, then title, source and day. */
function paintFoot(pen: Pen, { points, lines, colours, width, height }: Picture, { title, source, day }: Caption): void {
  const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif'
  let [x, y] = [16, height + 18]
  const step = (name: string): void => {
    pen.font = `500 11px ${sans}`
    pen.textAlign = 'left'
    pen.textBaseline = 'middle'
    pen.fillStyle = colours.ink
    pen.fillText(name, x + 14, y)
    x += 14 + pen.measureText(name).width + 18
    if (x > width - 110) [x, y] = [16, y + 18]
  }
  for (const kind of nodeKinds) {
    if (!points.some(({ point }) => point.kind === kind)) continue
    outline(pen, shapeOf[kind], { x: x + 4, y }, 6)
    pen.fillStyle = colours.kinds[kind]
    pen.fill()
    step(kindNames[kind].one)
  }
  for (const kind of edgeKinds) {
    if (!lines.some(({ line }) => line.kind === kind && line.edge >= 0)) continue
    for (const shift of lineStyles[kind].isDouble === true ? [-1.5, 1.5] : [0]) {
      pen.beginPath()
      pen.moveTo(x - 6, y + shift)
      pen.lineTo(x + 10, y + shift)
      pen.setLineDash([...lineStyles[kind].dash])
      pen.strokeStyle = colours.edges[kind]
      pen.lineWidth = lineStyles[kind].width
      pen.stroke()
    }
    pen.setLineDash([])
    step(edgeNames[kind])
  }
  pen.font = `600 13px ${sans}`
  const cut = (text: string): string => (text.length > width / 7 ? `${text.slice(0, Math.floor(width / 7))}…` : text)
  write(pen, cut(title), width / 2, height + footHeight - 32, colours.ink, null)
  pen.font = `400 11px ${sans}`
  write(
    pen,
    cut([source, say.made, day.toLocaleDateString(language, { dateStyle: 'long' })].filter(Boolean).join(' · ')),
    width / 2,
    height + footHeight - 14,
    colours.muted,
    null,
  )
}
