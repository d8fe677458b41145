/** Outlines of the shapes, as a pen draws them; the same as in shader.ts. */

import type { Shape } from './kinds.js'
import type { Place } from './picture.js'
import type { Pen } from './pen.js'

/** Shapes as in shader.ts. */
export function outline(pen: Pen, shape: Shape, { x, y }: Place, r: number): void {
  const polygon = (...corners: readonly (readonly [number, number])[]): void => {
    for (const [index, [dx, dy]] of corners.entries())
      if (index === 0) pen.moveTo(x + dx * r, y + dy * r)
      else pen.lineTo(x + dx * r, y + dy * r)
  }
  pen.beginPath()
  switch (shape) {
    case 'square':
      polygon([-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88])
      break
    case 'card':
      polygon([-0.74, -0.98], [0.74, -0.98], [0.74, 0.98], [-0.74, 0.98])
      break
    case 'wide':
      polygon([-1.08, -0.74], [1.08, -0.74], [1.08, 0.74], [-1.08, 0.74])
      break
    case 'diamond':
      polygon([0, -1.22], [1.22, 0], [0, 1.22], [-1.22, 0])
      break
    case 'triangle':
      polygon([0, -1.07], [1.15, 0.9], [-1.15, 0.9])
      break
    case 'rounded':
      rounded(pen, { x: x - 0.92 * r, y: y - 0.92 * r }, 1.84 * r, 1.84 * r, 0.4 * r)
      return
    default:
      pen.arc(x, y, Math.max(0.5, r), 0, 2 * Math.PI)
  }
  pen.closePath()
}

export function rounded(pen: Pen, { x, y }: Place, width: number, height: number, corner: number): void {
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
