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

/** The query with a line in front that declares the prefixes it does not declare itself. */
export function withPrefixes(sparql: string, prefixes: Prefixes): string {
  const declared = new Set(Array.from(sparql.matchAll(/\bprefix\s+([\w-]*)\s*:/giu), (match) => match[1]))
  const missing = Object.entries(prefixes).filter(([prefix]) => !declared.has(prefix))
  return `${missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`).join(' ')}\n${sparql}`
}

/** What a store says is wrong with it, without counting the line in front, which is not the asker's. */
export function withoutPrefixLine(message: string): string {
  return message.replace(/\b(\d+):(\d+)\b/gu, (_, line: string, column: string) => `${Math.max(Number(line) - 1, 1)}:${column}`)
}
