/**
 * Writes a knowledge base.
 * In: entries with all their names, in any order, and what the base is called. Out: the bytes of the file, see kb-format.ts: the same whatever the
 * order of the entries. "Sergey Lavrov" becomes a line of a block of names and one of a block of entries.
 * The deflater is given, so that this runs wherever there is one; another deflater packs the same text in other bytes, under the same hash of what it says.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { crc32 } from './checksum.js'
import { keyOf, lineOf, type Entry } from './entry.js'
import { FORMAT, type BlockPlace, type Country, type Head, indexText, LINES, MAGIC } from './kb-format.js'
import { nameKey } from './name-keys.js'

export interface NamedEntry { readonly entry: Entry; readonly aliases: readonly string[] }

export type Deflate = (bytes: Uint8Array) => Uint8Array

export function writeBase(all: readonly NamedEntry[], about: Pick<Head, 'name' | 'version' | 'licence' | 'attribution'>, deflate: Deflate): Uint8Array[] {
  const sorted = all.toSorted((a, b) => b.entry.prior - a.entry.prior || compare(keyOf(a.entry), keyOf(b.entry)))
  const named = namesOf(sorted)
  const names = packed(named, deflate), entries = packed(sorted.map(({ entry }) => lineOf(entry)), deflate)
  const index = utf8ToBytes(indexText({ names: names.places, entries: entries.places, countries: countriesOf(sorted) }))
  const packedIndex = deflate(index), blocks = [...names.parts, ...entries.parts]
  const head: Head = {
    ...about, counts: { entries: sorted.length, names: named.length, ...countByKind(sorted) },
    index: { bytes: packedIndex.length, sha256: bytesToHex(sha256(index)) },
    blocks: blocks.reduce((sum, { length }) => sum + length, 0),
  }
  return [utf8ToBytes(`${MAGIC}${FORMAT}\n${JSON.stringify(head)}\n`), packedIndex, ...blocks]
}

/** Lines of names with the numbers of their entries. */
function namesOf(sorted: readonly NamedEntry[]): string[] {
  const byName = new Map<string, Map<number, string>>()
  const put = (name: string, number: number, mark: string): void => {
    const key = nameKey(name)
    if (key === '') return
    const numbers = byName.get(key) ?? new Map<number, string>()
    byName.set(key, numbers)
    if (!numbers.has(number)) numbers.set(number, `${mark}${number.toString(36)}`)
  }
  sorted.forEach(({ entry, aliases }, number) => {
    put(entry.label, number, '')
    // A title without what tells namesakes apart is a name too.
    if (entry.title) put(entry.title.replace(/_\([^)]*\)$/u, '').replaceAll('_', ' '), number, '~')
    for (const alias of aliases) put(alias, number, '~')
  })
  return [...byName].toSorted(([a], [b]) => compare(a, b)).map(([key, numbers]) => `${key}\t${[...numbers.values()].join(',')}`)
}

function packed(lines: readonly string[], deflate: Deflate): { readonly parts: Uint8Array[]; readonly places: BlockPlace[] } {
  const parts: Uint8Array[] = [], places: BlockPlace[] = []
  for (let at = 0; at < lines.length; at += LINES) {
    const bytes = utf8ToBytes(lines.slice(at, at + LINES).join('\n'))
    const part = deflate(bytes)
    parts.push(part)
    places.push({ offset: 0, bytes: part.length, crc: crc32(bytes), first: (lines[at] ?? '').split('\t')[0] ?? '' })
  }
  return { parts, places }
}

/** The words of a state: its names, its code, its adjective. */
function countriesOf(sorted: readonly NamedEntry[]): Country[] {
  return sorted.flatMap(({ entry, aliases }): Country[] => {
    const { situation, label, id, geonames } = entry
    if (!situation?.feature.startsWith('A.PCL')) return []
    const words = [label, situation.country, situation.adjective ?? '', ...aliases.filter((alias) => /^[\p{sc=Latin} .'’-]{2,}$/u.test(alias))]
    return [{ id: id || geonames, code: situation.country, words: [...new Set(words.map(nameKey))].filter((word) => word !== '').toSorted(compare) }]
  }).toSorted((a, b) => compare(a.code, b.code) || compare(a.id, b.id))
}

function countByKind(sorted: readonly NamedEntry[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { entry } of sorted) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => compare(a, b)))
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
