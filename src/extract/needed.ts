/**
 * Leaves out groups and unnamed people of whom nothing is told.
 *   "Ladies and gentlemen, a policeman arrested Okoro near two chairs." → the policeman stays: he arrested; the audience goes
 *
 * In: an article with all its claims. Out: the same without the descriptions that no claim needs, and without the roles that
 * only say once more what such a description says. To be spoken about is not enough. Whatever has a name stays.
 */
import type { Claim, Entity, Extracted, Extraction } from '../model.js'

export function onlyNeeded<Article extends Pick<Extracted, 'entities'> & Extraction>(extracted: Article): Article {
  const { entities, roles, statements, events, relations } = extracted
  const needed = new Set([...roles, ...statements, ...events, ...relations].flatMap(neededBy))
  const kept = entities.filter((entity) => !entity.isUnnamed || needed.has(entity.id))
  const ids = new Set(kept.map(({ id }) => id))
  return {
    ...extracted,
    entities: kept.map((entity) => withoutTies(entity, ids)),
    roles: roles.filter(({ holder }) => ids.has(holder)),
    statements: statements.map((statement) => ({ ...statement, about: statement.about.filter((id) => ids.has(id)) })),
  }
}

/** Entities that a claim cannot do without; a role alone does not make its holder worth a node, unless it ties him to somebody. */
function neededBy(claim: Claim): readonly (string | undefined)[] {
  switch (claim.kind) {
    case 'role': return claim.of === undefined ? [] : [claim.holder, claim.of]
    case 'statement': return [...claim.speakers, ...claim.addressees, claim.medium, claim.place]
    case 'event': return [...claim.agents, ...claim.patients, ...claim.actors, claim.place]
    case 'relation': return [claim.subject, claim.object]
  }
}

function withoutTies({ standsFor, publisher, ...entity }: Entity, kept: ReadonlySet<string>): Entity {
  return { ...entity, ...(standsFor && kept.has(standsFor) && { standsFor }), ...(publisher && kept.has(publisher) && { publisher }) }
}
