/**
 * What a catalogue knows without opening an article.
 * In: steps, as the journal keeps them. Out: a row an article – what it is, where its record lies, when its graph last changed:
 * "seeds/ferry.txt, 4 May, record 12 of articles-0001, changed by step 37".
 */
import type { Decision } from '../merge/decisions.js'
import type { Digest } from '../merge/digests.js'
import type { End, Place } from './records.js'

export interface Row {
  readonly id: string
  readonly source: string
  readonly url?: string
  readonly headline?: string
  readonly date?: string
  readonly textSha256: string
  /** Hash of all that was read, so that a corrected date counts as a correction. */
  readonly readAs: string
  /** The program and model that extracted it. */
  readonly maker: string
  readonly place: Place
  /** The step that last changed its graph. */
  readonly revision: number
}

/** What is done at once, or not at all. */
export type Step =
  | { readonly do: 'add'; readonly articles: readonly Added[]; readonly end: End; readonly changed: readonly string[] }
  | { readonly do: 'remove'; readonly ids: readonly string[]; readonly changed: readonly string[] }
  | { readonly do: 'decide'; readonly text: string; readonly decisions: readonly Decision[]; readonly changed: readonly string[] }

export interface Added {
  readonly row: Omit<Row, 'revision'>
  readonly digest: Digest
}

/** The rows, and what else the steps tell. */
export interface State {
  readonly rows: Map<string, Row>
  /** Where the next record goes. */
  end: End
  /** Number of steps ever taken. */
  revision: number
  /** Text of the decisions that were carried out. */
  decided: string
}

export function emptyState(): State {
  return { rows: new Map(), end: { file: 1, at: 0 }, revision: 0, decided: '' }
}

/** Takes a step. An article that is added again keeps its place in the order of history. */
export function advance(state: State, step: Step): void {
  state.revision += 1
  const { revision } = state
  switch (step.do) {
    case 'add':
      for (const { row } of step.articles) state.rows.set(row.id, { ...row, revision })
      state.end = step.end
      break
    case 'remove':
      for (const id of step.ids) state.rows.delete(id)
      break
    case 'decide':
      state.decided = step.text
      break
  }
  for (const id of step.changed) {
    const row = state.rows.get(id)
    if (row) state.rows.set(id, { ...row, revision })
  }
}
