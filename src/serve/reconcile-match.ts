/**
 * Matching the cells of a table with the entities of the graph.
 * In: a query as OpenRefine sends it, `{ "query": "Lavrov", "type": "schema:Person", "properties": [{ "pid": "ng:heldFor", "v": "Russia" }] }`.
 * Out: candidates, the best first, each with a score of 0 to 100 and whether it may be taken without asking a person.
 */
import { entitiesOf, type Entity, type Found } from './entities.js'
import type { Graph, Term } from './graph.js'
import { candidatesKnown, describeKnown, type KnownCandidate, typesKnown } from './knowledge.js'
import { likeness, plain } from './likeness.js'
import { expand, relative, wordsIn } from './names.js'
import { valuesOf } from './reconcile-properties.js'

export interface Candidate {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly type: readonly { readonly id: string; readonly name: string }[]
  readonly score: number
  readonly match: boolean
  readonly features: readonly { readonly id: string; readonly value: number }[]
}

export interface CandidateQuery {
  readonly query: string
  readonly types: readonly string[]
  readonly limit: number
  readonly properties: readonly { readonly pid: string; readonly values: readonly string[] }[]
}

/** What is not asked for in so many words. */
const CANDIDATES = 5
const MOST_CANDIDATES = 50
/** A name as alike as this, and no other nearly so, is taken for a match. */
const SURE = 95
const CLEAR_BY = 5

/** Reads a query of any version of the protocol; undefined where it is none. */
export function readCandidateQuery(given: unknown): CandidateQuery | undefined {
  if (typeof given === 'string') return { query: given, types: [], limit: CANDIDATES, properties: [] }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  const { query, type, types, limit, properties } = given as Readonly<Record<string, unknown>>
  const filters = listOf(properties).flatMap((filter) => {
    const { pid, p, v } = Object(filter) as Readonly<Record<string, unknown>>
    const id = idOf(pid ?? p)
    return id === undefined ? [] : [{ pid: id, values: listOf(v).flatMap((value) => textOf(value) ?? []) }]
  })
  if (typeof query !== 'string' && filters.length === 0) return undefined
  const most = Number(limit)
  return {
    query: typeof query === 'string' ? query : '',
    properties: filters.filter(({ values }) => values.length > 0),
    types: listOf(type ?? types).flatMap((one) => idOf(one) ?? []),
    limit: most >= 1 ? Math.min(Math.floor(most), MOST_CANDIDATES) : CANDIDATES,
  }
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** A text, a number, a yes or no, or an entity that was matched before. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return 'name' in value ? textOf(value.name) : idOf(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

export async function candidates(graph: Graph, wanted: CandidateQuery): Promise<Candidate[]> {
  const found = await byName(graph, wanted)
  const near = found.slice(0, Math.max(wanted.limit, 20))
  const agree = await agreement(graph, near, wanted.properties)
  const rated = near
    .map((entity) => ({
      entity,
      score: agree === undefined ? entity.score : 0.7 * entity.score + 30 * agree(entity.iri),
      agreed: agree?.(entity.iri),
    }))
    .toSorted((a, b) => b.score - a.score || b.entity.articles - a.entity.articles)
  const second = rated[1]?.score ?? 0
  const own = rated.slice(0, wanted.limit).map(({ entity, score, agreed }, at): Candidate => ({
    id: relative(graph, entity.iri),
    name: entity.label,
    description: descriptionOf(entity),
    type: typesOf(entity),
    score: Math.round(score * 10) / 10,
    match: at === 0 && score >= SURE && score - second >= CLEAR_BY,
    features: [
      { id: 'name', value: entity.score },
      ...(agreed === undefined ? [] : [{ id: 'properties', value: Math.round(agreed * 100) }]),
      { id: 'articles', value: entity.articles },
    ],
  }))
  const known = await candidatesKnown(graph, wanted)
  return [...own, ...known.map((each, at) => candidateKnown(each, at === 0 && isClear(known, own[0]?.score ?? 0)))]
    .toSorted((a, b) => b.score - a.score)
    .slice(0, wanted.limit)
}

/** Nothing in the graph is called nearly so, and no namesake is as well known. */
function isClear([first, second]: readonly KnownCandidate[], own: number): boolean {
  return first !== undefined && own < NEAR && first.score >= SURE_OF_KNOWN && first.score - (second?.score ?? 0) >= CLEAR_BY
}

const NEAR = 85
const SURE_OF_KNOWN = 90

function candidateKnown({ thing, score, agreed }: KnownCandidate, match: boolean): Candidate {
  return {
    id: thing.iri,
    name: thing.label,
    description: describeKnown(thing),
    type: typesKnown(thing),
    score: Math.round(score * 10) / 10,
    match,
    features: [
      { id: 'prior', value: thing.prior },
      ...(agreed === undefined ? [] : [{ id: 'properties', value: Math.round(agreed * 100) }]),
    ],
  }
}

/** By its name or id; all of the type where only properties are given. */
async function byName(graph: Graph, { query, types }: CandidateQuery): Promise<readonly Found[]> {
  const entities = await entitiesOf(graph)
  const same = entities.get(expand(graph, query.trim()) ?? '')
  if (same) return [{ ...same, score: 100 }]
  if (query.trim() === '')
    return entities.all
      .filter((entity) => types.length === 0 || types.some((type) => entity.types.includes(type)))
      .map((entity) => ({ ...entity, score: 50 }))
  return entities.find(query, { types })
}

/** How many of the wanted values an entity has, 0 to 1. */
async function agreement(
  graph: Graph,
  found: readonly Entity[],
  properties: CandidateQuery['properties'],
): Promise<((iri: string) => number) | undefined> {
  if (properties.length === 0) return undefined
  const valueOf = await valuesOf(
    graph,
    found.map(({ iri }) => iri),
    properties.map(({ pid }) => pid),
  )
  const entities = await entitiesOf(graph)
  const called = (term: Term): string[] => {
    const entity = entities.get(term.value)
    return entity ? [entity.label, ...entity.names] : [term.type === 'uri' ? wordsIn(term.value) : term.value]
  }
  return (iri) =>
    properties.reduce((sum, { pid, values }) => {
      const names = valueOf(iri, pid).flatMap(called).map(plain)
      return sum + Math.max(0, ...values.flatMap((value) => names.map((name) => likeness(plain(value), name)))) / properties.length
    }, 0)
}

export function typesOf({ types }: Entity): { readonly id: string; readonly name: string }[] {
  return types.map((id) => ({ id, name: wordsIn(id) }))
}

export function descriptionOf({ kind, articles, names }: Entity): string {
  const also = names.length > 0 ? `; also ${names.slice(0, 3).join(', ')}` : ''
  return `${kind}, named in ${articles === 1 ? 'one article' : `${articles} articles`}${also}`
}
