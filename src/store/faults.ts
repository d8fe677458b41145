/**
 * What is wrong with a node, as a shape sees it.
 * In: a shape, a graph, a node. Out: faults: "A statement needs a speaker", at `schema:creator`.
 */
import type { Term } from 'n3'
import type { Path, ShapeGraph } from './shape-graph.js'

/** What is wrong with a node. */
export interface Fault {
  readonly message: string
  readonly path?: Path
  readonly value?: Term
  /** No further quad can make it right. */
  readonly isFinal: boolean
}

export interface Shape {
  readonly message: string
  readonly path: Path | undefined
  readonly checks: readonly Check[]
}

/** What a check is given. */
export interface Checked {
  readonly graph: ShapeGraph
  readonly focus: Term
  readonly values: readonly Term[]
  /** Only some of what is told of the node is at hand. */
  readonly isPartial: boolean
}

export type Check = (checked: Checked, tell: (fault: Partial<Fault>) => void) => void

/** All that is wrong with a node. @param isPartial when most of what is told of it stands elsewhere: what is missing is no fault then */
export function faultsOf(shape: Shape, graph: ShapeGraph, focus: Term, isPartial = false): Fault[] {
  const faults: Fault[] = []
  const { path, message } = shape
  const values = path ? graph.values(focus, path) : [focus]
  for (const check of shape.checks) {
    check({ graph, focus, values, isPartial }, (fault) => faults.push({ message, ...(path && { path }), isFinal: true, ...fault }))
  }
  return faults
}
