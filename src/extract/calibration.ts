/**
 * How likely a claim is true, from how sure the rule or head was that made it.
 *   `title-before-name` gives .96 to "Minister [Anna Kovacs]"; of such claims 91 in 100 were true of articles nobody had looked at → .91
 *
 * In: an article with all its claims. Out: the same with probabilities. The table is counted, not chosen: `npm run eval:rules --
 * --calibrate` writes it from annotated articles that are kept aside for this, for what a rule claims of each sort where that is
 * often enough, else for the rule, else for its class.
 */
import type { Claim, Entity, Extraction } from '../model.js'
import { measured } from './calibration-table.js'

export function calibrated<Found extends Extraction & { readonly entities: readonly Entity[] }>(extracted: Found): Found {
  const likely = <Made extends Claim>(name: string, claims: readonly Made[]): Made[] =>
    claims.map((claim) => ({ ...claim, confidence: probability(name, claim, claim.confidence) }))
  return {
    ...extracted,
    roles: likely('roles', extracted.roles), statements: likely('statements', extracted.statements),
    events: likely('events', extracted.events), relations: likely('relations', extracted.relations),
    entities: extracted.entities.map((entity) => ({ ...entity, confidence: probability('entities', { rule: ruleOf(entity) }, entity.confidence) })),
  }
}

/** Entities are counted by what they are; people without a name are seldom somebody of their own. */
export const ruleOf = ({ kind, isUnnamed }: Entity): string => kind === 'person' && isUnnamed ? 'unnamed person' : kind

/** What makes a claim of one rule surer than another: whether it says of what a role is held, whether it is told as a fact, … */
export function sortOf(claim: Claim): string {
  switch (claim.kind) {
    case 'role': return claim.of === undefined ? 'alone' : 'of what'
    case 'statement': return claim.form
    case 'event': return claim.factuality === 'Asserted' ? 'told' : 'said'
    case 'relation': return claim.predicate
  }
}

/** @param name of the class of claims @param made the claim, or by which rule and of what sort it is */
export function probability(name: string, made: Claim | { readonly rule: string; readonly sort?: string }, confidence: number): number {
  const sort = 'kind' in made ? sortOf(made) : made.sort
  const steps = measured[`${name} ${made.rule}, ${sort}`] ?? measured[`${name} ${made.rule}`] ?? measured[name]
  return steps?.findLast(([from]) => from <= confidence)?.[1] ?? steps?.[0]?.[1] ?? confidence
}
