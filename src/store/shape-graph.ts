/**
 * Quads as shapes look at them.
 * In: the quads of an article, and what kind of things others are that it speaks of. Out: the values of a property of a node, or
 * of a path that starts there: from a relation by `( rdf:object rdf:type )` to `schema:Person`.
 */
import type { Quad, Term } from 'n3'
import { rdf } from '../map/vocab.js'
import type { Types } from './types.js'

/** A property, or steps made of properties: against its direction, one after the other, any of several. */
export type Path =
  | { readonly kind: 'property'; readonly iri: string }
  | { readonly kind: 'inverse'; readonly of: Path }
  | { readonly kind: 'sequence' | 'alternative'; readonly of: readonly Path[] }

const TYPE = rdf.type.value
const NONE: readonly Term[] = []
const FEW = 16

export class ShapeGraph {
  /** Nodes whose types were asked for, and that nothing was told of yet. */
  readonly missed = new Set<string>()
  readonly #types: Types
  readonly #bySubject = new Map<string, Quad[]>()
  readonly #properties = new Map<string, Map<string, Term[]>>()
  readonly #known = new Map<string, readonly Term[]>()
  #byObject: Map<string, Quad[]> | undefined

  constructor(quads: Iterable<Quad>, types: Types) {
    this.#types = types
    let subject = '', list: Quad[] = []
    for (const quad of quads) {
      const { id } = quad.subject
      if (id !== subject) {
        subject = id
        list = listIn(this.#bySubject, id)
      }
      list.push(quad)
    }
  }

  subjects(): Iterable<[string, readonly Quad[]]> {
    return this.#bySubject
  }

  of(node: Term): readonly Quad[] {
    return this.#bySubject.get(node.id) ?? []
  }

  /** Every value once. */
  objects(node: Term, property: string): readonly Term[] {
    const told = this.#told(node.id, property)
    if (property !== TYPE) return told
    // What a part tells of a node is all that is told of it, or another part is looked at with it.
    if (told.length > 0 || node.termType === 'Literal') return told
    const known = this.#known.get(node.id) ?? this.#types.of(node.id) ?? NONE
    this.#known.set(node.id, known)
    if (known === NONE) this.missed.add(node.id)
    return known
  }

  values(node: Term, path: Path): readonly Term[] {
    switch (path.kind) {
      case 'property': return this.objects(node, path.iri)
      case 'inverse': return path.of.kind === 'property' ? this.#subjectsOf(node, path.of.iri) : NONE
      case 'alternative': return unique(path.of.flatMap((one) => this.values(node, one)))
      case 'sequence': return path.of.reduce<readonly Term[]>((from, step) =>
        from.length === 1 && from[0] ? this.values(from[0], step) : unique(from.flatMap((one) => this.values(one, step))), [node])
    }
  }

  /** Most nodes have so few quads that looking at each is quicker than an index. */
  #told(id: string, property: string): readonly Term[] {
    const quads = this.#bySubject.get(id)
    if (!quads) return NONE
    if (quads.length > FEW) return this.#propertiesOf(id, quads).get(property) ?? NONE
    let first: Term | undefined, several: Term[] | undefined
    for (const { predicate, object } of quads) {
      if (predicate.value !== property) continue
      if (!first) first = object
      else if (!(several ??= [first]).some((value) => value.id === object.id)) several.push(object)
    }
    return several ?? (first ? [first] : NONE)
  }

  #propertiesOf(id: string, quads: readonly Quad[]): Map<string, Term[]> {
    const known = this.#properties.get(id)
    if (known) return known
    const properties = new Map<string, Map<string, Term>>()
    for (const { predicate, object } of quads) {
      const values = properties.get(predicate.value)
      if (!values) properties.set(predicate.value, new Map([[object.id, object]]))
      else if (!values.has(object.id)) values.set(object.id, object)
    }
    const lists = new Map(Array.from(properties, ([property, values]) => [property, [...values.values()]]))
    this.#properties.set(id, lists)
    return lists
  }

  #subjectsOf(node: Term, property: string): readonly Term[] {
    if (!this.#byObject) {
      this.#byObject = new Map()
      for (const [, quads] of this.#bySubject) for (const quad of quads) listIn(this.#byObject, quad.object.id).push(quad)
    }
    return unique((this.#byObject.get(node.id) ?? []).filter(({ predicate }) => predicate.value === property).map(({ subject }) => subject))
  }
}

function unique(terms: readonly Term[]): readonly Term[] {
  return terms.length < 2 ? terms : [...new Map(terms.map((term) => [term.id, term])).values()]
}

function listIn(map: Map<string, Quad[]>, key: string): Quad[] {
  const found = map.get(key)
  if (found) return found
  const made: Quad[] = []
  map.set(key, made)
  return made
}
