/**
 * What a graph asserts although the gold says that it is only said, alleged or called off.
 * In: an article's graph and its gold annotation. Out: how many events and relations are asserted, and those that should not be:
 * "The mayor said [the bridge had collapsed]" must not give an asserted collapse.
 */
import type { ArticleGraph, Span } from '../../src/model.js'

/** What the gold says of it; offsets count code points. */
export interface GoldStanding {
  readonly statements?: readonly { readonly content: readonly (readonly [number, number])[]; readonly optional?: boolean }[]
  readonly events?: readonly { readonly triggers: readonly string[]; readonly alleged?: boolean; readonly cancelled?: boolean }[]
}

export interface Firewall { readonly asserted: number; readonly breaches: readonly string[] }

export function firewallOf({ article, events, relations }: ArticleGraph, gold: GoldStanding): Firewall {
  const said = (gold.statements ?? []).flatMap(({ content }) => content)
  const points = codePointsOf(article.text)
  const isSaid = (spans: readonly Span[]): boolean => spans.every(({ start, end }) => said.some(([from, to]) => from <= points(start) && points(end) <= to))
  const doubtful = new Set((gold.events ?? []).filter(({ alleged, cancelled }) => alleged ?? cancelled).flatMap(({ triggers }) => triggers))
  const settled = new Set((gold.events ?? []).filter(({ alleged, cancelled }) => !(alleged ?? cancelled)).flatMap(({ triggers }) => triggers))
  const words = (spans: readonly Span[]): string[] => spans.map(({ start, end }) => article.text.slice(start, end))
  const happened = events.filter(({ factuality }) => factuality === 'Asserted')
  const related = relations.filter(({ factuality }) => factuality === 'Asserted')
  return {
    asserted: happened.length + related.length,
    breaches: [
      ...happened.filter(({ triggers }) => isSaid(triggers) || words(triggers).every((word) => doubtful.has(word) && !settled.has(word))).map(({ label }) => label),
      ...related.filter(({ evidence }) => isSaid(evidence)).map(({ subject, predicate, object }) => `${subject} ${predicate} ${object}`),
    ],
  }
}

/** From an offset in UTF-16 units to one in code points. */
function codePointsOf(text: string): (offset: number) => number {
  return (offset) => Array.from(text.slice(0, offset)).length
}
