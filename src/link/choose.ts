/**
 * Which candidate is meant, and by which rule.
 * In: an entity's candidates, scored. Out: the best with the name of the rule that chose it, or nothing where two fit alike: "Sergey
 * Lavrov", the only one of that full name, Wikipedia's article of that name and an office of his in the text → `person-full-only-two`.
 *
 * A rule's name says what was seen: what it is, how it is named, how far ahead of its namesakes (only, clear, close), how many
 * witnesses there are beside the name (three, two, one, none): Wikipedia calls it so, two sources know it, the article names its state,
 * its region, its office, few people can be called so. `sport-` stands before what is chosen in a report of sport, `away-`, `abroad-`,
 * `alone-` before what lies elsewhere than the article's other places.
 */
import type { Entity } from '../model.js'
import { isEurope } from './europe.js'
import type { Shared } from './surnames.js'
import { titledOnly } from './titled-only.js'
import type { Entry } from './entry.js'
import { isMetropolis } from './place.js'
import { isSeat } from './possible.js'
import { isTitle, type Scored } from './score.js'

export interface Choice {
  readonly best: Scored
  readonly rule: string
  /** How many others of that name were rejected. */
  readonly namesakes: readonly Scored[]
}

const LEVELS = ['none', 'one', 'two', 'three'] as const

/** Points between the best and the next. */
const CLEAR = 2, CLOSE = 0.8

export interface Choosing {
  /** Whether a name is a title of Wikipedia, by a list of them. */
  readonly isTitled: (name: string) => boolean
  /** How many people have a person's last name; undefined where that is not known. */
  readonly shared: (name: string) => Shared | undefined
  /** In reports of sport namesakes are many, and what a name stands for is often a team: rules for them are measured apart. */
  readonly isSport: boolean
}

export function choose(entity: Entity, candidates: readonly Scored[], choosing: Choosing): Choice | undefined {
  const [best, ...namesakes] = candidates
  if (!best) return titledOnly(entity, choosing)
  const margin = best.score - (namesakes[0]?.score ?? Number.NEGATIVE_INFINITY)
  if (margin < CLOSE) return undefined
  const lead = namesakes.length === 0 ? 'only' : margin >= CLEAR ? 'clear' : 'close'
  const witnesses = LEVELS[Math.min(3, witnessesOf(entity, best, choosing))] ?? 'none'
  const before = [...(choosing.isSport ? ['sport'] : []), ...(best.elsewhere ? [best.elsewhere] : [])]
  const rule = [...before, sortOf(entity, best), best.form, lead, witnesses].join('-')
  return { best, rule, namesakes }
}

function sortOf(entity: Entity, { entry, isOfKind, form, isAlias, isWithin }: Scored): string {
  if (isSeat(entity)) return 'seat'
  if (isEurope(entity) && entry.kind === 'organization') return 'union'
  if (!isOfKind) return 'unknown'
  // "Spain" that plays: which of its teams, is not said.
  if (entity.type === 'SportsTeam' && form === 'single' && isAlias) return 'team'
  return entity.kind === 'place' ? sortOfPlace(entry, isWithin) : entity.kind
}

/** Regions and towns that only GeoNames knows are told from the others: that many witnesses agree on them says less. */
function sortOfPlace(entry: Entry, isWithin: boolean): string {
  const { id, facts, situation } = entry, feature = situation?.feature ?? ''
  if (feature === '') return facts.includes('continent') ? 'continent' : 'place'
  if (feature.startsWith('A.PCL')) return 'state'
  if (feature.startsWith('A.ADM')) return facts.includes('country') ? 'nation' : id === '' ? 'district' : 'region'
  if (!feature.startsWith('P')) return 'place'
  return isMetropolis(entry) ? 'metropolis' : id === '' && !isWithin ? 'village' : 'town'
}

function witnessesOf(entity: Entity, candidate: Scored, { isTitled, shared }: Choosing): number {
  const { entry, name, form, facts, isInRegion, isWithin, country } = candidate
  return [
    isTitle(candidate) || entry.title === '' && isTitled(name), entry.sources >= 2, facts.length > 0 || isInRegion, isWithin, country > 0,
    entity.kind === 'person' && form === 'full' && shared(name) === 'few',
  ].filter(Boolean).length
}
