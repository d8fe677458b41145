/**
 * Under which key other articles may know an entity.
 * In: the entities of one article. Out: a key each: "Sergey Lavrov" → `person/sergey-lavrov`. A bare "Smith" has a key too, but is
 * tied: the name alone does not say who it is. "a police spokesman" and "the report" are not named: they keep to their article. A body
 * known only by what it is ("Foreign Ministry") belongs to its country if the article says which: `organization/foreign-ministry-russia`.
 */
import { slug } from '../map/iri.js'
import type { ArticleGraph, Entity } from '../model.js'
import { isFullName, plainName } from './person-names.js'

const bodies = new Set(['ministry', 'department', 'government', 'cabinet', 'parliament', 'senate', 'congress', 'assembly', 'house',
  'court', 'police', 'army', 'navy', 'air', 'force', 'forces', 'council', 'commission', 'committee', 'agency', 'office', 'bank',
  'party', 'opposition', 'foreign', 'interior', 'defence', 'defense', 'finance', 'health', 'education', 'justice', 'culture',
  'supreme', 'constitutional', 'high', 'appeal', 'appeals', 'district', 'federal', 'state', 'national', 'central', 'city', 'town',
  'regional', 'security', 'human', 'rights', 'affairs', 'election', 'electoral', 'military', 'armed', 'coast', 'guard', 'border',
  'university', 'hospital', 'school', 'church', 'of', 'the', 'and', 'for', 'attorney', 'general', 'prosecutor', 'fire', 'service',
  'lower', 'upper', 'presidency', 'presidential', 'administration', 'junta', 'secret', 'intelligence', 'public', 'works'])

export interface EntityKey {
  readonly key: string
  /** It has a name, so that other articles may speak of it too. */
  readonly isNamed: boolean
  /** The name alone does not tell what it is. */
  readonly isTied: boolean
}

/** The key of each entity of the article, in the same order. */
export function keysOf(graph: ArticleGraph): EntityKey[] {
  return graph.entities.map((entity) => keyOf(graph, entity))
}

/** The id of an entity that no other article can speak of; never the same twice in the article. */
export function ownIdsOf({ article, entities }: ArticleGraph): string[] {
  const taken = new Set<string>()
  return entities.map((entity, at) => {
    const id = `${keyFor(entity)}-${article.id}`
    const isTaken = taken.has(id)
    taken.add(id)
    return isTaken ? `${id}-${at + 1}` : id
  })
}

function keyFor(entity: Entity): string {
  return `${entity.kind}/${slug(entity.kind === 'person' && !entity.isUnnamed ? plainName(entity.name) : entity.name) || 'unnamed'}`
}

function keyOf(graph: ArticleGraph, entity: Entity): EntityKey {
  const key = keyFor(entity)
  if (!isNamed(entity)) return { key, isNamed: false, isTied: true }
  const owner = entity.kind === 'organization' && isBody(entity.name) ? ownerOf(graph, entity) : undefined
  return owner ? { key: `${key}-${slug(owner.name)}`, isNamed: true, isTied: false } : { key, isNamed: true, isTied: isTied(entity) }
}

/** "the report", "border": no capital letter or digit, so no name. A group may be known by a small word. */
function isNamed({ kind, name, isUnnamed }: Entity): boolean {
  return !isUnnamed && (kind === 'group' || kind === 'person' || /[\p{Lu}\p{Lo}\p{N}]/u.test(name))
}

function isTied({ kind, name }: Entity): boolean {
  return kind === 'person' ? !isFullName(name) : kind === 'organization' && isBody(name)
}

function isBody(name: string): boolean {
  return name.toLowerCase().split(/[^\p{L}]+/u).every((word) => bodies.has(word))
}

/** The country, place or body that a body belongs to, if the article says so. */
function ownerOf(graph: ArticleGraph, { id, standsFor }: Entity): Entity | undefined {
  const part = graph.relations.find((relation) => relation.subject === id && relation.factuality === 'Asserted'
    && (relation.predicate === 'partOf' || relation.predicate === 'basedIn' || relation.predicate === 'locatedIn'))
  const owner = part?.object ?? standsFor
  return graph.entities.find((entity) => entity.id === owner && isNamed(entity) && !isTied(entity))
}
