/** What a reader does with points, lines and stories. In a large graph a chosen point becomes the middle of the drawing, with what it is tied to. */

import { computed } from '@preact/signals'
import { nameOf } from './corrections.js'
import type { Evidence } from './items.js'
import { beginning } from './choices.js'
import { keepFocus } from './reader/focus.js'
import { announcement, change, passage, state } from './state.js'
import { graph, visible } from './visible.js'

/** Linked points that can be drawn all at once and still be read. */
export const readable = 60

/** The points that a drawing is about: all but articles, unless these are wanted. */
export const drawable = computed(() => [...visible.value.nodes].map(at => graph.value!.items[at]!))

export const isLarge = computed(() => drawable.value.length > readable)

/** Chooses a node or a claim; null chooses nothing. */
export function select(item: number | null): void {
  const found = item === null ? undefined : graph.value?.item(item)
  const middle =
    found === undefined || item === null
      ? null
      : graph.value?.isNode(item) === true && found.kind !== 'article'
        ? item
        : (found.sources[0] ?? found.targets[0] ?? null)
  const { centre } = state.value
  change({ item, edge: null, article: null, centre: item === null ? centre : isLarge.value || centre !== null ? middle : null, by: [] })
  if (found !== undefined) announcement.value = nameOf(found)
}

export function selectEdge(edge: number): void {
  change({ edge, item: null, article: null })
}

export function openStory(story: number | null): void {
  keepFocus()
  change({ story, centre: null, item: null, edge: null, view: state.value.view === 'table' ? 'map' : state.value.view })
}

/** One step back out: the selection, the neighbourhood, the story. */
export function leave(): void {
  keepFocus()
  const { item, edge, centre, story, pin } = state.value
  if (item !== null || edge !== null) change({ item: null, edge: null, article: null, centre: null, depth: 1, by: [], pin })
  else if (centre !== null) change({ centre: null, depth: 1, by: [] })
  else if (pin !== null) change({ pin: null })
  else if (story !== null) change({ story: null })
  else change({ query: beginning.query })
}

export function show(evidence: readonly Evidence[]): void {
  passage.value = evidence
  const article = evidence[0]?.article
  if (article !== undefined) change({ article })
}
