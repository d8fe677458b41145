/**
 * Namesakes: which of the articles that share a name speak of the same thing.
 * In: the occurrences of one name. Out: groups, one for each real-world thing, the largest first.
 * "Paul Young, mayor of Memphis" and "Paul Young, singer" are two people unless something else ties the articles together;
 * a "Paul Young" without a role joins those whose articles speak of the same people and places. The order of articles is
 * of no account.
 */

import { compare, connected } from './grouping.js'

/** One entity in one article, as far as merging needs it. */
export interface Occurrence {
  readonly articleId: string
  readonly key: string
  readonly name: string
  readonly type?: string
  readonly outletKind?: string
  readonly confidence: number
  /** What tells it from namesakes: "of:place/russia", "title:singer", "class:country"; equal marks mean the same thing. */
  readonly marks: readonly string[]
}

/** Keys of the other named entities in an article. */
export type ContextOf = (articleId: string) => readonly string[]

export function groupNamesakes(occurrences: readonly Occurrence[], contextOf: ContextOf): Occurrence[][] {
  const inOrder = occurrences.toSorted((a, b) => compare(a.articleId, b.articleId))
  const marked = inOrder.filter((one) => one.marks.length > 0)
  const groups = joinByMarks(marked, contextOf)
  if (groups.length === 0) return [inOrder]
  const unmarked = inOrder.filter((one) => one.marks.length === 0)
  const nearest = unmarked.map((one) => nearestGroup(groups, one, contextOf))
  for (const [at, one] of unmarked.entries()) nearest[at]?.push(one)
  return groups.toSorted((a, b) => b.length - a.length || compare(firstArticle(a), firstArticle(b)))
}

/** Occurrences that share a mark, or a person or organisation in their articles, however indirectly, are one group. */
function joinByMarks(marked: readonly Occurrence[], contextOf: ContextOf): Occurrence[][] {
  return connected(marked, (one) => [...one.marks, ...acquaintances(one, contextOf)])
}

/** People and organisations named beside a person; for other kinds company says little. */
function acquaintances(one: Occurrence, contextOf: ContextOf): string[] {
  if (!one.key.startsWith('person/')) return []
  return contextOf(one.articleId).filter((key) => key !== one.key && /^(?:person|organization)\//u.test(key))
}

function nearestGroup(groups: readonly Occurrence[][], one: Occurrence, contextOf: ContextOf): Occurrence[] | undefined {
  const context = new Set(contextOf(one.articleId))
  const scores = groups.map((group) => Math.max(...group.map(({ articleId }) =>
    contextOf(articleId).filter((key) => key !== one.key && context.has(key)).length)))
  const best = Math.max(...scores)
  const candidates = groups.filter((_, at) => scores[at] === best)
  return candidates.toSorted((a, b) => b.length - a.length || compare(firstArticle(a), firstArticle(b)))[0]
}

export function firstArticle(group: readonly Occurrence[]): string {
  return group.map(({ articleId }) => articleId).reduce((a, b) => (compare(a, b) <= 0 ? a : b))
}
