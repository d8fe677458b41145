/**
 * The same person or organisation across documents: which pairs of articles the graph joins in one node, and which it should.
 * Counted are pairs of documents of one story in which the corpus names the same thing and each graph has a named entity for it
 * there ("Gupta" here, "Dr. Sanjay Gupta" there). All documents of a part go into one graph, whatever their story.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../../src/extract/extract.js'
import { keep, merge } from '../../src/merge/merge.js'
import type { ArticleGraph, Entity } from '../../src/model.js'
import { resolve } from '../../src/resolve/resolve.js'
import { readingOf, sampled } from './corpora.js'
import { ecbDocuments } from './ecbplus.js'
import type { Bench, Miss, Row, Task } from './measure.js'
import { currentEvents, dwieDocuments, type StoryDocument } from './stories.js'

export const crossDocuments: Task = {
  name: 'cross-documents',
  async run(bench) {
    const rows: Row[] = []
    for (const [name, read] of CORPORA) {
      const documents = sampled(read(bench.part), bench.part.sample)
      const graphs: ArticleGraph[] = []
      for (const document of documents) graphs.push(await graphOf(bench, document))
      rows.push(...rowsOf(name, documents, graphs, bench.report))
    }
    return rows
  },
}

const CORPORA = [['ECB+', ecbDocuments], ['current events', currentEvents], ['DWIE', dwieDocuments]] as const

async function graphOf({ analyse, part: { cache } }: Bench, { id, text, date }: StoryDocument): Promise<ArticleGraph> {
  const path = cache && join(cache, `${createHash('sha256').update(JSON.stringify([id, date, text])).digest('hex')}.json`)
  if (path && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as ArticleGraph
  const reading = { ...readingOf(id, text), ...(date && { date }) }
  const graph = keep(extract(resolve({ ...reading, ...(await analyse(reading)) })))
  if (path) writeFileSync(path, JSON.stringify(graph))
  return graph
}

/** A thing of the corpus in a document, and the graph's entity for it. */
interface Found { readonly document: StoryDocument; readonly thing: string; readonly local: Entity; readonly id: string }

export function rowsOf(name: string, documents: readonly StoryDocument[], graphs: readonly ArticleGraph[], report: (miss: Miss) => void): Row[] {
  if (documents.length === 0) return []
  const merged = new Map(merge(graphs).articles.map((graph) => [graph.article.id, graph]))
  const found = documents.flatMap((document, at) => foundIn(document, graphs[at], merged.get(document.id)))
  let [right, joined, gold] = [0, 0, 0]
  for (const story of groups(found, ({ document }) => document.story)) {
    for (const [at, a] of story.entries()) for (const b of story.slice(at + 1)) {
      if (a.document === b.document) continue
      const [isGold, isJoined] = [a.thing === b.thing, a.id === b.id]
      if (isGold) gold++
      if (isJoined) joined++
      if (isGold && isJoined) right++
      if (isGold !== isJoined) report({ task: `cross-documents, ${name}`, kind: isGold ? kindOfMiss(a, b) : 'joined wrongly', text: `${show(a)} | ${show(b)}` })
    }
  }
  const [precision, recall] = [100 * right / Math.max(1, joined), 100 * right / Math.max(1, gold)]
  const note = `P ${precision.toFixed(1)} R ${recall.toFixed(1)} of ${gold} pairs, ${documents.length} documents`
  return [
    { name: `${name} across documents, joined`, score: recall, marks: [57, 80, 90], note },
    { name: `${name} across documents, rightly`, score: precision, marks: [93, 95, 98] },
  ]
}

function foundIn(document: StoryDocument, graph: ArticleGraph | undefined, merged: ArticleGraph | undefined): Found[] {
  if (!graph || !merged) return []
  const named = graph.entities.filter(({ isUnnamed }) => !isUnnamed)
  const votes = new Map<Entity, Map<string, number>>()
  for (const { start, end, thing } of document.mentions) {
    if (!/\p{Lu}/u.test(document.text.slice(start, end))) continue
    const entity = named.find(({ evidence, names }) => evidence.some((span) =>
      span.start < end && start < span.end && names.includes(document.text.slice(span.start, span.end)) && isSameName(document.text, span, { start, end })))
    if (!entity) continue
    const counts = votes.get(entity) ?? new Map<string, number>()
    votes.set(entity, counts.set(thing, (counts.get(thing) ?? 0) + 1))
  }
  const taken = new Set<string>()
  return [...votes].flatMap(([local, counts]): Found[] => {
    const thing = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ''
    const id = merged.entities.find(({ evidence }) => evidence.some((span) => local.evidence.some((own) => own.start === span.start && own.end === span.end)))?.id
    if (taken.has(thing) || !id) return []
    taken.add(thing)
    return [{ document, thing, local, id }]
  })
}

interface Offset { readonly start: number; readonly end: number }

/** Both end with the same word: "Sanjay Gupta" in "Dr. Sanjay Gupta", not "Acme" in "Acme's chief". */
function isSameName(text: string, a: Offset, b: Offset): boolean {
  return /^(?:['’]s?|[.,])?$/u.test(text.slice(Math.min(a.end, b.end), Math.max(a.end, b.end)))
}

function kindOfMiss(a: Found, b: Found): string {
  if (a.local.kind !== b.local.kind) return `apart: ${[a.local.kind, b.local.kind].toSorted().join(' and ')}`
  return `apart: ${a.local.kind}, ${a.local.name === b.local.name ? 'the same name' : 'other names'}`
}

function show({ document, local, id, thing }: Found): string {
  return `${document.id} “${local.name}” ${id} = ${thing}`
}

function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const all = new Map<string, Item[]>()
  for (const item of items) all.set(keyOf(item), [...(all.get(keyOf(item)) ?? []), item])
  return [...all.values()]
}
