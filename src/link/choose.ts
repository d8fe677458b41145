/**
 * Which candidate is meant, and by which rule.
 * In: an entity's candidates, scored. Out: the best with the name of the rule that chose it, or nothing where two fit alike: "Sergey Lavrov", the only one
 * of that full name, Wikipedia's article of that name and an office of his in the text → `person-full-only-two`.
 *
 * A rule's name says what was seen: what it is, how it is named, how far ahead of its namesakes (only, clear, close), how many witnesses there are beside
 * the name (two, one, none): Wikipedia calls it so, two sources know it, the article names its state, its office.
 */
import type { Entity } from '../model.js'
import { nameKey } from './name-keys.js'
import type { Scored } from './score.js'

export interface Choice {
  readonly best: Scored
  readonly rule: string
  /** How many others of that name were rejected. */
  readonly namesakes: readonly Scored[]
}

/** Points between the best and the next. */
const CLEAR = 2, CLOSE = 0.8

export function choose(entity: Entity, candidates: readonly Scored[]): Choice | undefined {
  const [best, ...namesakes] = candidates
  if (!best) return undefined
  const margin = best.score - (namesakes[0]?.score ?? Number.NEGATIVE_INFINITY)
  if (margin < CLOSE) return undefined
  const lead = namesakes.length === 0 ? 'only' : margin >= CLEAR ? 'clear' : 'close'
  const witnesses = witnessesOf(best)
  const rule = [sortOf(entity, best), best.form, lead, witnesses >= 2 ? 'two' : witnesses === 1 ? 'one' : 'none'].join('-')
  return { best, rule, namesakes }
}

function sortOf(entity: Entity, { entry, isOfKind }: Scored): string {
  if (!isOfKind) return 'unknown'
  if (entity.kind !== 'place') return entity.kind
  const feature = entry.situation?.feature ?? ''
  return feature.startsWith('A.PCL') ? 'state' : feature.startsWith('A.ADM') ? 'region' : feature.startsWith('P') ? 'town' : 'place'
}

function witnessesOf(candidate: Scored): number {
  return [isTitle(candidate), candidate.entry.sources >= 2, candidate.facts.length > 0 || candidate.isInRegion, candidate.country > 0].filter(Boolean).length
}

/** Whether Wikipedia's article of this very name, nothing in brackets behind it, is on it. */
export function isTitle({ entry, name }: Pick<Scored, 'entry' | 'name'>): boolean {
  return entry.title !== '' && nameKey(entry.title.replaceAll('_', ' ')) === nameKey(name)
}
