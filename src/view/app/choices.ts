/** What a reader can choose, and what is chosen at the beginning. */

import type { EdgeKind, NodeKind } from '../model.js'

export const views = ['map', 'full', 'quotes', 'table'] as const
export type View = (typeof views)[number]

/** Lists to choose from; of each, what is chosen is alternatives. */
export const facetNames = ['what', 'standing', 'act', 'role', 'relation', 'event', 'outlet', 'article'] as const
export type FacetName = (typeof facetNames)[number]

export interface State {
  readonly view: View
  /** Number of an item. */
  readonly item: number | null
  /** Number of a line. */
  readonly edge: number | null
  /** An opened story. */
  readonly story: number | null
  /** Whose neighbourhood alone is drawn, and how far it reaches. */
  readonly centre: number | null
  readonly depth: 1 | 2 | 3
  /** Relations by which the neighbourhood grows; empty for all. */
  readonly by: readonly string[]
  /** Where a path begins. */
  readonly pin: number | null
  readonly facets: Readonly<Record<FacetName, readonly string[]>>
  readonly query: string
  /** In percent. */
  readonly sureAtLeast: number
  readonly from: string
  readonly until: string
  readonly hiddenKinds: readonly (NodeKind | 'unlinked')[]
  readonly hiddenEdges: readonly EdgeKind[]
  /** The article that the reader wants to read beside the selection. */
  readonly article: number | null
}

export const beginning: State = {
  view: 'map',
  item: null,
  edge: null,
  story: null,
  centre: null,
  depth: 1,
  by: [],
  pin: null,
  facets: { what: [], standing: [], act: [], role: [], relation: [], event: [], outlet: [], article: [] },
  query: '',
  sureAtLeast: 0,
  from: '',
  until: '',
  hiddenKinds: ['article', 'unlinked'],
  hiddenEdges: ['mention'],
  article: null,
}
