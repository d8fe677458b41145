/**
 * The file of a knowledge base. One file, read in pieces, the same for a disk and for HTTP ranges:
 *
 *   newsgraph-kb 1\n                        what it is, and the version of the format
 *   {"name": "newsgraph", "version": …}\n   the head: name, version, licence, attribution, counts, size and SHA-256 of the index, size of the blocks
 *   the index, raw deflate                  lines of text, parted by tabs: of each block its kind, size, CRC-32 and first name, then the countries
 *   the blocks, raw deflate                 first those of names, then those of entries, 64 lines each
 *
 * A line of a names block: a name's key, and the numbers of the entries of that name, base 36, `~` before those of which it is another name:
 * "paris" → `paris\t5c,~1x`. Names are in the order of their UTF-16 units. Entry number n is line n mod 64 of entries block n div 64, see entry.ts;
 * the best known come first. Since the index holds the CRC-32 of what every block says, its SHA-256 stands for the whole: it is the base's hash.
 */
import { Problem } from '../problem.js'

export const MAGIC = 'newsgraph-kb '
export const FORMAT = 1
/** Lines of a block. */
export const LINES = 64
/** Bytes within which the head ends. */
export const LONGEST_HEAD = 16_384

export interface Head {
  readonly name: string
  readonly version: string
  /** Of the whole, in words or as SPDX. */
  readonly licence: string
  /** Whom to name, one line each. */
  readonly attribution: readonly string[]
  readonly counts: Readonly<Record<string, number>>
  readonly index: { readonly bytes: number; readonly sha256: string }
  readonly blocks: number
}

export interface BlockPlace { readonly offset: number; readonly bytes: number; readonly crc: number; readonly first: string }

/** A state, for the words that lead to it: "French", "FR". */
export interface Country { readonly id: string; readonly code: string; readonly words: readonly string[] }

export interface Index { readonly names: readonly BlockPlace[]; readonly entries: readonly BlockPlace[]; readonly countries: readonly Country[] }

/** @param place the file's name, for problems @throws Problem `input` when it is none, of another version or damaged */
export function parseHead(bytes: Uint8Array, place: string): { readonly head: Head; readonly end: number } {
  const text = new TextDecoder('latin1').decode(bytes)
  if (!text.startsWith(MAGIC)) throw new Problem('input', `${place} is no knowledge base of newsgraph`, 'Make one with newsgraph kb build, or give another file with --kb.')
  const first = text.indexOf('\n'), second = text.indexOf('\n', first + 1)
  const version = Number(text.slice(MAGIC.length, Math.max(0, first)))
  if (version !== FORMAT) throw new Problem('input', `${place} is a knowledge base of format ${version || '?'}; this newsgraph reads format ${FORMAT}`, 'Build it again with newsgraph kb build, or install the newsgraph that made it.')
  const head = second < 0 ? undefined : headOf(new TextDecoder().decode(bytes.subarray(first + 1, second)))
  if (!head) throw damaged(place)
  return { head, end: second + 1 }
}

export function damaged(place: string, cause?: unknown): Problem {
  return new Problem('input', `The knowledge base ${place} is damaged`, 'Install newsgraph again, fetch the file again, or build it again with newsgraph kb build.', { cause })
}

function headOf(text: string): Head | undefined {
  try {
    const head = JSON.parse(text) as Partial<Head> | null
    const isHead = typeof head?.name === 'string' && typeof head.version === 'string' && typeof head.index?.bytes === 'number' && typeof head.index.sha256 === 'string' && typeof head.blocks === 'number'
    return isHead ? head as Head : undefined
  } catch {
    return undefined
  }
}

export function indexText({ names, entries, countries }: Index): string {
  const block = (kind: string) => ({ bytes, crc, first }: BlockPlace): string => `${kind}\t${bytes}\t${crc.toString(36)}\t${first}`
  return [...names.map(block('n')), ...entries.map(block('e')), ...countries.map(({ id, code, words }) => `c\t${id}\t${code}\t${words.join('|')}`)].join('\n')
}

/** The blocks of one kind, by number. An index has ten thousand; of each, only what is asked for is read. */
export interface Blocks {
  readonly length: number
  readonly at: (number: number) => BlockPlace | undefined
  /** The last that does not begin after a name. */
  readonly holding: (name: string) => BlockPlace | undefined
}

export interface ReadIndex { readonly names: Blocks; readonly entries: Blocks; readonly countries: readonly Country[] }

/** @param start where the blocks begin in the file */
export function parseIndex(text: string, start: number): ReadIndex {
  const names = openBlocks(text), entries = openBlocks(text), countries: Country[] = []
  let offset = start
  for (let line = 0; line < text.length;) {
    const end = text.indexOf('\n', line), kind = text[line]
    if (kind === 'c') {
      const [, id = '', code = '', words = ''] = text.slice(line, end < 0 ? text.length : end).split('\t')
      countries.push({ id, code, words: words.split('|') })
    } else if (kind === 'n' || kind === 'e') {
      (kind === 'n' ? names : entries).add(line, offset)
      offset += sizeAt(text, line)
    }
    line = end < 0 ? text.length : end + 1
  }
  return { names: names.blocks, entries: entries.blocks, countries }
}

/** The number behind the first tab of a line. */
function sizeAt(text: string, line: number): number {
  let size = 0
  for (let at = line + 2, digit = text.charCodeAt(at) - ZERO; digit >= 0 && digit <= 9; at += 1, digit = text.charCodeAt(at) - ZERO) size = 10 * size + digit
  return size
}

const ZERO = 48

function openBlocks(text: string): { readonly blocks: Blocks; readonly add: (line: number, offset: number) => void } {
  const lines: number[] = [], offsets: number[] = []
  const fieldsAt = (number: number): readonly string[] => {
    const line = lines[number] ?? 0, end = text.indexOf('\n', line)
    return text.slice(line, end < 0 ? text.length : end).split('\t')
  }
  const at = (number: number): BlockPlace | undefined => {
    const offset = offsets[number]
    if (offset === undefined) return undefined
    const [, bytes = '', crc = '', first = ''] = fieldsAt(number)
    return { offset, bytes: Number(bytes), crc: Number.parseInt(crc, 36), first }
  }
  const holding = (name: string): BlockPlace | undefined => {
    let low = 0, high = lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((fieldsAt(middle)[3] ?? '') <= name) low = middle + 1
      else high = middle
    }
    return at(low - 1)
  }
  return { blocks: { get length() { return lines.length }, at, holding }, add: (line, offset) => { lines.push(line); offsets.push(offset) } }
}
