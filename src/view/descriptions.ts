/**
 * Quads in, descriptions out: what is said of each subject, by compact property name, in an order that does not depend
 * on the order of the quads.
 */

import type { Quad, Term } from '@rdfjs/types'
import { compact } from './terms.js'

/** Properties of one subject: `ng:cue` → its values. */
export type Description = ReadonlyMap<string, readonly Term[]>
export type Descriptions = ReadonlyMap<string, Description>

/** Groups quads by subject and property; the same statement in several named graphs counts once. */
export function describe(quads: Iterable<Quad>): Descriptions {
  const grouped = new Map<string, Map<string, Map<string, Term>>>()
  for (const { subject, predicate, object } of quads) {
    const properties = grouped.get(subject.value) ?? new Map<string, Map<string, Term>>()
    grouped.set(subject.value, properties)
    const property = compact(predicate.value)
    const values = properties.get(property) ?? new Map<string, Term>()
    properties.set(property, values)
    values.set(`${object.termType} ${object.value}`, object)
  }
  return new Map([...grouped].sort(byKey).map(([subject, properties]) => [subject, sortedValues(properties)]))
}

function sortedValues(properties: ReadonlyMap<string, ReadonlyMap<string, Term>>): Description {
  return new Map([...properties].sort(byKey).map(([name, values]) => [name, [...values].sort(byKey).map(([, term]) => term)]))
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Values of a property as strings; empty when there are none. */
export function valuesOf(description: Description | undefined, property: string): readonly string[] {
  return description?.get(property)?.map(term => term.value) ?? []
}

/** First value of a property, if it has one. */
export function valueOf(description: Description | undefined, property: string): string | undefined {
  return description?.get(property)?.[0]?.value
}

/** Compact names of the classes that the subject is of. */
export function typesOf(description: Description | undefined): readonly string[] {
  return valuesOf(description, 'rdf:type').map(compact)
}
