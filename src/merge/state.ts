/**
 * All that a registry holds, and the few acts that change it: put an occurrence to a thing, take it away, make a thing, make one of two.
 * Every act keeps the index of names, the ids and the record of what changed in step.
 */
import { unwatched, watching, type Change } from './changes.js'
import type { Occurrence } from './digests.js'
import { moves } from './moves.js'
import { nameIndex, type NameIndex } from './name-index.js'
import { replacements } from './replacements.js'
import { sharing, type Share } from './sharing.js'
import { tallyOf, type SeenArticle, type Thing } from './things.js'

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
  readonly replaced: ReadonlyMap<string, string>
  /** The same step by step: what was joined into a thing that was joined into another leads to the first of them. */
  readonly steps: ReadonlyMap<string, string>
  readonly names: NameIndex
  readonly decided: Decided
  /** The one copy of what is said alike. */
  readonly share: Share
  readonly find: (id: string) => Thing | undefined
  /** A new thing; where people decided that it is an old one, that. */
  readonly mint: (said: Occurrence, articleId: string) => Thing
  /** A thing with this id, old or new. */
  readonly make: (id: string) => Thing
  /** The article's entity of that number is the thing. */
  readonly put: (article: SeenArticle, at: number, thing: Thing) => void
  /** The article's entity of that number is nothing yet. */
  readonly take: (article: SeenArticle, at: number) => void
  /** The one id leads to the other from now on. */
  readonly replace: (from: string, to: string) => void
  /** An id that was replaced is its own again; nobody says any more that it is the same as another. */
  readonly restore: (id: string) => void
  /** An id leads nowhere any more, and may be given again; those that led to it lead there again. */
  readonly release: (id: string) => void
  /** A thing that nothing is any more, with what it was called. */
  readonly drop: (thing: Thing, called: readonly Occurrence[]) => void
  /** The second thing is the first. */
  readonly joinInto: (kept: Thing, gone: Thing) => void
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

export function startState(share = sharing(), isWatched = true): State {
  const articles = new Map<string, SeenArticle>()
  const things = new Map<string, Thing>()
  const names = nameIndex()
  const decided: Decided = { taken: new Set(), labels: new Map(), same: new Map(), apart: new Map(), pins: new Map() }
  const { replaced, steps, replace, restore, release } = replacements(decided)
  const changes = isWatched ? watching() : unwatched()
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
    const old = oneBySay(wanted, said, { find, decided })
    if (old && old.id !== wanted) replace(wanted, old.id)
    const again = things.get(wanted)
    return old ?? (said.isTied && again?.seen.length === 0 ? again : make(freeId(wanted, articleId, (id) => !things.has(id) && !replaced.has(id))))
  }

  const { put, take, joinInto, drop } = moves({ things, names, changes, replace })
  const join = (a: Thing, b: Thing): Thing => {
    const [kept, gone] = isKept(a, b) ? [a, b] : [b, a]
    joinInto(kept, gone)
    return kept
  }

  return {
    articles, things, replaced, steps, names, decided, share, find, mint, make, put, take, replace, restore, release, drop, joinInto, join, change: changes.before, touch: changes.touch, watch: changes.watch,
    isApart: (a, b) => decided.apart.get(a.id)?.some((id) => find(id) === b) ?? false,
    pinned: (articleId, id) => {
      const to = decided.pins.get(articleId)?.get(id)
      return to === undefined ? undefined : make(to)
    },
  }
}

/** What people said is the same; not where it was looked at by its name, and something spoke against it. */
function oneBySay(wanted: string, said: Occurrence, { find, decided }: Pick<State, 'find' | 'decided'>): Thing | undefined {
  const same = decided.same.get(wanted)
  return same && [wanted, ...same].map(find).find((thing) => thing && !tallyOf(thing).keys.has(said.key))
}

/** The wanted id; where another thing has it, with the article's name behind it. */
function freeId(wanted: string, articleId: string, isFree: (id: string) => boolean): string {
  const withArticle = wanted.endsWith(`-${articleId}`) ? wanted : `${wanted}-${articleId}`
  if (isFree(wanted)) return wanted
  if (isFree(withArticle)) return withArticle
  let number = 2
  while (!isFree(`${withArticle}-${number}`)) number++
  return `${withArticle}-${number}`
}

/** The thing with a name of its own, then that of more articles, then the older. */
function isKept(a: Thing, b: Thing): boolean {
  return a.isTied === b.isTied ? a.seen.length >= b.seen.length : b.isTied
}
