/**
 * Leaves out what is less certain than asked for.
 *
 *   in:  an article with its claims, and a probability, 0 to 1
 *   out: the same with the claims that reach it, and the entities that reach it or that a claim needs
 *
 * A statement that was left out takes along what is known from it alone: "a police source said that the bank had been
 * robbed" gives no robbery when it is not certain that it was said.
 */
import type { Claim, Entity, Extraction, Linking, NewsEvent, Relation, Statement } from '../model.js'

type WithClaims = Extraction & Partial<Linking> & { readonly entities: readonly Entity[] }

export function onlyCertain<Found extends WithClaims>(extracted: Found, minimum: number): Found {
  if (minimum <= 0) return extracted
  const isCertain = (claim: { readonly confidence: number }): boolean => claim.confidence >= minimum
  const certain = extracted.statements.filter(isCertain)
  const said = new Set(certain.map(({ id }) => id))
  const isHeard = (claim: NewsEvent | Relation): boolean => claim.accordingTo === undefined || said.has(claim.accordingTo)
  const events = extracted.events.filter(isCertain).filter(isHeard)
  const happened = new Set(events.map(({ id }) => id))
  const relations = extracted.relations.filter(isCertain).filter(isHeard)
  const roles = extracted.roles.filter(isCertain)
  const statements = certain.map((statement) => detach(statement, said, happened))
  const needed = new Set([...roles, ...statements, ...events, ...relations].flatMap(entitiesOf))
  return {
    ...extracted, roles, statements, events, relations, ...(extracted.links && { links: certainLinks(extracted.links, minimum) }),
    entities: withWhatTheyNeed(extracted.entities, (entity) => isCertain(entity) || needed.has(entity.id)),
  }
}

function certainLinks(links: Linking['links'], minimum: number): Linking['links'] {
  const kept = Object.entries(links).map(([entity, own]) => [entity, own.filter(({ confidence }) => confidence >= minimum)] as const)
  return Object.fromEntries(kept.filter(([, own]) => own.length > 0))
}

/** Without references to statements and events that are gone. */
function detach(statement: Statement, said: ReadonlySet<string>, happened: ReadonlySet<string>): Statement {
  const { within, occasion, ...rest } = statement
  return {
    ...rest,
    ...(within !== undefined && said.has(within) ? { within } : {}),
    ...(occasion !== undefined && happened.has(occasion) ? { occasion } : {}),
  }
}

function entitiesOf(claim: Claim): readonly string[] {
  const ids = (...found: readonly (string | undefined)[]): string[] => found.filter((id) => id !== undefined)
  switch (claim.kind) {
    case 'role': return ids(claim.holder, claim.of)
    case 'statement': return ids(...claim.speakers, ...claim.addressees, ...claim.about, claim.medium, claim.place)
    case 'event': return ids(...claim.agents, ...claim.patients, ...claim.actors, ...claim.places)
    case 'relation': return [claim.subject, claim.object]
  }
}

/** The chosen entities, with those they stand for and those that published them. */
function withWhatTheyNeed(entities: readonly Entity[], isChosen: (entity: Entity) => boolean): readonly Entity[] {
  const kept = new Set(entities.filter(isChosen).map(({ id }) => id))
  let size = -1
  while (size !== kept.size) {
    size = kept.size
    for (const { id, standsFor, publisher } of entities) {
      if (!kept.has(id)) continue
      if (standsFor !== undefined) kept.add(standsFor)
      if (publisher !== undefined) kept.add(publisher)
    }
  }
  return entities.filter(({ id }) => kept.has(id))
}
