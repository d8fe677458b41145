/**
 * Draws a scene; the only module that knows sigma. Sigma moves the camera, draws the points and finds the one that is pointed at; lines and
 * hulls lie on a canvas below the points, names and icons on one above, what is hovered on one of its own. Throws without WebGL.
 */

import Graph from 'graphology'
import Sigma from 'sigma'
import { shapeOf, shapes } from './kinds.js'
import { layer, move, placesOf } from './layers.js'
import { penOf } from './pen.js'
import { paintAbove, paintBelow } from './paint.js'
import { paintRing } from './paint-names.js'
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
  renderLabels: false,
  renderEdgeLabels: false,
  allowInvalidContainer: true,
  zIndex: true,
  stagePadding: 0,
  minCameraRatio: 0.08,
  maxCameraRatio: 2.5,
  defaultNodeType: 'shape',
  nodeProgramClasses: { shape: ShapeProgram },
  defaultDrawNodeHover: () => undefined,
}

export function draw(container: HTMLElement, colours: Palette, clicks: Clicks): Drawing {
  return new SigmaDrawing(container, colours, clicks)
}

class SigmaDrawing implements Drawing {
  readonly #graph = new Graph<PointAttributes>()
  readonly #sigma: Sigma<PointAttributes>
  readonly #layers: Readonly<Record<'below' | 'above' | 'top', (room: Room) => CanvasRenderingContext2D>>
  #scene: Scene = emptyScene
  #focus: Focus | null = null
  #room: Room = { width: 0, height: 0 }
  #palette: Palette
  #pointed: string | null = null
  #last: Picture | undefined
  /** Points whose whole name can be read. */
  #named: ReadonlySet<string> = new Set()
  #tween = 0

  constructor(container: HTMLElement, colours: Palette, clicks: Clicks) {
    this.#palette = colours
    this.#sigma = new Sigma<PointAttributes>(this.#graph, container, settings)
    const sigma = this.#sigma
    this.#layers = {
      below: layer(sigma.createCanvas('lines', { beforeLayer: 'nodes' })),
      above: layer(sigma.createCanvas('names', { beforeLayer: 'mouse' })),
      top: layer(sigma.createCanvas('pointed', { beforeLayer: 'mouse' })),
    }
    sigma.on('afterRender', () => this.#paint())
    listen(
      sigma,
      container,
      clicks,
      () => ({ scene: this.#scene, picture: this.picture() }),
      key => this.point(key),
    )
  }

  picture(): Picture {
    return (this.#last ??= pictureOf(this.#scene, this.#focus, this.#room, this.#palette, this.#sigma))
  }

  point(key: string | null): void {
    if (this.#pointed === key) return
    this.#pointed = key
    this.#paintPointed()
  }

  show(scene: Scene, focus: Focus | null, room: Room): void {
    const isNew = scene.name !== this.#scene.name
    const hasMoved = scene !== this.#scene || room.width !== this.#room.width || room.height !== this.#room.height
    const before = placesOf(this.#graph)
    this.#scene = scene
    this.#focus = focus
    this.#room = room
    if (hasMoved) this.#fill(isNew)
    this.#recolourPoints()
    if (hasMoved && isNew && before.size > 0 && !isMotionReduced())
      this.#tween = move(
        this.#graph,
        before,
        () => this.#sigma.refresh(),
        id => {
          this.#tween = id
        },
      )
    else this.#sigma.refresh()
  }

  recolour(colours: Palette): void {
    this.#palette = colours
    this.#recolourPoints()
    this.#sigma.refresh()
  }

  bringIntoSight(key: string): void {
    bringIntoSight(this.#sigma, key, this.#room)
  }

  zoom(direction: 'in' | 'out' | 'all'): void {
    const camera = this.#sigma.getCamera()
    const options = { duration: isMotionReduced() ? 0 : 200 }
    void (direction === 'in'
      ? camera.animatedZoom(options)
      : direction === 'out'
        ? camera.animatedUnzoom(options)
        : camera.animatedReset(options))
  }

  end(): void {
    this.#sigma.kill()
  }

  /** Gives sigma the points of the scene; one unit of the graph is one pixel of the stage. */
  #fill(isNew: boolean): void {
    cancelAnimationFrame(this.#tween)
    this.#graph.clear()
    for (const { key, x, y, size, kind } of this.#scene.points) {
      const shape = shapes.indexOf(kind === 'fold' ? 'circle' : shapeOf[kind])
      this.#graph.addNode(key, { x, y: -y, size, color: '#000000', rim: '#000000', shape, zIndex: 0 })
    }
    this.#sigma.resize(true)
    this.#sigma.setCustomBBox({ x: [0, this.#room.width], y: [-this.#room.height, 0] })
    if (isNew) this.#sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 })
  }

  #recolourPoints(): void {
    for (const point of this.#scene.points) {
      const faded = isFaded(this.#focus, point.key)
      const isCentre = point.key === this.#focus?.centre
      const { fill, rim } = pointColours(point, this.#palette, faded, isCentre)
      this.#graph.mergeNodeAttributes(point.key, { color: fill, rim, zIndex: faded ? 0 : 1, size: point.size + (isCentre ? 3 : 0) })
    }
  }

  #paint(): void {
    this.#last = undefined
    const picture = this.picture()
    paintBelow(penOf(this.#layers.below(this.#room)), picture)
    const labels = paintAbove(penOf(this.#layers.above(this.#room)), picture)
    this.#named = new Set(labels.filter(({ lines, drawn }) => lines.join(' ') === drawn.point.label).map(({ drawn }) => drawn.point.key))
    this.#paintPointed()
  }

  #paintPointed(): void {
    const context = this.#layers.top(this.#room)
    const drawn = this.#pointed === null ? undefined : this.picture().points.find(({ point }) => point.key === this.#pointed)
    if (drawn !== undefined) paintRing(context, drawn, this.picture(), this.#named.has(drawn.point.key))
  }
}

function pictureOf(
  { points, lines, hulls }: Scene,
  focus: Focus | null,
  { width, height }: Room,
  colours: Palette,
  sigma: Sigma<PointAttributes>,
): Picture {
  const graph = sigma.getGraph()
  const scale = 1 / sigma.getCamera().ratio
  const placeOf = (key: string): Place => sigma.graphToViewport(graph.getNodeAttributes(key))
  const drawnPoints = points.map((point): DrawnPoint => ({
    point,
    at: placeOf(point.key),
    radius: sigma.scaleSize(graph.getNodeAttribute(point.key, 'size')),
    isFaded: isFaded(focus, point.key),
    isStrong: point.key === focus?.centre,
  }))
  const byKey = new Map(drawnPoints.map(drawn => [drawn.point.key, { at: drawn.at, gap: drawn.radius }]))
  const drawnHulls = hulls.map(hull => ({
    hull,
    at: sigma.graphToViewport({ x: hull.x, y: -hull.y }),
    width: hull.width * scale,
    height: hull.height * scale,
  }))
  const hullsByKey = new Map(drawnHulls.map(drawn => [`h${drawn.hull.story}`, drawn]))
  return {
    width,
    height,
    colours,
    points: drawnPoints,
    hulls: drawnHulls,
    lines: lines.flatMap(line => {
      const [one, other] = [hullsByKey.get(line.source), hullsByKey.get(line.target)]
      if (one !== undefined && other !== undefined)
        return [
          { line, from: borderOf(one, other.at), to: borderOf(other, one.at), startGap: 0, endGap: 0, isStrong: false, isFaded: false },
        ]
      const [from, to] = [byKey.get(line.source), byKey.get(line.target)]
      if (from === undefined || to === undefined) return []
      const isStrong = focus?.lines.has(line.key) === true
      return [{ line, from: from.at, to: to.at, startGap: from.gap, endGap: to.gap, isStrong, isFaded: focus !== null && !isStrong }]
    }),
  }
}

function listen(
  sigma: Sigma<PointAttributes>,
  container: HTMLElement,
  clicks: Clicks,
  now: () => { scene: Scene; picture: Picture },
  point: (key: string | null) => void,
): void {
  const over = (isOver: boolean): void => {
    container.classList.toggle('is-over', isOver)
  }
  const find = (key: string): ScenePoint | undefined => now().scene.points.find(each => each.key === key)
  sigma.on('clickNode', ({ node, event }) => {
    const found = find(node)
    if (found !== undefined) clicks.onPoint(found, event.original instanceof MouseEvent && event.original.shiftKey)
  })
  sigma.on('enterNode', ({ node }) => {
    over(true)
    point(node)
  })
  sigma.on('leaveNode', () => {
    over(false)
    point(null)
  })
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
    if (container.classList.contains('is-over') && now().picture.points.some(({ at, radius }) => distance(at, { x, y }) < radius + 2))
      return
    const { picture } = now()
    over(
      lineAt(picture, { x, y }) !== undefined ||
        picture.hulls.some(({ at, width, height }) => Math.abs(at.x - x) < width / 2 && Math.abs(at.y - y) < height / 2),
    )
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
