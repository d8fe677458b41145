/**
 * Any number of invented articles, each another, about a few thousand people, places and bodies that come again.
 * In: a number. Out: article 7: the mayor of somewhere and others, what they said, each with its words.
 */
import type { Arrival } from '../../src/catalogue/writing.js'
import { arrival } from './arrival.js'

const FIRST = ['Ann', 'Bo', 'Carla', 'Dan', 'Eva', 'Finn', 'Greta', 'Hal', 'Ida', 'Jon', 'Kim', 'Lena', 'Max', 'Nora', 'Olaf', 'Pia', 'Quentin', 'Rosa', 'Sven', 'Tilda']
const LAST = ['Lee', 'Dahl', 'Young', 'Berg', 'Reyk', 'Oh', 'Lindqvist', 'Fjord', 'Marin', 'Holt', 'Strand', 'Vik', 'Moe', 'Lund', 'Dale', 'Ness', 'Sand', 'Haug', 'Bakke', 'Solberg']
const TITLES = ['mayor', 'singer', 'minister', 'admiral', 'judge', 'coach', 'editor']
const PLACES = ['Sund', 'Halden', 'Norland', 'Ostania', 'Vestby', 'Moss', 'Skagen', 'Thule']

/** @param entities about how many things it names; a usual article names thirty */
export function numbered(number: number, entities = 6): Arrival {
  const random = randomFrom(number)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const names = new Set<string>()
  while (names.size < entities / 2) names.add(`${pick(FIRST)} ${pick(LAST)}${random() < 0.7 ? `-${pick(LAST)}` : ''}`)
  const places = new Set(Array.from({ length: entities / 3 }, () => `${pick(PLACES)} ${Math.floor(random() * 500)}`))
  const town = [...places][0] ?? 'Sund'
  return arrival(number.toString(16).padStart(16, '0'), [
    ...[...names].map((name, at) => ({ name, says: `It is ${name} who says sentence ${at} of report ${number}`, ...(random() < 0.4 && { title: pick(TITLES), of: town }) })),
    ...[...places].map((name) => ({ name, kind: 'place' as const, type: 'City' })),
    ...Array.from({ length: entities / 6 }, (_, at) => ({ name: `Harbour Board ${at}-${Math.floor(random() * 200)}`, kind: 'organization' as const })),
  ], { date: new Date(Date.UTC(2020, 0, 1 + number % 1500)).toISOString().slice(0, 10), url: `https://news.example/${number}` })
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
