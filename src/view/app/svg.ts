/** A pen that writes SVG: what is painted with it becomes paths and texts that a designer can go on with. */

import type { Pen } from './pen.js'

const precise = (value: number): string => String(Math.round(value * 100) / 100)

/** The pen, and what it has written. */
export function svgPen(measure: CanvasRenderingContext2D): { readonly pen: Pen; readonly markup: () => string } {
  const pen = new SvgPen(measure)
  return { pen, markup: () => pen.written.join('') }
}

class SvgPen implements Pen {
  readonly written: string[] = []
  fillStyle: Pen['fillStyle'] = '#000'
  strokeStyle: Pen['strokeStyle'] = '#000'
  lineWidth = 1
  lineJoin: CanvasLineJoin = 'round'
  lineCap: CanvasLineCap = 'butt'
  font = ''
  textAlign: CanvasTextAlign = 'center'
  textBaseline: CanvasTextBaseline = 'middle'
  globalAlpha = 1
  #path = ''
  #dash: readonly number[] = []
  #groups = 0

  constructor(private readonly measure: CanvasRenderingContext2D) {}

  beginPath(): void {
    this.#path = ''
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${precise(x)} ${precise(y)}`
  }

  lineTo(x: number, y: number): void {
    this.#path += `L${precise(x)} ${precise(y)}`
  }

  quadraticCurveTo(a: number, b: number, x: number, y: number): void {
    this.#path += `Q${precise(a)} ${precise(b)} ${precise(x)} ${precise(y)}`
  }

  /** Whole circles only. */
  arc(x: number, y: number, r: number): void {
    const half = `a${precise(r)} ${precise(r)} 0 1 0`
    this.#path += `M${precise(x - r)} ${precise(y)}${half} ${precise(2 * r)} 0${half} ${precise(-2 * r)} 0`
  }

  closePath(): void {
    this.#path += 'Z'
  }

  setLineDash(lengths: readonly number[]): void {
    this.#dash = lengths
  }

  save(): void {
    this.#groups = 0
  }

  restore(): void {
    this.written.push('</g>'.repeat(this.#groups))
    this.#groups = 0
  }

  translate(x: number, y: number): void {
    this.#open(`translate(${precise(x)} ${precise(y)})`)
  }

  scale(x: number): void {
    this.#open(`scale(${Math.round(x * 10_000) / 10_000})`)
  }

  fill(): void {
    this.written.push(`<path d="${this.#path}" fill="${escaped(String(this.fillStyle))}"/>`)
  }

  stroke(): void {
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.join(' ')}"` : ''
    this.written.push(`<path d="${this.#path}" fill="none" ${this.#strokePaint()}${dash}/>`)
  }

  icon(path: string): void {
    this.written.push(`<path d="${path}" fill="${escaped(String(this.fillStyle))}" fill-rule="evenodd"/>`)
  }

  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, `fill="none" ${this.#strokePaint()} stroke-linejoin="round"`)
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, `fill="${escaped(String(this.fillStyle))}"`)
  }

  measureText(text: string): TextMetrics {
    this.measure.font = this.font
    return this.measure.measureText(text)
  }

  #open(transform: string): void {
    this.#groups++
    this.written.push(`<g transform="${transform}">`)
  }

  #strokePaint(): string {
    return `stroke="${escaped(String(this.strokeStyle))}" stroke-width="${precise(this.lineWidth)}"`
  }

  #write(text: string, x: number, y: number, paint: string): void {
    const [, style = '', weight = '', size = '12', family = ''] = /^(italic )?(\d+ )?([\d.]+)px (.*)$/.exec(this.font) ?? []
    const font = `font-family="${escaped(family)}" font-size="${size}"${weight ? ` font-weight="${weight.trim()}"` : ''}`
    const place = `x="${precise(x)}" y="${precise(y)}" text-anchor="${this.textAlign === 'left' ? 'start' : 'middle'}"`
    const slant = style ? ' font-style="italic"' : ''
    this.written.push(`<text ${place} dominant-baseline="central" ${font}${slant} ${paint}>${escaped(text)}</text>`)
  }
}

/** Whatever an article says stays text; what XML cannot hold is left out. */
export function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
