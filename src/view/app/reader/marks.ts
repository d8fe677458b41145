/** Which words of an article are marked, and how: the selection's own, those of claims about it in the colour of their kind, and what is pointed at. */

import type { Evidence, Item } from '../items.js'
import type { NewsGraph } from '../graph.js'
import type { State } from '../choices.js'

export interface Mark {
  readonly evidence: Evidence
  readonly kind: string
  readonly isStrong: boolean
}

/** All marks of the selection, in all articles. */
export function marksOf({ item, edge }: State, passage: readonly Evidence[], graph: NewsGraph): Mark[] {
  const chosen = item === null ? undefined : graph.item(item)
  const line = edge === null ? undefined : graph.edges[edge]
  const ofItem = (each: Item | undefined, isStrong: boolean): Mark[] =>
    each === undefined ? [] : (graph.details(each.at)?.evidence ?? []).map(evidence => ({ evidence, kind: each.kind, isStrong }))
  const isClaim = chosen !== undefined && !graph.isNode(chosen.at)
  const own = ofItem(chosen, isClaim && passage.length === 0)
  const about = chosen === undefined || isClaim ? [] : graph.namingsOf(chosen.at).flatMap(each => ofItem(each, false))
  const ofLine = line?.claims.flatMap((at, index) => ofItem(graph.item(at), index === 0 && passage.length === 0)) ?? []
  const pointed = passage.map(evidence => ({ evidence, kind: chosen?.kind ?? 'statement', isStrong: true }))
  return [...own, ...about, ...ofLine, ...pointed]
}

/** A piece of the text between two borders of marks. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly kinds: readonly string[]
  readonly isStrong: boolean
}

/** The text cut at every border of a mark. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const spans = marks.flatMap(({ evidence: { span }, kind, isStrong }) =>
    span === undefined ? [] : [{ start: span[0], end: span[1], kind, isStrong }],
  )
  const borders = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? 0
    const over = spans.filter(each => each.start <= start && end <= each.end)
    return {
      start,
      text: text.slice(start, end),
      kinds: [...new Set(over.map(each => each.kind))],
      isStrong: over.some(each => each.isStrong),
    }
  })
}

/** Claims and names that rest on some of these words of an article. */
export function claimsOn(article: number, from: number, until: number, graph: NewsGraph): Item[] {
  return graph.items.filter(
    item =>
      item.articles.includes(article) &&
      item.kind !== 'article' &&
      graph
        .details(item.at)
        ?.evidence.some(({ article: where, span }) => where === article && span !== undefined && span[0] < until && span[1] > from) ===
        true,
  )
}
