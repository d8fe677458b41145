/**
 * The file of a knowledge base, put together on the disk.
 * In: rows in any order. Out: the pieces of the file, as src/link/kb-write.ts makes them in memory: the same bytes. Entries are sorted by how well known they are
 * and numbered, then their names are sorted; of all this a run is in memory at a time, and the places of the blocks.
 */
import { appendFileSync, createReadStream, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { type Entry, keyOf, lineOf } from '../link/entry.js'
import type { BlockPlace } from '../link/kb-format.js'
import { type About, beginning, keysOf, type NamedEntry, type Packed, packed, startTally } from '../link/kb-write.js'
import { Sorter } from './sort.js'

export interface BaseFile { readonly entries: number; readonly names: number; readonly bytes: AsyncIterable<Uint8Array> }

const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 9 })

export function baseFile(all: Iterable<NamedEntry>, about: About, folder: string): BaseFile {
  const ranked = new Sorter({ folder, name: 'ranked' }), named = new Sorter({ folder, name: 'names' }), tally = startTally()
  let entries = 0, names = 0
  for (const one of all) {
    entries += 1
    ranked.put(`${String(999 - Math.round(one.entry.prior * 10)).padStart(3, '0')}${keyOf(one.entry)}\t${JSON.stringify(one)}`)
  }
  let number = 0
  const lines = function* lines(): Generator<string> {
    for (const line of ranked) {
      const one = JSON.parse(line.slice(line.indexOf('\t') + 1)) as { entry: Entry; aliases: string[] }
      for (const [key, mark] of keysOf(one)) named.put(`${key}\t${number.toString(36).padStart(6, '0')}${mark}`)
      tally.see(one)
      number += 1
      yield lineOf(one.entry)
    }
  }
  const ofEntries = blocksIn(join(folder, 'entries.blocks'), packed(lines(), deflate))
  ranked.drop()
  const ofNames = blocksIn(join(folder, 'names.blocks'), packed((function* postings() {
    for (const line of postingsOf(named)) {
      names += 1
      yield line
    }
  })(), deflate))
  named.drop()
  const start = beginning({ names: ofNames.places, entries: ofEntries.places, ...tally.end(names) }, about, deflate)
  return {
    entries, names,
    bytes: (async function* bytes() {
      yield* start
      yield* createReadStream(ofNames.path) as AsyncIterable<Uint8Array>
      yield* createReadStream(ofEntries.path) as AsyncIterable<Uint8Array>
    })(),
  }
}

/** "paris\t00005c", "paris\t00001x~" → "paris\t5c,~1x" */
function* postingsOf(named: Iterable<string>): Generator<string> {
  const numbers: string[] = []
  let key = ''
  for (const line of named) {
    const end = line.indexOf('\t'), own = line.slice(0, end), isAlias = line.endsWith('~')
    if (own !== key && numbers.length > 0) yield `${key}\t${numbers.splice(0).join(',')}`
    key = own
    numbers.push(`${isAlias ? '~' : ''}${line.slice(end + 1, isAlias ? -1 : undefined).replace(/^0+(?=.)/u, '')}`)
  }
  if (numbers.length > 0) yield `${key}\t${numbers.join(',')}`
}

function blocksIn(path: string, blocks: Iterable<Packed>): { readonly path: string; readonly places: readonly BlockPlace[] } {
  rmSync(path, { force: true })
  writeFileSync(path, '')
  const places: BlockPlace[] = []
  let waiting: Uint8Array[] = []
  for (const { part, place } of blocks) {
    places.push(place)
    waiting.push(part)
    if (waiting.length < 1000) continue
    appendFileSync(path, Buffer.concat(waiting))
    waiting = []
  }
  appendFileSync(path, Buffer.concat(waiting))
  return { path, places }
}
