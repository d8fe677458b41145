/**
 * Graph files in a store, for one question.
 * In: files or Turtle. Out: a store whose default graph is the union of all graphs, each triple once, so that a question gets the
 * same rows from `graph.ttl` and `graph.nq`; named graphs beside it where the question speaks of graphs. What took long to read is
 * kept for the next question.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Store } from 'oxigraph/web.js'
import { DEFAULT_BASE } from '../map/iri.js'
import { Problem } from '../problem.js'
import { unreadable } from './chunks.js'
import { openStore, reopenStore, type KeptStore } from './engine.js'
import { keep, keptPath, touch } from './kept.js'
import { mediaTypes, readQuads, type GraphFile } from './load.js'
import { nQuad } from './n-quads.js'
import { prefixesIn, prefixesOf, type Prefixes } from './prefixes.js'
import type { QuerySource } from './query.js'

export interface FilledStore {
  readonly store: Store
  /** The usual prefixes, and those of the data as the graphs declare them. */
  readonly prefixes: Prefixes
}

/** Reading that took longer is kept, in milliseconds. */
const WORTH_KEEPING = 2000
/** WebAssembly ends at 4 GB, and a table grows by doubling. */
const LARGEST = 3.9 * 1024 ** 3
/** Bytes of memory after which it is clear how much a file will take. */
const CLEAR = 1024 ** 3

/** @throws Problem 'input' when a file is no graph, 'query' when the graphs are too large */
export async function fillStore({ files = [], turtle, isKept = true }: QuerySource, withGraphs: boolean): Promise<FilledStore> {
  const prefixes = prefixesOf()
  if (turtle !== undefined) {
    const { store } = openStore()
    store.load(turtle, { format: mediaTypes.turtle })
    return { store, prefixes: { ...prefixes, ...prefixesIn(turtle) } }
  }
  const isKeepable = isKept && files.every(({ path }) => isFile(path))
  const path = isKeepable ? keptPath(files, withGraphs ? 'graphs' : 'union') : undefined
  const known = path === undefined ? undefined : reopenStore(path)
  if (path !== undefined && known) {
    touch(path)
    return { store: known.store, prefixes: known.about as Prefixes }
  }
  const start = performance.now()
  const opened = openStore()
  const all = { ...prefixes }
  for (const file of files) Object.assign(all, await loadFile(opened, file, withGraphs))
  // The union beside the graphs, not in place of them: a union that the engine makes itself has triples twice.
  if (withGraphs) guard(opened, files, () => opened.store.update('INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }'))
  if (path !== undefined && performance.now() - start > WORTH_KEEPING) keep(path, (draft) => opened.keep(draft, all))
  return { store: opened.store, prefixes: all }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** @returns the prefixes that the file declares */
async function loadFile(opened: KeptStore, file: GraphFile, withGraphs: boolean): Promise<Prefixes> {
  let prefixes: Prefixes = {}
  const watch = watcher(opened, file)
  if (file.format === 'turtle' || file.format === 'n-triples' || (withGraphs && file.format !== 'json-ld')) {
    let problem: unknown
    const pieces = function* (): Generator<Uint8Array> {
      try {
        for (const piece of piecesOf(file)) {
          if (piece.start === 0) prefixes = prefixesIn(new TextDecoder().decode(piece.bytes.subarray(0, 10_000)))
          watch(piece.start)
          yield piece.bytes
        }
      } catch (error) {
        // The engine makes an error of its own of this one.
        problem = error
        throw error
      }
    }
    guard(opened, [file], () => {
      try {
        opened.store.load(pieces(), { format: mediaTypes[file.format], base_iri: DEFAULT_BASE, no_transaction: true })
      } catch (error) {
        throw problem ?? error
      }
    })
    return prefixes
  }
  if (file.format === 'trig') for (const { bytes } of piecesOf(file)) {
    prefixes = prefixesIn(new TextDecoder().decode(bytes.subarray(0, 10_000)))
    break
  }
  let lines = ''
  const flush = (): void => {
    guard(opened, [file], () => opened.store.load(lines, { format: mediaTypes['n-quads'], no_transaction: true }))
    watch()
    lines = ''
  }
  for await (const quads of readQuads(file)) {
    for (const quad of quads) lines += nQuad(quad, withGraphs)
    if (lines.length > 500_000) flush()
  }
  flush()
  return prefixes
}

interface Piece { readonly start: number; readonly bytes: Uint8Array }

/** The engine asks for pieces when it wants them, and does not wait. */
function* piecesOf({ path }: GraphFile): Generator<Piece> {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (cause) {
    throw unreadable(path, cause)
  }
  try {
    for (let start = 0, read = 1; read > 0; start += read) {
      const bytes = new Uint8Array(1024 * 1024)
      read = attemptRead(path, () => readSync(file, bytes))
      // A mark of the byte order is no part of the text.
      const from = start === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
      if (read > 0) yield { start, bytes: bytes.subarray(from, read) }
    }
  } finally {
    closeSync(file)
  }
}

function attemptRead(path: string, read: () => number): number {
  try {
    return read()
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

/** Stops early where a file will clearly not fit. */
function watcher({ memory }: KeptStore, { path, name }: GraphFile): (position?: number) => void {
  const before = memory(), size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return (position) => {
    const taken = memory() - before
    const isHopeless = position !== undefined && taken > CLEAR && taken * (size / Math.max(position, 1)) > 1.5 * LARGEST
    if (memory() > LARGEST || isHopeless) throw tooLarge(`The graph ${name} is larger than the 4 GB of memory that a question can use here, about nine million statements.`)
  }
}

export function tooLarge(what: string): Problem {
  return what.startsWith('The answer')
    ? new Problem('query', what, 'Ask for less at once, or add a LIMIT.')
    : new Problem('query', what, 'Push it to a store (newsgraph push) and ask there with --endpoint, or ask fewer files at once.')
}

/** What goes wrong while a graph is loaded: it is no graph, or there is no memory left. */
function guard(opened: KeptStore, files: readonly GraphFile[], act: () => void): void {
  try {
    act()
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const names = files.map(({ name }) => name).join(', ')
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError || opened.memory() > LARGEST) {
      throw tooLarge(`The graph ${names} is larger than the 4 GB of memory that a question can use here, about nine million statements.`)
    }
    throw new Problem('input', `${names} is not valid ${files[0]?.format ?? 'RDF'}: ${cause instanceof Error ? cause.message : String(cause)}`, 'Check the file, or build it again.', { cause })
  }
}
