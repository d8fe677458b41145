/**
 * Bodies and places by how their names begin and end, so that a name is compared only with names that it can be short for.
 * In: drafts, names. Out: of "Bolshoi" and "IMF", whatever begins or ends with that word, and whatever has initials that begin with I, in the
 * order in which they were first put. A name that is new to a draft counts once it is put again.
 */
import type { Draft } from './drafts.js'
import { fold, inOneOrder } from './name-forms.js'

export interface BodyIndex {
  put(draft: Draft): void
  near(names: readonly string[]): Draft[]
}

export function bodyIndex(): BodyIndex {
  const byKey = new Map<string, Set<Draft>>()
  const order = new Map<Draft, number>()
  return {
    put(draft) {
      if (!order.has(draft)) order.set(draft, order.size)
      for (const name of draft.names.keys()) for (const key of longKeys(name)) byKey.set(key, (byKey.get(key) ?? new Set()).add(draft))
    },
    near(names) {
      const found = new Set(names.flatMap((name) => shortKeys(name).flatMap((key) => [...byKey.get(key) ?? []])))
      return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    },
  }
}

/** The first and the last word of a name, in each order that it may be written in. */
function endKeys(name: string): string[] {
  return [name, inOneOrder(name)].map((each) => fold(each).split(' ')).flatMap((words) => [`${words[0]}-`, `-${words.at(-1)}`])
}

/** What a long name is found by: its first and last word, and the letters with which an acronym of it may begin – small words may be left out. */
function longKeys(name: string): string[] {
  const words = fold(name).split(' ')
  const openings = words.length < 2 ? [] : [...words.slice(0, 3), ...name.normalize('NFD').split(/[\s-]+/).slice(0, 3)].map((word) => `${word[0]?.toLowerCase()}…`)
  return [...new Set([...endKeys(name), ...openings])]
}

function shortKeys(name: string): string[] {
  const isAcronym = !fold(name).includes(' ') && /\p{Lu}.*\p{Lu}/u.test(name)
  return [...endKeys(name), ...(isAcronym ? [`${name.normalize('NFD')[0]?.toLowerCase()}…`] : [])]
}
