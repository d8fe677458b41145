/**
 * The names of an article in, the same names with one type for one spelling out: where "Ngāi Tahu" is taken for a group
 * nine times and for a person once, it is a group. A spelling whose occurrences do not clearly agree is left as it is:
 * "Washington" may be a town and a paper.
 */
import type { TypedSpan } from './decode-tags.js'

/** Share of the summed confidence from which a type holds for all occurrences. */
const CLEAR = 0.6

/** @param spellingOf the words of a name as written */
export function settled(names: readonly TypedSpan[], spellingOf: (name: TypedSpan) => string): TypedSpan[] {
  const votes = new Map<string, Map<string, number>>()
  for (const name of names) {
    const spelling = spellingOf(name)
    const types = votes.get(spelling) ?? new Map<string, number>()
    votes.set(spelling, types.set(name.type, (types.get(name.type) ?? 0) + name.confidence))
  }
  return names.map((name) => ({ ...name, type: winner(votes.get(spellingOf(name)) ?? new Map<string, number>()) ?? name.type }))
}

function winner(types: ReadonlyMap<string, number>): string | undefined {
  let sum = 0
  let best: readonly [string, number] = ['', 0]
  for (const entry of types) {
    sum += entry[1]
    if (entry[1] > best[1]) best = entry
  }
  return best[1] > CLEAR * sum ? best[0] : undefined
}
