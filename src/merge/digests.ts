/**
 * What merging needs to remember of an article while it sees the others.
 * In: an ArticleGraph. Out: a few kilobytes: the keys, names and types of its named entities, and what tells them from namesakes:
 * "Paul Young, mayor of Memphis" → key `person/paul-young`, mark `of:place/memphis`.
 */
import { slug } from '../map/iri.js'
import type { ArticleGraph, Entity, RoleHolding } from '../model.js'
import { keysOf, variantKeysOf } from './keys.js'
import type { Occurrence } from './namesakes.js'

export interface Digest {
  readonly articleId: string
  readonly date: string
  readonly source: string
  readonly occurrences: readonly Occurrence[]
  /** Short names with the key of what they stand for: `organization/eu` → `organization/european-union`. */
  readonly shortNames: readonly (readonly [string, string])[]
  /** Keys of people with those of their other full names: `person/joe-biden`, `person/joseph-biden`. */
  readonly variants: readonly (readonly [string, string])[]
}

/** Only of what other articles may speak of too. */
export function digest(graph: ArticleGraph, intern: (text: string) => string): Digest {
  const { id, date = '9999', url, source } = graph.article
  const keys = keysOf(graph)
  const keyById = new Map(graph.entities.map((entity, at) => [entity.id, intern(keys[at]?.key ?? '')]))
  const shared = graph.entities.filter((_, at) => keys[at]?.isShared)
  const occurrences = shared.map((entity): Occurrence => ({
    articleId: id, key: keyById.get(entity.id) ?? '', name: intern(entity.name), confidence: entity.confidence,
    ...(entity.type && { type: intern(entity.type) }), ...(entity.outletKind && { outletKind: intern(entity.outletKind) }),
    marks: marksOf(entity, graph.roles, keyById).map(intern),
  }))
  const shortNames = shared.flatMap((entity) => shortNamesOf(entity, keyById.get(entity.id) ?? ''))
  const variants = shared.flatMap((entity) => {
    const key = keyById.get(entity.id) ?? ''
    return variantKeysOf(entity, key).map((variant) => [key, intern(variant)] as const)
  })
  return { articleId: id, date, source: url ?? source, occurrences, shortNames, variants }
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

/** Keeps one copy of each string: names come again and again. */
export function internStrings(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text) ?? text
    known.set(found, found)
    return found
  }
}
