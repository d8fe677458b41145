/**
 * Makes a knowledge base from sources.
 *
 *   in:  files – tables, a dump of Wikidata, DBpedia, Wikipedia, GeoNames – or SPARQL endpoints, and what is to be kept
 *   out: the file of the base, written whole or not at all: the same bytes whatever the order of the sources and of what is in them
 *
 * The line `Q142	place	France	…` of one and `3017382	France	A.PCLI	…	Q142` of another become one entry, France.
 * All is sorted on the disk, in a folder beside the output that is gone when it is done: memory stays below a gigabyte whatever the dump, and what was stopped goes on
 * when it is started again.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lock } from '../catalogue/lock.js'
import type { Head } from '../link/kb-format.js'
import type { NamedEntry } from '../link/kb-write.js'
import { Problem } from '../problem.js'
import { checkWritable, writeChunks } from '../store/files.js'
import { baseFile } from './base-file.js'
import { collect } from './collect.js'
import { joinedRows } from './join.js'
import { entryFrom, type Row } from './rows.js'
import { type SourceOptions, sourceOf } from './sources.js'

export interface BuildOptions extends Pick<Head, 'name' | 'version' | 'licence' | 'attribution'>, SourceOptions {
  /** Leave out what is less well known. */
  readonly leastPrior?: number
  /** Leave out towns with fewer people that are not well known otherwise. */
  readonly leastInhabitants?: number
  /** Characters that are sorted in memory. Default: 48 million. */
  readonly most?: number
  /** Called now and then with how many lines of a source were read. */
  readonly onLines?: (path: string, lines: number) => void
  /** Called when all is read and sorting begins. */
  readonly onSorting?: () => void
}

export interface BuiltBase { readonly entries: number; readonly bytes: number; readonly lines: number; readonly broken: number }

/** @returns what was written, and how many lines could not be read @throws Problem `input`, `output`, `usage`, `store` */
export async function buildBase(paths: readonly string[], output: string, options: BuildOptions): Promise<BuiltBase> {
  await checkWritable(output)
  const sources = paths.map((path) => sourceOf(path, options))
  const folder = join(dirname(output), `.${basename(output)}.building`)
  mkdirSync(folder, { recursive: true })
  // Steps of sorting are long, and a signal should end them at once.
  const unlock = lock(folder, output, false)
  try {
    const { statements, kinds, broken, lines } = await collect(sources, { folder, ...options })
    options.onSorting?.()
    const { name, version, licence, attribution } = options
    const base = baseFile(entriesIn(joinedRows(statements, kinds, folder), options), { name, version, licence, attribution }, folder)
    if (base.entries === 0) throw new Problem('input', `Nothing in ${paths.join(', ')} is left for a knowledge base`, 'Check that it has things with English names, and lower --least-prior.')
    const bytes = await written(output, base.bytes)
    remove(folder)
    return { entries: base.entries, bytes, lines, broken }
  } finally {
    unlock()
    // What was read stays for the next try; where nothing was, nothing stays.
    if (isEmpty(folder)) remove(folder)
  }
}

function* entriesIn(rows: Iterable<Row>, options: BuildOptions): Generator<NamedEntry> {
  for (const row of rows) if (isWanted(row, options)) yield entryFrom(row)
}

function isWanted({ id, title, label, kind, prior, situation, isBare = false }: Row, { leastPrior = 0, leastInhabitants = 0 }: BuildOptions): boolean {
  if (label === '' || isBare && kind === 'unknown' && (id === '' || title === '')) return false
  if (situation && /^A\.(?:PCL|ADM1)/u.test(situation.feature)) return true
  return situation ? situation.inhabitants >= leastInhabitants || prior >= leastPrior && leastPrior > 0 : prior >= leastPrior
}

async function written(path: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0
  await writeChunks(path, (async function* counted() {
    for await (const piece of pieces) {
      bytes += piece.length
      yield piece
    }
  })())
  return bytes
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

function isEmpty(folder: string): boolean {
  try {
    return !readdirSync(folder).some((name) => name.endsWith('.json'))
  } catch {
    return false
  }
}
