/**
 * Graphs that stay open: files, a folder of them, or a catalogue in; something to ask again and again out.
 *
 *   const graph = await openGraphs(['graph.ttl'])
 *   await graph.ask({ sparql: 'ASK { ?s schema:creator person:sergey-lavrov }', format: 'json' })
 *
 * Only this file knows that the server's graph is the store's store and the viewer's page.
 */
import { once } from 'node:events'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { withGraphFiles } from './catalogue/inputs.js'
import { Problem } from './problem.js'
import type { Graph } from './serve/graph.js'
import type { Knowledge } from './serve/knowledge.js'
import { graphFiles, type GraphFile } from './store/load.js'
import { openStandingStore, type StandingStore, type StoreLimits } from './store/standing-store.js'
import { readSparql } from './store/sparql-text.js'
import { formatOf } from './store/write.js'
import { openThread } from './thread.js'
import { version } from './version.js'

export interface OpenGraph extends Graph {
  close(): Promise<void>
}

/** Triples that one page can draw; more make a browser stand still. */
const DRAWN = 500_000

/** @throws Problem 'input' when a file is missing or is no graph */
async function openGraph(files: readonly GraphFile[], limits: StoreLimits = {}, known?: Knowledge): Promise<OpenGraph> {
  const store = await openStandingStore(files, limits)
  let page: Promise<string> | undefined
  const draw = (): Promise<string> => {
    page ??= drawPage(store)
    page.catch(() => {
      page = undefined
    })
    return page
  }
  return {
    version,
    size: store.size,
    prefixes: store.prefixes,
    ask: store.ask,
    close: store.close,
    page: draw,
    formOf: (sparql) => readSparql(sparql).form,
    ...(known && { known }),
  }
}

/** Graph files, folders of them, or catalogues as they are now. @throws Problem 'input' */
export function openGraphs(inputs: readonly string[], limits: StoreLimits = {}, known?: Knowledge): Promise<OpenGraph> {
  return whileOpen(inputs, async (paths) => openGraph(await graphsIn(paths), limits, known))
}

/** Holds graphs as files for as long as something is open. */
function whileOpen<Open extends { close(): Promise<void> }>(inputs: readonly string[], open: (paths: readonly string[]) => Promise<Open>): Promise<Open> {
  return new Promise((resolve, reject) => {
    withGraphFiles(inputs, async (paths) => {
      const opened = await open(paths)
      await new Promise<void>((done) => {
        resolve({ ...opened, close: () => opened.close().finally(done) })
      })
    }).catch(reject)
  })
}

/** The graph files that are meant: a folder stands for those in it. @throws Problem 'input' when there are none, or a format is not clear */
async function graphsIn(inputs: readonly string[]): Promise<readonly GraphFile[]> {
  const paths = await Promise.all(
    inputs.map(async (input) => {
      const isFolder = (await stat(input).catch(() => undefined))?.isDirectory() ?? false
      return isFolder ? graphsInFolder(input) : [input]
    }),
  )
  return graphFiles(paths.flat())
}

async function graphsInFolder(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => formatOf(name) !== undefined).toSorted()
  if (names.length > 0) return names.map((name) => join(folder, name))
  const advice = 'Give a folder with .ttl, .trig, .nt, .nq or .jsonld files; `newsgraph build` makes them from articles.'
  throw new Problem('input', `There are no graphs in ${folder}.`, advice)
}

/** The triples that are asked by default; the store holds those of named graphs twice. */
async function sizeOf(store: StandingStore): Promise<number> {
  const reply = await store.ask({ sparql: 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', format: 'csv' })
  return 'text' in reply ? Number(reply.text.split(/\s+/u)[1]) : Number.POSITIVE_INFINITY
}

async function drawPage(store: StandingStore): Promise<string> {
  const size = await sizeOf(store)
  if (size > DRAWN) return tooLarge(size)
  const reply = await store.ask({ sparql: 'CONSTRUCT WHERE { ?s ?p ?o }', format: 'n-triples', maxRows: DRAWN })
  if ('refused' in reply) throw new Problem('query', reply.what, 'Give it more time with --timeout.')
  const worker = openThread(import.meta.url, 'page-worker', { workerData: reply.text })
  try {
    const [html] = (await once(worker, 'message')) as [string | { readonly problem: string }]
    if (typeof html === 'string') return html
    throw new Problem('output', html.problem, 'Run "npm run build:view" in the folder of newsgraph.')
  } finally {
    await worker.terminate()
  }
}

function tooLarge(size: number): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>newsgraph</title><h1>newsgraph</h1>
<p>This graph has ${size.toLocaleString('en')} triples, more than one page can draw (${DRAWN.toLocaleString('en')}). Ask it at <a href="/sparql">/sparql</a> or by <a href="/openapi.json">REST</a>, or view some of its articles: <code>newsgraph view</code>.</p></html>`
}
