/**
 * Graph files as something to push: article by article, with what entities are called in one place.
 * In: files in any form, with graph names or without. Out: a PushSource:
 *   graph.ttl → { graph: '…/graph/76f4…', articleId: '76f4…', quads }, { entity: '…/person/sergey-lavrov', quads }, …
 * Where a file has no graph names, the article beside a triple tells; a plain relation that stands far from every article goes
 * with the description of its subject. Not handled: one article that two files tell differently.
 */
import type { Quad } from 'n3'
import { voidTerms } from '../map/vocab.js'
import { Problem } from '../problem.js'
import { isArticleType } from './belonging.js'
import { graphOf } from './graph-names.js'
import { openDescriptions, type Descriptions } from './descriptions.js'
import type { GraphFile } from './load.js'
import { partsOf, type ArticlePart } from './parts.js'
import type { PushArticle, PushSource } from './push-source.js'
import { sha256Of, triplesOf } from './remote/triples.js'

/** @throws Problem 'input' when the files hold no article, or are no graphs of newsgraph's */
export async function pushFiles(files: readonly GraphFile[]): Promise<PushSource> {
  const seen = await lookThrough(files)
  return {
    base: seen.base,
    articles: () => articlesIn(files, seen),
    entities: () => seen.descriptions.all(),
    dataset: () => seen.dataset,
  }
}

/** What a first look at the files tells. */
interface Seen {
  readonly base: string
  readonly descriptions: Descriptions
  readonly dataset: readonly Quad[]
  /** Articles that stand in several files. */
  readonly repeated: ReadonlySet<string>
}

async function lookThrough(files: readonly GraphFile[]): Promise<Seen> {
  const descriptions = openDescriptions()
  const graphs = new Set<string>(), repeated = new Set<string>()
  const dataset: Quad[] = []
  let base: string | undefined
  for await (const part of partsOf(files)) {
    const sorted = sortPart(part, base)
    base = sorted.base ?? base
    for (const quad of sorted.entities) descriptions.add(quad)
    for (const quad of sorted.dataset) dataset.push(quad)
    for (const graph of sorted.articles.keys()) (graphs.has(graph) ? repeated : graphs).add(graph)
  }
  if (base === undefined || graphs.size === 0) {
    throw new Problem('input', `There is no article in ${files.map(({ name }) => name).join(', ')}`, 'Give graphs that `newsgraph build` wrote.')
  }
  return { base, descriptions, dataset: files.length === 1 ? dataset : withoutCounts(dataset), repeated }
}

/** Each file counts what it holds itself. */
function withoutCounts(dataset: readonly Quad[]): Quad[] {
  const counted = new Set([voidTerms.documents, voidTerms.entities, voidTerms.triples].map(({ value }) => value))
  return dataset.filter(({ predicate }) => !counted.has(predicate.value))
}

async function* articlesIn(files: readonly GraphFile[], { base, repeated }: Seen): AsyncGenerator<PushArticle> {
  const sent = new Map<string, string>()
  for await (const part of partsOf(files)) {
    for (const [graph, quads] of sortPart(part, base).articles) {
      if (repeated.has(graph) && isTold(sent, graph, quads)) continue
      yield { graph, articleId: graph.slice(graph.lastIndexOf('/') + 1), quads: () => quads }
    }
  }
}

/** @throws Problem 'input' when the same article was told otherwise before */
function isTold(sent: Map<string, string>, graph: string, quads: readonly Quad[]): boolean {
  const hash = sha256Of(triplesOf(quads)), before = sent.get(graph)
  sent.set(graph, hash)
  if (before === undefined || before === hash) return before !== undefined
  throw new Problem('input', `Two of the files tell the article ${graph} differently`, 'Push one of them, or build one graph of both.')
}

interface SortedPart {
  readonly base?: string
  /** By name of the graph. */
  readonly articles: ReadonlyMap<string, readonly Quad[]>
  readonly entities: readonly Quad[]
  readonly dataset: readonly Quad[]
}

/** Tells of each quad of a part which graph it belongs to. */
function sortPart(part: ArticlePart, knownBase: string | undefined): SortedPart {
  const home = part.find(isArticleType)?.subject.value
  const base = baseOf(part, home) ?? knownBase
  if (knownBase !== undefined && base !== knownBase) {
    throw new Problem('input', `The graphs have two bases, ${knownBase} and ${base}`, 'Push them one after the other with --keep, or build them with one --base.')
  }
  const own = home === undefined ? undefined : home.replace(/article\/([^/]*)$/u, 'graph/$1')
  const articles = new Map<string, Quad[]>(), entities: Quad[] = [], dataset: Quad[] = []
  for (const quad of part) {
    const graph = quad.graph.value || graphOf(quad, base ?? '', own)
    if (graph.endsWith('graph/entities')) entities.push(quad)
    else if (graph.endsWith('graph/dataset')) dataset.push(quad)
    else if (articles.has(graph)) articles.get(graph)?.push(quad)
    else articles.set(graph, [quad])
  }
  return { articles, entities, dataset, ...(base === undefined ? {} : { base }) }
}

function baseOf(part: ArticlePart, home: string | undefined): string | undefined {
  const named = part.find(({ graph }) => graph.value !== '')?.graph.value
  const base = named === undefined ? home && /^(.*[/#])article\/[^/]+$/u.exec(home)?.[1] : /^(.*[/#])graph\/[^/]+$/u.exec(named)?.[1]
  if (base) return base
  if (named === undefined && home === undefined) return undefined
  throw new Problem('input', `${named ?? home} is no name that newsgraph gives`, 'Only graphs of newsgraph’s can be pushed; load others with the store’s own tools.')
}
