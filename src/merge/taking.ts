/**
 * How a decision of people changes the registry.
 * In: "`person/joe-biden` and `person/j-biden` are one". Out: one thing, at once where both are there, later when they come.
 * Decisions on claims (drop, speaker) change no thing; edits.ts sees to them.
 */
import type { Decision, SplitThing } from './decisions.js'
import type { Decided, State } from './state.js'

export function takeDecision(state: State, decision: Decision): void {
  const text = JSON.stringify(decision)
  if (state.decided.taken.has(text)) return
  state.decided.taken.add(text)
  switch (decision.decide) {
    case 'merge': return merge(state, decision.things)
    case 'split': return split(state, decision)
    case 'rename': return rename(state, decision.thing, decision.label)
    case 'different': return noteApart(state.decided, ...decision.things)
    case 'drop': case 'speaker': return
  }
}

function merge(state: State, ids: readonly string[]): void {
  noteSame(state.decided, ids)
  const [first, ...others] = new Set(ids.flatMap((id) => state.find(id) ?? []))
  if (first) others.reduce((kept, thing) => (kept === thing ? kept : state.join(kept, thing)), first)
}

/** The larger part keeps the id. */
function split(state: State, { thing: id, articles, newId }: SplitThing): void {
  const thing = state.find(id)
  const listed = new Set(articles)
  const all = thing?.seen ?? []
  const inside = all.filter(({ id: article }) => listed.has(article))
  const isLarger = inside.length < all.length && inside.length * 2 > all.length
  const moved = isLarger ? all.filter(({ id: article }) => !listed.has(article)) : inside.length < all.length ? inside : []
  const movedArticles = isLarger ? moved.map((article) => article.id) : articles
  const other = newId ?? `${id}-${[...movedArticles].sort()[0] ?? 'other'}`
  state.restore(other)
  noteApart(state.decided, thing?.id ?? id, other)
  for (const article of movedArticles) pin(state, article, thing?.id ?? id, other)
  if (isLarger) for (const article of articles) pin(state, article, other, thing?.id ?? id)
  for (const article of new Set(moved)) {
    for (const [at, one] of article.things.entries()) {
      if (one !== thing) continue
      state.take(article, at)
      state.put(article, at, state.make(other))
    }
    state.touch(article.id)
  }
}

function pin({ decided: { pins } }: State, article: string, from: string, to: string): void {
  pins.set(article, (pins.get(article) ?? new Map<string, string>()).set(from, to))
}

function rename(state: State, id: string, label: string): void {
  state.decided.labels.set(id, label)
  const thing = state.find(id)
  if (!thing) return
  state.change(thing)
  thing.label = label
}

export function noteSame({ same }: Decided, ids: readonly string[]): void {
  const all = [...new Set(ids.flatMap((id) => [id, ...(same.get(id) ?? [])]))]
  for (const id of all) same.set(id, all.filter((other) => other !== id))
}

export function noteApart({ apart }: Decided, a: string, b: string): void {
  apart.set(a, [...(apart.get(a) ?? []), b])
  apart.set(b, [...(apart.get(b) ?? []), a])
}
