/**
 * An article's graph with other entity ids.
 * In: an ArticleGraph, and what each of its entities is called in the whole graph. Out: the same with ids, labels and types of
 * the whole graph: `person/macron` → `person/emmanuel-macron`. Entities that turn out to be one are joined.
 */
import type { ArticleGraph, Entity, EntityKind, Evidence, Link, NewsEvent, Relation, RoleHolding, Statement, Tie } from '../model.js'
import { compare, groupBy } from './grouping.js'

/** A thing of the whole graph. */
export interface Merged {
  readonly id: string
  readonly kind: EntityKind
  readonly name: string
  /** All its names in all articles, sorted. */
  readonly names: readonly string[]
  readonly type?: string
  readonly outletKind?: string
  readonly confidence: number
  readonly tie?: Tie
}

type Rename = (id: string) => string

export function rewrite(graph: ArticleGraph, mergedOf: (entity: Entity, at: number) => Merged): ArticleGraph {
  const merged = graph.entities.map(mergedOf)
  const newIds = new Map(graph.entities.map((entity, at) => [entity.id, merged[at]?.id ?? entity.id]))
  const rename: Rename = (id) => newIds.get(id) ?? id
  return {
    ...graph,
    entities: joinSame(graph.entities.map((entity, at) => renameEntity(entity, merged[at], rename))),
    roles: graph.roles.map((role) => renameRole(role, rename)),
    statements: graph.statements.map((statement) => renameStatement(statement, rename)),
    events: graph.events.map((event) => renameEvent(event, rename)),
    relations: graph.relations.map((relation) => renameRelation(relation, rename)),
    ...(graph.links && { links: renameLinks(graph, merged, rename) }),
  }
}

/** By the ids of the whole graph; without those that other articles outweigh. */
function renameLinks({ entities, links = {} }: ArticleGraph, merged: readonly Merged[], rename: Rename): Readonly<Record<string, readonly Link[]>> {
  const targets = new Map(entities.map(({ id }, at) => [id, new Set(merged[at]?.tie?.targets)]))
  const kept = new Map<string, Link[]>()
  for (const [entity, own] of Object.entries(links)) {
    const id = rename(entity), known = kept.get(id) ?? []
    const fresh = own.filter(({ target }) => targets.get(entity)?.has(target) && !known.some((other) => other.target === target))
    if (known.length + fresh.length > 0) kept.set(id, [...known, ...fresh])
  }
  return Object.fromEntries(kept)
}

function renameEntity(entity: Entity, merged: Merged | undefined, rename: Rename): Entity {
  return {
    ...entity, ...merged,
    ...(entity.standsFor && { standsFor: rename(entity.standsFor) }),
    ...(entity.publisher && { publisher: rename(entity.publisher) }),
  }
}

function renameRole(role: RoleHolding, rename: Rename): RoleHolding {
  return { ...role, holder: rename(role.holder), ...(role.of && { of: rename(role.of) }) }
}

function renameStatement(statement: Statement, rename: Rename): Statement {
  return {
    ...statement,
    speakers: renameAll(statement.speakers, rename),
    addressees: renameAll(statement.addressees, rename),
    about: renameAll(statement.about, rename),
    ...(statement.medium && { medium: rename(statement.medium) }),
    ...(statement.place && { place: rename(statement.place) }),
  }
}

function renameEvent(event: NewsEvent, rename: Rename): NewsEvent {
  return {
    ...event,
    agents: renameAll(event.agents, rename),
    patients: renameAll(event.patients, rename),
    actors: renameAll(event.actors, rename),
    places: event.places.map(rename),
  }
}

function renameRelation(relation: Relation, rename: Rename): Relation {
  return { ...relation, subject: rename(relation.subject), object: rename(relation.object) }
}

function renameAll(ids: readonly string[], rename: Rename): string[] {
  return [...new Set(ids.map(rename))]
}

function joinSame(entities: readonly Entity[]): Entity[] {
  const groups = groupBy(entities, ({ id }) => id)
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [others.reduce(joinTwo, first)] : []))
}

function joinTwo(a: Entity, b: Entity): Entity {
  const spans = [...a.evidence, ...b.evidence].toSorted((x, y) => x.start - y.start || x.end - y.end)
  return {
    ...b, ...a,
    kind: a.kind === 'outlet' || b.kind === 'outlet' ? 'outlet' : a.kind,
    names: [...new Set([...a.names, ...b.names])].toSorted(compare),
    evidence: spans as unknown as Evidence,
  }
}
