/**
 * Which names are titles of Wikipedia, as a set without its members: some twelve bits for each, and one name in a thousand is taken for a title that is none.
 * In: the bytes of the file. Out: whether a name is in it: "Angela Merkel" → true. It is a witness beside an id, or all that is known of a name.
 *
 *   newsgraph-titles 1\n       what it is, and the version of the format
 *   {"name": …}\n              the head: name, version, licence, attribution, count, bits, CRC-32 of what follows
 *   starts, then differences   every 128th hash begins at a byte of its own, given by four bytes (little-endian); between sorted hashes, Rice-coded differences
 *
 * A hash is of the name's key, from 0 to count · 2^bits.
 */
import { hashOf } from '../hash.js'
import { Problem } from '../problem.js'
import { crc32 } from './checksum.js'
import { LONGEST_HEAD } from './kb-format.js'
import { nameKey } from './name-keys.js'

const MAGIC = 'newsgraph-titles ', FORMAT = 1
/** Hashes from one start to the next. */
const STRIDE = 128
const BITS = 10

export interface TitlesHead { readonly name: string; readonly version: string; readonly licence: string; readonly attribution: readonly string[]; readonly count: number; readonly bits: number; readonly crc: number }

export interface Titles {
  readonly head: TitlesHead
  /** Name, version and checksum. */
  readonly name: string
  readonly has: (name: string) => boolean
}

/** @param place the file's name, for problems @param sumOf CRC-32, where there is a quicker one @throws Problem `input` when it is none, of another version or damaged */
export function readTitles(bytes: Uint8Array, place: string, sumOf = crc32): Titles {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST_HEAD))
  if (!text.startsWith(MAGIC)) throw new Problem('input', `${place} is no list of titles of newsgraph`, 'Give another file with --kb.')
  const first = text.indexOf('\n'), second = text.indexOf('\n', first + 1)
  if (Number(text.slice(MAGIC.length, first)) !== FORMAT) throw new Problem('input', `${place} is a list of titles of another format than ${FORMAT}`, 'Install the newsgraph that made it.')
  const head = headOf(new TextDecoder().decode(bytes.subarray(first + 1, second)), place), body = bytes.subarray(second + 1)
  if (sumOf(body) !== head.crc) throw broken(place)
  const groups = Math.ceil(head.count / STRIDE), view = new DataView(body.buffer, body.byteOffset, body.byteLength), range = head.count * 2 ** head.bits
  return {
    head, name: `${head.name} ${head.version} crc32:${head.crc.toString(16).padStart(8, '0')}`,
    has(name) {
      const wanted = hashIn(nameKey(name), range)
      let low = 0, high = groups
      while (low < high) {
        const middle = (low + high) >> 1
        if (firstOf(view, middle, groups) <= wanted) low = middle + 1
        else high = middle
      }
      return low > 0 && isIn(view, low - 1, groups, wanted, head)
    },
  }
}

function headOf(text: string, place: string): TitlesHead {
  try {
    const head = JSON.parse(text) as Partial<TitlesHead> | null
    if (typeof head?.count === 'number' && typeof head.bits === 'number' && typeof head.crc === 'number' && typeof head.name === 'string') return head as TitlesHead
  } catch { /* told below */ }
  throw broken(place)
}

function broken(place: string): Problem {
  return new Problem('input', `The list of titles ${place} is damaged`, 'Install it again.')
}

function hashIn(key: string, range: number): number {
  return hashOf(key) % range
}

/** Where a group begins, and its first hash, whole: eight bytes. */
function startOf(view: DataView, group: number): number { return view.getUint32(4 * group, true) }
function firstOf(view: DataView, group: number, groups: number): number {
  const at = 4 * groups + startOf(view, group)
  return view.getUint32(at, true) + 2 ** 32 * view.getUint16(at + 4, true)
}

/** Whether a hash is in a group: its differences are read 32 bits at a time. */
function isIn(view: DataView, group: number, groups: number, wanted: number, { count, bits }: TitlesHead): boolean {
  const byte = (at: number): number => at < view.byteLength ? view.getUint8(at) : 0
  const wordAt = (bit: number): number => {
    const at = bit >> 3, shift = bit & 7
    const word = at + 4 <= view.byteLength ? view.getUint32(at) : (byte(at) << 24 | byte(at + 1) << 16 | byte(at + 2) << 8) >>> 0
    return shift === 0 ? word : (word << shift | byte(at + 4) >> (8 - shift)) >>> 0
  }
  let hash = firstOf(view, group, groups), bit = 8 * (4 * groups + startOf(view, group) + 6)
  const size = Math.min(STRIDE, count - group * STRIDE)
  for (let at = 1; at < size && hash < wanted; at += 1) {
    for (let ones = Math.clz32(~wordAt(bit)); ; ones = Math.clz32(~wordAt(bit))) {
      hash += ones * 2 ** bits
      bit += ones
      if (ones < 32) break
    }
    hash += wordAt(bit + 1) >>> (32 - bits)
    bit += 1 + bits
  }
  return hash === wanted
}

/** @param names in any order; those of one key are one */
export function writeTitles(names: Iterable<string>, about: Omit<TitlesHead, 'count' | 'bits' | 'crc'>): Uint8Array[] {
  const keys = new Set<string>()
  for (const name of names) keys.add(nameKey(name))
  keys.delete('')
  const count = keys.size, range = count * 2 ** BITS
  const hashes = Float64Array.from([...keys], (key) => hashIn(key, range)).sort()
  const groups = Math.ceil(count / STRIDE), starts = new DataView(new ArrayBuffer(4 * groups)), parts: Uint8Array[] = []
  let offset = 0
  for (let group = 0; group < groups; group += 1) {
    const part = groupOf(hashes.subarray(group * STRIDE, (group + 1) * STRIDE))
    starts.setUint32(4 * group, offset, true)
    parts.push(part)
    offset += part.length
  }
  const body = new Uint8Array(4 * groups + offset)
  body.set(new Uint8Array(starts.buffer))
  let at = 4 * groups
  for (const part of parts) {
    body.set(part, at)
    at += part.length
  }
  const head: TitlesHead = { ...about, count, bits: BITS, crc: crc32(body) }
  return [new TextEncoder().encode(`${MAGIC}${FORMAT}\n${JSON.stringify(head)}\n`), body]
}

function groupOf(hashes: Float64Array): Uint8Array {
  const first = hashes[0] ?? 0, bytes = [first & 0xff, (first >>> 8) & 0xff, (first >>> 16) & 0xff, (first >>> 24) & 0xff]
  const high = Math.floor(first / 2 ** 32)
  bytes.push(high & 0xff, high >>> 8)
  let byte = 0, filled = 0
  const put = (bit: number): void => {
    byte = (byte << 1) | bit
    filled += 1
    if (filled === 8) {
      bytes.push(byte)
      byte = 0
      filled = 0
    }
  }
  for (let at = 1; at < hashes.length; at += 1) {
    let difference = (hashes[at] ?? 0) - (hashes[at - 1] ?? 0)
    for (; difference >= 2 ** BITS; difference -= 2 ** BITS) put(1)
    put(0)
    for (let left = BITS - 1; left >= 0; left -= 1) put(Math.floor(difference / 2 ** left) & 1)
  }
  const rest = (8 - filled) % 8
  for (let at = 0; at < rest; at += 1) put(0)
  return Uint8Array.from(bytes)
}
