/**
 * What an article tells of where a place is, and what follows for those of its name.
 * In: what stands behind the name, and the regions and states that other entities tell of, by codes: `US`, `US.OH`. Out: which
 * candidates lie there, and which lie elsewhere: "Lima", where all is of Ohio, is hardly the capital of Peru.
 */
import type { Entity } from '../model.js'
import type { Candidate } from './candidates.js'
import type { Codes } from './codes.js'
import type { Entry } from './entry.js'
import { nameKey } from './name-keys.js'

export interface Place {
  /** What stands behind its name, and the codes of it. */
  readonly behind: readonly string[]
  readonly within: ReadonlySet<string>
  /** States that other entities tell of. */
  readonly states: Codes
  /** Regions that the article names; those in which its other towns lie; of these, those of towns that are no metropolis. */
  readonly regions: Codes
  readonly neighbours: Codes
  readonly villages: Codes
}

/** "US.OH" of a town. */
export function regionOf({ situation }: Entry): string | undefined {
  return situation && !situation.feature.startsWith('A') ? `${situation.country}.${situation.region}` : undefined
}

/** Whether it lies in what stands behind the name, by its codes or, where it has none, by its facts. */
export function isWithin({ kind, situation, facts }: Entry, { within, behind }: Place): boolean {
  if (kind !== 'place' || within.size === 0) return false
  if (situation?.feature.startsWith('A.PCL')) return false
  if (situation) return within.has(situation.country) || within.has(`${situation.country}.${situation.region}`)
  return behind.some((name) => facts.some((fact) => nameKey(fact) === nameKey(name)))
}

/**
 * "Paris, Idaho": what lies there alone, or nothing where no such thing is known. A state in a list of states is not placed by the
 * next.
 */
export function placed({ type, kind }: Entity, candidates: readonly Candidate[], place: Place): readonly Candidate[] {
  if (kind !== 'place' || place.within.size === 0 || type === 'Country') return candidates
  const inside = candidates.filter(({ entry }) => isWithin(entry, place))
  const isInRegion = [...place.within].every((code) => code.includes('.'))
  const isTown = !candidates.some(({ entry }) => entry.situation?.feature.startsWith('A.'))
  return inside.length > 0 || isInRegion && isTown ? inside : candidates
}

/** The text says that it lies there, however small it is. */
export function isTold({ kind }: Entity, entry: Entry, place: Place): boolean {
  const region = regionOf(entry)
  return kind === 'place' && entry.kind === 'place' && (isWithin(entry, place) || region !== undefined && place.regions.has(region))
}

/** A town in none of the states that are told of, where regions are named: Edmonton in Canada, where all is of Kentucky. */
export function isAbroad({ situation }: Entry, place: Place): boolean {
  return situation?.feature.startsWith('P') === true && !place.regions.isEmpty && !isHome(situation.country, place)
}

/**
 * In none of these states, though one of its name is: Lima in Peru, Lebanon, where all is of Ohio. States are doubted for named regions
 * and small towns alone.
 */
export function isAway({ situation }: Entry, candidates: readonly Candidate[], place: Place): boolean {
  if (situation === undefined) return false
  const isTown = situation.feature.startsWith('P')
  const isNear = (state: string): boolean => isTown ? isHome(state, place) : place.regions.hasState(state) || place.villages.hasState(state)
  return !isNear(situation.country) && candidates.some(({ entry }) => entry.situation !== undefined && isNear(entry.situation.country))
}

/** Jordan, of which there is a town in Minnesota, in an article that names no other place. */
export function isAlone({ situation }: Entry, candidates: readonly Candidate[], { states, regions, neighbours }: Place): boolean {
  if (situation === undefined || ![states, regions, neighbours].every(({ isEmpty }) => isEmpty)) return false
  return candidates.some(({ entry }) => entry.situation !== undefined && entry.situation.country !== situation.country)
}

/** A state that the article tells of. */
function isHome(state: string, { states, regions, neighbours }: Place): boolean {
  return states.has(state) || regions.hasState(state) || neighbours.hasState(state)
}

/** A capital or a town of a million people: what is meant by its name all over the world. */
export function isMetropolis({ situation }: Entry): boolean {
  return situation?.feature === 'P.PPLC' || situation?.feature.startsWith('P') === true && situation.inhabitants >= MILLION
}

const MILLION = 1_000_000
