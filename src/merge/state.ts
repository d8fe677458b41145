/**
 * All that a registry holds, and the few acts that change it: put an occurrence to a thing, take it away, make a thing, make one of two.
 * Every act keeps the index of names, the ids and the record of what changed in step.
 */
import type { Occurrence } from './digests.js'
import { compare } from './grouping.js'
import { keysOfOccurrence } from './matching.js'
import { nameIndex, type NameIndex } from './name-index.js'
import type { Change } from './registry.js'
import { addTo, describe, forget, takeFrom, tallyOf, type Seen, type SeenArticle, type Thing } from './things.js'

/** What people decided, by id. */
export interface Decided {
  /** Decisions as JSON, so that none is taken twice. */
  readonly taken: Set<string>
  readonly labels: Map<string, string>
  /** Id → ids that are the same. */
  readonly same: Map<string, readonly string[]>
  /** Id → ids that are not the same. */
  readonly apart: Map<string, readonly string[]>
  /** Article → id that the rules give → id that people gave. */
  readonly pins: Map<string, Map<string, string>>
}

export interface State {
  readonly articles: Map<string, SeenArticle>
  readonly things: Map<string, Thing>
  readonly replaced: Map<string, string>
  readonly names: NameIndex
  readonly decided: Decided
  readonly find: (id: string) => Thing | undefined
  /** A new thing; where people decided that it is an old one, that. */
  readonly mint: (said: Occurrence, articleId: string) => Thing
  /** A thing with this id, old or new. */
  readonly make: (id: string) => Thing
  readonly put: (seen: Seen, thing: Thing) => void
  readonly take: (seen: Seen) => void
  /** Makes one of two, and tells which is left. */
  readonly join: (a: Thing, b: Thing) => Thing
  readonly isApart: (a: Thing, b: Thing) => boolean
  /** Where people moved it. */
  readonly pinned: (articleId: string, id: string) => Thing | undefined
  /** Its description is about to change. */
  readonly change: (thing: Thing) => void
  /** The article's graph differs now. */
  readonly touch: (articleId: string) => void
  readonly watch: (act: () => void) => Change
}

export function startState(): State {
  const articles = new Map<string, SeenArticle>()
  const things = new Map<string, Thing>()
  const replaced = new Map<string, string>()
  const names = nameIndex()
  const decided: Decided = { taken: new Set(), labels: new Map(), same: new Map(), apart: new Map(), pins: new Map() }
  const changes = watching()
  const find = (id: string) => things.get(replaced.get(id) ?? id)

  const make = (id: string): Thing => {
    const found = find(id)
    if (found) return found
    const label = decided.labels.get(id)
    const thing: Thing = { id, isTied: true, seen: [], ...(label && { label }) }
    things.set(id, thing)
    return thing
  }

  const mint = (said: Occurrence, articleId: string): Thing => {
    const wanted = said.isTied ? `${said.key}-${articleId}` : said.key
    const old = oneBySay(wanted, said)
    if (old && old.id !== wanted) replaced.set(wanted, old.id)
    const again = things.get(wanted)
    return old ?? (said.isTied && again?.seen.length === 0 ? again : make(freeId(wanted, articleId)))
  }

  /** What people said is the same; not where it was looked at by its name, and something spoke against it. */
  const oneBySay = (wanted: string, said: Occurrence): Thing | undefined => {
    const same = decided.same.get(wanted)
    return same && [wanted, ...same].map(find).find((thing) => thing && !tallyOf(thing).keys.has(said.key))
  }

  const freeId = (wanted: string, articleId: string): string => {
    const isFree = (id: string) => !things.has(id) && !replaced.has(id)
    const withArticle = wanted.endsWith(`-${articleId}`) ? wanted : `${wanted}-${articleId}`
    if (isFree(wanted)) return wanted
    if (isFree(withArticle)) return withArticle
    let number = 2
    while (!isFree(`${withArticle}-${number}`)) number++
    return `${withArticle}-${number}`
  }

  const put = (seen: Seen, thing: Thing): void => {
    changes.before(thing)
    addTo(thing, seen)
    for (const key of keysOfOccurrence(seen.said)) names.put(key, thing)
  }

  const take = (seen: Seen): void => {
    changes.before(seen.thing)
    takeFrom(seen.thing, seen)
  }

  const join = (a: Thing, b: Thing): Thing => {
    const [kept, gone] = isKept(a, b) ? [a, b] : [b, a]
    changes.before(gone)
    const keys = new Set(gone.seen.flatMap(({ said }) => keysOfOccurrence(said)))
    for (const seen of [...gone.seen]) {
      changes.touch(seen.article.id)
      put(seen, kept)
    }
    forget(gone)
    if (gone.label !== undefined) kept.label ??= gone.label
    names.move(gone, kept, keys)
    things.delete(gone.id)
    for (const [from, to] of replaced) if (to === gone.id) replaced.set(from, kept.id)
    replaced.set(gone.id, kept.id)
    return kept
  }

  return {
    articles, things, replaced, names, decided, find, mint, make, put, take, join, change: changes.before, touch: changes.touch, watch: changes.watch,
    isApart: (a, b) => decided.apart.get(a.id)?.some((id) => find(id) === b) ?? false,
    pinned: (articleId, id) => {
      const to = decided.pins.get(articleId)?.get(id)
      return to === undefined ? undefined : make(to)
    },
  }
}

/** The thing with a name of its own, then that of more articles, then the older. */
function isKept(a: Thing, b: Thing): boolean {
  return a.isTied === b.isTied ? a.seen.length >= b.seen.length : b.isTied
}

/** Notes what things were like before an act, and tells what came of it. */
function watching() {
  let before = new Map<Thing, string>()
  let touched = new Set<string>()
  const looks = (thing: Thing) => (thing.seen.length === 0 ? '' : JSON.stringify(describe(thing)))
  return {
    before: (thing: Thing): void => {
      if (!before.has(thing)) before.set(thing, looks(thing))
    },
    touch: (articleId: string): void => void touched.add(articleId),
    watch: (act: () => void): Change => {
      before = new Map()
      touched = new Set()
      act()
      const entities = [...before].filter(([thing, was]) => looks(thing) !== was).map(([{ id }]) => id)
      return { articles: [...touched].toSorted(compare), entities: entities.toSorted(compare) }
    },
  }
}
