/** A claim beside the annotation: by which rule, how sure, right or wrong, and what of the annotation it found. */
import type { Claim, Entity, Resolved } from '../../src/model.js'

export interface Judged {
  readonly rule: string
  /** As the rule or head gives it, before it is calibrated. */
  readonly raw: number
  readonly isRight: boolean
  /** What of the annotation it is, unique in the article; only of right ones. */
  readonly gold?: string
  /** What the claim says, in words, to be compared from run to run and to be read. */
  readonly says: string
}

export const entitiesById = ({ entities }: Resolved): ReadonlyMap<string, Entity> => new Map(entities.map((entity) => [entity.id, entity]))

export const judged = (claim: Claim, isRight: boolean, says: string, gold?: string): Judged =>
  ({ rule: claim.rule, raw: claim.confidence, isRight, says, ...(isRight && gold !== undefined && { gold }) })
