/**
 * One copy of what many articles say alike: of 1.6 million entities of 100,000 articles about a quarter differ in anything.
 * In: occurrences. Out: the first that was equal, "Russia, a country" of the first article that names it; its texts are kept once too.
 */
import type { Digest, Occurrence } from './digests.js'
import { interning } from './memo.js'

export type Share = (said: Occurrence) => Occurrence

/** Ways in which one name is said that are looked through; "Russia" has more, and those that come late are kept each. */
const MOST = 64

export function sharing(): Share {
  const one = interning()
  // Most names are said in one way: a list for each would cost more than the occurrence.
  const byName = new Map<string, Occurrence | Occurrence[]>()
  return (said) => {
    const found = byName.get(said.name)
    if (found === undefined) return put(byName, said.name, compact(said, one))
    const known = Array.isArray(found) ? found : [found]
    const equal = known.find((other) => areEqual(said, other))
    if (equal) return equal
    const like = known.find(({ key }) => key === said.key)
    const made = compact({ ...said, name: known[0]?.name ?? said.name, ...(like && { key: like.key, local: like.local === said.local ? like.local : said.local }) }, one)
    if (Array.isArray(found) && found.length < MOST) found.push(made)
    else if (!Array.isArray(found)) byName.set(made.name, [found, made])
    return made
  }
}

export function shared<One extends Digest>(digest: One, share: Share): One {
  return { ...digest, occurrences: digest.occurrences.map(share) }
}

function put(byName: Map<string, Occurrence | Occurrence[]>, name: string, made: Occurrence): Occurrence {
  byName.set(name, made)
  return made
}

/** Equal texts are one; those that come again in many things, in all. */
function compact(said: Occurrence, one: (text: string) => string): Occurrence {
  const { local, key, marks, type, outletKind, tie } = said
  return {
    ...said, ...(local === key && { local: key }),
    ...(marks && { marks: marks.map(one) }), ...(type && { type: one(type) }), ...(outletKind && { outletKind: one(outletKind) }), ...(tie && { tie: { ...tie, targets: tie.targets.map(one) } }),
  }
}

function areEqual(a: Occurrence, b: Occurrence): boolean {
  return a.local === b.local && a.kind === b.kind && a.key === b.key && a.confidence === b.confidence && a.isTied === b.isTied
    && a.type === b.type && a.outletKind === b.outletKind && areEqualLists(a.names, b.names) && areEqualLists(a.marks, b.marks)
    && a.tie?.predicate === b.tie?.predicate && areEqualLists(a.tie?.targets, b.tie?.targets)
}

function areEqualLists(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === b || a?.length === b?.length && a?.every((text, at) => text === b?.[at]) === true
}
