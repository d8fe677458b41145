/**
 * What was done to a catalogue since its last snapshot, one line a step.
 * In: entries, plain JSON. Out: the same again in order. A line is the CRC of its JSON and the JSON: `8d3f01aa {"do":"add",…}`.
 * A line is there when its line feed is: what a killed writer left half-written is passed over, as nobody was told of it. A whole line
 * that does not fit its CRC is damage, and said.
 */
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { Problem } from '../problem.js'
import { writeAll } from '../store/bytes.js'
import { attempt, codeOf, syncFolder } from './durable.js'
import { dirname } from 'node:path'

export interface Journal {
  /** Returns when the disk has the entry. @throws Problem `output` */
  append(entry: unknown): void
  close(): void
}

/** @param length of its whole lines, as `replay` tells; what comes after it is cut off */
export function openJournal(path: string, length: number): Journal {
  return attempt(path, () => {
    const file = openSync(path, 'a', 0o644)
    if (fstatSync(file).size > length) ftruncateSync(file, length)
    syncFolder(dirname(path))
    return {
      append: (entry) => attempt(path, () => {
        writeAll(file, Buffer.from(lineOf(entry)))
        fsyncSync(file)
      }),
      close: () => closeSync(file),
    }
  })
}

export function lineOf(entry: unknown): string {
  const json = JSON.stringify(entry)
  return `${checksum(json)} ${json}\n`
}

function checksum(json: string | Uint8Array): string {
  return crc32(json).toString(16).padStart(8, '0')
}

/**
 * Hands over every entry in order.
 * @param lines after how many to stop; there must be so many
 * @returns the length of the whole lines in bytes; 0 when there is no such file @throws Problem `input`
 */
export function replay(path: string, take: (entry: unknown) => void, lines?: number): number {
  let number = 0
  let length = 0
  for (const line of linesOf(path)) {
    if (number === lines) return length
    number += 1
    length += line.length + 1
    take(entryOf(line, path, number))
  }
  if (lines !== undefined && number < lines) throw damaged(path, number + 1)
  return length
}

function entryOf(line: Buffer, path: string, number: number): unknown {
  const json = line.subarray(9)
  if (line[8] !== 0x20 || line.toString('latin1', 0, 8) !== checksum(json)) throw damaged(path, number)
  try {
    return JSON.parse(json.toString()) as unknown
  } catch {
    throw damaged(path, number)
  }
}

function damaged(path: string, number: number): Problem {
  return new Problem('input', `${path} is damaged in line ${number}`, 'Put back the file from a copy; nothing was changed.')
}

const CHUNK = 1 << 20

/** Lines that end in a line feed, without it. */
function* linesOf(path: string): Generator<Buffer> {
  const file = openIfThere(path)
  if (file === undefined) return
  try {
    let rest = Buffer.alloc(0)
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK)
      const got = attemptRead(path, () => readSync(file, chunk, 0, CHUNK, null))
      if (got === 0) return
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, got)]) : chunk.subarray(0, got)
      let start = 0
      for (let end = bytes.indexOf(10, rest.length); end >= 0; end = bytes.indexOf(10, start)) {
        yield bytes.subarray(start, end)
        start = end + 1
      }
      rest = bytes.subarray(start)
    }
  } finally {
    closeSync(file)
  }
}

function openIfThere(path: string): number | undefined {
  return attemptRead(path, () => {
    try {
      return openSync(path, 'r')
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return undefined
      throw cause
    }
  })
}

/** @throws Problem `input` when the disk gives nothing */
function attemptRead<Result>(path: string, act: () => Result): Result {
  try {
    return act()
  } catch (cause) {
    throw new Problem('input', `${path} cannot be read (${codeOf(cause) ?? String(cause)})`, 'Check its permissions and the disk.', { cause })
  }
}
