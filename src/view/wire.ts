/**
 * How a graph travels to the page: rows with numbers in place of names. All that lists, filters and drawings need is the outline, in
 * parts that are read one by one; facts, evidence and texts lie in blocks of some hundred articles, read when somebody looks at them.
 *
 * An item is a node or a claim; its number is its place among the nodes and, behind them, the claims.
 */

import type { Basis } from './model.js'

/** Numbers of items, or of articles. */
export type Numbers = readonly number[]

/** [end of its IRI, label, kind, detail, standing, confidence in percent or -1, first day, last day, articles, from, to, word] */
export type ItemRow = readonly [
  id: string,
  label: string,
  kind: number,
  detail: string,
  standing: number,
  confidence: number,
  from: string,
  until: string,
  articles: Numbers,
  sources: Numbers,
  targets: Numbers,
  word: string,
]

/** [from, to, kind, label, claims, 1 if asserted, basis] */
export type EdgeRow = readonly [
  source: number,
  target: number,
  kind: number,
  label: string,
  claims: Numbers,
  isAsserted: number,
  basis?: Basis,
]

/** [end of its IRI, headline, date, publisher, address] */
export type ArticleRow = readonly [id: string, headline: string, date: string, publisher: string, url: string]

/** [title, first day, last day, nodes] */
export type StoryRow = readonly [title: string, from: string, until: string, nodes: Numbers]

/** A piece of the outline; the pieces are put behind one another. */
export interface WirePart {
  readonly items?: readonly ItemRow[]
  readonly edges?: readonly EdgeRow[]
  readonly articles?: readonly ArticleRow[]
  readonly stories?: readonly StoryRow[]
}

/** Plain words; the number of an item, which is shown by its label; or [words, item or -1, address, term]. */
export type WireValue = string | number | readonly [text: string, item: number, href?: string, term?: string]

/** [article, first unit, last unit] of its text; or, without a place, [article, words, before, behind, 1 if the text differs]. */
export type WireEvidence =
  | readonly [article: number, start: number, end: number]
  | readonly [article: number, exact: string, prefix: string, suffix: string, isMismatch: number]

/** [address, 1 if the same, confidence in percent, rule, matched, namesakes] */
export type WireLink = readonly [
  href: string,
  isSame: number,
  confidence: number,
  rule: string,
  matched: readonly string[],
  namesakes: number,
]

/** All else that is known of an item. */
export interface WireDetails {
  readonly facts: readonly (readonly [property: string, ...values: WireValue[]])[]
  readonly evidence: readonly WireEvidence[]
  readonly names?: readonly string[]
  readonly links?: readonly WireLink[]
  readonly rule?: string
}

/** Details by number of the item, texts by number of the article. */
export interface WireBlock {
  readonly details: Readonly<Record<number, WireDetails>>
  readonly texts: Readonly<Record<number, string>>
}

/** What the page is told first. */
export interface WireHead {
  /** Start of the items' and articles' IRIs. */
  readonly base: string
  readonly nodes: number
  readonly claims: number
  readonly edges: number
  readonly articles: number
  readonly parts: number
  readonly blocks: number
}

/** Articles whose details lie in one block. */
export const articlesPerBlock = 200

/** The block of what is first told in this article. */
export function blockOf(article: number | undefined): number {
  return Math.floor((article ?? 0) / articlesPerBlock)
}
