/**
 * A small graph to push, which can be changed between two pushes.
 * In: triples as Turtle by graph. Out: a PushSource, and what a store should hold of it.
 */
import { Parser, type Quad } from 'n3'
import type { PushSource } from '../../src/store/push-source.js'
import { triplesOf } from '../../src/store/remote/triples.js'

export const BASE = 'https://example.org/news/'

export interface Invented {
  readonly articles: Readonly<Record<string, string>>
  readonly entities: Readonly<Record<string, string>>
  readonly dataset?: string
}

export function quadsOf(turtle: string): Quad[] {
  return new Parser().parse(`@prefix e: <${BASE}person/> . @prefix x: <https://example.org/terms#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . ${turtle}`)
}

export function sourceOf({ articles, entities, dataset = '' }: Invented): PushSource {
  return {
    base: BASE,
    async* articles() { for (const [articleId, turtle] of Object.entries(articles)) yield { graph: graphOf(articleId), articleId, quads: () => quadsOf(turtle) } },
    async* entities() { for (const [name, turtle] of Object.entries(entities)) yield { entity: `${BASE}person/${name}`, quads: () => quadsOf(turtle) } },
    dataset: () => quadsOf(dataset),
  }
}

/** By graph the triples that the store must hold, and no others. */
export function contentsOf({ articles, entities, dataset = '' }: Invented): Record<string, string[]> {
  const all = Object.entries(articles).map(([name, turtle]) => [graphOf(name), triplesOf(quadsOf(turtle))] as const)
  return Object.fromEntries([
    ...all, [graphOf('entities'), triplesOf(Object.values(entities).flatMap(quadsOf))], [graphOf('dataset'), triplesOf(quadsOf(dataset))],
  ].filter(([, lines]) => (lines as string[]).length > 0))
}

export function graphOf(name: string): string {
  return `${BASE}graph/${name}`
}
