/**
 * Draws a scene; the only module that knows sigma. Sigma moves the camera, draws the points and finds the one that is pointed at; lines and
 * hulls lie on a canvas below the points, names and icons on one above, what is hovered on one of its own. Throws without WebGL.
 */

import Graph from 'graphology'
import Sigma from 'sigma'
import { shapeOf, shapes } from './kinds.js'
import { paintAbove, paintBelow, paintLabel, penOf } from './paint.js'
import type { DrawnPoint, Focus, Picture, Place } from './picture.js'
import { badgePlace, borderOf, isFaded, lineAt, pointColours } from './picture.js'
import type { Room, Scene, SceneLine, ScenePoint } from './scene/scene.js'
import { emptyScene } from './scene/scene.js'
import type { PointAttributes } from './shader.js'
import { ShapeProgram } from './shader.js'
import type { Palette } from './colours.js'
import { isMotionReduced } from './theme.js'

export interface Drawing {
  /** Draws a scene; the camera goes back to all of it unless the scene is the same, seen anew. */
  show(scene: Scene, focus: Focus | null, room: Room): void
  recolour(colours: Palette): void
  /** Marks the point that the keyboard is at. */
  point(key: string | null): void
  /** Moves the camera if the point is out of sight. */
  bringIntoSight(key: string): void
  zoom(direction: 'in' | 'out' | 'all'): void
  /** What is to be seen now. */
  picture(): Picture
  end(): void
}

export interface Clicks {
  onPoint(point: ScenePoint, isPin: boolean): void
  onLine(line: SceneLine): void
  onStory(story: number): void
  onBadge(point: ScenePoint): void
  onStage(): void
}


const settings = {
  renderLabels: false, renderEdgeLabels: false, allowInvalidContainer: true, zIndex: true, stagePadding: 0, minCameraRatio: 0.08, maxCameraRatio: 2.5,
  defaultNodeType: 'shape', nodeProgramClasses: { shape: ShapeProgram }, defaultDrawNodeHover: () => undefined,
}

/** A canvas that is as large as the stage, on every screen. */
function layer(canvas: HTMLCanvasElement): (room: Room) => CanvasRenderingContext2D {
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

export function draw(container: HTMLElement, colours: Palette, clicks: Clicks): Drawing {
  const graph = new Graph<PointAttributes>()
  const sigma: Sigma<PointAttributes> = new Sigma<PointAttributes>(graph, container, settings)
  const below = layer(sigma.createCanvas('lines', { beforeLayer: 'nodes' }))
  const above = layer(sigma.createCanvas('names', { beforeLayer: 'mouse' }))
  const top = layer(sigma.createCanvas('pointed', { beforeLayer: 'mouse' }))
  let [scene, focus, room, palette]: [Scene, Focus | null, Room, Palette] = [emptyScene, null, { width: 0, height: 0 }, colours]
  let pointed: string | null = null
  let last: Picture | undefined
  /** Points whose whole name can be read. */
  let named: ReadonlySet<string> = new Set()
  let tween = 0

  const pictureNow = (): Picture => last ??= pictureOf(scene, focus, room, palette, sigma)
  const paintPointed = (): void => {
    const context = top(room)
    const drawn = pointed === null ? undefined : pictureNow().points.find(({ point }) => point.key === pointed)
    if (drawn !== undefined) paintRing(context, drawn, pictureNow(), named.has(drawn.point.key))
  }
  sigma.on('afterRender', () => {
    last = undefined
    paintBelow(penOf(below(room)), pictureNow())
    named = new Set(paintAbove(penOf(above(room)), pictureNow()).filter(({ lines, drawn }) => lines.join(' ') === drawn.point.label).map(({ drawn }) => drawn.point.key))
    paintPointed()
  })
  const recolourPoints = (): void => {
    for (const point of scene.points) {
      const faded = isFaded(focus, point.key)
      const { fill, rim } = pointColours(point, palette, faded, point.key === focus?.centre)
      graph.mergeNodeAttributes(point.key, { color: fill, rim, zIndex: faded ? 0 : 1, size: point.size + (point.key === focus?.centre ? 3 : 0) })
    }
  }
  const point = (key: string | null): void => {
    if (pointed === key) return
    pointed = key
    paintPointed()
  }
  listen(sigma, container, clicks, () => ({ scene, picture: pictureNow() }), point)

  return {
    point, picture: pictureNow,
    show(next, nextFocus, nextRoom) {
      const isNew = next.name !== scene.name
      const hasMoved = next !== scene || nextRoom.width !== room.width || nextRoom.height !== room.height
      const before = placesOf(graph)
      ;[scene, focus, room] = [next, nextFocus, nextRoom]
      if (hasMoved) {
        cancelAnimationFrame(tween)
        graph.clear()
        for (const { key, x, y, size, kind } of scene.points) {
          graph.addNode(key, { x, y: -y, size, color: '#000000', rim: '#000000', shape: shapes.indexOf(kind === 'fold' ? 'circle' : shapeOf[kind]), zIndex: 0 })
        }
        sigma.resize(true)
        sigma.setCustomBBox({ x: [0, room.width], y: [-room.height, 0] })
        if (isNew) sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 })
      }
      recolourPoints()
      if (hasMoved && isNew && before.size > 0 && !isMotionReduced()) tween = move(graph, before, () => sigma.refresh(), id => { tween = id })
      else sigma.refresh()
    },
    recolour(next) {
      palette = next
      recolourPoints()
      sigma.refresh()
    },
    bringIntoSight: key => bringIntoSight(sigma, key, room),
    zoom(direction) {
      const camera = sigma.getCamera()
      const options = { duration: isMotionReduced() ? 0 : 200 }
      void (direction === 'in' ? camera.animatedZoom(options) : direction === 'out' ? camera.animatedUnzoom(options) : camera.animatedReset(options))
    },
    end: () => sigma.kill(),
  }
}

function placesOf(graph: Graph<PointAttributes>): Map<string, Place> {
  return new Map(graph.mapNodes((key, { x, y }) => [key, { x, y }]))
}

/** Points that were there before glide to their new places; returns the number of the frame asked for. */
function move(graph: Graph<PointAttributes>, before: ReadonlyMap<string, Place>, refresh: () => void, onFrame: (id: number) => void): number {
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

function pictureOf({ points, lines, hulls }: Scene, focus: Focus | null, { width, height }: Room, colours: Palette, sigma: Sigma<PointAttributes>): Picture {
  const graph = sigma.getGraph()
  const scale = 1 / sigma.getCamera().ratio
  const placeOf = (key: string): Place => sigma.graphToViewport(graph.getNodeAttributes(key))
  const drawnPoints = points.map((point): DrawnPoint => ({
    point, at: placeOf(point.key), radius: sigma.scaleSize(graph.getNodeAttribute(point.key, 'size')), isFaded: isFaded(focus, point.key), isStrong: point.key === focus?.centre,
  }))
  const byKey = new Map(drawnPoints.map(drawn => [drawn.point.key, { at: drawn.at, gap: drawn.radius }]))
  const drawnHulls = hulls.map(hull => ({ hull, at: sigma.graphToViewport({ x: hull.x, y: -hull.y }), width: hull.width * scale, height: hull.height * scale }))
  const hullsByKey = new Map(drawnHulls.map(drawn => [`h${drawn.hull.story}`, drawn]))
  return {
    width, height, colours, points: drawnPoints, hulls: drawnHulls,
    lines: lines.flatMap(line => {
      const [one, other] = [hullsByKey.get(line.source), hullsByKey.get(line.target)]
      if (one !== undefined && other !== undefined) return [{ line, from: borderOf(one, other.at), to: borderOf(other, one.at), startGap: 0, endGap: 0, isStrong: false, isFaded: false }]
      const [from, to] = [byKey.get(line.source), byKey.get(line.target)]
      if (from === undefined || to === undefined) return []
      const isStrong = focus?.lines.has(line.key) === true
      return [{ line, from: from.at, to: to.at, startGap: from.gap, endGap: to.gap, isStrong, isFaded: focus !== null && !isStrong }]
    }),
  }
}

/** A ring around the point, and its whole name if it does not stand there. */
function paintRing(context: CanvasRenderingContext2D, drawn: DrawnPoint, picture: Picture, isNamed: boolean): void {
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

function listen(sigma: Sigma<PointAttributes>, container: HTMLElement, clicks: Clicks, now: () => { scene: Scene; picture: Picture }, point: (key: string | null) => void): void {
  const over = (isOver: boolean): void => { container.classList.toggle('is-over', isOver) }
  const find = (key: string): ScenePoint | undefined => now().scene.points.find(each => each.key === key)
  sigma.on('clickNode', ({ node, event }) => {
    const found = find(node)
    if (found !== undefined) clicks.onPoint(found, event.original instanceof MouseEvent && event.original.shiftKey)
  })
  sigma.on('enterNode', ({ node }) => { over(true); point(node) })
  sigma.on('leaveNode', () => { over(false); point(null) })
  sigma.on('clickStage', ({ event: { x, y } }) => {
    const { picture } = now()
    const badge = picture.points.find(drawn => drawn.point.badge > 0 && distance(badgePlace(drawn), { x, y }) < 11)
    const line = lineAt(picture, { x, y })
    const hull = picture.hulls.find(({ at, width, height }) => Math.abs(at.x - x) < width / 2 && Math.abs(at.y - y) < height / 2)
    if (badge !== undefined) clicks.onBadge(badge.point)
    else if (line !== undefined && line.edge >= 0) clicks.onLine(line)
    else if (hull !== undefined) clicks.onStory(hull.hull.story)
    else clicks.onStage()
  })
  sigma.on('moveBody', ({ event: { x, y } }) => {
    if (container.classList.contains('is-over') && now().picture.points.some(({ at, radius }) => distance(at, { x, y }) < radius + 2)) return
    const { picture } = now()
    over(lineAt(picture, { x, y }) !== undefined || picture.hulls.some(({ at, width, height }) => Math.abs(at.x - x) < width / 2 && Math.abs(at.y - y) < height / 2))
  })
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function bringIntoSight(sigma: Sigma<PointAttributes>, key: string, { width, height }: Room): void {
  const graph = sigma.getGraph()
  if (!graph.hasNode(key)) return
  const { x, y } = sigma.graphToViewport(graph.getNodeAttributes(key))
  const margin = 24
  if (x > margin && y > margin && x < width - margin && y < height - margin) return
  const place = sigma.getNodeDisplayData(key)
  if (place !== undefined) void sigma.getCamera().animate({ x: place.x, y: place.y }, { duration: isMotionReduced() ? 0 : 200 })
}

