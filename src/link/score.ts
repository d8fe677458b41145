/**
 * How well candidates fit, and which cannot be meant.
 * In: an entity's candidates and the article's setting. Out: those that may be meant, best first, with what speaks for each: "Sergey
 * Lavrov", foreign minister, in an article on Russia → Q58217, 7.4: `position: minister`, `country: RU`.
 */
import type { Entity } from '../model.js'
import type { Candidate } from './candidates.js'
import { keyOf, type Entry } from './entry.js'
import { nameKey } from './name-keys.js'
import { isAbroad, isAlone, isAway, isTold, isWithin, type Place, placed, regionOf } from './place.js'
import { countryOf, isPossible, kindOf } from './possible.js'
import type { Setting } from './setting.js'

export interface Scored extends Candidate {
  readonly score: number
  /** Kinds are equal; otherwise the entry's is unknown. */
  readonly isOfKind: boolean
  /** The article names its state: +1; others but not it: -1; neither: 0. */
  readonly country: -1 | 0 | 1
  /** It lies in a region that the article names, or in which another of its places lies. */
  readonly isInRegion: boolean
  /** The text says behind its name that it lies there: "Paris, Idaho". */
  readonly isWithin: boolean
  /**
   * It lies in none of the states that the article is about, though a namesake does (`away`), or though the article names regions of
   * them (`abroad`); or nothing else tells where the article is, and it has namesakes in other states (`alone`).
   */
  readonly elsewhere?: 'away' | 'abroad' | 'alone'
  /** Words of the entry that the article says of the entity. */
  readonly facts: readonly string[]
}

/** Weights that were set on the developers' articles. */
const PER_PRIOR = 0.6, LABEL = 1, LOOSE = -0.5, OF_KIND = 1.5, TITLED = 1, PER_FACT = 0.5, MOST_FACTS = 1.5
const STATE = 3, OF_SORT = 2, CAPITAL = 1, MAIN = 0.5, COUNTRY = 1, OTHER_COUNTRY = -0.7, IN_REGION = 2.5, NEIGHBOUR = 1, WITHIN = 4

export function scored(entity: Entity, candidates: readonly Candidate[], setting: Setting, place: Place): Scored[] {
  const may = candidates.filter((candidate) => isPossible(entity, candidate, setting, isTold(entity, candidate.entry, place)))
  const possible = placed(entity, may, place)
  return possible.map((candidate) => scoredOne(entity, candidate, { setting, place, candidates: possible })).toSorted(byScore)
}

/** Whether Wikipedia's article of this very name, nothing in brackets behind it, is on it. */
export function isTitle({ entry, name }: Pick<Candidate, 'entry' | 'name'>): boolean {
  return entry.title !== '' && nameKey(entry.title.replaceAll('_', ' ')) === nameKey(name)
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || (keyOf(a.entry) < keyOf(b.entry) ? -1 : 1)
}

interface Scoring { readonly setting: Setting; readonly place: Place; readonly candidates: readonly Candidate[] }

function scoredOne(entity: Entity, candidate: Candidate, { setting, place, candidates }: Scoring): Scored {
  const { entry } = candidate
  const region = regionOf(entry) ?? '', isInRegion = place.regions.has(region)
  const known: Known = {
    isOfKind: entry.kind === kindOf(entity), country: countryOf(entry, setting), isInRegion, isWithin: isWithin(entry, place),
    facts: sharedFacts(entry, setting.wordsOf(entity)),
  }
  const elsewhere = entity.kind !== 'place' || known.isWithin ? undefined : elsewhereOf(entry, candidates, place)
  const score = weightOf(candidate, known) + rankOf(entity, entry) + (isOfMain(entry, setting) ? MAIN : 0)
    + (!isInRegion && place.neighbours.has(region) ? NEIGHBOUR : 0) + (isTitle(candidate) && elsewhere === undefined ? TITLED : 0)
  return { ...candidate, ...known, score: Math.round(score * 1000) / 1000, ...(elsewhere && { elsewhere }) }
}

type Known = Pick<Scored, 'isOfKind' | 'country' | 'isInRegion' | 'isWithin' | 'facts'>

function weightOf({ entry, isAlias, isLoose }: Candidate, { isOfKind, country, facts, ...is }: Known): number {
  const ofState = country > 0 ? COUNTRY : country < 0 ? OTHER_COUNTRY : 0
  return PER_PRIOR * entry.prior + (isAlias ? 0 : LABEL) + (isOfKind ? OF_KIND : 0) + ofState + Math.min(MOST_FACTS, PER_FACT * facts.length)
    + (is.isInRegion ? IN_REGION : 0) + (is.isWithin ? WITHIN : 0) + (isLoose ? LOOSE : 0)
}

function elsewhereOf(entry: Entry, candidates: readonly Candidate[], place: Place): Scored['elsewhere'] {
  return isAway(entry, candidates, place) ? 'away' : isAbroad(entry, place) ? 'abroad' : isAlone(entry, candidates, place) ? 'alone' : undefined
}

/** A state where a state is named, a region or a town where the text sounds like one; a capital before other towns of its name. */
function rankOf({ type }: Entity, { situation }: Entry): number {
  const feature = situation?.feature ?? ''
  if (type === 'Country' && feature.startsWith('A.PCL')) return STATE
  const isOfSort = type === 'AdministrativeArea' && feature.startsWith('A.ADM') || type === 'City' && feature.startsWith('P')
  return (isOfSort ? OF_SORT : 0) + (feature === 'P.PPLC' ? CAPITAL : 0)
}

/** Of the state that the article names most. */
function isOfMain({ situation, facts }: Entry, { main, statesIn }: Setting): boolean {
  return main !== undefined && (situation?.country ? situation.country === main : statesIn(facts).has(main))
}

/** Facts of which the article says a word: "Minister of Foreign Affairs" of "foreign minister". */
function sharedFacts({ facts }: Entry, words: ReadonlySet<string>): string[] {
  if (words.size === 0) return []
  return facts.filter((fact) => nameKey(fact).split(' ').some((word) => word.length > 2 && words.has(word)))
}
