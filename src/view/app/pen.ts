/** What draws: a canvas, or what writes SVG (svg.ts). */

/** What painting needs of a canvas. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'closePath'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
  | 'setLineDash'
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'globalAlpha'
> & { fill(): void; stroke(): void; icon(path: string): void }

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
