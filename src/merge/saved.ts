/**
 * A registry as plain JSON and back.
 * Out: which thing each occurrence is, by number; ids that were replaced; what people decided. Not the digests, which are kept with the
 * articles: `{"version": 1, "things": [["person/sergey-lavrov"]], "articles": [["76f4…", [0, 3, 5]]], …}`.
 */
import { Problem } from '../problem.js'
import type { Digest, Occurrence } from './digests.js'
import { indexKeys } from './matching.js'
import type { Share } from './sharing.js'
import { startState, type State } from './state.js'
import { addTo, dayOf, type SeenArticle, type Thing } from './things.js'

const VERSION = 1

interface Saved {
  readonly version: number
  /** Id, and for things that no article names any more the last that was known of them. */
  readonly things: readonly (readonly [id: string, memory?: Occurrence])[]
  /** For each article the numbers of the things that its occurrences are, in the order of the digest. */
  readonly articles: readonly (readonly [id: string, things: readonly number[]])[]
  readonly replaced: readonly (readonly [string, string])[]
  readonly decided: {
    readonly taken: readonly string[]
    readonly labels: readonly (readonly [string, string])[]
    readonly same: readonly (readonly [string, readonly string[]])[]
    readonly apart: readonly (readonly [string, readonly string[]])[]
    readonly pins: readonly (readonly [string, readonly (readonly [string, string])[]])[]
  }
}

export function writeState({ articles, things, steps, decided }: State): Saved {
  const numbers = new Map([...things.values()].map((thing, number) => [thing, number]))
  return {
    version: VERSION,
    things: [...things.values()].map(({ id, memory }) => (memory ? [id, memory] : [id])),
    articles: [...articles.values()].map(({ id, things: named }) => [id, named.map((thing) => (thing && numbers.get(thing)) ?? -1)]),
    replaced: [...steps],
    decided: {
      taken: [...decided.taken], labels: [...decided.labels], same: [...decided.same], apart: [...decided.apart],
      pins: [...decided.pins].map(([article, pins]) => [article, [...pins]]),
    },
  }
}

export function readState(json: unknown, digests: Iterable<Digest>, share?: Share): State {
  const saved = checked(json)
  const state = startState(share)
  fill(state, saved)
  const things = saved.things.map(([id, memory]) => remembered(state, id, memory))
  const byId = new Map<string, Digest>()
  /** What is said alike is found by the same keys: most of it was put into the index before. */
  const indexed = new Map<Occurrence, Thing>()
  for (const digest of digests) byId.set(digest.articleId, digest)
  for (const [id, numbers] of saved.articles) {
    const digest = byId.get(id)
    if (digest?.occurrences.length !== numbers.length) throw broken(`The digest of article ${id} is missing or another than the registry knows`)
    const article: SeenArticle = { id, day: dayOf(digest.date), said: digest.occurrences.map(state.share), things: [] }
    for (const at of article.said.keys()) restore(state, article, at, things[numbers[at] ?? -1], indexed)
    state.articles.set(id, article)
  }
  return state
}

function fill({ replace, decided }: State, saved: Saved): void {
  for (const [from, to] of saved.replaced) replace(from, to)
  for (const text of saved.decided.taken) decided.taken.add(text)
  for (const [id, label] of saved.decided.labels) decided.labels.set(id, label)
  for (const [id, ids] of saved.decided.same) decided.same.set(id, ids)
  for (const [id, ids] of saved.decided.apart) decided.apart.set(id, ids)
  for (const [article, pins] of saved.decided.pins) decided.pins.set(article, new Map(pins))
}

function remembered(state: State, id: string, memory: Occurrence | undefined): Thing {
  const thing = state.make(id)
  if (memory) {
    thing.memory = memory
    for (const key of indexKeys(memory)) state.names.put(key, thing)
  }
  return thing
}

function restore(state: State, article: SeenArticle, at: number, thing: Thing | undefined, indexed: Map<Occurrence, Thing>): void {
  const said = article.said[at]
  if (!thing || !said) throw broken(`Article ${article.id} names a thing that is not in the registry`)
  addTo(thing, article, at)
  if (indexed.get(said) === thing) return
  indexed.set(said, thing)
  for (const key of indexKeys(said)) state.names.put(key, thing)
}

function checked(json: unknown): Saved {
  const saved = json as Partial<Saved> | null
  if (typeof saved !== 'object' || saved === null || typeof saved.version !== 'number') throw broken('This is no registry of newsgraph')
  if (saved.version > VERSION) throw new Problem('store', `The registry was written by a newer newsgraph (version ${saved.version} of its form)`, 'Update newsgraph.')
  const { things, articles, replaced, decided } = saved
  if (![things, articles, replaced, decided?.taken, decided?.labels, decided?.same, decided?.apart, decided?.pins].every(Array.isArray)) throw broken('The registry lacks a part')
  return saved as Saved
}

function broken(what: string): Problem {
  return new Problem('store', what, 'Build it again from the articles.')
}
