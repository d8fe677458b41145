/**
 * Writes a knowledge base.
 * In: entries with all their names, in any order, and what the base is called. Out: the bytes of the file, see kb-format.ts: the same whatever the
 * order of the entries. "Sergey Lavrov" becomes a line of a block of names and one of a block of entries.
 * The deflater is given, so that this runs wherever there is one; another deflater packs the same text in other bytes, under the same hash of what it says.
 * All is in memory here; src/kb/base-file.ts puts the same parts together for bases that do not fit.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { crc32 } from './checksum.js'
import { keyOf, lineOf, type Entry } from './entry.js'
import { FORMAT, type BlockPlace, type Country, type Head, indexText, LINES, MAGIC } from './kb-format.js'
import { nameKey } from './name-keys.js'

export interface NamedEntry { readonly entry: Entry; readonly aliases: readonly string[] }

export type Deflate = (bytes: Uint8Array) => Uint8Array
export type About = Pick<Head, 'name' | 'version' | 'licence' | 'attribution'>

export function writeBase(all: readonly NamedEntry[], about: About, deflate: Deflate): Uint8Array[] {
  const sorted = all.toSorted((a, b) => b.entry.prior - a.entry.prior || compare(keyOf(a.entry), keyOf(b.entry)))
  const named = namesOf(sorted), names = [...packed(named, deflate)], entries = [...packed(sorted.map(({ entry }) => lineOf(entry)), deflate)]
  const tally = startTally()
  for (const one of sorted) tally.see(one)
  const start = beginning({ names: names.map(placeOf), entries: entries.map(placeOf), ...tally.end(named.length) }, about, deflate)
  return [...start, ...names.map(({ part }) => part), ...entries.map(({ part }) => part)]
}

/** Lines of names with the numbers of their entries. */
function namesOf(sorted: readonly NamedEntry[]): string[] {
  const byName = new Map<string, string[]>()
  sorted.forEach((named, number) => {
    for (const [key, mark] of keysOf(named)) byName.set(key, [...byName.get(key) ?? [], `${mark}${number.toString(36)}`])
  })
  return [...byName].toSorted(([a], [b]) => compare(a, b)).map(([key, numbers]) => `${key}\t${numbers.join(',')}`)
}

/** The keys of an entry's names, `~` behind those that are not its label. */
export function keysOf({ entry, aliases }: NamedEntry): ReadonlyMap<string, '' | '~'> {
  const keys = new Map<string, '' | '~'>([[nameKey(entry.label), '']])
  // A title without what tells namesakes apart is a name too.
  for (const name of [entry.title.replace(/_\([^)]*\)$/u, '').replaceAll('_', ' '), ...aliases]) {
    const key = nameKey(name)
    if (!keys.has(key)) keys.set(key, '~')
  }
  keys.delete('')
  return keys
}

export interface Packed { readonly part: Uint8Array; readonly place: BlockPlace }

const placeOf = ({ place }: Packed): BlockPlace => place

/** Lines in blocks. */
export function* packed(lines: Iterable<string>, deflate: Deflate): Generator<Packed> {
  const block = (some: readonly string[]): Packed => {
    const bytes = utf8ToBytes(some.join('\n')), part = deflate(bytes)
    return { part, place: { offset: 0, bytes: part.length, crc: crc32(bytes), first: (some[0] ?? '').split('\t')[0] ?? '' } }
  }
  let waiting: string[] = []
  for (const line of lines) {
    waiting.push(line)
    if (waiting.length < LINES) continue
    yield block(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield block(waiting)
}

interface Contents { readonly names: readonly BlockPlace[]; readonly entries: readonly BlockPlace[]; readonly countries: readonly Country[]; readonly counts: Head['counts'] }

/** What stands before the blocks. */
export function beginning({ names, entries, countries, counts }: Contents, about: About, deflate: Deflate): [Uint8Array, Uint8Array] {
  const index = utf8ToBytes(indexText({ names, entries, countries })), packedIndex = deflate(index)
  const head: Head = {
    ...about, counts, index: { bytes: packedIndex.length, sha256: bytesToHex(sha256(index)) },
    blocks: [...names, ...entries].reduce((sum, { bytes }) => sum + bytes, 0),
  }
  return [utf8ToBytes(`${MAGIC}${FORMAT}\n${JSON.stringify(head)}\n`), packedIndex]
}

/** Counts entries by kind, and knows the states among them. */
export function startTally(): { readonly see: (named: NamedEntry) => void; readonly end: (names: number) => Pick<Contents, 'countries' | 'counts'> } {
  const counts = new Map<string, number>(), countries: Country[] = []
  let all = 0
  return {
    see: (named) => {
      all += 1
      counts.set(named.entry.kind, (counts.get(named.entry.kind) ?? 0) + 1)
      countries.push(...countryOf(named))
    },
    end: (names) => ({
      countries: countries.toSorted((a, b) => compare(a.code, b.code) || compare(a.id, b.id)),
      counts: { entries: all, names, ...Object.fromEntries([...counts].toSorted(([a], [b]) => compare(a, b))) },
    }),
  }
}

/** The words of a state: its names, its code, its adjective. */
function countryOf({ entry: { situation, label, id, geonames }, aliases }: NamedEntry): Country[] {
  if (!situation?.feature.startsWith('A.PCL')) return []
  const words = [label, situation.country, situation.adjective ?? '', ...aliases.filter((alias) => /^[\p{sc=Latin} .'’-]{2,}$/u.test(alias))]
  return [{ id: id || geonames, code: situation.country, words: [...new Set(words.map(nameKey))].filter((word) => word !== '').toSorted(compare) }]
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
