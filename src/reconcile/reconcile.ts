/**
 * Whom a reconciliation service takes for the things of an article that no knowledge base knows.
 * In: an article with its links. Out: the same with more: "Mara Lindqvist", whom the service matches with one of her very name → `skos:closeMatch`.
 * What it says is one witness and no proof: it never says `owl:sameAs`, and what it calls otherwise, of another kind, or matches twice, is not taken.
 * The confidence is no measured one: services differ.
 */
import { nameKey } from '../link/name-keys.js'
import type { Entity, EntityKind, Link, Linked } from '../model.js'
import type { Candidate, Manifest, Query } from './service.js'

const CONFIDENCE = 0.7

/** What types are called by Wikidata's services and by those that speak schema.org. */
const TYPES: Readonly<Partial<Record<EntityKind, readonly string[]>>> = {
  person: ['Q5', 'Person'], organization: ['Q43229', 'Organization'], outlet: ['Q43229', 'Organization'], place: ['Q618123', 'Q2221906', 'Place'], work: ['Q17537576', 'CreativeWork'],
}

export interface Question { readonly entity: Entity; readonly query: Query }

/** @param isDecided whether people said what it is, or that it is nothing */
export function questionsOf({ entities, links }: Linked, manifest: Manifest, isDecided: (entity: Entity) => boolean): Question[] {
  const open = entities.filter((entity) => (links[entity.id] ?? []).length === 0 && isWorthAsking(entity) && !isDecided(entity))
  return open.map((entity) => {
    const type = manifest.types.find((id) => TYPES[entity.kind]?.includes(tailOf(id)))
    return { entity, query: { query: entity.name.slice(0, 200), ...(type !== undefined && { type }), limit: 5 } }
  })
}

/** A full name, of something that can be known elsewhere. */
function isWorthAsking({ kind, name, isUnnamed }: Entity): boolean {
  const words = nameKey(name).split(' ')
  return !isUnnamed && kind !== 'group' && (kind === 'person' ? words.length > 1 : name.length > 2)
}

/** `schema:Person`, `https://schema.org/Person` → "Person". */
const tailOf = (id: string): string => id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf('#'), id.lastIndexOf(':')) + 1)

/** The link that an answer is worth; nothing where it is a guess. */
export function linkFrom({ entity }: Question, candidates: readonly Candidate[], { name, identifierSpace }: Manifest, address: string): Link | undefined {
  const [match, ...more] = candidates.filter((candidate) => candidate.match)
  if (!match || more.length > 0 || !isCalledSo(entity, match) || !isOfKind(entity, match)) return undefined
  const target = /^https?:\/\//u.test(match.id) ? match.id : `${identifierSpace}${match.id}`
  if (!/^https?:\/\/[^\s<>"{}|^`\\]+$/u.test(target)) return undefined
  return {
    predicate: 'closeMatch', target, confidence: CONFIDENCE, rule: 'link-reconciled', facts: [], namesakes: candidates.length - 1,
    knowledgeBase: `${name.replace(/[\p{Cc}\s]+/gu, ' ').slice(0, 100)} (${address})`, evidence: entity.evidence,
  }
}

function isCalledSo({ name, names }: Entity, candidate: Candidate): boolean {
  const key = nameKey(candidate.name.replace(/ \([^)]*\)$/u, ''))
  return [name, ...names].some((own) => nameKey(own) === key)
}

/** Unless it says that it is something else. */
function isOfKind({ kind }: Entity, { types }: Candidate): boolean {
  const kinds = types.flatMap((id) => Object.entries(TYPES).flatMap(([one, ids]) => ids.includes(tailOf(id)) ? [one] : []))
  return kinds.length === 0 || kinds.includes(kind)
}
