/**
 * Leaves out groups and unnamed people of whom nothing is told.
 *   "Ladies and gentlemen, a policeman arrested Okoro near two chairs." → the policeman stays: he arrested; the audience goes
 *
 * In: an article with all its claims. Out: the same without the descriptions that no claim needs, and without the roles that
 * only say once more what such a description says. To be spoken about is not enough. Whatever has a name stays.
 */
import type { Entity, Extracted, Extraction, NewsEvent, Relation, RoleHolding, Statement } from '../model.js'
import { withoutOf } from './nationalities.js'

export function onlyNeeded<Article extends Pick<Extracted, 'entities'> & Extraction>(extracted: Article): Article {
  const { entities, roles, statements, events, relations } = extracted
  const nodes = new Map(entities.map((entity) => [entity.id, entity]))
  const needed = new Set([...[...statements, ...relations].flatMap(neededBy), ...events.flatMap((event) => partiesOf(event).filter((id) => isToldOf(event, nodes.get(id))))])
  const kept = entities.filter((entity) => !entity.isUnnamed || needed.has(entity.id))
  const ids = new Set(kept.map(({ id }) => id))
  return {
    ...extracted,
    entities: kept.map((entity) => withoutTies(entity, ids)),
    roles: roles.filter(({ holder }) => ids.has(holder)).map((role) => withoutLostOf(role, ids)),
    events: events.map((event) => withoutParties(event, ids)),
    relations: relations.filter(({ subject, object }) => ids.has(subject) && ids.has(object)),
    statements: statements.map((statement) => ({ ...statement, about: statement.about.filter((id) => ids.has(id)) })),
  }
}

/** Entities that a claim cannot do without. Only to have a title, or to be somebody's, is not worth a node: nothing is told of him. */
function neededBy(claim: Statement | Relation): readonly (string | undefined)[] {
  switch (claim.kind) {
    case 'statement': return [...claim.speakers, ...claim.addressees, claim.medium, claim.place]
    // "the German parliament" is Germany's by its name, "a member of the party" by a title alone.
    case 'relation': return /^(relation-from-role|kinship)$/u.test(claim.rule) ? [] : [claim.subject, claim.object]
  }
}

const partiesOf = ({ agents, patients, actors, places }: NewsEvent): string[] => [...agents, ...patients, ...actors, ...places]

/**
 * Whether a happening says something of somebody unnamed that is worth a node. "if the culprit marries": of what may be or did not
 * happen nobody is told; of what is only said or planned those who are told apart, "[two men] were arrested, he said", but no "voters".
 */
function isToldOf({ factuality }: NewsEvent, entity: Entity | undefined): boolean {
  if (entity === undefined || factuality === 'Possible' || factuality === 'Negated') return false
  if (vague.test(entity.name)) return false
  return factuality === 'Asserted' || (factuality === 'Reported' && entity.kind === 'person') || number.test(entity.name) || / /.test(entity.name) && /\p{Lu}/u.test(entity.name)
}

const vague = /^(?:how many|many|most|some|few|other|others|all|any)\b/iu
/** A number, or a name within: "two men", "Ban's successor". */
const number = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b/iu

function withoutParties(event: NewsEvent, kept: ReadonlySet<string>): NewsEvent {
  const some = (parties: readonly string[]): readonly string[] => parties.filter((id) => kept.has(id))
  return { ...event, agents: some(event.agents), patients: some(event.patients), actors: some(event.actors) }
}

/** "speaker of the upper house": the house is nobody that an article tells of, the title stays. */
function withoutLostOf(role: RoleHolding, kept: ReadonlySet<string>): RoleHolding {
  if (role.of === undefined || kept.has(role.of)) return role
  return withoutOf(role)
}

function withoutTies({ standsFor, publisher, ...entity }: Entity, kept: ReadonlySet<string>): Entity {
  return { ...entity, ...(standsFor && kept.has(standsFor) && { standsFor }), ...(publisher && kept.has(publisher) && { publisher }) }
}
