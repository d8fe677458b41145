/**
 * What is known beside the graph, for people who match tables with it.
 * In: a name. Out: candidates of a knowledge base: "Paris" → Q90, 94, and Q830149, 72. They come after the graph's own things of that name, and what the graph
 * says is the same as one of its own is not told twice.
 */
import { select, type Graph } from './graph.js'
import { likeness, plain } from './likeness.js'

export interface KnownThing {
  readonly iri: string
  /** The same in other data sets. */
  readonly others: readonly string[]
  readonly label: string
  readonly kind: 'person' | 'organization' | 'place' | 'work' | 'event' | 'unknown'
  /** It was found by another name than its label. */
  readonly isAlias: boolean
  /** How well known it is, 0 to 14. */
  readonly prior: number
  readonly facts: readonly string[]
  readonly from?: number
  readonly to?: number
  readonly lat?: number
  readonly long?: number
}

export interface Knowledge {
  find(name: string): Promise<readonly KnownThing[]>
  get(iri: string): Promise<KnownThing | undefined>
}

const TYPES: Readonly<Partial<Record<KnownThing['kind'], { readonly id: string; readonly name: string }>>> = {
  person: { id: 'schema:Person', name: 'person' },
  organization: { id: 'schema:Organization', name: 'organization' },
  place: { id: 'schema:Place', name: 'place' },
  work: { id: 'schema:CreativeWork', name: 'work' },
}

export function typesKnown({ kind }: KnownThing): { readonly id: string; readonly name: string }[] {
  const type = TYPES[kind]
  return type ? [type] : []
}

/** "Minister of Foreign Affairs, Russia, from 1950" */
export function describeKnown({ kind, facts, from, to }: KnownThing): string {
  const years = [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`until ${to}`])]
  return [...(kind === 'unknown' ? [] : [kind]), ...facts.slice(0, 4), ...years].join(', ') || 'in the knowledge base'
}

export interface KnownCandidate {
  readonly thing: KnownThing
  readonly score: number
  readonly agreed?: number
}

/** A label is worth more than another name, what is better known more than what is less; but never as much as the graph's own. */
const LABEL = 94,
  ALIAS = 90,
  PER_PRIOR = 2,
  LEAST = 50

/** Best first. @param properties what the rows beside the name say */
export async function candidatesKnown(
  graph: Graph,
  {
    query,
    types,
    properties,
  }: {
    readonly query: string
    readonly types: readonly string[]
    readonly properties: readonly { readonly values: readonly string[] }[]
  },
): Promise<KnownCandidate[]> {
  if (!graph.known || query.trim() === '') return []
  const byIri = /^https?:/u.test(query) ? await graph.known.get(query.trim()) : undefined
  const found = (byIri ? [byIri] : await graph.known.find(query)).filter((thing) => isOf(thing, types))
  if (found.length === 0) return []
  const best = Math.max(...found.map(({ prior }) => prior)),
    same = await sameInGraph(graph)
  return found
    .filter(({ iri, others }) => ![iri, ...others].some((one) => same.has(one)))
    .map((thing): KnownCandidate => {
      const score = Math.max(LEAST, (thing.isAlias ? ALIAS : LABEL) - PER_PRIOR * (best - thing.prior))
      const agreed = agreement(thing, properties)
      return agreed === undefined ? { thing, score } : { thing, score: 0.7 * score + 28 * agreed, agreed }
    })
    .toSorted((a, b) => b.score - a.score || b.thing.prior - a.thing.prior || (a.thing.iri < b.thing.iri ? -1 : 1))
}

function isOf(thing: KnownThing, types: readonly string[]): boolean {
  return (
    types.length === 0 ||
    typesKnown(thing).some(
      ({ id }) => types.includes(id) || (id === 'schema:Organization' && types.includes('schema:NewsMediaOrganization')),
    )
  )
}

/** How many of the wanted values are among its facts, 0 to 1. */
function agreement({ facts }: KnownThing, properties: readonly { readonly values: readonly string[] }[]): number | undefined {
  if (properties.length === 0) return undefined
  const known = facts.map(plain)
  return properties.reduce(
    (sum, { values }) =>
      sum + Math.max(0, ...values.flatMap((value) => known.map((fact) => likeness(plain(value), fact)))) / properties.length,
    0,
  )
}

const opened = new WeakMap<Graph, Promise<ReadonlySet<string>>>()

/** IRIs that things of the graph are the same as. */
function sameInGraph(graph: Graph): Promise<ReadonlySet<string>> {
  const found =
    opened.get(graph) ??
    select(graph, 'SELECT DISTINCT ?other { ?node owl:sameAs ?other }').then(
      (rows) => new Set(rows.flatMap(({ other }) => (other ? [other.value] : []))),
    )
  opened.set(graph, found)
  found.catch(() => opened.delete(graph))
  return found
}

/** What a table can be completed with. */
export const KNOWN_PROPERTIES = [
  { id: 'owl:sameAs', name: 'same as' },
  { id: 'geo:lat', name: 'latitude' },
  { id: 'geo:long', name: 'longitude' },
] as const

type Cell = { readonly str: string } | { readonly float: number }

export function cellsKnown({ iri, others, label, lat, long, facts }: KnownThing, property: string): Cell[] {
  switch (property) {
    case 'rdfs:label':
      return [{ str: label }]
    case 'owl:sameAs':
      return [iri, ...others].map((str) => ({ str }))
    case 'geo:lat':
      return lat === undefined ? [] : [{ float: lat }]
    case 'geo:long':
      return long === undefined ? [] : [{ float: long }]
    case 'schema:jobTitle':
      return facts.map((str) => ({ str }))
    default:
      return []
  }
}
