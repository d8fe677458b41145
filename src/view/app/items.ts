/** What the graph consists of, in the page: numbers stand for other items, and for articles. */

import type { Basis, ClaimKind, EdgeKind, NodeKind, Standing, ViewLink, ViewValue } from '../model.js'

/** A node or a claim. Numbers stand for other items, and for articles. */
export interface Item {
  readonly at: number
  readonly id: string
  label: string
  readonly kind: NodeKind | ClaimKind
  readonly detail: string
  readonly standing: Standing
  /** In percent; -1 if nothing is known of it. */
  readonly confidence: number
  readonly from: string
  readonly until: string
  readonly articles: readonly number[]
  sources: readonly number[]
  readonly targets: readonly number[]
  /** The speech act, role, relation or type of event. */
  readonly word: string
  /** Number of its story, or -1. */
  story: number
  /** Claims that tie it to others. */
  weight: number
  /** Some line but a mention ends here. */
  isLinked: boolean
}

export interface Edge {
  readonly at: number
  readonly source: number
  readonly target: number
  readonly kind: EdgeKind
  readonly label: string
  readonly claims: readonly number[]
  readonly isAsserted: boolean
  readonly basis?: Basis
}

export interface Article {
  readonly at: number
  readonly id: string
  readonly headline: string
  readonly date: string
  readonly publisher: string
  readonly url: string
}

export interface Story {
  readonly at: number
  readonly title: string
  readonly from: string
  readonly until: string
  readonly nodes: readonly number[]
}

/** Words that something rests on; without `span` the text is not there or differs. */
export interface Evidence {
  readonly article: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly span?: readonly [number, number]
  readonly isMismatch: boolean
}

export interface Details {
  readonly facts: readonly Fact[]
  readonly evidence: readonly Evidence[]
  readonly names: readonly string[]
  readonly links: readonly ViewLink[]
  readonly rule: string
}

export interface Fact {
  readonly property: string
  readonly label: string
  readonly values: readonly Value[]
}

export interface Value extends Omit<ViewValue, 'ref'> {
  readonly item?: number
}

/** Text of a fact: "accuse" for `ng:speechAct`; empty when there is none. */
export function textOf(details: Details | undefined, property: string): string {
  return (
    factOf(details, property)
      ?.values.map(value => value.text)
      .join(', ') ?? ''
  )
}

export function factOf(details: Details | undefined, property: string): Fact | undefined {
  return details?.facts.find(fact => fact.property === property)
}
