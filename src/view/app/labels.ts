/**
 * Finds a place for each name: below its point, or above, or beside it, where it covers neither a point nor another name. The main
 * points are always named, if need be at the end of a short line.
 */

import { labelLines } from '../label.js'
import type { DrawnPoint, Picture, Place } from './picture.js'

export interface Label {
  readonly drawn: DrawnPoint
  readonly lines: readonly string[]
  readonly left: number
  readonly top: number
  readonly width: number
  readonly isBold: boolean
  /** A line leads from the point to here. */
  readonly leader: Place | null
}

export interface LabelBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
type Measure = (text: string, isBold: boolean) => number

export const lineHeight = 15

/** Labels that have room, the most important first. */
export function placeLabels({ points, width, height }: Picture, measure: Measure, kept: readonly LabelBox[] = []): Label[] {
  const inSight = points.filter(({ at: { x, y }, radius }) => x > -radius && y > -radius && x < width + radius && y < height + radius)
  const discs = new Map(inSight.map(drawn => [drawn, discOf(drawn)]))
  const taken: LabelBox[] = [...kept, ...discs.values()]
  const labels: Label[] = []
  const ordered = inSight
    .filter(drawn => (!drawn.isFaded || drawn.point.isMain) && drawn.point.label !== '')
    .sort((a, b) => rank(b) - rank(a) || (a.point.key < b.point.key ? -1 : 1))
  for (const drawn of ordered) {
    const label = placeOne(drawn, measure, taken, discs.get(drawn), { width, height })
    if (label === undefined) continue
    labels.push(label)
    taken.push({ left: label.left, top: label.top, right: label.left + label.width, bottom: label.top + label.lines.length * lineHeight })
  }
  return labels
}

function rank({ radius, isStrong, isFaded, point }: DrawnPoint): number {
  return radius + (isStrong ? 1000 : isFaded ? -1000 : 0) + (point.isMain ? 100 : 0)
}

function discOf({ at: { x, y }, radius }: DrawnPoint): LabelBox {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}

function placeOne(
  drawn: DrawnPoint,
  measure: Measure,
  taken: readonly LabelBox[],
  own: LabelBox | undefined,
  room: { width: number; height: number },
): Label | undefined {
  const { point, at, radius, isStrong, isFaded } = drawn
  const { label, isMain } = point
  const isBold = isStrong || (radius > 15 && !isFaded)
  const lines = isStrong ? wholeLabel(label) : labelLines(label)
  const width = Math.max(...lines.map(line => measure(line, isBold))) + 4
  const height = lines.length * lineHeight
  const isFree = (place: Place): boolean => {
    const box = { left: place.x, top: place.y, right: place.x + width, bottom: place.y + height }
    return !taken.some(other => other !== own && isOver(box, other))
  }
  const isInside = ({ x, y }: Place): boolean => x >= -2 && y >= -2 && x + width <= room.width + 2 && y + height <= room.height + 2
  const sides: Place[] = [
    { x: at.x - width / 2, y: at.y + radius + 3 },
    { x: at.x + radius + 4, y: at.y - height / 2 },
    { x: at.x - radius - 4 - width, y: at.y - height / 2 },
    { x: at.x - width / 2, y: at.y - radius - 3 - height },
    { x: at.x + radius * 0.5, y: at.y + radius + 1 },
    { x: at.x - radius * 0.5 - width, y: at.y + radius + 1 },
  ]
  if (point.side !== undefined) sides.unshift(sides[point.side === 'right' ? 1 : 2] as Place)
  const made = (place: Place, leader: Place | null): Label => ({ drawn, lines, left: place.x, top: place.y, width, isBold, leader })
  const side = sides.find(place => isInside(place) && isFree(place))
  if (side !== undefined) return made(side, null)
  if ((!isMain || isFaded) && !isStrong) return undefined
  for (const reach of [26, 44, 66]) {
    for (let turn = 0; turn < 12; turn++) {
      const [x, y] = [
        at.x + Math.cos((turn / 6) * Math.PI) * (radius + reach + width / 4),
        at.y + Math.sin((turn / 6) * Math.PI) * (radius + reach),
      ]
      const place = { x: x - width / 2, y: y - height / 2 }
      if (isInside(place) && isFree(place)) return made(place, { x, y })
    }
  }
  const [below] = sides
  return below === undefined
    ? undefined
    : made({ x: Math.max(0, Math.min(room.width - width, below.x)), y: Math.min(room.height - height, below.y) }, null)
}

/** The label in focus is never shortened. */
function wholeLabel(label: string): string[] {
  const lines = ['']
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length > 30 && last !== '') lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`.trim()
  }
  return lines.slice(0, 4)
}

function isOver(a: LabelBox, b: LabelBox): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
