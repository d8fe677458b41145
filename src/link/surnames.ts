/**
 * How many people may be called so.
 * In: a person's full name, and a list of the first and last words of names that many bear. Out: whether few, some or many articles of
 * Wikipedia may be on people of that name: "Sergey Lavrov" → few, "Peter Schmidt" → many. A full name that few could share is a proof
 * of its own; one that many share is none.
 */
import { nameKey } from './name-keys.js'
import type { Titles } from './titles.js'

/** The steps that are told apart: more than so many titles of two words begin, or end, with a word. */
export const SHARED_BY = [10, 30, 100, 300, 1000, 3000] as const

export type Shared = 'few' | 'some' | 'many'

/** The line of the list that says so. */
export function sharedName(word: string, place: 'first' | 'last', least: number): string {
  return `${place} ${word} ${least}`
}

/** Steps of first and last name together from which on namesakes are to be expected. */
const MANY = 8

/** Undefined where there is no list, or the name is no full one. */
export function sharedBy(name: string, names: Titles | undefined): Shared | undefined {
  const words = nameKey(name).split(' ')
  if (!names || words.length < 2) return undefined
  // What is not shared by ten is not shared by thirty.
  const stepsOf = (word: string | undefined, place: 'first' | 'last'): number => {
    const none = SHARED_BY.findIndex((least) => !names.has(sharedName(word ?? '', place, least)))
    return none < 0 ? SHARED_BY.length : none
  }
  const last = stepsOf(words.at(-1), 'last'), first = stepsOf(words[0], 'first')
  if (last === 0 || last === 1 && first < 4) return 'few'
  return last + first >= MANY ? 'many' : 'some'
}
