/**
 * Where the text says that its places are.
 * In: an article, and what a base knows by names. Out: for a place the states and regions that stand behind its name – "Paris, Idaho",
 * "EDMONTON, Ky." → US.ID, US.KY – and those that the article names elsewhere, also within names of bodies: "Kentucky State Police".
 */
import type { Extracted } from '../model.js'
import type { Entry } from './entry.js'
import type { Found } from './kb-read.js'
import { nameKey } from './name-keys.js'

type Names = ReadonlyMap<string, readonly Found[]>

/** Words of the longest name of a region that is looked for. */
const LONGEST = 3

/** "EDMONTON, Ky." → "EDMONTON", "Ky."; undefined where nothing stands behind a comma. */
export function dividedName(name: string): readonly [own: string, behind: string] | undefined {
  const [, own, behind] = /^([^,]+), ([^,]+)$/u.exec(name) ?? []
  return own !== undefined && behind !== undefined ? [own, behind] : undefined
}

/** By place, what may say where it is: up to three words behind a comma or an opening bracket. */
export function phrasesBehind({ tokens, references, entities }: Extracted): ReadonlyMap<string, readonly string[]> {
  const places = entities.filter(({ kind }) => kind === 'place')
  const behind = new Map(places.map(({ id, names }) => [id, new Set(names.flatMap((name) => dividedName(name)?.[1] ?? []))]))
  for (const { entity, form, end } of references) {
    const phrases = behind.get(entity)
    if (!phrases || form !== 'name' || !/^[,(]$/u.test(tokens[end]?.text ?? '')) continue
    const words = tokens.slice(end + 1, end + 1 + LONGEST).map(({ text }) => text)
    const proper = words.findIndex((text) => !/^\p{Lu}/u.test(text))
    for (const phrase of starts(proper < 0 ? words : words.slice(0, proper))) phrases.add(phrase)
  }
  return new Map([...behind].map(([id, phrases]) => [id, [...phrases]]))
}

/** All that begins a row of words: "West Virginia on" → itself, "West Virginia", "West". */
function starts(words: readonly string[]): string[] {
  return words.map((_, at) => words.slice(0, words.length - at).join(' '))
}

/** One and two words of the names of bodies, in which a state or region may stand. */
export function wordsOfBodies({ entities }: Extracted): string[] {
  return entities.filter(({ kind, isUnnamed }) => !isUnnamed && (kind === 'organization' || kind === 'outlet')).flatMap(({ name }) => {
    const words = name.split(/[\s/]+/u).filter((word) => /^\p{Lu}\p{Ll}/u.test(word))
    return words.flatMap((word, at) => [word, ...(at + 1 < words.length ? [`${word} ${words[at + 1]}`] : [])])
  })
}

/**
 * Codes of the states and regions of some names: "Kentucky" → US.KY, "Georgia" → GE, US.GA.
 * @param least letters that a name must have
 */
export function areasOf(names: readonly string[], found: Names, least = 1): ReadonlySet<string> {
  const entries = names.filter(({ length }) => length >= least).flatMap((name) => found.get(nameKey(name)) ?? [])
  return new Set(entries.flatMap(({ entry }) => areaOf(entry) ?? []))
}

/** "US.KY" for Kentucky, "US" for the United States. */
export function areaOf({ situation }: Entry): string | undefined {
  if (situation?.feature === 'A.ADM1') return `${situation.country}.${situation.region}`
  return situation?.feature.startsWith('A.PCL') ? situation.country : undefined
}
