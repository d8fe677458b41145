/**
 * How well candidates fit, and which cannot be meant.
 * In: an entity's candidates and the article's setting. Out: those that may be meant, best first, with what speaks for each: "Sergey Lavrov", foreign
 * minister, in an article on Russia → Q58217, 7.4: `position: minister`, `country: RU`.
 */
import type { Entity, EntityKind } from '../model.js'
import type { Candidate } from './candidates.js'
import { keyOf, type Entry, type EntryKind } from './entry.js'
import { nameKey } from './name-keys.js'
import type { Setting } from './setting.js'

export interface Scored extends Candidate {
  readonly score: number
  /** Kinds are equal; otherwise the entry's is unknown. */
  readonly isOfKind: boolean
  /** The article names its state: +1; others but not it: -1; neither: 0. */
  readonly country: -1 | 0 | 1
  /** Regions or towns' regions that the article names. */
  readonly isInRegion: boolean
  /** Words of the entry that the article says of the entity. */
  readonly facts: readonly string[]
}

const KIND: Readonly<Record<EntityKind, EntryKind>> = { person: 'person', organization: 'organization', outlet: 'organization', place: 'place', work: 'work', group: 'organization' }

/** Weights that were set on the developers' articles. */
const STATE = 3, CAPITAL = 1, MAIN = 0.5, PER_PRIOR = 0.6, LABEL = 1, OF_KIND = 1.5, COUNTRY = 1, OTHER_COUNTRY = -0.7, PER_FACT = 0.5, MOST_FACTS = 1.5, IN_REGION = 1.5, LOOSE = -0.5

/** @param regions codes of regions that the article names, `US.IL` */
export function scored(entity: Entity, candidates: readonly Candidate[], setting: Setting, regions: ReadonlySet<string>): Scored[] {
  const possible = candidates.filter((candidate) => isPossible(entity, candidate.entry, setting) && isNamedAlike(entity, candidate) && isWorthOneWord(candidate, setting))
  return possible.map((candidate) => scoredOne(entity, candidate, setting, regions)).toSorted((a, b) => b.score - a.score || (keyOf(a.entry) < keyOf(b.entry) ? -1 : 1))
}

function scoredOne(entity: Entity, candidate: Candidate, setting: Setting, regions: ReadonlySet<string>): Scored {
  const { entry, isAlias, isLoose } = candidate
  const isOfKind = entry.kind === KIND[entity.kind]
  const country = countryOf(entry, setting)
  const facts = sharedFacts(entry, setting.wordsOf(entity))
  const isInRegion = entry.situation !== undefined && !entry.situation.feature.startsWith('A') && regions.has(`${entry.situation.country}.${entry.situation.region}`)
  const score = PER_PRIOR * entry.prior + (isAlias ? 0 : LABEL) + (isOfKind ? OF_KIND : 0) + (country > 0 ? COUNTRY : country < 0 ? OTHER_COUNTRY : 0)
    + Math.min(MOST_FACTS, PER_FACT * facts.length) + (isInRegion ? IN_REGION : 0) + (isLoose ? LOOSE : 0) + rankOf(entity, entry) + (isOfMain(entry, setting) ? MAIN : 0)
  return { ...candidate, score: Math.round(score * 1000) / 1000, isOfKind, country, isInRegion, facts }
}

/** A state where a state is named; a capital before other towns of its name. */
function rankOf({ type }: Entity, { situation }: Entry): number {
  const feature = situation?.feature ?? ''
  return type === 'Country' && feature.startsWith('A.PCL') ? STATE : feature === 'P.PPLC' ? CAPITAL : 0
}

/** Of the state that the article names most. */
function isOfMain({ situation, facts }: Entry, { main, statesIn }: Setting): boolean {
  return main !== undefined && (situation?.country ? situation.country === main : statesIn(facts).has(main))
}

/** Other kinds, the long dead who act, what was not there yet: not meant. */
function isPossible(entity: Entity, entry: Entry, { year, isActive }: Setting): boolean {
  if (entry.kind !== KIND[entity.kind] && entry.kind !== 'unknown') return false
  if (year === undefined) return true
  const isPerson = entry.kind === 'person'
  if (entry.to !== undefined && isPerson && isActive(entity) && entry.to < year - 1) return false
  return entry.from === undefined || entry.from <= year - (isPerson ? 10 : -1)
}

/** An acronym or a word beside a longer name leads only to what shares a word with that name, or is made of its first letters. */
function isNamedAlike({ name }: Entity, { form, entry }: Candidate): boolean {
  const words = nameKey(name).split(' ')
  if (form === 'full' || form === 'other' || words.length < 2) return true
  const others = nameKey(entry.label).split(' ')
  return others.some((word) => word.length > 3 && words.some((own) => own === word || own.length > 5 && word.length > 5 && own.slice(0, 5) === word.slice(0, 5)))
}

/** One word leads to much: to what is labelled so, or known by it on the map; not to what is elsewhere and hardly known. */
function isWorthOneWord({ form, entry, isAlias, name }: Candidate, setting: Setting): boolean {
  if (form !== 'single') return true
  if (/^(?:north|south|east|west|northern|southern|eastern|western)$/u.test(nameKey(name))) return false
  if (isAlias && entry.situation === undefined && entry.kind === 'place') return false
  return entry.prior >= WELL_KNOWN || entry.title !== '' && entry.prior > 1 || entry.prior >= KNOWN && countryOf(entry, setting) > 0
}

const WELL_KNOWN = 1.5, KNOWN = 0.5

function countryOf({ situation, facts }: Entry, { states, statesIn }: Setting): -1 | 0 | 1 {
  const own = situation?.country ? new Set([situation.country]) : statesIn(facts)
  if (own.size === 0 || states.size === 0) return 0
  return [...own].some((code) => states.has(code)) ? 1 : -1
}

/** Facts of which the article says a word: "Minister of Foreign Affairs" of "foreign minister". */
function sharedFacts({ facts }: Entry, words: ReadonlySet<string>): string[] {
  if (words.size === 0) return []
  return facts.filter((fact) => nameKey(fact).split(' ').some((word) => word.length > 2 && words.has(word)))
}
