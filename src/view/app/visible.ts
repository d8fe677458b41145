/**
 * The one visible set: which claims, lines and points the filters leave. Drawing, table, timeline, counts and what is taken away all read
 * it. Filters are on claims; "ministers, denied, in July" leaves the lines that such claims stand for, and the points at their ends.
 */

import { computed, signal } from '@preact/signals'
import { corrected, nowOf } from './corrections.js'
import type { Edge, Item, NewsGraph } from './graph.js'
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
    for (const source of item.sources) held.set(source, [...held.get(source) ?? [], item.word])
  }
  return held
})

/** What an item has of each list to choose from. */
export function valuesOf(item: Item, name: FacetName): readonly string[] {
  switch (name) {
    case 'what': return [item.kind]
    case 'standing': return [item.standing]
    case 'act': return item.kind === 'statement' && item.word !== '' ? [item.word] : []
    case 'relation': return item.kind === 'relation' && item.word !== '' ? [item.word] : []
    case 'event': return item.kind === 'event' && item.word !== '' ? [item.word] : []
    case 'role': return item.kind === 'role' ? [item.word] : [...new Set(item.sources.flatMap(source => rolesHeld.value.get(source) ?? []))]
    case 'outlet': return outletsOf(item)
    case 'article': return item.articles.map(String)
  }
}

/** Whoever published the article. */
function outletsOf(item: Item): string[] {
  const { articles = [] } = graph.value ?? {}
  return [...new Set(item.articles.map(at => articles[at]?.publisher ?? '').filter(Boolean))]
}

/** Whether an item passes all filters, or all but one list. */
function passes(item: Item, { facets, sureAtLeast, from, until }: State, except: FacetName | 'date' | null, found: ReadonlySet<number> | null): boolean {
  if (corrected.value.dropped.has(item.at)) return false
  if (sureAtLeast > 0 && item.confidence >= 0 && item.confidence < sureAtLeast) return false
  if (except !== 'date' && (from !== '' || until !== '') && !isWithin(item, from, until)) return false
  if (found !== null && !found.has(item.at) && ![...item.sources, ...item.targets].some(each => found.has(each))) return false
  return facetNames.every(name => name === except || facets[name].length === 0 || valuesOf(item, name).some(value => facets[name].includes(value)))
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
  return new Set(shown.items.filter(item => {
    const text = folded(`${item.label} ${item.word} ${item.detail}`)
    return wanted.every(word => text.includes(word))
  }).map(item => item.at))
})

export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

export const visible = computed((): Visible => {
  const shown = graph.value
  if (shown === null) return nothing
  const now = state.value
  const some = isFiltered.value
  const passing = new Set(claims.value.filter(item => passes(item, now, null, found.value)).map(item => item.at))
  const isShown = ({ kind, at, isLinked }: Item): boolean => !now.hiddenKinds.some(hidden => hidden === kind)
    && (isLinked || kind === 'article' || !now.hiddenKinds.includes('unlinked') || at === now.item || at === now.centre) && nowOf(at) === at
  const edges = shown.edges.flatMap((edge): Edge[] => {
    if (now.hiddenEdges.includes(edge.kind)) return []
    if (edge.claims.length === 0 ? some : !edge.claims.some(claim => passing.has(claim))) return []
    const [source, target] = [nowOf(edge.source), nowOf(edge.target)]
    const ends = [shown.item(source), shown.item(target)]
    if (source === target || ends.some(end => end === undefined || !isShown(end))) return []
    return [source === edge.source && target === edge.target ? edge : { ...edge, source, target }]
  })
  const reached = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const concerned = some ? new Set([...passing].flatMap(at => [at, ...shown.items[at]?.sources ?? [], ...shown.items[at]?.targets ?? []])) : null
  const nodes = new Set(shown.nodes.filter(node => isShown(node) && (concerned === null || reached.has(node.at) || concerned.has(node.at))).map(node => node.at))
  return { claims: passing, nodes, edges }
})

/** For each list, how many claims each choice would leave, given all other filters. The most frequent first. */
export const counts = computed((): Readonly<Record<FacetName, readonly (readonly [value: string, count: number])[]>> => {
  const now = state.value
  return Object.fromEntries(facetNames.map(name => {
    const tally = new Map<string, number>(now.facets[name].map(value => [value, 0]))
    for (const item of claims.value) {
      if (!passes(item, now, name, found.value)) continue
      for (const value of valuesOf(item, name)) tally.set(value, (tally.get(value) ?? 0) + 1)
    }
    return [name, [...tally].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))]
  })) as unknown as Record<FacetName, [string, number][]>
})

/** What the timeline shows: claims that pass all filters but the dates. */
export const dated = computed(() => claims.value.filter(item => (item.kind === 'statement' || item.kind === 'event') && passes(item, state.value, 'date', found.value)))
