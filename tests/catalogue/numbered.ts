/**
 * Any number of invented articles, each another, about a few thousand people, places and bodies that come again.
 * In: a number. Out: article 7: the mayor of somewhere and others, what they said, each with its words.
 */
import type { Arrival } from '../../src/catalogue/writing.js'
import { arrival } from './arrival.js'

const FIRST = ['Ann', 'Bo', 'Carla', 'Dan', 'Eva', 'Finn', 'Greta', 'Hal', 'Ida', 'Jon', 'Kim', 'Lena', 'Max', 'Nora', 'Olaf', 'Pia', 'Quentin', 'Rosa', 'Sven', 'Tilda']
const SYLLABLES = ['bak', 'ber', 'dal', 'fjo', 'gran', 'hau', 'hol', 'kie', 'lin', 'lun', 'mar', 'moe', 'nes', 'rey', 'san', 'sol', 'stra', 'tor', 'vik', 'wen']
const ENDINGS = ['sen', 'rud', 'stad', 'vold', 'heim', 'lund', 'nes', 'berg', 'dal', 'vik']
const TITLES = ['mayor', 'singer', 'minister', 'admiral', 'judge', 'coach', 'editor']
const PLACES = ['Sund', 'Halden', 'Norland', 'Ostania', 'Vestby', 'Moss', 'Skagen', 'Thule']

/** @param entities about how many things it names; a usual article names thirty */
export function numbered(number: number, entities = 6): Arrival {
  const random = randomFrom(number)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const names = new Set<string>()
  while (names.size < entities / 2) names.add(personOf(Math.floor(PEOPLE * random() ** 3)))
  const places = new Set(Array.from({ length: entities / 3 }, () => `${pick(PLACES)} ${Math.floor(random() * 500)}`))
  const town = [...places][0] ?? 'Sund'
  return arrival(number.toString(16).padStart(16, '0'), [
    ...[...names].map((name, at) => ({ name, says: `It is ${name} who says sentence ${at} of report ${number}`, ...(random() < 0.4 && { title: pick(TITLES), of: town }) })),
    ...[...places].map((name) => ({ name, kind: 'place' as const, type: 'City' })),
    ...Array.from({ length: entities / 6 }, (_, at) => ({ name: `Harbour Board ${at}-${Math.floor(random() * 200)}`, kind: 'organization' as const })),
  ], { date: new Date(Date.UTC(2020, 0, 1 + number % 1500)).toISOString().slice(0, 10), url: `https://news.example/${number}` })
}

/** A few people are in many articles, many in a few. */
const PEOPLE = 20_000

function personOf(number: number): string {
  const first = FIRST[number % FIRST.length] ?? '', syllable = (at: number) => SYLLABLES[Math.floor(number / at) % SYLLABLES.length] ?? ''
  const last = `${syllable(7)}${syllable(140)}${ENDINGS[number % 9] ?? ''}`
  return `${first} ${last.slice(0, 1).toUpperCase()}${last.slice(1)}`
}

/** The same numbers on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
