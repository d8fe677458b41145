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
import { makeOverlay } from './overlay.js'
import type { Palette } from './theme.js'
import { palette } from './theme.js'

/** What is to be seen clearly; the rest fades. */
export interface Focus { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string>; readonly centre: string | null }

export interface Drawing {
  focus(focus: Focus | null): void
  /** Draws only these. */
  filter(isNodeVisible: (node: ViewNode) => boolean, isEdgeVisible: (edge: ViewEdge) => boolean): void
  recolour(): void
  /** Moves the camera if the node is out of sight. */
  bringIntoSight(id: string): void
  zoom(direction: 'in' | 'out' | 'all'): void
}

export interface Clicks { onNode(id: string): void; onEdge(id: string): void; onStage(): void }

interface Attributes { x: number; y: number; size: number; record: ViewNode }
interface Line { size: number; type: string; curvature: number; record: ViewEdge }

const arrowHead = { lengthToThicknessRatio: 4, widenessToThicknessRatio: 3.2 }

/** Draws into the container, and calls back on clicks. */
export function draw(container: HTMLElement, { nodes, edges }: ViewGraph, clicks: Clicks): Drawing {
  const graph = new Graph<Attributes, Line>({ multi: true, type: 'directed' })
  const isUpright = container.clientHeight > container.clientWidth
  const scale = Math.min(1, Math.max(0.6, container.clientWidth / 900))
  for (const node of nodes) {
    const place = isUpright ? { x: -node.y, y: -node.x } : { x: node.x, y: -node.y }
    graph.addNode(node.id, { ...place, size: node.size * scale, record: node })
  }
  const curvatures = curvaturesOf(edges)
  for (const edge of edges) {
    const curvature = curvatures.get(edge.id) ?? 0
    const size = 1.6 + 0.7 * Math.log2(Math.max(1, edge.claims.length))
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, { size, type: typeOf(edge, curvature), curvature, record: edge })
  }
  let colours = palette()
  let focus: Focus | null = null
  let hovered: string | null = null
  let isShown = { node: (_node: ViewNode): boolean => true, edge: (_edge: ViewEdge): boolean => true }

  const isFaded = (id: string): boolean => focus !== null && !focus.nodes.has(id)
  const isEdgeShown = ({ record }: Line): boolean => isShown.edge(record)
    && [record.source, record.target].every(end => isShown.node(graph.getNodeAttribute(end, 'record')))

  const sigma = new Sigma<Attributes, Line>(graph, container, {
    renderLabels: false, allowInvalidContainer: true, enableEdgeEvents: true, zIndex: true, stagePadding: 56, minCameraRatio: 0.05, maxCameraRatio: 4,
    defaultNodeType: 'ring', defaultDrawNodeHover: () => undefined,
    nodeProgramClasses: { ring: createNodeBorderProgram({ borders: [
      { size: { value: 2, mode: 'pixels' }, color: { attribute: 'ring' } }, { size: { fill: true }, color: { attribute: 'color' } },
    ] }) },
    edgeProgramClasses: {
      arrow: createEdgeArrowProgram(arrowHead), line: EdgeRectangleProgram, curve: createEdgeCurveProgram(),
      curvedArrow: createEdgeCurveProgram({ arrowHead: { extremity: 'target', ...arrowHead } }),
    },
    nodeReducer: (id, { x, y, size, record }) => ({
      x, y, size: id === focus?.centre ? size + 3 : size, hidden: !isShown.node(record), zIndex: isFaded(id) ? 0 : 1,
      ...nodeColours(record, isFaded(id), id === focus?.centre, colours),
    }),
    edgeReducer: (id, line) => ({ ...line, hidden: !isEdgeShown(line), ...edgeColour(line, focus === null ? null : focus.edges.has(id), colours) }),
  })

  const overlay = makeOverlay(sigma.createCanvas('overlay', { beforeLayer: 'mouse' }))
  sigma.on('afterRender', () => overlay.draw({
    size: sigma.getDimensions(),
    colours,
    nodes: nodes.filter(isShown.node).map(node => ({
      ...sigma.graphToViewport(graph.getNodeAttributes(node.id)), node, radius: sigma.scaleSize(node.size * scale),
      isFaded: isFaded(node.id), isStrong: node.id === hovered || node.id === focus?.centre,
    })),
    edges: edges.filter(edge => focus?.edges.has(edge.id) === true && isEdgeShown(graph.getEdgeAttributes(edge.id))).map(edge => ({
      edge, curvature: curvatures.get(edge.id) ?? 0, ...endsOf(edge, sigma, graph),
    })),
  }))
  listen(sigma, container, clicks, id => {
    hovered = id
    sigma.scheduleRender()
  })

  return {
    focus(next) { focus = next; sigma.refresh({ skipIndexation: true }) },
    filter(node, edge) { isShown = { node, edge }; sigma.refresh({ skipIndexation: true }) },
    recolour() { colours = palette(); sigma.refresh({ skipIndexation: true }) },
    bringIntoSight(id) { bringIntoSight(sigma, id) },
    zoom(direction) {
      const options = { duration: duration() }
      const camera = sigma.getCamera()
      void (direction === 'in' ? camera.animatedZoom(options) : direction === 'out' ? camera.animatedUnzoom(options) : camera.animatedReset(options))
    },
  }
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

/** Filled if the article asserts it; a ring only, if it is said, planned or denied. */
function nodeColours(node: ViewNode, isFaded: boolean, isCentre: boolean, colours: Palette): { color: string; ring: string } {
  const colour = isFaded ? blend(colours.kinds[node.kind], colours.paper, 0.2) : colours.kinds[node.kind]
  if (!node.isAsserted) return { color: colours.paper, ring: colour }
  return { color: colour, ring: isCentre ? colours.ink : colours.paper }
}

function edgeColour({ size, record }: Line, isFocused: boolean | null, colours: Palette): { color: string; size: number; zIndex: number } {
  const strength = isFocused === true ? 1 : isFocused === false ? 0.12 : record.isAsserted ? 0.65 : 0.35
  return { color: blend(colours.edges[record.kind], colours.paper, strength), size: isFocused === true ? size + 0.8 : size, zIndex: isFocused === true ? 1 : 0 }
}

/** Mixes two colours of the form #rrggbb. */
function blend(colour: string, ground: string, strength: number): string {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map(at => Math.round(channel(colour, at) * strength + channel(ground, at) * (1 - strength)))
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

function endsOf(edge: ViewEdge, sigma: Sigma<Attributes, Line>, graph: Graph<Attributes, Line>): { from: { x: number; y: number }; to: { x: number; y: number } } {
  const at = (id: string): { x: number; y: number } => sigma.graphToViewport(graph.getNodeAttributes(id))
  return { from: at(edge.source), to: at(edge.target) }
}

function listen(sigma: Sigma<Attributes, Line>, container: HTMLElement, clicks: Clicks, onHover: (id: string | null) => void): void {
  const point = (isOver: boolean): void => { container.classList.toggle('is-over', isOver) }
  sigma.on('clickNode', ({ node }) => clicks.onNode(node))
  sigma.on('clickEdge', ({ edge }) => clicks.onEdge(edge))
  sigma.on('clickStage', () => clicks.onStage())
  sigma.on('enterNode', ({ node }) => { point(true); onHover(node) })
  sigma.on('leaveNode', () => { point(false); onHover(null) })
  sigma.on('enterEdge', () => point(true))
  sigma.on('leaveEdge', () => point(false))
  new ResizeObserver(() => { if (container.clientWidth > 0) sigma.resize().refresh() }).observe(container)
}

function bringIntoSight(sigma: Sigma<Attributes, Line>, id: string): void {
  const { width, height } = sigma.getDimensions()
  const { x, y } = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id))
  const margin = 40
  if (x > margin && y > margin && x < width - margin && y < height - margin) return
  const place = sigma.getNodeDisplayData(id)
  if (place !== undefined) void sigma.getCamera().animate({ x: place.x, y: place.y }, { duration: duration() })
}

function duration(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300
}
