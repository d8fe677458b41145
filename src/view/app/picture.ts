/**
 * What is in the picture, in pixels, and how each part looks at the moment: by its kind, by whether the article asserts it, and by what
 * is in focus. Drawn by paint.ts on a canvas, or as SVG.
 */

import type { Palette } from './colours.js'
import { blend } from './colours.js'
import type { SceneHull, SceneLine, ScenePoint } from './scene/scene.js'

export interface Place {
  readonly x: number
  readonly y: number
}

/** What is to be seen clearly; the rest fades. Keys of points and lines. */
export interface Focus {
  readonly points: ReadonlySet<string>
  readonly lines: ReadonlySet<string>
  readonly centre: string | null
}

export interface DrawnPoint {
  readonly point: ScenePoint
  readonly at: Place
  readonly radius: number
  readonly isFaded: boolean
  readonly isStrong: boolean
}
export interface DrawnLine {
  readonly line: SceneLine
  readonly from: Place
  readonly to: Place
  readonly startGap: number
  readonly endGap: number
  readonly isFaded: boolean
  readonly isStrong: boolean
}
export interface DrawnHull {
  readonly hull: SceneHull
  readonly at: Place
  readonly width: number
  readonly height: number
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly colours: Palette
  readonly hulls: readonly DrawnHull[]
  readonly lines: readonly DrawnLine[]
  readonly points: readonly DrawnPoint[]
}

export function isFaded(focus: Focus | null, key: string): boolean {
  return focus !== null && !focus.points.has(key)
}

/** Filled if the article asserts it; hollow, if it is said, planned or denied. */
export function pointColours(
  { kind, standing }: ScenePoint,
  colours: Palette,
  faded: boolean,
  isCentre: boolean,
): { fill: string; rim: string } {
  const own = kind === 'fold' ? colours.muted : colours.kinds[kind]
  const colour = faded ? blend(own, colours.paper, 0.25) : own
  if (standing !== 'asserted') return { fill: colours.paper, rim: colour }
  return { fill: colour, rim: isCentre ? colours.ink : colours.paper }
}

/** Strong in focus, faint outside of it; a list's word is grey. */
export function lineColour({ kind, isListed, isAsserted }: SceneLine, colours: Palette, isStrong: boolean, faded: boolean): string {
  const own = isListed ? colours.muted : colours.edges[kind]
  return blend(own, colours.paper, faded ? 0.16 : isStrong ? 1 : isAsserted ? 0.62 : 0.4)
}

/** The middle control point of a line that bends. */
export function bendOf({ line, from, to }: Pick<DrawnLine, 'line' | 'from' | 'to'>): Place {
  return { x: (from.x + to.x) / 2 + (to.y - from.y) * line.bend, y: (from.y + to.y) / 2 - (to.x - from.x) * line.bend }
}

/** Where the way from a hull's middle to a place leaves it. */
export function borderOf({ at, width, height }: DrawnHull, to: Place): Place {
  const [dx, dy] = [to.x - at.x, to.y - at.y]
  const share = Math.min(1, width / 2 / (Math.abs(dx) || 1e-9), height / 2 / (Math.abs(dy) || 1e-9))
  return { x: at.x + dx * share, y: at.y + dy * share }
}

/** The point at a share of the way along a line. */
export function along(drawn: Pick<DrawnLine, 'line' | 'from' | 'to'>, share: number): Place {
  const middle = bendOf(drawn)
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2]
  return { x: a * drawn.from.x + b * middle.x + c * drawn.to.x, y: a * drawn.from.y + b * middle.y + c * drawn.to.y }
}

/** The line that passes within some pixels of a place, the nearest. */
export function lineAt({ lines }: Picture, { x, y }: Place, within = 6): SceneLine | undefined {
  let [nearest, best]: [SceneLine | undefined, number] = [undefined, within]
  for (const drawn of lines) {
    if (drawn.isFaded) continue
    for (let step = 1; step < 24; step++) {
      const at = along(drawn, step / 24)
      const next = along(drawn, (step + 1) / 24)
      const distance = distanceToSegment({ x, y }, at, next)
      if (distance < best) [nearest, best] = [drawn.line, distance]
    }
  }
  return nearest
}

function distanceToSegment(p: Place, a: Place, b: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const share = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(p.x - a.x - share * dx, p.y - a.y - share * dy)
}

/** Where the number of statements without a line stands at a point. */
export function badgePlace({ at, radius }: DrawnPoint): Place {
  return { x: at.x + radius * 0.85 + 3, y: at.y - radius * 0.85 - 1 }
}
