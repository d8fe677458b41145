/**
 * A graph to a SPARQL store, so that the store equals it afterwards: what is there already is not sent, what is gone is taken out.
 * In: a source of articles and entities, a store. Out: what was sent:
 *   { sent: 3, same: 997, removed: 1, descriptions: { sent: 12, same: 8040, removed: 0 } }
 * A push that was cut off is taken up by the next one: the store's own hashes say how far it came. Two pushes at once into one
 * store are not kept apart.
 */
import type { Quad } from 'n3'
import { createHash } from 'node:crypto'
import { mint } from '../map/iri.js'
import { Problem } from '../problem.js'
import type { PushSource } from './push-source.js'
import { bookkeeping, Ledger, type LedgerKind } from './remote/ledger.js'
import type { RemoteStore } from './remote/store.js'
import { iriOf, sha256Of, triplesOf } from './remote/triples.js'

export interface PushOptions {
  /** Looks, counts and changes nothing. */
  readonly isDry?: boolean
  /** Sends everything, whatever hashes the store has. */
  readonly all?: boolean
  /** Leaves in the store what the source does not have. */
  readonly keep?: boolean
  readonly onProgress?: (pushed: Pushed) => void
}

/** How many articles or descriptions were sent, were there already, or were taken out. */
export interface Counts { sent: number; same: number; removed: number }
export interface Pushed { readonly articles: Counts; readonly descriptions: Counts; triples: number }

/** Articles that are looked up and noted together; a kill sends at most these again. */
const ARTICLES_AT_ONCE = 25
const DESCRIPTIONS_AT_ONCE = 500

/** One thing with a hash: the graph of an article, the description of a node. */
interface Unit { readonly name: string; readonly lines: readonly string[]; readonly hash: string }

export async function push(source: PushSource, store: RemoteStore, options: PushOptions = {}): Promise<Pushed> {
  const run = await startRun(source.base, store, options)
  // Names before what uses them: who reads while we write sees no article of people without names.
  for await (const batch of batches(descriptions(source), DESCRIPTIONS_AT_ONCE)) await sendDescriptions(run, batch)
  for await (const batch of batches(articles(source), ARTICLES_AT_ONCE)) await sendArticles(run, batch)
  if (run.pushed.articles.sent + run.pushed.articles.same === 0) throw new Problem('input', 'There is no article to push', 'Give the graphs that `newsgraph build` wrote, or a catalogue.')
  await sendDataset(run, triplesOf(source.dataset()))
  if (!options.keep) {
    for await (const batch of batches(gone(run, run.graphs), ARTICLES_AT_ONCE)) await removeArticles(run, batch)
    for await (const batch of batches(gone(run, run.descriptions), DESCRIPTIONS_AT_ONCE)) await removeDescriptions(run, batch)
  }
  return run.pushed
}

/** The hashes of one kind that the store has, and what of it the source has too. */
interface Side {
  readonly ledger: Ledger
  /** Start of the names that are ours. */
  readonly start: string
  readonly counts: Counts
  /** Names met, as 52 bits of their hash: enough to tell what is gone, and millions fit in memory. */
  readonly seen: Set<number>
  /** How many of them the store has a hash of. */
  noted: number
}

interface Run {
  readonly store: RemoteStore
  readonly options: PushOptions
  /** Nothing is described in the store yet, so that nothing need be taken out before. */
  readonly isFirst: boolean
  readonly entitiesGraph: string
  readonly datasetGraph: string
  readonly graphs: Side
  readonly descriptions: Side
  readonly pushed: Pushed
}

async function startRun(base: string, store: RemoteStore, options: PushOptions): Promise<Run> {
  const entitiesGraph = mint(base, 'graph', 'entities').value, datasetGraph = mint(base, 'graph', 'dataset').value
  const side = (kind: LedgerKind, start: string): Side =>
    ({ ledger: new Ledger(store, datasetGraph, kind), start, counts: { sent: 0, same: 0, removed: 0 }, seen: new Set(), noted: 0 })
  const graphs = side('graph', `${base}graph/`), descriptions = side('description', base)
  graphs.seen.add(shortHash(datasetGraph))
  const isFirst = (await store.rows(`SELECT ?s { GRAPH ${iriOf(entitiesGraph)} { ?s ?p ?o } } LIMIT 1`)).length === 0
  return { store, options, isFirst, entitiesGraph, datasetGraph, graphs, descriptions, pushed: { articles: graphs.counts, descriptions: descriptions.counts, triples: 0 } }
}

async function sendArticles(run: Run, batch: readonly Unit[]): Promise<void> {
  await sendChanged(run, run.graphs, batch, async (changed) => {
    await run.store.replaceAll(changed)
    for (const { lines } of changed) run.pushed.triples += lines.length
  })
}

async function sendDescriptions(run: Run, batch: readonly Unit[]): Promise<void> {
  await sendChanged(run, run.descriptions, batch, async (changed) => {
    const lines = changed.flatMap((unit) => unit.lines)
    if (!run.isFirst) await run.store.forget(run.entitiesGraph, changed.map(({ name }) => name))
    await run.store.add(run.entitiesGraph, lines)
    run.pushed.triples += lines.length
  })
}

/** Strikes the hashes of what the store has otherwise, sends, and notes the new ones: in this order, so that nothing cut off counts as sent. */
async function sendChanged({ options, pushed }: Run, side: Side, batch: readonly Unit[], send: (changed: readonly Unit[]) => Promise<void>): Promise<void> {
  const there = await side.ledger.read(batch.map(({ name }) => name))
  const changed = batch.filter(({ name, hash }) => options.all || there.get(name) !== hash)
  if (!options.isDry && changed.length > 0) {
    await side.ledger.strike(changed.flatMap(({ name }) => (there.has(name) ? [name] : [])))
    await send(changed)
    await side.ledger.note(new Map(changed.map(({ name, hash }) => [name, hash])))
  }
  side.counts.sent += changed.length
  side.counts.same += batch.length - changed.length
  side.noted += options.isDry ? there.size : batch.length
  for (const { name } of batch) side.seen.add(shortHash(name))
  options.onProgress?.(pushed)
}

/** The description of the dataset, beside which our hashes stand in one graph. */
async function sendDataset({ store, options, datasetGraph, graphs, pushed }: Run, lines: readonly string[]): Promise<void> {
  const hash = sha256Of(lines)
  const there = await graphs.ledger.read([datasetGraph])
  if (options.isDry || (there.get(datasetGraph) === hash && !options.all)) return
  await graphs.ledger.strike([...there.keys()])
  await store.clear(datasetGraph, { but: bookkeeping })
  await store.add(datasetGraph, lines)
  await graphs.ledger.note(new Map([[datasetGraph, hash]]))
  pushed.triples += lines.length
}

/** What we once wrote into the store and the source no longer has. */
async function* gone({ datasetGraph }: Run, side: Side): AsyncGenerator<string> {
  const count = await side.ledger.count(side.start, datasetGraph)
  if (count === side.noted) return
  for await (const name of side.ledger.names(side.start)) if (!side.seen.has(shortHash(name))) yield name
}

async function removeArticles({ store, options, graphs }: Run, names: readonly string[]): Promise<void> {
  graphs.counts.removed += names.length
  if (options.isDry) return
  for (const name of names) await store.drop(name)
  await graphs.ledger.strike(names)
}

async function removeDescriptions({ store, options, entitiesGraph, descriptions }: Run, names: readonly string[]): Promise<void> {
  descriptions.counts.removed += names.length
  if (options.isDry) return
  await store.forget(entitiesGraph, names)
  await descriptions.ledger.strike(names)
}

async function* articles(source: PushSource): AsyncGenerator<Unit> {
  for await (const article of source.articles()) yield unitOf(article.graph, article.quads())
}

/** Node by node: what belongs to an entity may have names of its own. */
async function* descriptions(source: PushSource): AsyncGenerator<Unit> {
  for await (const { quads } of source.entities()) {
    const bySubject = new Map<string, Quad[]>()
    for (const quad of quads()) {
      const found = bySubject.get(quad.subject.value)
      if (found) found.push(quad)
      else bySubject.set(quad.subject.value, [quad])
    }
    for (const [name, own] of bySubject) yield unitOf(name, own)
  }
}

function unitOf(name: string, quads: Iterable<Quad>): Unit {
  const lines = triplesOf(quads)
  return { name, lines, hash: sha256Of(lines) }
}

async function* batches<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function shortHash(name: string): number {
  return Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 13), 16)
}
