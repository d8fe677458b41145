/**
 * The prefixes that graphs are written and queried with.
 * In: the base of the data. Out: `person` → `https://w3id.org/newsgraph/data/person/`, `schema` → `https://schema.org/`, …
 */
import { DEFAULT_BASE, kinds } from '../map/iri.js'
import { namespaces } from '../map/vocab.js'

export type Prefixes = Readonly<Record<string, string>>

export function prefixesOf(base: string = DEFAULT_BASE): Prefixes {
  const own = Object.fromEntries(kinds.map((kind) => [kind, `${base}${kind}/`]))
  return { ...namespaces, ...own }
}

/** The prefixes that a Turtle or TriG file declares at its head: its data may have another base. */
export function prefixesIn(text: string): Prefixes {
  return Object.fromEntries(Array.from(text.slice(0, 10_000).matchAll(/^@prefix ([\w-]+): <([^<>]+)> \.$/gmu), ([, prefix = '', iri = '']) => [prefix, iri]))
}
