/**
 * What is drawn at a time: points, lines and hulls with their places, in pixels of the stage. A scene is made from the visible set by one
 * of the files beside this one, and never has more than can be read.
 */

import type { EdgeKind, NodeKind, Standing } from '../../model.js'

export interface ScenePoint {
  /** Its name in this scene: `n12` for item 12, `s12` for a statement drawn as a point, `f3` for what is folded into story 3. */
  readonly key: string
  /** Item, or -1 for what is folded. */
  readonly item: number
  readonly kind: NodeKind | 'statement' | 'fold'
  readonly label: string
  readonly size: number
  readonly standing: Standing
  /** Statements that no line stands for. */
  readonly badge: number
  /** Always named. */
  readonly isMain: boolean
  readonly story: number
  /** Where its name is to stand; below it, or where there is room, if nothing is said. */
  readonly side?: 'left' | 'right'
  x: number
  y: number
}

export interface SceneLine {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly kind: EdgeKind
  readonly label: string
  /** Line of the graph, or -1 for a bundle. */
  readonly edge: number
  readonly claims: number
  readonly isAsserted: boolean
  /** No claim stands for it: drawn as grey dots. */
  readonly isListed: boolean
  /** Ends at its target. */
  readonly hasArrow: boolean
  /** How far it bends, as a share of its length. */
  bend: number
}

export interface SceneHull {
  readonly story: number
  readonly title: string
  readonly dates: string
  readonly more: number
  x: number
  y: number
  width: number
  height: number
}

export interface Scene {
  /** Of which kind, and about whom: scenes with the same name keep the camera. */
  readonly name: string
  readonly points: readonly ScenePoint[]
  readonly lines: readonly SceneLine[]
  readonly hulls: readonly SceneHull[]
  /** What is not drawn, in a sentence. */
  readonly note: string
}

/** The stage, in pixels. */
export interface Room {
  readonly width: number
  readonly height: number
}

export const emptyScene: Scene = { name: 'empty', points: [], lines: [], hulls: [], note: '' }

/** Radius in pixels: grows with the root of the claims. */
export function sizeOf(weight: number, scale = 1): number {
  return scale * Math.min(8 + 2.2 * Math.sqrt(weight), 22)
}

/** Lines between the same two points bend apart. */
export function bendApart(lines: readonly SceneLine[]): void {
  const pairs = new Map<string, SceneLine[]>()
  for (const line of lines) {
    const pair = [line.source, line.target].sort().join(' ')
    pairs.set(pair, [...(pairs.get(pair) ?? []), line])
  }
  for (const group of pairs.values()) {
    for (const [index, line] of group.entries())
      line.bend = (index - (group.length - 1) / 2) * 0.22 * (line.source < line.target ? 1 : -1)
  }
}
