/**
 * Draws the graph; the only module that knows sigma. Points and lines are WebGL; icons and labels are written over them
 * by overlay.ts. Throws where the browser has no WebGL.
 */

import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { createNodeBorderProgram } from '@sigma/node-border'
import Graph from 'graphology'
import Sigma from 'sigma'
import { EdgeRectangleProgram, createEdgeArrowProgram } from 'sigma/rendering'
import type { ViewEdge, ViewGraph, ViewNode } from '../model.js'
import type { Scene } from './looks.js'
import { edgeColour, isFaded, nodeColours } from './looks.js'
import type { Picture } from './overlay.js'
import { makeOverlay } from './overlay.js'
import { palette } from './theme.js'

export interface Drawing {
  /** Draws only some points and lines, and of those only the focus in full strength. */
  show(part: Pick<Scene, 'focus' | 'isShelfShown' | 'isNodeShown' | 'isEdgeShown'>): void
  recolour(): void
  /** Moves the camera if the node is out of sight. */
  bringIntoSight(id: string): void
  zoom(direction: 'in' | 'out' | 'all'): void
  /** What is to be seen, as a PNG. */
  picture(): Promise<Blob | null>
}

export interface Clicks { onNode(id: string): void; onEdge(id: string): void; onStage(): void }

interface Point { x: number; y: number; size: number; record: ViewNode }
interface Line { size: number; type: string; curvature: number; record: ViewEdge }
type Lines = Graph<Point, Line>
type Canvas = Sigma<Point, Line>

const arrowHead = { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3.2 }
const settings = {
  renderLabels: false, allowInvalidContainer: true, enableEdgeEvents: true, zIndex: true,
  minCameraRatio: 0.05, maxCameraRatio: 4, defaultNodeType: 'ring', defaultDrawNodeHover: () => undefined,
  nodeProgramClasses: {
    ring: createNodeBorderProgram<Point, Line>({ borders: [
      { size: { value: 2, mode: 'pixels' }, color: { attribute: 'ring' } }, { size: { fill: true }, color: { attribute: 'color' } },
    ] }),
  },
  edgeProgramClasses: {
    arrow: createEdgeArrowProgram<Point, Line>(arrowHead), line: EdgeRectangleProgram<Point, Line>, curve: createEdgeCurveProgram<Point, Line>(),
    curvedArrow: createEdgeCurveProgram<Point, Line>({ arrowHead: { extremity: 'target', ...arrowHead } }),
  },
}

/** Draws into the container, and calls back on clicks. */
export function draw(container: HTMLElement, view: ViewGraph, clicks: Clicks): Drawing {
  const graph = linesOf(view, container)
  let scene: Scene = { colours: palette(), focus: null, hovered: null, isCrowded: view.edges.length > 800, isShelfShown: true, isNodeShown: () => true, isEdgeShown: () => true }
  const sigma: Canvas = new Sigma<Point, Line>(graph, container, {
    ...settings,
    stagePadding: container.clientWidth < 600 ? 36 : 64,
    nodeReducer: (id, { x, y, size, record }) => ({
      x, y, size: id === scene.focus?.centre ? size + 3 : size, hidden: !scene.isNodeShown(record),
      zIndex: isFaded(scene, record) ? 0 : 1, ...nodeColours(scene, record),
    }),
    edgeReducer: (id, line) => {
      const isStrong = scene.focus?.edges.has(id) === true
      return { ...line, size: line.size + (isStrong ? 0.8 : 0), zIndex: isStrong ? 1 : 0, hidden: !isLineShown(scene, line, graph), color: edgeColour(scene, line.record) }
    },
  })
  const change = (part: Partial<Scene>): void => {
    const hasRoomChanged = part.isShelfShown !== undefined && part.isShelfShown !== scene.isShelfShown
    scene = { ...scene, ...part }
    if (hasRoomChanged) sigma.setCustomBBox(scene.isShelfShown ? null : extentOf(graph))
    sigma.refresh({ skipIndexation: !hasRoomChanged })
  }
  const overlay = makeOverlay(sigma.createCanvas('overlay', { beforeLayer: 'mouse' }))
  sigma.on('afterRender', () => overlay.draw(pictureOf(scene, sigma)))
  listen(sigma, container, clicks, hovered => {
    scene = { ...scene, hovered }
    sigma.scheduleRender()
  })
  return {
    show: change,
    recolour: () => change({ colours: palette() }),
    bringIntoSight: id => bringIntoSight(sigma, id),
    zoom: direction => zoom(sigma, direction),
    picture: () => picture(sigma, scene.colours.paper),
  }
}

function linesOf({ nodes, edges }: ViewGraph, container: HTMLElement): Lines {
  const graph: Lines = new Graph({ multi: true, type: 'directed' })
  const scale = Math.min(1, Math.max(0.6, container.clientWidth / 900))
  for (const [index, { x, y }] of fit(nodes, container).entries()) {
    const record = nodes[index]
    if (record !== undefined) graph.addNode(record.id, { x, y, size: record.size * scale, record })
  }
  const curvatures = curvaturesOf(edges)
  for (const edge of edges) {
    const curvature = curvatures.get(edge.id) ?? 0
    const size = 2 + 0.8 * Math.log2(Math.max(1, edge.claims.length))
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, { size, type: typeOf(edge, curvature), curvature, record: edge })
  }
  return graph
}

/** On a telephone the layout is laid on its side; then its shorter side is stretched towards the shape of the view. */
function fit(nodes: readonly ViewNode[], { clientWidth, clientHeight }: HTMLElement): { x: number; y: number }[] {
  const isUpright = clientHeight > clientWidth
  const places = nodes.map(({ x, y }) => isUpright ? { x: -y, y: -x } : { x, y: -y })
  const linked = places.filter((_, index) => nodes[index]?.isLinked)
  const [left, right] = range(linked.map(({ x }) => x))
  const [bottom, top] = range(linked.map(({ y }) => y))
  const missing = (right - left) / (top - bottom) / (clientWidth / clientHeight)
  if (!Number.isFinite(missing) || missing === 0) return places
  const [wider, higher] = [Math.min(1.8, Math.max(1, 1 / missing)), Math.min(1.8, Math.max(1, missing))]
  return places.map(({ x, y }) => ({ x: x * wider, y: y * higher }))
}

/** The room that the linked points take. */
function extentOf(graph: Lines): { x: [number, number]; y: [number, number] } {
  const linked = graph.mapNodes((_id, point) => point).filter(({ record }) => record.isLinked)
  return { x: range(linked.map(({ x }) => x)), y: range(linked.map(({ y }) => y)) }
}

function range(values: readonly number[]): [number, number] {
  return [values.reduce((least, value) => Math.min(least, value), Infinity), values.reduce((most, value) => Math.max(most, value), -Infinity)]
}

function typeOf(edge: ViewEdge, curvature: number): string {
  const hasArrow = edge.kind !== 'participation' && edge.kind !== 'mention'
  return curvature === 0 ? (hasArrow ? 'arrow' : 'line') : hasArrow ? 'curvedArrow' : 'curve'
}

/** Only lines between the same two nodes are curved, each its own way. */
function curvaturesOf(edges: readonly ViewEdge[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, ViewEdge[]>()
  for (const edge of edges) {
    const pair = [edge.source, edge.target].sort().join(' ')
    pairs.set(pair, [...pairs.get(pair) ?? [], edge])
  }
  return new Map([...pairs.values()].flatMap(group => group.map((edge, index): [string, number] =>
    [edge.id, (index - (group.length - 1) / 2) * 0.24 * (edge.source < edge.target ? 1 : -1)])))
}

function isLineShown({ isNodeShown, isEdgeShown }: Scene, { record }: Line, graph: Lines): boolean {
  return isEdgeShown(record) && [record.source, record.target].every(end => isNodeShown(graph.getNodeAttribute(end, 'record')))
}

/** What the overlay writes on: the points that are shown, and the lines in focus. */
function pictureOf(scene: Scene, sigma: Canvas): Picture {
  const graph = sigma.getGraph()
  const points = graph.mapNodes((_id, point) => point).filter(({ record }) => scene.isNodeShown(record))
  const lines = graph.mapEdges((_id, line) => line).filter(line => scene.focus?.edges.has(line.record.id) === true && isLineShown(scene, line, graph))
  const place = (id: string): { x: number; y: number } => sigma.graphToViewport(graph.getNodeAttributes(id))
  return {
    size: sigma.getDimensions(),
    colours: scene.colours,
    nodes: points.map(({ size, record }) => ({
      node: record, at: place(record.id), radius: sigma.scaleSize(size), isFaded: isFaded(scene, record),
      isStrong: record.id === scene.hovered || record.id === scene.focus?.centre,
    })),
    edges: lines.map(({ record, curvature }) => ({ edge: record, curvature, from: place(record.source), to: place(record.target) })),
  }
}

function listen(sigma: Canvas, container: HTMLElement, clicks: Clicks, onHover: (id: string | null) => void): void {
  const point = (isOver: boolean): void => { container.classList.toggle('is-over', isOver) }
  sigma.on('clickNode', ({ node }) => clicks.onNode(node))
  sigma.on('clickEdge', ({ edge }) => clicks.onEdge(edge))
  sigma.on('clickStage', () => clicks.onStage())
  sigma.on('enterNode', ({ node }) => { point(true); onHover(node) })
  sigma.on('leaveNode', () => { point(false); onHover(null) })
  sigma.on('enterEdge', () => point(true))
  sigma.on('leaveEdge', () => point(false))
  new ResizeObserver(() => {
    const { width, height } = sigma.getDimensions()
    const hasChanged = container.clientWidth !== width || container.clientHeight !== height
    if (hasChanged && container.clientWidth > 0) sigma.resize().refresh()
  }).observe(container)
}

function bringIntoSight(sigma: Canvas, id: string): void {
  const { width, height } = sigma.getDimensions()
  const { x, y } = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id))
  const margin = 40
  if (x > margin && y > margin && x < width - margin && y < height - margin) return
  const place = sigma.getNodeDisplayData(id)
  if (place !== undefined) void sigma.getCamera().animate({ x: place.x, y: place.y }, { duration: duration() })
}

function zoom(sigma: Canvas, direction: 'in' | 'out' | 'all'): void {
  const camera = sigma.getCamera()
  const options = { duration: duration() }
  void (direction === 'in' ? camera.animatedZoom(options) : direction === 'out' ? camera.animatedUnzoom(options) : camera.animatedReset(options))
}

/** All layers on paper; WebGL's can only be read in the same turn in which they were drawn. */
function picture(sigma: Canvas, paper: string): Promise<Blob | null> {
  sigma.refresh()
  const layers = [...sigma.getContainer().querySelectorAll('canvas')].filter(layer => layer.width > 0)
  const target = document.createElement('canvas')
  target.width = layers[0]?.width ?? 1
  target.height = layers[0]?.height ?? 1
  const context = target.getContext('2d')
  if (context === null) return Promise.resolve(null)
  context.fillStyle = paper
  context.fillRect(0, 0, target.width, target.height)
  for (const layer of layers) context.drawImage(layer, 0, 0, target.width, target.height)
  return new Promise(resolve => target.toBlob(resolve))
}

function duration(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300
}
