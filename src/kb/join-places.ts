/**
 * Places that two sources know by different ids.
 * In: rows, of which some have only a Wikidata id and others only a GeoNames one. Out: pairs that are surely one: "Georgia, a state of the United States" and
 * the region Georgia of US. They have the same name, the words of one name the country of the other, and nothing else of that name fits either.
 * Not handled: places that the sources spell otherwise.
 */
import { nameKey } from '../link/name-keys.js'
import { order, type Row } from './rows.js'

const region = /^(state|states|province|region|governorate|prefecture|county|territory|oblast|district|emirate|canton|republic|federated)$/iu
const town = /^(city|town|capital|municipality|commune|village|suburb|borough|settlement|municipal|seat|largest)$/iu

/** Inhabitants of a town that is meant by its name alone. */
const LARGE = 100_000

/** What there is to compare of a row; "nothing" where it has both ids or none. */
export type Place = Pick<Row, 'id' | 'geonames' | 'label' | 'title' | 'facts' | 'situation'>

export function placeOf({ id, geonames, kind, label, title, facts, situation }: Row): Place | undefined {
  const isOpen = id !== '' && geonames === '' && kind === 'place', isPlaced = id === '' && geonames !== '' && situation !== undefined
  return isOpen || isPlaced ? { id, geonames, label, title, facts: isOpen ? facts : [], ...(isPlaced && { situation }) } : undefined
}

/** @param places of one name @param words by code, what countries are called @returns GeoNames id and Wikidata id */
export function pairsAmong(places: readonly Place[], words: ReadonlyMap<string, ReadonlySet<string>>): (readonly [string, string])[] {
  const open = places.filter(({ id }) => id !== ''), placed = places.filter(({ id }) => id === '')
  if (open.length === 0 || placed.length === 0) return []
  const pairs = new Map<string, string[]>()
  for (const row of open) {
    const geonames = counterpart(row, placed, words)
    if (geonames !== undefined) pairs.set(geonames, [...pairs.get(geonames) ?? [], row.id])
  }
  return [...pairs].flatMap(([geonames, ids]) => ids.length === 1 ? [[geonames, ids[0] ?? ''] as const] : [])
}

function counterpart({ label, title, facts }: Place, placed: readonly Place[], words: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const isRegion = facts.some((fact) => region.test(fact)), isTown = facts.some((fact) => town.test(fact))
  const said = ` ${nameKey(facts.join(' '))} `, names = (word: string): boolean => said.includes(` ${word} `)
  const isTitled = title.replaceAll('_', ' ') === label
  // Jerusalem, Prague: nothing is said of the state, and Wikipedia's article of that name is on it.
  const isStateless = isTitled && ![...words.values()].some((all) => [...all].some(names))
  const candidates = placed.filter(({ situation }) => situation?.feature.startsWith('A.') ? isRegion : !isRegion && (isTown || isTitled))
  const fitting = candidates.filter(({ situation }) => isStateless && inhabitants(situation) > LARGE || [...words.get(situation?.country ?? '') ?? []].some(names))
  const [first, second] = fitting.toSorted((a, b) => inhabitants(b.situation) - inhabitants(a.situation) || order(a.geonames, b.geonames))
  // Of towns, the one that is five times as large as the next is meant.
  return first && (!second || !isRegion && inhabitants(first.situation) > 5 * inhabitants(second.situation)) ? first.geonames : undefined
}

const inhabitants = (situation: Row['situation']): number => situation?.inhabitants ?? 0

/** By code, what a country is called: "united states", "american". */
export function countryWords(states: Iterable<Pick<Row, 'situation' | 'label' | 'aliases'>>): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>()
  for (const { situation, label, aliases } of states) {
    if (!isState(situation)) continue
    const names = [label, situation?.adjective ?? '', ...aliases].map(nameKey).filter((name) => name.length > 2)
    words.set(situation?.country ?? '', new Set([...words.get(situation?.country ?? '') ?? [], ...names]))
  }
  return words
}

export const isState = (situation: Row['situation']): boolean => situation?.feature.startsWith('A.PCL') ?? false
