/** Canvases as large as the stage, on every screen; and points that glide to their new places. */

import type Graph from 'graphology'
import type { Place } from './picture.js'
import type { Room } from './scene/scene.js'
import type { PointAttributes } from './shader.js'

/** A canvas that is as large as the stage, on every screen. */
export function layer(canvas: HTMLCanvasElement): (room: Room) => CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot draw on a canvas.')
  return ({ width, height }) => {
    const ratio = window.devicePixelRatio || 1
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== across || canvas.height !== down) Object.assign(canvas, { width: across, height: down })
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` })
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
    return context
  }
}

export function placesOf(graph: Graph<PointAttributes>): Map<string, Place> {
  return new Map(graph.mapNodes((key, { x, y }) => [key, { x, y }]))
}

/** Points that were there before glide to their new places; returns the number of the frame asked for. */
export function move(
  graph: Graph<PointAttributes>,
  before: ReadonlyMap<string, Place>,
  refresh: () => void,
  onFrame: (id: number) => void,
): number {
  const ends = placesOf(graph)
  const start = performance.now()
  const step = (now: number): void => {
    const share = Math.min(1, Math.max(0, (now - start) / 260))
    const eased = 1 - (1 - share) ** 3
    for (const [key, end] of ends) {
      const from = before.get(key) ?? end
      graph.mergeNodeAttributes(key, { x: from.x + (end.x - from.x) * eased, y: from.y + (end.y - from.y) * eased })
    }
    refresh()
    if (share < 1) onFrame(requestAnimationFrame(step))
  }
  return requestAnimationFrame(step)
}
