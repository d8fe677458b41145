/**
 * A thing of the whole graph, and what all articles together call it.
 * In: its occurrences. Out: its label, names, type: of "ANN LEE", "Ann Lee" and "Ann Lee" the label is "Ann Lee".
 * Things that many articles name keep counts, so that one more article costs the same however many there are.
 */
import type { EntityKind } from '../model.js'
import type { Occurrence } from './digests.js'
import { compare } from './grouping.js'
import type { Merged } from './rewrite.js'
import { bestTie } from './ties.js'

/** An article as the registry keeps it: two lists side by side, as there are millions of such pairs. */
export interface SeenArticle {
  readonly id: string
  /** Days since 1970. */
  readonly day: number | undefined
  /** Its named entities. */
  readonly said: readonly Occurrence[]
  /** What each of them is; nothing while it is looked for. */
  readonly things: (Thing | undefined)[]
}

/** Days since 1970. */
export function dayOf(date: string | undefined): number | undefined {
  const time = date === undefined ? Number.NaN : Date.parse(date.slice(0, 10))
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000)
}

export interface Thing {
  readonly id: string
  /** Known by a bare surname or the like only. */
  isTied: boolean
  /** The articles that name it, in the order in which they were added; twice where two entities of one are it. */
  readonly seen: SeenArticle[]
  tally?: Tally
  /** What people decided that it is called. */
  label?: string
  /** The last that was known of it when its last article went, so that it is known again. */
  memory?: Occurrence
}

type Counts = Map<string, number>

/** How often each is said. */
export interface Tally {
  readonly labels: Counts
  readonly names: Counts
  readonly marks: Counts
  readonly types: Counts
  readonly outletKinds: Counts
  readonly kinds: Map<EntityKind, number>
  readonly keys: Counts
  readonly confidences: Map<number, number>
  /** By the tie as JSON. */
  readonly ties: Counts
}

/** More occurrences than this are worth counts that are kept. */
const MANY = 16

/** Counts of things that were asked for lately, and a little earlier; they are made anew when needed again. */
let recent = new Map<Thing, Tally>()
let earlier = new Map<Thing, Tally>()
const MOST_RECENT = 2000

/** What all its articles say of it. */
export function tallyOf(thing: Thing): Tally {
  const known = knownTally(thing)
  if (known) return known
  const tally: Tally = { labels: new Map(), names: new Map(), marks: new Map(), types: new Map(), outletKinds: new Map(), kinds: new Map(), keys: new Map(), confidences: new Map(), ties: new Map() }
  for (const said of saidOf(thing)) count(tally, said, 1)
  if (thing.seen.length === 0 && thing.memory) count(tally, thing.memory, 1)
  if (thing.seen.length > MANY) thing.tally = tally
  else rememberRecent(thing, tally)
  return tally
}

function knownTally(thing: Thing): Tally | undefined {
  return thing.tally ?? recent.get(thing) ?? earlier.get(thing)
}

function rememberRecent(thing: Thing, tally: Tally): void {
  if (recent.size >= MOST_RECENT) [earlier, recent] = [recent, new Map()]
  recent.set(thing, tally)
}

function forgetRecent(thing: Thing): void {
  recent.delete(thing)
  earlier.delete(thing)
}

/** All that articles say of it. */
export function* saidOf(thing: Thing): Generator<Occurrence> {
  for (const { said, things } of thing.seen.length > 1 ? new Set(thing.seen) : thing.seen) {
    for (let at = things.indexOf(thing); at >= 0; at = things.indexOf(thing, at + 1)) {
      const one = said[at]
      if (one) yield one
    }
  }
}

/** What its first article says of it. */
export function firstSaidOf(thing: Thing): Occurrence | undefined {
  const article = thing.seen[0]
  return article?.said[article.things.indexOf(thing)]
}

/** The article's entity of that number is the thing. */
export function addTo(thing: Thing, article: SeenArticle, at: number): void {
  const said = article.said[at]
  if (!said) return
  article.things[at] = thing
  thing.seen.push(article)
  if (!said.isTied) thing.isTied = false
  if (thing.memory) forgetRecent(thing)
  delete thing.memory
  const tally = knownTally(thing)
  if (tally) count(tally, said, 1)
}

export function takeFrom(thing: Thing, article: SeenArticle, at: number): void {
  const said = article.said[at]
  if (!said) return
  article.things[at] = undefined
  // What is taken away is mostly of late, and `lastIndexOf` takes its time.
  let last = thing.seen.length - 1
  while (last >= 0 && thing.seen[last] !== article) last -= 1
  if (last >= 0) thing.seen.splice(last, 1)
  if (thing.seen.length <= MANY) {
    delete thing.tally
    forgetRecent(thing)
  }
  const tally = knownTally(thing)
  if (tally) count(tally, said, -1)
  if (thing.seen.length === 0) thing.memory = said
}

/** Everything it was is another thing now. */
export function forget(thing: Thing): void {
  thing.seen.length = 0
  forgetRecent(thing)
  delete thing.tally
}

function count(tally: Tally, said: Occurrence, step: 1 | -1): void {
  bump(tally.labels, said.name, step)
  bump(tally.names, said.name, step)
  for (const name of said.names ?? []) bump(tally.names, name, step)
  for (const mark of said.marks ?? []) bump(tally.marks, mark, step)
  if (said.type) bump(tally.types, said.type, step)
  if (said.outletKind) bump(tally.outletKinds, said.outletKind, step)
  bump(tally.kinds, said.kind, step)
  bump(tally.keys, said.key, step)
  bump(tally.confidences, said.confidence, step)
  if (said.tie) bump(tally.ties, JSON.stringify(said.tie), step)
}

function bump<Key>(counts: Map<Key, number>, key: Key, step: number): void {
  const now = (counts.get(key) ?? 0) + step
  if (now > 0) counts.set(key, now)
  else counts.delete(key)
}

/** An organisation that is an outlet in one article is one. */
export function kindOf(thing: Thing): EntityKind {
  const kinds = tallyOf(thing).kinds
  return kinds.has('outlet') ? 'outlet' : commonest(kinds) ?? 'organization'
}

/** The thing as it is written. */
export function describe(thing: Thing): Merged {
  const tally = tallyOf(thing)
  const type = commonest(tally.types)
  const outletKind = commonest(tally.outletKinds)
  const name = thing.label ?? labelOf(tally) ?? thing.id
  const tie = bestTie(tally.ties)
  return {
    id: thing.id, kind: kindOf(thing), name, confidence: surest(tally),
    names: [...new Set([name, ...tally.names.keys()])].toSorted(compare),
    ...(type && { type }), ...(outletKind && { outletKind }), ...(tie && { tie }),
  }
}

/** All that is written of it in one text, made quickly: other descriptions look otherwise. */
export function appearance(thing: Thing): string {
  const tally = tallyOf(thing)
  return [thing.label ?? labelOf(tally), kindOf(thing), commonest(tally.types), commonest(tally.outletKinds), surest(tally), JSON.stringify(bestTie(tally.ties)), ...tally.names.keys()].join('\n')
}

/** The commonest best name; a bare surname only where no article says more. */
function labelOf({ labels }: Tally): string | undefined {
  return commonest(labels)
}

function surest({ confidences }: Tally): number {
  let most = 0
  for (const confidence of confidences.keys()) if (confidence > most) most = confidence
  return most
}

/** Of equals the longest, then the first in the alphabet. */
function commonest<Key extends string>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined
  let most = 0
  for (const [word, times] of counts) {
    const isBetter = best === undefined || times > most || times === most && (word.length > best.length || word.length === best.length && word < best)
    if (isBetter) [best, most] = [word, times]
  }
  return best
}
