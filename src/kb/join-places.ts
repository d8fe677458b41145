/**
 * Places that two sources know by different ids.
 * In: rows, of which some have only a Wikidata id and others only a GeoNames one. Out: pairs that are surely one: "Georgia, a state of the United States" and
 * the region Georgia of US. They have the same name, the words of one name the country of the other, and nothing else of that name fits either.
 * Not handled: places that the sources spell otherwise.
 */
import { nameKey } from '../link/name-keys.js'
import type { Row } from './rows.js'

const region = /^(state|states|province|region|governorate|prefecture|county|territory|oblast|district|emirate|canton|republic|federated)$/iu
const town = /^(city|town|capital|municipality|commune|village|suburb|borough|settlement|municipal|seat|largest)$/iu

/** Inhabitants of a town that is meant by its name alone. */
const LARGE = 100_000

/** GeoNames key → the row's Wikidata id. */
export function sameIn(rows: Iterable<Row>): ReadonlyMap<string, string> {
  const all = [...rows]
  const words = countryWords(all)
  const open = all.filter(({ id, geonames, kind }) => id !== '' && geonames === '' && kind === 'place')
  const byName = groups(all.filter(({ id, situation }) => id === '' && situation !== undefined), ({ label, situation }) => `${nameKey(label)} ${situation?.feature.startsWith('A.') ?? false}`)
  const pairs = new Map<string, string[]>(), known = new Set([...words.values()].flatMap((names) => [...names]))
  for (const row of open) {
    const isRegion = row.facts.some((fact) => region.test(fact)), isTown = row.facts.some((fact) => town.test(fact))
    const said = nameKey(row.facts.join(' '))
    // Jerusalem, Prague: nothing is said of the state, and Wikipedia's article of that name is on it.
    const isStateless = row.title.replaceAll('_', ' ') === row.label && ![...known].some((word) => ` ${said} `.includes(` ${word} `))
    const isTitled = row.title.replaceAll('_', ' ') === row.label
    const candidates = [isRegion, !isRegion && (isTown || isTitled)].flatMap((is, at) => is ? byName.get(`${nameKey(row.label)} ${at === 0}`) ?? [] : [])
    const fitting = candidates.filter(({ situation }) => isStateless && (situation?.inhabitants ?? 0) > LARGE || [...words.get(situation?.country ?? '') ?? []].some((word) => ` ${said} `.includes(` ${word} `)))
    const [first, second] = fitting.toSorted((a, b) => (b.situation?.inhabitants ?? 0) - (a.situation?.inhabitants ?? 0))
    // Of towns, the one that is five times as large as the next is meant.
    const isClear = first && (!second || !isRegion && (first.situation?.inhabitants ?? 0) > 5 * (second.situation?.inhabitants ?? 0))
    if (isClear) pairs.set(first.geonames, [...pairs.get(first.geonames) ?? [], row.id])
  }
  return new Map([...pairs].flatMap(([geonames, ids]) => ids.length === 1 ? [[`geonames/${geonames}`, ids[0] ?? ''] as const] : []))
}

/** By code, what a country is called: "united states", "american". */
function countryWords(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>()
  for (const { situation, label, aliases } of rows) {
    if (!situation?.feature.startsWith('A.PCL')) continue
    const names = [label, situation.adjective ?? '', ...aliases].map(nameKey).filter((name) => name.length > 2)
    words.set(situation.country, new Set([...words.get(situation.country) ?? [], ...names]))
  }
  return words
}

export function groups<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const all = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item), known = all.get(key)
    if (known) known.push(item)
    else all.set(key, [item])
  }
  return all
}
