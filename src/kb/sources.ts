/**
 * Which reader a source is for, by its name.
 * In: a path or the address of a SPARQL endpoint. Out: its lines, and what reads them: latest-all.json.bz2 → lines of Wikidata.
 */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Problem } from '../problem.js'
import { endpointLines } from './endpoint.js'
import { alternateNamesReader, geonamesReader } from './geonames.js'
import { byteLines } from './lines.js'
import type { Reader } from './reader.js'
import { type Column, tableReader } from './tables.js'
import { triplesReader } from './triples.js'
import { wikidataReader } from './wikidata.js'
import { wikipediaReader } from './wikipedia.js'

export interface SourceOptions {
  /** What the columns of tables, and the variables of a query, are. */
  readonly columns?: Readonly<Record<string, Column>>
  /** File with the SPARQL query that endpoints are asked. */
  readonly query?: string
}

export interface Source {
  readonly path: string
  /** What it is and how it is read: the same source says the same. */
  readonly mark: string
  /** Bytes, of a file. */
  readonly size: number
  readonly reader: () => Reader
  /** @param known how many lines need not come again; heads come all the same. They come with the number of the first. */
  readonly lines: (known: number) => AsyncIterable<{ readonly from: number; readonly lines: readonly Buffer[] }>
}

/** @throws Problem `input` where it is not clear what it is, or it is not there */
export function sourceOf(path: string, options: SourceOptions): Source {
  if (/^https?:\/\//iu.test(path)) return endpointSource(path, options)
  const reader = readerFor(path, options), stat = statSync(path, { throwIfNoEntry: false })
  if (!reader) throw new Problem('input', `It is not clear what ${path} is`, 'Give a table (.tsv, .csv), Wikidata (.json), GeoNames (allCountries.txt), DBpedia (.nt, .ttl), Wikipedia (.sql), packed (.gz, .bz2) or not, or the address of a SPARQL endpoint.')
  if (!stat) throw new Problem('input', `There is no file ${path}`, 'Check the name.')
  return {
    path, reader, size: stat.size, mark: markOf([basename(path), stat.size, stat.mtimeMs, options.columns ?? {}]),
    lines: async function* lines() {
      let from = 1
      for await (const some of byteLines(path)) {
        yield { from, lines: some }
        from += some.length
      }
    },
  }
}

function markOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}

function readerFor(path: string, { columns = {} }: SourceOptions): (() => Reader) | undefined {
  const plain = basename(path).replace(/\.(?:gz|bz2)$/iu, '')
  if (/\.(?:json|jsonl|ndjson)$/iu.test(plain)) return () => wikidataReader(path)
  if (/^(?:allCountries|cities\d+|[A-Z]{2})\.txt$/u.test(plain)) return geonamesReader
  if (/^alternateNames(?:V2)?\.txt$/u.test(plain)) return alternateNamesReader
  if (/\.(?:nt|ttl|nq)$/iu.test(plain)) return () => triplesReader(path)
  if (/\.sql$/iu.test(plain)) return () => wikipediaReader(path)
  const form = /\.(tsv|csv)$/iu.exec(plain)?.[1]?.toLowerCase()
  return form === undefined ? undefined : () => tableReader({ path, source: plain.replace(/\.\w+$/u, ''), columns, form: form === 'csv' ? 'csv' : 'tsv' })
}

function endpointSource(address: string, { columns = {}, query }: SourceOptions): Source {
  if (query === undefined) throw new Problem('usage', `What is ${address} to be asked?`, 'Give a file with a SELECT query with --query; its variables are columns, such as ?id and ?label.')
  const sparql = readQuery(query)
  return {
    path: address, size: 0, mark: markOf([address, sparql, columns]), lines: (known) => endpointLines(address, sparql, known),
    reader: () => tableReader({ path: address, source: new URL(address).hostname, columns, form: 'tsv' }),
  }
}

function readQuery(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Problem('input', `The query ${path} cannot be read`, 'Check the name given with --query.', { cause })
  }
}
