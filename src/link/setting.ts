/**
 * What an article tells that helps to know whom it means: when, in which states and regions, what people are.
 * In: an article with its claims, and what the knowledge base calls states. Out: the year, the codes of states named, and for each entity the words of its
 * roles: "Russian Foreign Minister Sergey Lavrov" → RU; Lavrov: foreign, minister, russia.
 */
import type { Entity, Extracted } from '../model.js'
import { type Codes, codesBut } from './codes.js'
import type { Country } from './kb-format.js'
import { nameKey } from './name-keys.js'

export interface Setting {
  readonly year: number | undefined
  /** All that is named, folded. */
  readonly names: ReadonlySet<string>
  /** Codes of the states that the article names, also by adjective, and how often. */
  readonly states: ReadonlyMap<string, number>
  /** The states that other entities than one tell of. */
  readonly statesBut: (entity: Entity) => Codes
  /** The state that it names most. */
  readonly main: string | undefined
  /** By entity: the words of its titles, of what these are for, of what it belongs to; folded. */
  readonly wordsOf: (entity: Entity) => ReadonlySet<string>
  /** Who speaks, acts or holds an office now. */
  readonly isActive: (entity: Entity) => boolean
  /** The states of a list of words: "member of the French National Assembly" → FR. */
  readonly statesIn: (words: readonly string[]) => ReadonlySet<string>
}

export type StateWords = ReadonlyMap<string, string>

/** "french" → FR. Of codes only those that are words of the news too. */
export function stateWords(countries: readonly Country[]): StateWords {
  const words = new Map<string, string>()
  for (const { code, words: all } of countries) for (const word of all) if (word.length > 3 || /^(?:us|usa|uk|uae)$/u.test(word)) words.set(word, words.get(word) ?? code)
  for (const [word, code] of [['uk', 'GB'], ['british', 'GB'], ['us', 'US'], ['america', 'US'], ['england', 'GB'], ['scotland', 'GB'], ['wales', 'GB'], ['english', 'GB'], ['scottish', 'GB'], ['welsh', 'GB']] as const) words.set(word, code)
  return words
}

export function settingOf(article: Extracted, states: StateWords): Setting {
  const named = statesNamed(article, states)
  const words = roleWords(article), others = codesBut(article.entities.flatMap((entity) => stateOf(entity, states) ?? []))
  const active = new Set([
    ...article.statements.flatMap(({ speakers }) => speakers), ...article.events.flatMap(({ agents }) => agents),
    ...article.roles.filter(({ isFormer }) => !isFormer).map(({ holder }) => holder),
  ])
  const year = Number((article.date ?? '').slice(0, 4))
  return {
    year: year > 1000 ? year : undefined, states: named, main: [...named].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0], names: new Set(article.entities.flatMap((entity) => entity.names.map(nameKey))),
    wordsOf: ({ id }) => words.get(id) ?? new Set(),
    statesBut: (entity) => others(stateOf(entity, states)),
    isActive: ({ id }) => active.has(id),
    statesIn: (list) => new Set(list.flatMap((fact) => statesOfFact(fact, states))),
  }
}

function statesNamed({ entities, references }: Extracted, states: StateWords): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(), times = new Map<string, number>()
  for (const { entity } of references) times.set(entity, (times.get(entity) ?? 0) + 1)
  for (const entity of entities) {
    const code = stateOf(entity, states)
    if (code) counts.set(code, (counts.get(code) ?? 0) + Math.max(1, times.get(entity.id) ?? 0))
  }
  return counts
}

function stateOf({ kind, names, type }: Entity, states: StateWords): string | undefined {
  if (kind !== 'place' && type !== 'SportsTeam') return undefined
  return names.map((name) => states.get(nameKey(name))).find((each) => each !== undefined)
}

/** The states of facts that were asked for, by what the base calls states. */
const known = new WeakMap<StateWords, Map<string, readonly string[]>>()
const MOST_FACTS = 20_000

function statesOfFact(fact: string, states: StateWords): readonly string[] {
  const facts = known.get(states) ?? new Map<string, readonly string[]>()
  if (facts.size >= MOST_FACTS) facts.clear()
  known.set(states, facts)
  const found = facts.get(fact) ?? phrases(nameKey(fact)).flatMap((phrase) => states.get(phrase) ?? [])
  facts.set(fact, found)
  return found
}

/** Single words, and two and three together. */
function phrases(key: string): string[] {
  const words = key.split(' ')
  return words.flatMap((word, at) => [word, words.slice(at, at + 2).join(' '), words.slice(at, at + 3).join(' ')])
}

const small = new Set(['of', 'the', 'and', 'for', 'in', 'at', 'to', 'a', 'de', 'la'])

function roleWords({ entities, roles, relations }: Extracted): ReadonlyMap<string, ReadonlySet<string>> {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  const words = new Map<string, Set<string>>()
  const add = (entity: string, text: string | undefined): void => {
    const known = words.get(entity) ?? new Set<string>()
    words.set(entity, known)
    for (const word of nameKey(text ?? '').split(' ')) if (word !== '' && !small.has(word)) known.add(word)
  }
  for (const { holder, title, of } of roles) {
    add(holder, title)
    if (of) add(holder, nameOf.get(of))
    if (of) add(of, nameOf.get(holder))
  }
  for (const { subject, object } of relations) {
    add(subject, nameOf.get(object))
    add(object, nameOf.get(subject))
  }
  return words
}
