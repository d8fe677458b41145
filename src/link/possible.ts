/**
 * Which candidates cannot be meant.
 * In: an entity, a candidate, the article's setting. Out: whether it may be: of a kind with the entity, alive if it speaks, there in
 * that year, and not led to by too little: "Russell" alone is nobody.
 */
import type { Entity, EntityKind } from '../model.js'
import type { Candidate } from './candidates.js'
import type { Entry, EntryKind } from './entry.js'
import { isEurope } from './europe.js'
import { nameKey } from './name-keys.js'
import type { Setting } from './setting.js'

const KIND: Readonly<Record<EntityKind, EntryKind>> = {
  person: 'person', organization: 'organization', outlet: 'organization', place: 'place', work: 'work', group: 'organization',
}

/**
 * What an entry must be to be meant. A house of government that speaks for its state – "the Kremlin said" – is linked as the place that
 * it is.
 */
export function kindOf(entity: Entity): EntryKind {
  return isSeat(entity) ? 'place' : KIND[entity.kind]
}

/** Bodies that are named by their house. */
export function isSeat({ kind, standsFor }: Entity): boolean {
  return kind === 'organization' && standsFor !== undefined
}

/** @param isTold whether the text says where it lies, which makes up for how little known it is */
export function isPossible(entity: Entity, candidate: Candidate, setting: Setting, isTold: boolean): boolean {
  const { entry } = candidate
  return isOfItsKind(entity, entry) && isOfItsTime(entity, entry, setting) && isNamedAlike(entity, candidate) && (isTold || isWorthOneWord(candidate, setting))
}

function isOfItsKind(entity: Entity, { kind, label, situation }: Entry): boolean {
  if (kind !== kindOf(entity) && kind !== 'unknown' && !(isEurope(entity) && kind === 'organization')) return false
  // "apple" and "democracy" are no names; the Castle that speaks is no town of that name.
  if (kind === 'unknown' && /^\p{Ll}/u.test(label) || isSeat(entity) && situation?.feature.startsWith('P')) return false
  // "Ga.", as agencies shorten regions.
  return !(entity.kind === 'place' && entity.names.some((name) => /^\p{Lu}\p{Ll}{1,4}\.$/u.test(name))) || situation?.feature === 'A.ADM1'
}

/** The long dead who act, what was not there yet: not meant. */
function isOfItsTime(entity: Entity, { kind, from, to }: Entry, { year, isActive }: Setting): boolean {
  if (year === undefined) return true
  if (to !== undefined && kind === 'person' && isActive(entity) && to < year - 1) return false
  return from === undefined || from <= year - (kind === 'person' ? 10 : -1)
}

/** An acronym or a word beside a longer name leads only to what shares a word with that name, or is made of its first letters. */
function isNamedAlike({ name }: Entity, { form, entry }: Candidate): boolean {
  const words = nameKey(name).split(' ')
  if (form === 'full' || form === 'other' || form === 'composed' || words.length < 2) return true
  const others = nameKey(entry.label).split(' ')
  const isAlike = (own: string, word: string): boolean => own === word || own.length > 5 && word.length > 5 && own.slice(0, 5) === word.slice(0, 5)
  return others.some((word) => word.length > 3 && words.some((own) => isAlike(own, word)))
}

/** One word leads to much: to what is labelled so, or known by it on the map; not to what is elsewhere and hardly known. */
function isWorthOneWord({ form, entry, isAlias, name }: Candidate, setting: Setting): boolean {
  if (form !== 'single') return true
  if (/^(?:north|south|east|west|northern|southern|eastern|western)$/u.test(nameKey(name))) return false
  if (isAlias && entry.situation === undefined && entry.kind === 'place') return false
  if (!isAlias && entry.kind === 'organization' && entry.domain !== '') return true
  return entry.prior >= WELL_KNOWN || entry.title !== '' && entry.prior > 1 || entry.prior >= KNOWN && countryOf(entry, setting) > 0
}

const WELL_KNOWN = 1.5, KNOWN = 0.5

/** Whether the article names the state of an entry: +1; others but not it: -1; neither, or none is known: 0. */
export function countryOf({ situation, facts }: Entry, { states, statesIn }: Setting): -1 | 0 | 1 {
  const own = situation?.country ? new Set([situation.country]) : statesIn(facts)
  if (own.size === 0 || states.size === 0) return 0
  return [...own].some((code) => states.has(code)) ? 1 : -1
}
