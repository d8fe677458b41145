/**
 * Makes a knowledge base from sources.
 *
 *   in:  files – tables, a dump of Wikidata, GeoNames – and what is to be kept
 *   out: the file of the base, written whole or not at all: the same bytes whatever the order of the sources and of what is in them
 *
 * The line `Q142	place	France	…` of one and `3017382	France	A.PCLI	…	Q142` of another become one entry, France.
 */
import { basename } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Head } from '../link/kb-format.js'
import { writeBase } from '../link/kb-write.js'
import { Problem } from '../problem.js'
import { writeChunks } from '../store/files.js'
import { geonamesRows } from './geonames.js'
import { groups, sameIn } from './join-places.js'
import { linesOf } from './lines.js'
import { entryFrom, joined, keyOfRow, type Row } from './rows.js'
import { type Column, tableRows } from './tables.js'
import { wikidataRows } from './wikidata.js'

export interface BuildOptions extends Pick<Head, 'name' | 'version' | 'licence' | 'attribution'> {
  readonly columns?: Readonly<Record<string, Column>>
  /** Leave out what is less well known. */
  readonly leastPrior?: number
  /** Leave out towns with fewer people that are not well known otherwise. */
  readonly leastInhabitants?: number
  /** Called now and then with how many rows were read. */
  readonly onRows?: (rows: number) => void
}

/** @returns the head of what was written @throws Problem `input`, `output` */
export async function buildBase(sources: readonly string[], path: string, options: BuildOptions): Promise<Record<string, number>> {
  const rows = await collected(sources, options)
  const wanted = [...rows].filter((row) => isWanted(row, options))
  if (wanted.length === 0) throw new Problem('input', `Nothing in ${sources.join(', ')} is left for a knowledge base`, 'Check that it has things with English names, and lower --least-prior.')
  const { name, version, licence, attribution } = options
  const parts = writeBase(wanted.map(entryFrom), { name, version, licence, attribution }, (bytes) => deflateRawSync(bytes, { level: 9 }))
  await writeChunks(path, parts)
  return { entries: wanted.length, bytes: parts.reduce((sum, { length }) => sum + length, 0) }
}

/** Everything that the sources say, a row a thing. */
async function collected(sources: readonly string[], options: BuildOptions): Promise<Row[]> {
  const byKey = new Map<string, Row[]>()
  let count = 0
  for (const path of sources) for await (const row of rowsOf(path, options)) {
    const key = keyOfRow(row), known = byKey.get(key)
    if (known) known.push(row)
    else byKey.set(key, [row])
    count += 1
    if (count % 10_000 === 0) options.onRows?.(count)
  }
  const single = [...groups([...byKey.values()].flat().map(titledId(byKey)), keyOfRow).values()].map(joined)
  // A GeoNames id that two sources give to one thing makes one thing of them too.
  const idOf = new Map<string, string>(single.flatMap(({ id, geonames }) => id !== '' && geonames !== '' ? [[`geonames/${geonames}`, id] as const] : []))
  const same = sameIn(single)
  return [...groups(single, (row) => idOf.get(keyOfRow(row)) ?? same.get(keyOfRow(row)) ?? keyOfRow(row)).values()].map(joined)
}

/**
 * States and capitals go by the name alone: what Wikipedia's article of that name is on is meant, also where GeoNames was tied to something wider
 * ("Kingdom of Denmark") or to nothing.
 */
function titledId(byKey: ReadonlyMap<string, readonly Row[]>): (row: Row) => Row {
  const byTitle = new Map<string, string>(), labelOf = new Map<string, string>(), taken = new Set<string>()
  for (const rows of byKey.values()) for (const { id, title, kind, geonames, label, facts } of rows) {
    if (id !== '' && geonames === '') labelOf.set(id, label)
    // Ireland the island is not the state.
    if (id !== '' && title !== '' && kind === 'place' && facts.some((fact) => /^(?:country|republic|state|sovereign|kingdom|capital|city)$/u.test(fact))) byTitle.set(title, id)
    if (id !== '' && geonames !== '') taken.add(id)
  }
  return (row) => {
    const { situation, label } = row, isChief = situation && (/^A\.PCL/u.test(situation.feature) || situation.feature === 'P.PPLC' && row.id === '')
    const id = isChief ? byTitle.get(label.replaceAll(' ', '_')) : undefined
    return id === undefined || id === row.id || labelOf.get(row.id) === label || taken.has(id) ? row : { ...row, id }
  }
}

function rowsOf(path: string, { columns = {} }: BuildOptions): AsyncIterable<Row> {
  const name = basename(path), plain = name.replace(/\.(?:gz|bz2)$/iu, '')
  if (/\.json$/iu.test(plain)) return wikidataRows(linesOf(path), path)
  if (/^(?:allCountries|cities\d+|[A-Z]{2})\.txt$/u.test(plain)) return geonamesRows(linesOf(path))
  if (/\.(?:tsv|csv)$/iu.test(plain)) return tableRows(linesOf(path), { path, source: plain.replace(/\.\w+$/u, ''), columns })
  throw new Problem('input', `It is not clear what ${path} is`, 'Give a table (.tsv, .csv), a dump of Wikidata (.json) or a file of GeoNames (allCountries.txt), packed (.gz, .bz2) or not.')
}

function isWanted({ prior, situation }: Row, { leastPrior = 0, leastInhabitants = 0 }: BuildOptions): boolean {
  if (situation && /^A\.(?:PCL|ADM1)/u.test(situation.feature)) return true
  return situation ? situation.inhabitants >= leastInhabitants || prior >= leastPrior && leastPrior > 0 : prior >= leastPrior
}
