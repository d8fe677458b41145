/**
 * Quads, ready to be looked up by subject, and by object.
 * In: quads of any number of articles. Out: `value(node, term)`, `objects`, `subjects`, `ofType`, all in order of the file.
 */
import type { Quad, Term } from 'n3'
import { rdf, rdfs } from '../map/vocab.js'

export interface GraphIndex {
  readonly has: (node: string) => boolean
  readonly of: (subject: string) => readonly Quad[]
  readonly to: (object: string) => readonly Quad[]
  readonly objects: (subject: string, predicate: Term) => readonly Term[]
  /** The first object's value. */
  readonly value: (subject: string, predicate: Term) => string | undefined
  readonly ofType: (type: Term) => readonly string[]
  readonly subjects: () => IterableIterator<string>
  /** The node's label, or its IRI. */
  readonly label: (node: string) => string
}

export function indexGraph(quads: Iterable<Quad>): GraphIndex {
  const bySubject = new Map<string, Quad[]>(), byObject = new Map<string, Quad[]>()
  for (const quad of quads) {
    append(bySubject, quad.subject.value, quad)
    if (quad.object.termType !== 'Literal') append(byObject, quad.object.value, quad)
  }
  const of = (subject: string) => bySubject.get(subject) ?? []
  const objects = (subject: string, predicate: Term) => of(subject).filter((quad) => quad.predicate.value === predicate.value).map((quad) => quad.object)
  const value = (subject: string, predicate: Term) => of(subject).find((quad) => quad.predicate.value === predicate.value)?.object.value
  const to = (object: string) => byObject.get(object) ?? []
  return {
    of, to, objects, value,
    has: (node) => bySubject.has(node),
    ofType: (type) => [...new Set(to(type.value).filter((quad) => quad.predicate.value === rdf.type.value).map((quad) => quad.subject.value))],
    subjects: () => bySubject.keys(),
    label: (node) => value(node, rdfs.label) ?? node,
  }
}

function append(map: Map<string, Quad[]>, key: string, quad: Quad): void {
  const list = map.get(key)
  if (list) list.push(quad)
  else map.set(key, [quad])
}
