/** A pen that writes SVG: what is painted with it becomes paths and texts that a designer can go on with. */

import type { Pen } from './paint.js'

const precise = (value: number): string => String(Math.round(value * 100) / 100)

/** The pen, and what it has written. */
export function svgPen(measure: CanvasRenderingContext2D): { readonly pen: Pen; readonly markup: () => string } {
  const written: string[] = []
  let path = ''
  let dash: number[] = []
  let groups = 0
  const colour = (value: unknown): string => escaped(String(value))
  const pen: Pen = {
    fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, lineJoin: 'round', lineCap: 'butt', font: '', textAlign: 'center', textBaseline: 'middle', globalAlpha: 1,
    beginPath: () => { path = '' },
    moveTo: (x, y) => { path += `M${precise(x)} ${precise(y)}` },
    lineTo: (x, y) => { path += `L${precise(x)} ${precise(y)}` },
    quadraticCurveTo: (a, b, x, y) => { path += `Q${precise(a)} ${precise(b)} ${precise(x)} ${precise(y)}` },
    arc: (x, y, r) => { path += `M${precise(x - r)} ${precise(y)}a${precise(r)} ${precise(r)} 0 1 0 ${precise(2 * r)} 0a${precise(r)} ${precise(r)} 0 1 0 ${precise(-2 * r)} 0` },
    closePath: () => { path += 'Z' },
    setLineDash: lengths => { dash = [...lengths] },
    save: () => undefined,
    restore: () => {
      written.push('</g>'.repeat(groups))
      groups = 0
    },
    translate: (x, y) => open(`translate(${precise(x)} ${precise(y)})`),
    scale: x => open(`scale(${precise(x * 100) === '0' ? '0.01' : String(Math.round(x * 10_000) / 10_000)})`),
    fill: () => { written.push(`<path d="${path}" fill="${colour(pen.fillStyle)}"/>`) },
    stroke: () => { written.push(`<path d="${path}" fill="none" stroke="${colour(pen.strokeStyle)}" stroke-width="${precise(pen.lineWidth)}"${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''}/>`) },
    icon: icon => { written.push(`<path d="${icon}" fill="${colour(pen.fillStyle)}" fill-rule="evenodd"/>`) },
    strokeText: (text, x, y) => { written.push(textOf(text, x, y, `fill="none" stroke="${colour(pen.strokeStyle)}" stroke-width="${precise(pen.lineWidth)}" stroke-linejoin="round"`)) },
    fillText: (text, x, y) => { written.push(textOf(text, x, y, `fill="${colour(pen.fillStyle)}"`)) },
    measureText: text => {
      measure.font = pen.font
      return measure.measureText(text)
    },
  }
  const open = (transform: string): void => {
    groups++
    written.push(`<g transform="${transform}">`)
  }
  const textOf = (text: string, x: number, y: number, paint: string): string => {
    const [, style = '', weight = '', size = '12', family = ''] = /^(italic )?(\d+ )?([\d.]+)px (.*)$/.exec(pen.font) ?? []
    const anchor = pen.textAlign === 'left' ? 'start' : 'middle'
    return `<text x="${precise(x)}" y="${precise(y)}" text-anchor="${anchor}" dominant-baseline="central" font-family="${escaped(family)}" font-size="${size}"${weight ? ` font-weight="${weight.trim()}"` : ''}${style ? ' font-style="italic"' : ''} ${paint}>${escaped(text)}</text>`
  }
  return { pen, markup: () => written.join('') }
}

/** Whatever an article says stays text; what XML cannot hold is left out. */
export function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '').replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
