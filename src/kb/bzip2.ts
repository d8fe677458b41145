/**
 * Unpacks bzip2, which Node cannot: dumps of Wikidata come so.
 * In: a stream of bytes. Out: a stream of what was packed, block by block of at most 900 kB, so that a dump of any size takes a few megabytes.
 * Streams put one behind the other, as parallel packers write them, are one. Checksums of blocks are not checked: lines that are not JSON are.
 */
import { Transform, type TransformCallback } from 'node:stream'

/** There are not enough bits yet: wait for more. */
class Short extends Error {}
class Damaged extends Error {
  constructor() { super('it is damaged or no bzip2 file') }
}

/** A block and its tables never take more packed bytes than this. */
const WHOLE_BLOCK = 1_200_000

export function unpackBzip2(): Transform {
  let waiting: Buffer = Buffer.alloc(0)
  let state: Progress = { bit: 0, isOpen: false }
  const work = (isEnd: boolean, push: (bytes: Uint8Array) => void): void => {
    for (;;) {
      // Blocks are not marked with their size: one is taken when it is surely whole.
      if (!isEnd && waiting.length * 8 - state.bit < WHOLE_BLOCK * 8) return
      if (isEnd && !state.isOpen && waiting.length * 8 - state.bit < 32) return
      const bits = reader(waiting, state.bit)
      const next = step(bits, state.isOpen)
      if (next.bytes) push(next.bytes)
      const whole = bits.at() >> 3
      waiting = waiting.subarray(whole)
      state = { bit: bits.at() & 7, isOpen: next.isOpen }
    }
  }
  const safely = (isEnd: boolean, stream: Transform, done: TransformCallback): void => {
    try {
      work(isEnd, (bytes) => void stream.push(bytes))
      done()
    } catch (error) {
      done(error instanceof Short ? Object.assign(new Error('it ends in the middle'), { code: 'Z_BUF_ERROR' }) : error as Error)
    }
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk])
      safely(false, this, done)
    },
    flush(done) { safely(true, this, done) },
  })
}

interface Progress { readonly bit: number; readonly isOpen: boolean }
interface Bits { readonly take: (count: number) => number; readonly at: () => number; readonly align: () => void }

function reader(bytes: Uint8Array, from: number): Bits {
  let bit = from
  const end = bytes.length * 8
  return {
    take(count) {
      if (bit + count > end) throw new Short()
      let value = 0
      for (let left = count; left > 0;) {
        const inByte = 8 - (bit & 7), some = Math.min(inByte, left)
        value = value * (1 << some) + (((bytes[bit >> 3] ?? 0) >> (inByte - some)) & ((1 << some) - 1))
        bit += some
        left -= some
      }
      return value
    },
    at: () => bit,
    align() { bit = (bit + 7) & ~7 },
  }
}

/** A stream's head, one of its blocks, or its end. */
function step(bits: Bits, isOpen: boolean): { readonly isOpen: boolean; readonly bytes?: Uint8Array } {
  if (!isOpen) {
    if (bits.take(24) !== 0x425a68 || bits.take(8) < 0x31) throw new Damaged()
    return { isOpen: true }
  }
  const mark = bits.take(48)
  bits.take(32)
  if (mark === 0x177245385090) {
    bits.align()
    return { isOpen: false }
  }
  if (mark !== 0x314159265359) throw new Damaged()
  return { isOpen: true, bytes: block(bits) }
}

function block(bits: Bits): Uint8Array {
  bits.take(1)
  const origin = bits.take(24)
  const { last, counts } = symbols(bits)
  return unrun(unsort(last, counts, origin))
}

/** Undoes Huffman coding, runs of zeros and move-to-front: the last column of the sorted block. */
function symbols(bits: Bits): { readonly last: Uint8Array; readonly counts: Uint32Array } {
  const used = usedBytes(bits)
  const tables = bits.take(3), selectorCount = bits.take(15)
  if (tables < 2 || selectorCount < 1) throw new Damaged()
  const selectors = selectorsOf(bits, tables, selectorCount)
  const decoders = Array.from({ length: tables }, () => decoderOf(bits, used.length + 2))
  const last = new Uint8Array(900_000), counts = new Uint32Array(256), end = used.length + 1
  let size = 0, run = 0, weight = 1, group = 0, inGroup = 0
  const front = [...used]
  const put = (byte: number, times: number): void => {
    if (size + times > last.length) throw new Damaged()
    last.fill(byte, size, size + times)
    size += times
    counts[byte] = (counts[byte] ?? 0) + times
  }
  for (;;) {
    if (inGroup === 0) inGroup = 50
    const decoder = decoders[selectors[group] ?? -1]
    if (!decoder) throw new Damaged()
    const symbol = decoder(bits)
    inGroup -= 1
    if (inGroup === 0) group += 1
    if (symbol <= 1) {
      run += weight << symbol
      weight <<= 1
      continue
    }
    if (run > 0) put(front[0] ?? 0, run)
    run = 0
    weight = 1
    if (symbol === end) return { last: last.subarray(0, size), counts }
    const [byte = 0] = front.splice(symbol - 1, 1)
    front.unshift(byte)
    put(byte, 1)
  }
}

function usedBytes(bits: Bits): number[] {
  const groups = bits.take(16)
  const used: number[] = []
  for (let group = 0; group < 16; group += 1) {
    if (!(groups & (0x8000 >> group))) continue
    const some = bits.take(16)
    for (let at = 0; at < 16; at += 1) if (some & (0x8000 >> at)) used.push(group * 16 + at)
  }
  return used
}

function selectorsOf(bits: Bits, tables: number, count: number): number[] {
  const front = Array.from({ length: tables }, (_, at) => at)
  return Array.from({ length: count }, () => {
    let at = 0
    while (bits.take(1) === 1) at += 1
    if (at >= tables) throw new Damaged()
    const [table = 0] = front.splice(at, 1)
    front.unshift(table)
    return table
  })
}

/** A canonical Huffman code, by lengths. */
function decoderOf(bits: Bits, symbolCount: number): (bits: Bits) => number {
  let length = bits.take(5)
  const lengths = Array.from({ length: symbolCount }, () => {
    while (bits.take(1) === 1) length += bits.take(1) === 0 ? 1 : -1
    if (length < 1 || length > 20) throw new Damaged()
    return length
  })
  const byLength = Array.from({ length: 21 }, (_, wanted) => lengths.flatMap((each, symbol) => each === wanted ? [symbol] : []))
  return (source) => {
    let code = 0, first = 0
    for (let size = 1; size <= 20; size += 1) {
      code = code * 2 + source.take(1)
      const some = byLength[size] ?? []
      const symbol = some[code - first]
      if (symbol !== undefined) return symbol
      first = (first + some.length) * 2
    }
    throw new Damaged()
  }
}

/** Undoes the Burrows-Wheeler transform. */
function unsort(last: Uint8Array, counts: Uint32Array, origin: number): Uint8Array {
  const starts = new Uint32Array(256)
  for (let byte = 1; byte < 256; byte += 1) starts[byte] = (starts[byte - 1] ?? 0) + (counts[byte - 1] ?? 0)
  const next = new Uint32Array(last.length), out = new Uint8Array(last.length)
  last.forEach((byte, at) => {
    next[starts[byte] ?? 0] = at
    starts[byte] = (starts[byte] ?? 0) + 1
  })
  if (last.length > 0 && origin >= last.length) throw new Damaged()
  for (let at = next[origin] ?? 0, to = 0; to < last.length; to += 1) {
    out[to] = last[at] ?? 0
    at = next[at] ?? 0
  }
  return out
}

/** Four equal bytes are followed by how many more there are. */
function unrun(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let from = 0, equal = 0
  for (let at = 0; at < bytes.length; at += 1) {
    equal = at > from && bytes[at] === bytes[at - 1] ? equal + 1 : 1
    if (equal < 4 || at + 1 >= bytes.length) continue
    parts.push(bytes.subarray(from, at + 1), new Uint8Array(bytes[at + 1] ?? 0).fill(bytes[at] ?? 0))
    from = at + 2
    at += 1
    equal = 0
  }
  parts.push(bytes.subarray(from))
  return Buffer.concat(parts)
}
