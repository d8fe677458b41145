/**
 * How the registry is as if people had never decided something.
 * In: the decisions as they stand now. Out: what was decided before and is no more is undone: with the line `merge person:joe-biden
 * person:j-biden` gone, the articles of the one thing are placed anew, and both have their ids again.
 * What rules and articles did meanwhile stays, as far as it did not rest on the decision.
 */
import type { Decision, SplitThing } from './decisions.js'
import { joinAgain, place } from './placing.js'
import type { State } from './state.js'
import { noteApart, noteSame, takeDecision } from './taking.js'
import type { SeenArticle, Thing } from './things.js'

type Of<Kind extends Decision['decide']> = Extract<Decision, { decide: Kind }>

/** @param present all decisions, not only new ones */
export function undoGone(state: State, present: readonly Decision[]): void {
  const { taken } = state.decided
  const texts = new Set(present.map((one) => JSON.stringify(one)))
  const gone = [...taken].filter((text) => !texts.has(text))
  if (gone.length === 0) return
  for (const text of gone) taken.delete(text)
  const left = [...taken].map((text) => JSON.parse(text) as Decision)
  const undone = gone.map((text) => JSON.parse(text) as Decision).toReversed()
  const splits = new Map([...left, ...undone].flatMap((one) => (one.decide === 'split' ? [[one, otherOf(one, state)] as const] : [])))
  note(state, left, splits)
  for (const one of undone) undo(state, one, left, splits)
  // What a split kept from being one, or was placed anew, is one again.
  for (const one of left.filter(isMerge)) {
    taken.delete(JSON.stringify(one))
    takeDecision(state, one)
  }
}

function isMerge(decision: Decision): decision is Of<'merge'> {
  return decision.decide === 'merge'
}

type Splits = ReadonlyMap<SplitThing, string | undefined>

/** What is the same, what is not, what is called how: by what is left. */
function note({ decided, find }: State, left: readonly Decision[], splits: Splits): void {
  const { same, apart, labels } = decided
  for (const map of [same, apart, labels]) map.clear()
  for (const one of left) {
    if (one.decide === 'merge') noteSame(decided, one.things)
    if (one.decide === 'different') noteApart(decided, ...one.things)
    if (one.decide === 'rename') labels.set(one.thing, one.label)
    const other = one.decide === 'split' ? splits.get(one) : undefined
    if (one.decide !== 'split' || other === undefined) continue
    for (const id of same.get(other) ?? []) same.set(id, (same.get(id) ?? []).filter((was) => was !== other))
    same.delete(other)
    noteApart(decided, find(one.thing)?.id ?? one.thing, other)
  }
}

function undo(state: State, decision: Decision, left: readonly Decision[], splits: Splits): void {
  switch (decision.decide) {
    case 'merge': return undoMerge(state, decision, left.filter(isMerge))
    case 'split': return undoSplit(state, decision, splits.get(decision))
    case 'rename': return undoRename(state, decision, left)
    case 'different': return undoDifferent(state, decision)
    case 'drop': case 'speaker': return
  }
}

function undoMerge(state: State, { things: ids }: Of<'merge'>, left: readonly Of<'merge'>[]): void {
  const joined = new Set<Thing>()
  for (const id of ids) {
    const thing = state.find(id)
    if (!thing || thing.id === id || state.decided.same.get(id)?.includes(thing.id)) continue
    state.release(id)
    joined.add(thing)
  }
  for (const thing of joined) {
    // Other merges are taken again when the articles are placed, and each of their things has its id again until then.
    const others = new Set(left.flatMap(({ things }) => things).filter((id) => id !== thing.id && state.find(id) === thing))
    for (const id of others) state.release(id)
    placeAgain(state, thing)
    for (const id of others) if (!state.find(id)) state.replace(id, state.find(thing.id)?.id ?? thing.id)
  }
}

/** Every article that names the thing is placed anew as to it; what else it names stays what it is. */
function placeAgain(state: State, thing: Thing): void {
  const articles = [...new Set(thing.seen)].map((article): SeenArticle => ({ ...article, things: [...article.things] }))
  for (const article of articles) {
    const present = state.articles.get(article.id)
    if (present) for (const at of present.said.keys()) state.take(present, at)
    state.articles.delete(article.id)
  }
  state.drop(thing, articles.flatMap(({ said, things }) => said.filter((_, at) => things[at] === thing)))
  for (const old of articles) {
    const article: SeenArticle = { ...old, things: [] }
    place(article, state, { ...old, things: old.things.map((one) => (one === thing ? undefined : one)) })
    state.articles.set(article.id, article)
    if (article.things.some((one, at) => one?.id !== old.things[at]?.id)) state.touch(article.id)
  }
  const [first] = articles.flatMap(({ id, things }) => state.articles.get(id)?.things[things.indexOf(thing)] ?? [])
  if (first && !state.find(thing.id)) state.replace(thing.id, first.id)
}

/** The id that a split gave, as the articles that it moved tell. */
function otherOf({ thing: id, articles, newId }: SplitThing, { decided, find }: State): string | undefined {
  if (newId !== undefined) return newId
  const own = new Set([id, find(id)?.id])
  for (const [from, to] of articles.flatMap((article) => [...(decided.pins.get(article) ?? [])])) {
    if (own.has(from)) return to
    if (own.has(to)) return from
  }
  return undefined
}

function undoSplit(state: State, { thing: id }: SplitThing, otherId: string | undefined): void {
  const [thing, other] = [state.find(id), otherId === undefined ? undefined : state.find(otherId)]
  for (const pins of state.decided.pins.values()) {
    for (const [from, to] of pins) if (from === otherId || to === otherId) pins.delete(from)
  }
  if (thing && other && thing !== other) state.joinInto(thing, other)
}

function undoRename(state: State, { thing: id }: Of<'rename'>, left: readonly Decision[]): void {
  const thing = state.find(id)
  if (!thing) return
  state.change(thing)
  const label = left.findLast((one): one is Of<'rename'> => one.decide === 'rename' && state.find(one.thing) === thing)?.label
  if (label === undefined) delete thing.label
  else thing.label = label
}

/** The rules may join them now. */
function undoDifferent(state: State, { things: ids }: Of<'different'>): void {
  const [one, other] = ids.map(state.find)
  if (!one || !other || one === other) return
  const fewer = one.seen.length < other.seen.length ? one : other
  for (const article of new Set(fewer.seen)) joinAgain(article, state)
}
