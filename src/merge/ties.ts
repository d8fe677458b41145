/**
 * What a thing is elsewhere, from what its articles say.
 * In: the links of an entity of an article; or how often a thing is tied to what. Out: one tie: two articles say that "Paris" is Q90, one says Q830149 → Q90.
 * What is surely the same goes before what is probably, then what more articles say, then the alphabet.
 */
import type { Link, Tie } from '../model.js'

/** The links of one entity in one article, as one tie: they are IRIs of one thing. */
export function tieOf(links: readonly Link[] | undefined): Tie | undefined {
  const [first] = links ?? []
  if (!first || !links) return undefined
  return { predicate: first.predicate, targets: links.map(({ target }) => target), ...first.location }
}

/** What the thing is tied to, of all that articles say. @param counts by the tie as JSON */
export function bestTie(counts: ReadonlyMap<string, number>): Tie | undefined {
  const byTarget = new Map<string, { tie: Tie; weight: number }>()
  for (const [text, times] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const tie = JSON.parse(text) as Tie, target = tie.targets[0] ?? ''
    const known = byTarget.get(target), weight = times * (tie.predicate === 'sameAs' ? SURE : 1)
    const isSurer = !known || tie.predicate === 'sameAs' && known.tie.predicate !== 'sameAs'
    byTarget.set(target, { tie: isSurer ? tie : known.tie, weight: weight + (known?.weight ?? 0) })
  }
  return [...byTarget].toSorted(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))[0]?.[1].tie
}

/** One article that is sure outweighs three that are not. */
const SURE = 4
