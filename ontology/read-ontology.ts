/**
 * The ontology, to be looked up by prefixed names; for the programs beside it that write code and reference from it.
 * In: newsgraph.ttl. Out: `values('ng:agent', 'rdfs:subPropertyOf')` → `['sem:hasActor']`.
 */
import { readFileSync } from 'node:fs'
import { Parser, type Quad } from 'n3'

export interface Ontology {
  readonly prefixes: Readonly<Record<string, string>>
  /** Prefixed names of all that it describes, in order of the file. */
  readonly terms: readonly string[]
  readonly values: (term: string, property: string) => readonly string[]
}

export function readOntology(): Ontology {
  const text = readFileSync(new URL('newsgraph.ttl', import.meta.url), 'utf8')
  const declared = text.matchAll(/^@prefix (\w+): <(.+)> \.$/gmu)
  const prefixes = Object.fromEntries(Array.from(declared, ([, prefix = '', iri = '']) => [prefix, iri]))
  const shorten = ({ value, termType }: Quad['object']): string => {
    const found = termType === 'NamedNode' ? Object.entries(prefixes).find(([, namespace]) => value.startsWith(namespace)) : undefined
    return found ? `${found[0]}:${value.slice(found[1].length)}` : value
  }
  const bySubject = new Map<string, Map<string, string[]>>()
  for (const { subject, predicate, object } of new Parser().parse(text)) {
    const properties = bySubject.get(shorten(subject)) ?? new Map<string, string[]>()
    bySubject.set(shorten(subject), properties.set(shorten(predicate), [...(properties.get(shorten(predicate)) ?? []), shorten(object)]))
  }
  return { prefixes, terms: [...bySubject.keys()], values: (term, property) => bySubject.get(term)?.get(property) ?? [] }
}

/** What a list of RDF holds, given the node it begins with. */
export function listOf({ values }: Ontology, head: string | undefined): string[] {
  const members: string[] = []
  for (let node = head; node && node !== 'rdf:nil'; node = values(node, 'rdf:rest')[0]) members.push(...values(node, 'rdf:first'))
  return members
}
