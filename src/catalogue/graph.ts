/**
 * A catalogue as a graph: for writing, for asking, for sending.
 * In: its folder. Out: the parts of its graph one after the other – what an article says, what things are called, what the whole
 * is – as `build` would give them, and the same by named graph for a store: `graph:76f4…` with its quads, `person:sergey-lavrov`
 * with his. One article is in memory at a time.
 */
import type { Quad } from 'n3'
import { graphNode } from '../map/mapping.js'
import { firstTime, graphQuads, quadsOf } from '../map/quads.js'
import { groupBy } from '../merge/grouping.js'
import type { Built } from '../newsgraph.js'
import { type Options, resolveOptions } from '../options.js'
import type { PushArticle, PushEntity, PushSource } from '../store/push-source.js'
import { version } from '../version.js'
import { articlesOf } from './articles.js'
import { openCatalogue } from './reading.js'

/** What is up to whoever takes a graph out. */
export type OutOptions = Partial<Pick<Options, 'body' | 'evidence' | 'title' | 'licence' | 'minConfidence'>>

/** The graph as `build` gives it; for `write` and `serialise`. @throws Problem `input` when there is no catalogue or it is damaged */
export function fromCatalogue(folder: string, options: OutOptions = {}): Built {
  const catalogue = openCatalogue(folder)
  const settled = resolveOptions({ ...options, base: catalogue.manifest.base })
  return { articles: articlesOf(catalogue, settled), failures: [], options: settled }
}

/** The graph part by part, as it is written to a file. */
export function partsOf(folder: string, options: OutOptions = {}): Iterable<readonly Quad[]> {
  const built = fromCatalogue(folder, options)
  return { [Symbol.iterator]: () => graphQuads(built.articles, { ...built.options, version }) }
}

/** A catalogue as a source for `push`, which can say what changed since it was last asked. */
export interface CatalogueSource extends PushSource {
  /** As the catalogue numbers its steps: an article whose graph changed after a step has a higher one. */
  readonly revision: number
  /** Articles whose graphs differ from what they were at a revision. */
  articlesSince(revision: number): AsyncIterable<PushArticle>
}

/** The graph by named graph, for `push`. */
export function pushSource(folder: string, options: OutOptions = {}): CatalogueSource {
  const catalogue = openCatalogue(folder)
  const settled = { ...resolveOptions({ ...options, base: catalogue.manifest.base }), version }
  const { base } = settled
  const shared = graphNode(base, 'entities').value
  const rowsSince = (revision: number) => [...catalogue.rows.values()].filter((row) => row.revision > revision)
  async function* articlesSince(revision: number): AsyncGenerator<PushArticle> {
    for (const article of articlesOf(catalogue, { ...settled, rows: rowsSince(revision) })) {
      const articleId = article.article.id
      yield { articleId, graph: graphNode(base, articleId).value, quads: () => quadsOf(article, settled, () => false) }
    }
  }
  return {
    base, articlesSince, revision: catalogue.revision,
    articles: () => articlesSince(-1),
    async *entities(): AsyncGenerator<PushEntity> {
      const isNew = firstTime()
      for (const article of articlesOf(catalogue, settled)) {
        yield* bySubject(quadsOf(article, settled, isNew).filter(({ graph }) => graph.value === shared))
      }
    },
    dataset() {
      let last: readonly Quad[] = []
      for (const part of graphQuads(articlesOf(catalogue, settled), settled)) last = part
      return last
    },
  }
}

function* bySubject(quads: readonly Quad[]): Generator<PushEntity> {
  for (const [entity, own] of groupBy(quads, ({ subject }) => subject.value)) yield { entity, quads: () => own }
}
