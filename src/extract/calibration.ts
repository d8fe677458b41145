/**
 * How likely a claim is true, from how sure the rule or head was that made it.
 *   `title-before-name` gives .96 to "Minister [Anna Kovacs]"; of such claims 91 in 100 were true of articles nobody had looked at → .91
 *
 * In: an article with all its claims. Out: the same with probabilities. The table is counted, not chosen: `npm run eval:rules --
 * --calibrate` writes it from annotated articles that are kept aside for this. A rule that the table does not know is as good as
 * its class. Of groups and people without a name nothing is known; they stay as they are.
 */
import type { Claim, Entity, Extraction } from '../model.js'
import { measured } from './calibration-table.js'

export function calibrated<Found extends Extraction & { readonly entities: readonly Entity[] }>(extracted: Found): Found {
  const likely = <Made extends Claim>(name: string, claims: readonly Made[]): Made[] =>
    claims.map((claim) => ({ ...claim, confidence: probability(name, claim.rule, claim.confidence) }))
  return {
    ...extracted,
    roles: likely('roles', extracted.roles), statements: likely('statements', extracted.statements),
    events: likely('events', extracted.events), relations: likely('relations', extracted.relations),
    entities: extracted.entities.map((entity) => entity.isUnnamed || entity.kind === 'group' ? entity : { ...entity, confidence: probability('entities', entity.kind, entity.confidence) }),
  }
}

/** @param name of the class of claims */
export function probability(name: string, rule: string, confidence: number): number {
  const steps = measured[`${name} ${rule}`] ?? measured[name]
  return steps?.findLast(([from]) => from <= confidence)?.[1] ?? steps?.[0]?.[1] ?? confidence
}
