/**
 * Which entities may be the same thing in another article: those with the same key.
 * In: the entities of one article. Out: a key each: "Sergey Lavrov" → `person/sergey-lavrov`, which other articles share.
 * "a police spokesman", a bare "Smith" and "the report" keep to their article: `person/police-spokesman-76f4…`. A body known
 * only by what it is ("Foreign Ministry") belongs to its country if the article says which: `organization/foreign-ministry-russia`.
 */
import { slug } from '../map/iri.js'
import type { ArticleGraph, Entity } from '../model.js'

const honorifics = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'professor', 'sir', 'dame', 'lord', 'lady', 'president', 'king',
  'queen', 'prince', 'princess', 'pope', 'minister', 'senator', 'sen', 'rep', 'general', 'gen', 'colonel', 'col', 'captain', 'judge'])

const bodies = new Set(['ministry', 'department', 'government', 'cabinet', 'parliament', 'senate', 'congress', 'assembly', 'house',
  'court', 'police', 'army', 'navy', 'air', 'force', 'forces', 'council', 'commission', 'committee', 'agency', 'office', 'bank',
  'party', 'opposition', 'foreign', 'interior', 'defence', 'defense', 'finance', 'health', 'education', 'justice', 'culture',
  'supreme', 'constitutional', 'high', 'appeal', 'appeals', 'district', 'federal', 'state', 'national', 'central', 'city', 'town',
  'regional', 'security', 'human', 'rights', 'affairs', 'election', 'electoral', 'military', 'armed', 'coast', 'guard', 'border',
  'university', 'hospital', 'school', 'church', 'of', 'the', 'and', 'for', 'attorney', 'general', 'prosecutor', 'fire', 'service',
  'lower', 'upper', 'presidency', 'presidential', 'administration', 'junta', 'secret', 'intelligence', 'public', 'works'])

/** A key, and whether other articles may have it too. */
export interface EntityKey { readonly key: string; readonly isShared: boolean }

/** The key of each entity of the article, in the same order; never the same twice. */
export function keysOf(graph: ArticleGraph): EntityKey[] {
  const taken = new Set<string>()
  return graph.entities.map((entity, at) => {
    const found = keyOf(graph, entity)
    const isTaken = taken.has(found.key)
    taken.add(found.key)
    return isTaken ? { key: `${found.key}-${graph.article.id}-${at + 1}`, isShared: false } : found
  })
}

function keyOf(graph: ArticleGraph, entity: Entity): EntityKey {
  const key = `${entity.kind}/${slug(plainName(entity)) || 'unnamed'}`
  const owner = entity.kind === 'organization' && isBody(entity.name) ? ownerOf(graph, entity) : undefined
  if (owner) return { key: `${key}-${slug(owner.name)}`, isShared: true }
  return isTiedToArticle(entity) ? { key: `${key}-${graph.article.id}`, isShared: false } : { key, isShared: true }
}

/** Keys of a person's other full names: "Joe Biden" beside "Joseph R. Biden". Same last name, same two first letters. */
export function variantKeysOf({ kind, name, names }: Entity, key: string): string[] {
  if (kind !== 'person') return []
  const frame = (words: string) => `${slug(words).slice(0, 2)} ${slug(words).split('-').at(-1)}`
  const variants = names.map((other) => plainName({ kind, name: other, isUnnamed: false })).filter((other) => other.includes(' ') && frame(other) === frame(name))
  return variants.map((other) => `person/${slug(other)}`).filter((other) => other !== key)
}

/** Of people: without honorific and middle initial, so that "Joseph R. Biden" and "Joseph Biden" meet. */
function plainName({ kind, isUnnamed, name }: Pick<Entity, 'kind' | 'isUnnamed' | 'name'>): string {
  if (kind !== 'person' || isUnnamed) return name
  const words = name.split(/\s+/u)
  const start = words.findIndex((word) => !honorifics.has(word.toLowerCase().replace(/\.$/u, '')))
  const rest = words.slice(Math.max(start, 0))
  return rest.filter((word, at) => at === 0 || at === rest.length - 1 || !/^\p{Lu}\.?$/u.test(word)).join(' ')
}

function isTiedToArticle(entity: Entity): boolean {
  if (entity.isUnnamed) return true
  switch (entity.kind) {
    case 'person': return !plainName(entity).includes(' ')
    case 'organization': return isBody(entity.name) || isDescription(entity.name)
    case 'outlet': case 'place': case 'work': return isDescription(entity.name)
    case 'group': return false
  }
}

/** "the report", "border": no capital letter or digit, so no name. */
function isDescription(name: string): boolean {
  return !/[\p{Lu}\p{Lo}\p{N}]/u.test(name)
}

function isBody(name: string): boolean {
  return name.toLowerCase().split(/[^\p{L}]+/u).every((word) => bodies.has(word))
}

/** The country, place or body that a body belongs to, if the article says so. */
function ownerOf(graph: ArticleGraph, { id, standsFor }: Entity): Entity | undefined {
  const part = graph.relations.find((relation) => relation.subject === id && relation.factuality === 'Asserted'
    && (relation.predicate === 'partOf' || relation.predicate === 'basedIn' || relation.predicate === 'locatedIn'))
  const owner = part?.object ?? standsFor
  return graph.entities.find((entity) => entity.id === owner && !isTiedToArticle(entity))
}
