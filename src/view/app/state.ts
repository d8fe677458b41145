/**
 * What the reader has chosen, as one signal; all that is shown follows from it and from the graph. The address holds what differs from
 * the beginning, with names that stay the same from build to build: `#at=3k9d0f&view=table&standing=denied`.
 */

import { batch, computed, signal } from '@preact/signals'
import type { FacetName, State } from './choices.js'
import { beginning } from './choices.js'
import type { Evidence } from './items.js'
import type { NewsGraph } from './graph.js'
import { readAddress, writeAddress } from './address.js'

export const state = signal<State>(beginning)
/** The words that are pointed at within the selection. */
export const passage = signal<readonly Evidence[]>([])
/** Something for those who listen: set, and read out. */
export const announcement = signal('')
/** What a link pointed to and is not there. */
export const lost = signal(false)

/** The beginning depends on the graph: with little else to see, what is only mentioned is shown. */
let first = beginning

/** Takes the state from the address, now and whenever the reader goes back or forth. */
export function followAddress(graph: NewsGraph): void {
  const linked = graph.nodes.filter(node => node.isLinked && node.kind !== 'article').length
  first = linked < 3 ? { ...beginning, hiddenKinds: ['article'] } : beginning
  const follow = (): void => {
    const read = readAddress(location.hash, first, graph)
    batch(() => {
      lost.value = read === undefined
      state.value = read ?? first
      passage.value = []
    })
  }
  window.addEventListener('popstate', follow)
  window.addEventListener('hashchange', follow)
  follow()
  address = () => writeAddress(state.value, first, graph)
}

let address = (): string => ''

/** The address of what is to be seen now. */
export function linkToHere(): string {
  return location.href.replace(/#.*$/, '') + address()
}

/** Changes the state. A new selection is a step that one can go back from; moving a slider is not. */
export function change(part: Partial<State>): void {
  const before = state.value
  const isStep =
    (part.item !== undefined && part.item !== before.item) ||
    (part.edge !== undefined && part.edge !== before.edge) ||
    (part.story !== undefined && part.story !== before.story) ||
    (part.view !== undefined && part.view !== before.view) ||
    (part.centre !== undefined && part.centre !== before.centre)
  batch(() => {
    state.value = { ...before, ...part }
    if (isStep) passage.value = []
    lost.value = false
  })
  const url = location.pathname + location.search + address()
  try {
    if (isStep) history.pushState(null, '', url)
    else history.replaceState(null, '', url)
  } catch {
    // Some browsers limit how often; the next change writes it.
  }
}

export function toggleFacet(name: FacetName, value: string): void {
  const chosen = state.value.facets[name]
  const next = chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value]
  change({ facets: { ...state.value.facets, [name]: next } })
}

export function clearFilters(): void {
  change({
    facets: beginning.facets,
    query: '',
    sureAtLeast: 0,
    from: '',
    until: '',
    hiddenKinds: first.hiddenKinds,
    hiddenEdges: first.hiddenEdges,
  })
}

/** Whether the claims that are to be seen are fewer than all. */
export const isFiltered = computed(() => {
  const { facets, query, sureAtLeast, from, until } = state.value
  return query !== '' || sureAtLeast > 0 || from !== '' || until !== '' || Object.values(facets).some(chosen => chosen.length > 0)
})
