/**
 * People by the words of their names, so that a name is compared only with names that it can be.
 * In: drafts of people, a name. Out: those who have a word of it, or whose surname is spelled much alike, in the order in which they were
 * first put: of "Sergei Lavrov", all Sergeis and whoever is called Lavrov, Lavrow or Lawrov.
 */
import type { Draft } from './drafts.js'
import { fold } from './name-forms.js'

export interface NameIndex {
  put(draft: Draft, names: readonly string[]): void
  near(name: string): Draft[]
}

export function nameIndex(): NameIndex {
  const byKey = new Map<string, Set<Draft>>()
  const order = new Map<Draft, number>()
  const put = new Map<Draft, Set<string>>()
  return {
    put(draft, names) {
      if (!order.has(draft)) order.set(draft, order.size)
      const known = put.get(draft) ?? new Set()
      put.set(draft, known)
      for (const name of names) {
        if (known.has(name)) continue
        known.add(name)
        for (const key of keysOf(name)) byKey.set(key, (byKey.get(key) ?? new Set()).add(draft))
      }
    },
    near(name) {
      const found = new Set(keysOf(name).flatMap((key) => [...byKey.get(key) ?? []]))
      return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    },
  }
}

/** Its words; of words that differ by one letter, either the openings or the endings are the same. */
function keysOf(name: string): string[] {
  const words = fold(name).split(' ')
  const ends = words.filter((word) => word.length >= 4).flatMap((word) => [`${word.slice(0, 3)}-`, `${word[0]}-${word.slice(-2)}`])
  return [...words, ...ends]
}
