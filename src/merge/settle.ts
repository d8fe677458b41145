/**
 * What every named entity of all articles is: its id, name and type in the whole graph.
 * In: the digests of all articles. Out: the order of writing, and for a key in an article the thing it names:
 * `person/paul-young` in article b → `person/paul-young-b`, as the one in article a is another man.
 */
import type { Digest } from './digests.js'
import { commonest, compare, connected, groupBy } from './grouping.js'
import { firstArticle, groupNamesakes, type Occurrence } from './namesakes.js'
import type { Merged } from './rewrite.js'

export interface Settled {
  readonly order: readonly number[]
  readonly mergedOf: (key: string, articleId: string) => Merged | undefined
}

export function settleAll(digests: readonly Digest[]): Settled {
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

/** Where a key leads: a short name to the one thing it stands for, a variant to the usual name, an organisation to the outlet it is. */
function aliases(digests: readonly Digest[]): (key: string) => string {
  const keys = new Set(digests.flatMap(({ occurrences }) => occurrences.map(({ key }) => key)))
  const asOutlet = (key: string) => {
    const outlet = key.replace(/^organization\//u, 'outlet/')
    return keys.has(outlet) ? outlet : key
  }
  const longForms = groupBy(digests.flatMap(({ shortNames }) => shortNames), ([short]) => short)
  const usual = usualKeys(digests)
  return (key) => {
    const [only, ...others] = new Set((longForms.get(key) ?? []).map(([, long]) => long))
    return asOutlet(others.length === 0 && only ? only : (usual.get(key) ?? key))
  }
}

/** Of the names of one person, the commonest; names that an article keeps apart are not of one person. */
function usualKeys(digests: readonly Digest[]): Map<string, string> {
  const byKey = groupBy(digests.flatMap(({ occurrences }) => occurrences), ({ key }) => key)
  const usual = new Map<string, string>()
  for (const pairs of connected(digests.flatMap(({ variants }) => variants), (pair) => pair)) {
    const keys = new Set(pairs.flat())
    const found = [...keys].flatMap((key) => byKey.get(key) ?? [])
    const isApart = new Set(found.map(({ articleId }) => articleId)).size < found.length
    const best = commonest(found.map(({ key }) => key))
    if (best && !isApart) for (const key of keys) usual.set(key, best)
  }
  return usual
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
