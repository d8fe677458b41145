/**
 * The one visible set: which claims, lines and points the filters leave. Drawing, table, timeline, counts and what is taken away all read
 * it. Filters are on claims; "ministers, denied, in July" leaves the lines that such claims stand for, and the points at their ends.
 */

import { computed, signal } from '@preact/signals'
import { corrected, nowOf } from './corrections.js'
import type { Edge, Item } from './items.js'
import type { NewsGraph } from './graph.js'
import type { FacetName, State } from './choices.js'
import { facetNames } from './choices.js'
import { isFiltered, state } from './state.js'

/** The graph that is shown; null until it is read. */
export const graph = signal<NewsGraph | null>(null)

export interface Visible {
  readonly claims: ReadonlySet<number>
  readonly nodes: ReadonlySet<number>
  readonly edges: readonly Edge[]
}

const nothing: Visible = { claims: new Set(), nodes: new Set(), edges: [] }

/** Statements, roles, relations and events: what the filters are about. */
export function isClaim({ kind }: Item): boolean {
  return kind === 'statement' || kind === 'role' || kind === 'relation' || kind === 'event'
}

const claims = computed(() => graph.value?.items.filter(isClaim) ?? [])

/** Roles that each node holds, in words. */
const rolesHeld = computed(() => {
  const held = new Map<number, string[]>()
  for (const item of claims.value) {
    if (item.kind !== 'role') continue
    for (const source of item.sources)
      if (held.get(source)?.includes(item.word) !== true) held.set(source, [...(held.get(source) ?? []), item.word])
  }
  return held
})

const none: readonly string[] = []

/** Lists of one word are made once: there are hundreds of thousands of claims, and a few hundred words. */
const lists = new Map<string, readonly string[]>()

function alone(word: string): readonly string[] {
  const known = lists.get(word)
  if (known !== undefined) return known
  const list = [word]
  lists.set(word, list)
  return list
}

/** What an item has of each list to choose from. */
export function valuesOf(item: Item, name: FacetName): readonly string[] {
  switch (name) {
    case 'what':
      return alone(item.kind)
    case 'standing':
      return alone(item.standing)
    case 'act':
      return item.kind === 'statement' && item.word !== '' ? alone(item.word) : none
    case 'relation':
      return item.kind === 'relation' && item.word !== '' ? alone(item.word) : none
    case 'event':
      return item.kind === 'event' && item.word !== '' ? alone(item.word) : none
    case 'role':
      return item.kind === 'role'
        ? alone(item.word)
        : item.sources.length === 1
          ? (rolesHeld.value.get(item.sources[0] ?? -1) ?? none)
          : [...new Set(item.sources.flatMap(source => rolesHeld.value.get(source) ?? []))]
    case 'outlet':
      return outletsOf(item)
    case 'article':
      return item.articles.length === 1 ? alone(String(item.articles[0])) : item.articles.map(String)
  }
}

/** Whoever published the article. */
function outletsOf(item: Item): readonly string[] {
  const { articles = [] } = graph.value ?? {}
  if (item.articles.length === 1) {
    const only = articles[item.articles[0] ?? -1]?.publisher ?? ''
    return only === '' ? none : alone(only)
  }
  return [...new Set(item.articles.map(at => articles[at]?.publisher ?? '').filter(Boolean))]
}

/** Says of items whether they pass all filters, or all but one list. Made once for a state: what is not asked is not looked at. */
function filterFor(
  { facets, sureAtLeast, from, until }: State,
  except: FacetName | 'date' | null,
  found: ReadonlySet<number> | null,
): (item: Item) => boolean {
  const { dropped } = corrected.value
  const lists = facetNames.flatMap(name =>
    name === except || facets[name].length === 0 ? [] : [{ name, chosen: new Set(facets[name]) }],
  )
  const isDated = except !== 'date' && (from !== '' || until !== '')
  return item =>
    !dropped.has(item.at) &&
    !(sureAtLeast > 0 && item.confidence >= 0 && item.confidence < sureAtLeast) &&
    !(isDated && !isWithin(item, from, until)) &&
    (found === null || found.has(item.at) || item.sources.some(each => found.has(each)) || item.targets.some(each => found.has(each))) &&
    lists.every(({ name, chosen }) => valuesOf(item, name).some(value => chosen.has(value)))
}

/** A year is within a month of it; what has no date is not. */
function isWithin({ from: first, until: last }: Item, from: string, until: string): boolean {
  if (first === '') return false
  return (until === '' || first.slice(0, 10) <= `${until}~`) && (from === '' || `${(last || first).slice(0, 10)}~` >= from)
}

/** Items that the words of the query are in; null without a query. */
const found = computed((): ReadonlySet<number> | null => {
  const { query } = state.value
  const shown = graph.value
  if (query === '' || shown === null) return null
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  return new Set(
    shown.items
      .filter(item => {
        const text = folded(`${item.label} ${item.word} ${item.detail}`)
        return wanted.every(word => text.includes(word))
      })
      .map(item => item.at),
  )
})

export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

export const visible = computed((): Visible => {
  const shown = graph.value
  if (shown === null) return nothing
  const now = state.value
  const some = isFiltered.value
  const passes = filterFor(now, null, found.value)
  const passing = new Set<number>()
  for (const item of claims.value) if (passes(item)) passing.add(item.at)
  const hidden = new Set<string>(now.hiddenKinds)
  const isShelfHidden = hidden.has('unlinked')
  const isShown = ({ kind, at, isLinked }: Item): boolean =>
    !hidden.has(kind) && (isLinked || kind === 'article' || !isShelfHidden || at === now.item || at === now.centre) && nowOf(at) === at
  const edges: Edge[] = []
  const nodes = new Set<number>()
  for (const edge of shown.edges) {
    if (now.hiddenEdges.includes(edge.kind) || (edge.claims.length === 0 ? some : !edge.claims.some(claim => passing.has(claim))))
      continue
    const [source, target] = [nowOf(edge.source), nowOf(edge.target)]
    const [one, other] = [shown.items[source], shown.items[target]]
    if (source === target || one === undefined || other === undefined || !isShown(one) || !isShown(other)) continue
    edges.push(source === edge.source && target === edge.target ? edge : { ...edge, source, target })
    if (some) nodes.add(source).add(target)
  }
  // With filters, points are those that what passes names; without, all.
  const concerned = some
    ? [...passing].flatMap(at => [at, ...(shown.items[at]?.sources ?? []), ...(shown.items[at]?.targets ?? [])])
    : shown.nodes.map(({ at }) => at)
  for (const at of concerned) {
    const item = shown.items[at]
    if (item !== undefined && shown.isNode(at) && isShown(item)) nodes.add(at)
  }
  return { claims: passing, nodes, edges }
})

/** For each list, how many claims each choice would leave, given all other filters. The most frequent first. */
export const counts = computed((): Readonly<Record<FacetName, readonly (readonly [value: string, count: number])[]>> => {
  const now = state.value
  return Object.fromEntries(
    facetNames.map(name => {
      const tally = new Map<string, number>(now.facets[name].map(value => [value, 0]))
      const passes = filterFor(now, name, found.value)
      for (const item of claims.value) {
        if (!passes(item)) continue
        for (const value of valuesOf(item, name)) tally.set(value, (tally.get(value) ?? 0) + 1)
      }
      return [name, [...tally].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))]
    }),
  ) as unknown as Record<FacetName, [string, number][]>
})

/** What the timeline shows: claims that pass all filters but the dates. */
export const dated = computed(() => {
  const passes = filterFor(state.value, 'date', found.value)
  return claims.value.filter(item => (item.kind === 'statement' || item.kind === 'event') && passes(item))
})
