/**
 * Several articles become one graph: the same person, organisation, place, outlet or work is one node, namesakes are not.
 * In: ArticleGraphs in any order. Out: the same graphs with the ids, labels and types of the whole, in one order (date, id).
 * "Sergey Lavrov" in two papers → `person/sergey-lavrov` in both; "a police spokesman" stays with his article.
 *
 * Two passes keep memory flat: `add` sees every graph once and keeps a digest of a few kilobytes (names, roles, company), so
 * that the caller can put the graph aside on disk; when all were seen, `apply` rewrites one graph after the other in `order`.
 */
import type { ArticleGraph, Entity, NewsGraph, RoleHolding } from '../model.js'
import { slug } from '../map/iri.js'
import { commonest, compare, groupBy } from './grouping.js'
import { keysOf } from './keys.js'
import { firstArticle, groupNamesakes, type Occurrence } from './namesakes.js'
import { rewrite, type Merged } from './rewrite.js'

export { keep } from './articles.js'

export interface Merge {
  /** First pass: notes what the article's entities are called and known by. Not after `order` or `apply`. */
  readonly add: (graph: ArticleGraph) => void
  /** Numbers of the `add` calls, from 0, in the order in which to write; of articles with the same text one is left. */
  readonly order: () => readonly number[]
  /** Second pass: the graph with the entities of the whole. */
  readonly apply: (graph: ArticleGraph) => ArticleGraph
}

interface Digest {
  readonly articleId: string
  readonly date: string
  readonly source: string
  readonly occurrences: readonly Occurrence[]
  /** Short names with the key of what they stand for: `organization/eu` → `organization/european-union`. */
  readonly shortNames: readonly (readonly [string, string])[]
}

/** All at once, in memory: for a few articles, tests and the browser. */
export function merge(graphs: Iterable<ArticleGraph>): NewsGraph {
  const all = [...graphs]
  const merging = startMerge()
  for (const graph of all) merging.add(graph)
  return { articles: merging.order().flatMap((number) => all[number] ?? []).map(merging.apply) }
}

export function startMerge(): Merge {
  const digests: Digest[] = []
  let settled: { order: readonly number[]; mergedOf: (key: string, articleId: string) => Merged | undefined } | undefined
  const settle = () => (settled ??= settleAll(digests))
  return {
    add: (graph) => void digests.push(digest(graph)),
    order: () => settle().order,
    apply: (graph) => {
      const keys = keysOf(graph)
      return rewrite(graph, (entity, at) => settle().mergedOf(keys[at] ?? '', graph.article.id) ?? entity)
    },
  }
}

function digest(graph: ArticleGraph): Digest {
  const { id, date = '9999', url, source } = graph.article
  const keys = keysOf(graph)
  const keyById = new Map(graph.entities.map((entity, at) => [entity.id, keys[at] ?? '']))
  const occurrences = graph.entities.map((entity, at): Occurrence => ({
    articleId: id, key: keys[at] ?? '', name: entity.name, confidence: entity.confidence,
    ...(entity.type && { type: entity.type }), ...(entity.outletKind && { outletKind: entity.outletKind }),
    marks: marksOf(entity, graph.roles, keyById),
  }))
  return { articleId: id, date, source: url ?? source, occurrences, shortNames: graph.entities.flatMap((entity, at) => shortNamesOf(entity, keys[at] ?? '')) }
}

/** What tells an entity from its namesakes: of people what they are, of places whether they are countries, of works their form. */
function marksOf(entity: Entity, roles: readonly RoleHolding[], keyById: ReadonlyMap<string, string>): string[] {
  switch (entity.kind) {
    case 'person': return roles.filter(({ holder }) => holder === entity.id).map(({ of, title }) =>
      of ? `of:${keyById.get(of) ?? of}` : `title:${slug(title.split(' ').at(-1) ?? '')}`)
    case 'place': return entity.type ? [entity.type === 'Country' ? 'class:country' : 'class:part'] : []
    case 'work': return entity.type ? [`class:${entity.type}`] : []
    case 'organization': case 'outlet': case 'group': return []
  }
}

function shortNamesOf({ kind, name, names }: Entity, key: string): (readonly [string, string])[] {
  if (kind === 'person' || kind === 'group') return []
  return names.filter((short) => short !== name && /^\p{Lu}[\p{Lu}.&]{1,6}$/u.test(short)).map((short) => [`${kind}/${slug(short)}`, key] as const)
}

function settleAll(digests: readonly Digest[]) {
  const order = orderOf(digests)
  const kept = order.flatMap((number) => digests[number] ?? [])
  const keyOf = aliases(kept)
  const contexts = new Map(kept.map(({ articleId, occurrences }) => [articleId, occurrences.map(({ key }) => keyOf(key))]))
  const contextOf = (articleId: string) => contexts.get(articleId) ?? []
  const things = new Map<string, Map<string, Merged> | Merged>()
  for (const [key, occurrences] of groupBy(kept.flatMap((one) => one.occurrences), (one) => keyOf(one.key))) {
    const groups = groupNamesakes(occurrences, contextOf).map((group, rank) => ({ group, merged: mergeGroup(key, group, rank) }))
    const [only, ...others] = groups
    if (only && others.length === 0) things.set(key, only.merged)
    else things.set(key, new Map(groups.flatMap(({ group, merged }) => group.map(({ articleId }) => [articleId, merged] as const))))
  }
  const mergedOf = (key: string, articleId: string) => {
    const thing = things.get(keyOf(key))
    return thing instanceof Map ? thing.get(articleId) : thing
  }
  return { order, mergedOf }
}

/** By date, then by the hash of the text; of the same text read twice, the copy with the first source. */
function orderOf(digests: readonly Digest[]): number[] {
  const numbered = digests.map((one, number) => ({ ...one, number }))
  const sorted = numbered.toSorted((a, b) => compare(a.date, b.date) || compare(a.articleId, b.articleId) || compare(a.source, b.source))
  const seen = new Set<string>()
  return sorted.filter(({ articleId }) => !seen.has(articleId) && seen.add(articleId)).map(({ number }) => number)
}

/** A short name that stands for one thing only in all articles leads to it; an organisation that is an outlet elsewhere is one. */
function aliases(digests: readonly Digest[]): (key: string) => string {
  const longForms = new Map<string, Set<string>>()
  for (const [short, long] of digests.flatMap(({ shortNames }) => shortNames)) {
    longForms.set(short, (longForms.get(short) ?? new Set()).add(long))
  }
  const keys = new Set(digests.flatMap(({ occurrences }) => occurrences.map(({ key }) => key)))
  const asOutlet = (key: string) => {
    const outlet = key.replace(/^organization\//u, 'outlet/')
    return keys.has(outlet) ? outlet : key
  }
  return (key) => {
    const long = longForms.get(key)
    const [only] = long?.size === 1 ? long : []
    return asOutlet(only ?? key)
  }
}

function mergeGroup(key: string, group: readonly Occurrence[], rank: number): Merged {
  const type = commonest(group.flatMap((one) => one.type ?? []))
  const outletKind = commonest(group.flatMap((one) => one.outletKind ?? []))
  return {
    id: rank === 0 ? key : `${key}-${firstArticle(group)}`,
    name: commonest(group.map((one) => one.name)) ?? key,
    confidence: group.reduce((highest, one) => Math.max(highest, one.confidence), 0),
    ...(type && { type }), ...(outletKind && { outletKind }),
  }
}
