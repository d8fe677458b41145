/**
 * What merging needs to remember of an article while it sees the others.
 * In: an ArticleGraph. Out: at most a few kilobytes of plain JSON: the names, kinds and types of its named entities, and what tells
 * them from namesakes: "Paul Young, mayor of Memphis" → name `Paul Young`, marks `title:mayor`, `of:place/memphis`.
 * Not kept: who and what has no name ("a police spokesman"): no other article can speak of it by that.
 */
import type { ArticleGraph, Entity, EntityKind, RoleHolding, Tie } from '../model.js'
import { marksOfRole } from './callings.js'
import { keysOf } from './keys.js'
import { tieOf } from './ties.js'

/** A named entity of an article, as far as merging needs it. */
export interface Occurrence {
  /** Its id within the article. */
  readonly local: string
  readonly kind: EntityKind
  /** Kind and plain name; with the owner of a body that every country has: `organization/foreign-ministry-russia`. */
  readonly key: string
  /** It cannot be known from its name alone: a bare surname, "Foreign Ministry" of who knows where. */
  readonly isTied?: true
  readonly name: string
  /** Its other names. */
  readonly names?: readonly string[]
  readonly type?: string
  readonly outletKind?: string
  readonly confidence: number
  /** What tells it from namesakes: "of:place/russia", "title:singer", "class:country"; equal marks mean the same thing. */
  readonly marks?: readonly string[]
  /** What it is elsewhere, as this article's words tell. */
  readonly tie?: Tie
}

export interface Digest {
  readonly articleId: string
  readonly date?: string
  /** Puts copies of one article in order, whatever the order in which they come in: its address and the hash of its text, or where it was read. */
  readonly source: string
  readonly occurrences: readonly Occurrence[]
}

/** Only of what has a name. */
export function digest(graph: ArticleGraph): Digest {
  const { id, date, url, source, textSha256 } = graph.article
  const keys = keysOf(graph)
  const keyById = new Map(graph.entities.map((entity, at) => [entity.id, keys[at]?.key ?? entity.id]))
  const occurrences = graph.entities.flatMap((entity, at): Occurrence[] => {
    const key = keys[at]
    if (!key?.isNamed) return []
    const others = entity.names.filter((name) => name !== entity.name)
    const tie = tieOf(graph.links?.[entity.id])
    const marks = [...new Set(marksOf(entity, graph.roles, keyById))]
    return [{
      local: entity.id, kind: entity.kind, key: key.key, name: entity.name, confidence: entity.confidence,
      ...(key.isTied && { isTied: true }), ...(others.length > 0 && { names: others }), ...(marks.length > 0 && { marks }),
      ...(entity.type && { type: entity.type }), ...(entity.outletKind && { outletKind: entity.outletKind }),
      ...(tie && { tie }),
    }]
  })
  return { articleId: id, source: url === undefined ? source : `${url} ${textSha256.slice(0, 16)}`, occurrences, ...(date && { date }) }
}

/** What tells an entity from its namesakes: of people what they are, of places whether they are countries, of works their form. */
function marksOf(entity: Entity, roles: readonly RoleHolding[], keyById: ReadonlyMap<string, string>): string[] {
  switch (entity.kind) {
    case 'person': return roles.filter(({ holder }) => holder === entity.id).flatMap(({ of, title }) => marksOfRole(title, of && (keyById.get(of) ?? of)))
    case 'place': return entity.type ? [entity.type === 'Country' ? 'class:country' : 'class:part'] : []
    case 'work': return entity.type ? [`class:${entity.type}`] : []
    case 'organization': case 'outlet': case 'group': return []
  }
}
