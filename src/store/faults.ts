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
  readonly shape: Shape
  readonly focus: Term
  readonly values: readonly Term[]
  /** Only some of what is told of the node is at hand. */
  readonly isPartial: boolean
  readonly tell: (fault: Fault) => void
}

/** Checks are made by the million and seldom find something: nothing is made for them beforehand. */
export type Check = (checked: Checked) => void

/** Tells what is wrong. @param more what differs from the plain case: a final fault at the shape's path */
export function tell({ shape: { message, path }, tell: to }: Checked, more: Partial<Fault>): void {
  to({ message, ...(path && { path }), isFinal: true, ...more })
}

/** Runs a shape on a node. */
export function check(shape: Shape, graph: ShapeGraph, focus: Term, isPartial: boolean, to: (fault: Fault) => void): void {
  const { path, checks } = shape
  const checked: Checked = { graph, shape, focus, isPartial, tell: to, values: path ? graph.values(focus, path) : [focus] }
  for (const one of checks) one(checked)
}

/** All that is wrong with a node. @param isPartial when most of what is told of it stands elsewhere: what is missing is no fault then */
export function faultsOf(shape: Shape, graph: ShapeGraph, focus: Term, isPartial = false): readonly Fault[] {
  let faults: Fault[] | undefined
  check(shape, graph, focus, isPartial, (fault) => { (faults ??= []).push(fault) })
  return faults ?? NONE
}

const NONE: readonly Fault[] = []
