/** How a point or line looks at the moment: by its kind, by whether the article asserts it, and by what is in focus. */

import type { ViewEdge, ViewNode } from '../model.js'
import type { Palette } from './theme.js'

/** What is to be seen clearly; the rest fades. */
export interface Focus { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string>; readonly centre: string | null }

/** All that looks depend on; changed as a whole. */
export interface Scene {
  readonly colours: Palette
  readonly focus: Focus | null
  readonly hovered: string | null
  /** Whether there is to be room for what nothing is tied to. */
  readonly isShelfShown: boolean
  /** Many lines on one another: each is drawn more faintly. */
  readonly isCrowded: boolean
  readonly isNodeShown: (node: ViewNode) => boolean
  readonly isEdgeShown: (edge: ViewEdge) => boolean
}

export function isFaded({ focus }: Scene, node: ViewNode): boolean {
  return focus !== null && !focus.nodes.has(node.id)
}

/** Filled if the article asserts it; a ring only, if it is said, planned or denied. */
export function nodeColours(scene: Scene, node: ViewNode): { color: string; ring: string } {
  const { colours, focus } = scene
  const colour = isFaded(scene, node) ? blend(colours.kinds[node.kind], colours.paper, 0.28) : colours.kinds[node.kind]
  if (!node.isAsserted) return { color: colours.paper, ring: colour }
  return { color: colour, ring: node.id === focus?.centre ? colours.ink : colours.paper }
}

/** Strong in focus, faint outside of it; fainter than others if nobody asserts it. */
export function edgeColour({ colours, focus, isCrowded }: Scene, edge: ViewEdge): string {
  const usual = (edge.isAsserted ? 0.65 : 0.35) * (isCrowded ? 0.5 : 1)
  const strength = focus === null ? usual : focus.edges.has(edge.id) ? 1 : isCrowded ? 0.08 : 0.18
  return blend(colours.edges[edge.kind], colours.paper, strength)
}

/** Mixes two colours of the form #rrggbb. */
function blend(colour: string, ground: string, strength: number): string {
  const mixed = [1, 3, 5].map(at => Math.round(channel(colour, at) * strength + channel(ground, at) * (1 - strength)))
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

function channel(hex: string, at: number): number {
  return Number.parseInt(hex.slice(at, at + 2), 16)
}
