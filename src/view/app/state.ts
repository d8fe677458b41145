/** What the reader has chosen: one selection, what is hidden, which view. Whoever shows something of it subscribes. */

import type { EdgeKind, NodeKind, ViewEvidence } from '../model.js'

export interface State {
  /** Id of a node, a claim or an edge. */
  readonly selected: string | null
  /** The words that are pointed at within the selection; empty for none. */
  readonly passage: readonly ViewEvidence[]
  readonly hiddenKinds: ReadonlySet<NodeKind | 'unlinked'>
  readonly hiddenEdges: ReadonlySet<EdgeKind>
  readonly view: 'graph' | 'table'
}

/** Holds the state; `change` tells all subscribers what was and what is. */
export interface Store {
  readonly state: State
  change(part: Partial<State>): void
  subscribe(listener: (state: State, before: State) => void): void
}

export function makeStore(initial: State): Store {
  const listeners: ((state: State, before: State) => void)[] = []
  let state = initial
  return {
    get state() { return state },
    change(part) {
      const before = state
      state = { ...state, ...part }
      for (const listener of listeners) listener(state, before)
    },
    subscribe(listener) { listeners.push(listener) },
  }
}
