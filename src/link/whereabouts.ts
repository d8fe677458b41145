/**
 * Where the text says that its places are.
 * In: an article, and what a base knows by names. Out: for a place the states and regions that stand behind its name – "Paris, Idaho", "EDMONTON, Ky." → US.ID, US.KY – and
 * those that the article names elsewhere, also within names of bodies: "Kentucky State Police".
 */
import type { Entity, Extracted } from '../model.js'
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

/** What may say where a place is: up to three words behind a comma or an opening bracket. */
export function phrasesBehind({ tokens, references }: Extracted, { id, kind, names }: Entity): string[] {
  if (kind !== 'place') return []
  const behind = references.filter(({ entity, form }) => entity === id && form === 'name').flatMap(({ end }) => {
    if (!/^[,(]$/u.test(tokens[end]?.text ?? '')) return []
    const words = tokens.slice(end + 1, end + 1 + LONGEST).map(({ text }) => text), proper = words.findIndex((text) => !/^\p{Lu}/u.test(text))
    return starts(proper < 0 ? words : words.slice(0, proper))
  })
  return [...new Set([...behind, ...names.flatMap((name) => dividedName(name)?.[1] ?? [])])]
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

/** Codes of the states and regions of some names: "Kentucky" → US.KY, "Georgia" → GE, US.GA. @param least letters that a name must have */
export function areasOf(names: readonly string[], found: Names, least = 1): ReadonlySet<string> {
  return new Set(names.flatMap((name) => name.length < least ? [] : (found.get(nameKey(name)) ?? []).flatMap(({ entry }) => areaOf(entry) ?? [])))
}

/** "US.KY" for Kentucky, "US" for the United States. */
export function areaOf({ situation }: Entry): string | undefined {
  if (situation?.feature === 'A.ADM1') return `${situation.country}.${situation.region}`
  return situation?.feature.startsWith('A.PCL') ? situation.country : undefined
}
