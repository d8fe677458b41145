/**
 * A fixed set of quads, to be looked up as RDF/JS datasets are.
 * In: the few hundred quads of an article. Out: `match`, by subject or object without a search; the SHACL validator asks some
 * thousands of times, and n3's store takes three times as long for so few quads.
 */
import type { DatasetCore } from '@rdfjs/types'
import type { Quad, Term } from 'n3'
import { indexGraph, type GraphIndex } from './graph-index.js'

export class QuadDataset implements DatasetCore<Quad, Quad> {
  readonly #quads: readonly Quad[]
  #index: GraphIndex | undefined

  constructor(quads: readonly Quad[]) {
    this.#quads = quads
  }

  get size(): number {
    return this.#quads.length
  }

  match(subject?: Term | null, predicate?: Term | null, object?: Term | null): QuadDataset {
    const candidates = this.#candidates(subject, object)
    return new QuadDataset(candidates.filter((quad) =>
      (!predicate || quad.predicate.value === predicate.value) && (!subject || quad.subject.value === subject.value) && (!object || quad.object.equals(object))))
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads[Symbol.iterator]()
  }

  has(quad: Quad): boolean {
    return this.match(quad.subject, quad.predicate, quad.object).size > 0
  }

  add(): never {
    throw new TypeError('This dataset is fixed.')
  }

  delete(): never {
    throw new TypeError('This dataset is fixed.')
  }

  #candidates(subject?: Term | null, object?: Term | null): readonly Quad[] {
    this.#index ??= indexGraph(this.#quads)
    if (subject) return this.#index.of(subject.value)
    return object && object.termType !== 'Literal' ? this.#index.to(object.value) : this.#quads
  }
}
