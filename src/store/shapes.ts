/**
 * SHACL shapes, made ready to be checked quickly.
 * In: shapes as quads: `shape:Statement sh:property [ sh:path schema:creator ; sh:minCount 1 ]`. Out: shapes that find what is wrong
 * with a node. What of SHACL is understood stands in constraints.ts; a shape that uses more is refused, not passed over.
 */
import type { Quad, Term } from 'n3'
import { namespaces } from '../map/vocab.js'
import { constraintsOf, SH } from './constraints.js'
import { indexGraph, type GraphIndex } from './graph-index.js'
import type { Shape } from './faults.js'
import type { Path } from './shape-graph.js'

const [FIRST, REST, NIL] = ['first', 'rest', 'nil'].map((name) => namespaces.rdf + name)

/** A shape with the nodes that it is for. */
export interface TargetShape extends Shape {
  readonly classes: readonly string[]
  readonly subjectsOf: readonly string[]
  readonly objectsOf: readonly string[]
}

/** @throws Error when the shapes use what is not understood */
export function compileShapes(quads: Iterable<Quad>): TargetShape[] {
  const index = indexGraph(quads)
  const shapes = new Map<string, Shape>()
  const shape = (node: Term): Shape => {
    const known = shapes.get(node.value) ?? compile(index, node.value, shape)
    shapes.set(node.value, known)
    return known
  }
  const targeted = [...index.subjects()].filter((node) => index.of(node).some(({ predicate }) => predicate.value.startsWith(`${SH}target`)))
  return targeted.map((node) => {
    const values = (name: string) => index.of(node).filter(({ predicate }) => predicate.value === SH + name).map(({ object }) => object.value)
    return { ...compile(index, node, shape), classes: values('targetClass'), subjectsOf: values('targetSubjectsOf'), objectsOf: values('targetObjectsOf') }
  })
}

function compile(index: GraphIndex, node: string, shape: (node: Term) => Shape): Shape {
  const all = (name: string) => index.of(node).filter(({ predicate }) => predicate.value === SH + name).map(({ object }) => object)
  const [path] = all('path')
  return {
    message: all('message').map(({ value }) => value).join(' ') || 'It does not conform to its shape.',
    path: path && pathOf(index, path),
    checks: constraintsOf({ node, index, all, shape, list: (head) => listOf(index, head) }),
  }
}

function pathOf(index: GraphIndex, node: Term): Path {
  const value = (name: string) => index.of(node.value).find(({ predicate }) => predicate.value === name)?.object
  if (node.termType === 'NamedNode') return { kind: 'property', iri: node.value }
  if (value(`${namespaces.rdf}first`)) return { kind: 'sequence', of: listOf(index, node).map((step) => pathOf(index, step)) }
  const inverse = value(`${SH}inversePath`), alternative = value(`${SH}alternativePath`)
  if (inverse) return { kind: 'inverse', of: pathOf(index, inverse) }
  if (alternative) return { kind: 'alternative', of: listOf(index, alternative).map((step) => pathOf(index, step)) }
  throw new Error(`The shapes use a path that is not understood: ${index.of(node.value).map(({ predicate }) => predicate.value).join(', ')}`)
}

function listOf(index: GraphIndex, head: Term): Term[] {
  const items: Term[] = []
  for (let at: Term | undefined = head; at && at.value !== NIL;) {
    const quads: readonly Quad[] = index.of(at.value)
    items.push(...quads.filter(({ predicate }) => predicate.value === FIRST).map(({ object }) => object))
    at = quads.find(({ predicate }) => predicate.value === REST)?.object
  }
  return items
}
