/**
 * The articles themselves, compressed, one record an article, in files that only grow.
 * In: an article as it was extracted. Out: the same again by its place. Every record is a gzip member of one line of JSON, so that
 * `zcat articles-0001.jsonl.gz` shows them all; a member carries its own CRC, so that damage shows.
 */
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Problem } from '../problem.js'
import { readAll, writeAll } from '../store/bytes.js'
import { attempt, syncFolder } from './durable.js'

/** Where a record lies: number of the file, first byte, length. */
export type Place = readonly [file: number, start: number, length: number]

/** Where the next record goes. */
export interface End { readonly file: number; readonly at: number }

export interface Records {
  /** The record at a place, as it was put. @throws Problem `input` when it is damaged */
  get(place: Place): unknown
  close(): void
}

export interface GrowingRecords extends Records {
  /** The record is safe after `sync`. */
  put(record: unknown): Place
  sync(): void
  end(): End
  /** Later records go to a file of their own. */
  startFile(): void
}

/** Bytes after which a new file is begun: of a size that is easily copied. */
const LARGEST = 256 * 1024 * 1024

export function fileOf(folder: string, number: number): string {
  return join(folder, `articles-${String(number).padStart(4, '0')}.jsonl.gz`)
}

export function openRecords(folder: string): Records {
  const files = new Map<number, number>()
  const fileAt = (number: number): number => {
    const found = files.get(number) ?? openSync(fileOf(folder, number), 'r')
    files.set(number, found)
    return found
  }
  return {
    get([number, start, length]) {
      try {
        const bytes = Buffer.allocUnsafe(length)
        readAll(fileAt(number), bytes, start)
        return JSON.parse(gunzipSync(bytes).toString()) as unknown
      } catch (cause) {
        throw new Problem('input', `The record at byte ${start} of ${fileOf(folder, number)} is damaged`,
          'Add its article again, or put back the file from a copy.', { cause })
      }
    },
    close: () => {
      for (const file of files.values()) closeSync(file)
      files.clear()
    },
  }
}

/** @param end as the journal tells; what a killed writer left after it is cut off */
export function growRecords(folder: string, end: End): GrowingRecords {
  const reading = openRecords(folder)
  let { file: number, at } = end
  let file = begin(folder, number, at)
  const startFile = (): void => {
    attempt(fileOf(folder, number), () => {
      fsyncSync(file)
      closeSync(file)
    })
    number += 1
    at = 0
    file = begin(folder, number, at)
  }
  return {
    ...reading,
    put(record) {
      const bytes = gzipSync(`${JSON.stringify(record)}\n`)
      if (at > 0 && at + bytes.length > LARGEST) startFile()
      attempt(fileOf(folder, number), () => writeAll(file, bytes, at))
      const place: Place = [number, at, bytes.length]
      at += bytes.length
      return place
    },
    sync: () => attempt(fileOf(folder, number), () => fsyncSync(file)),
    end: () => ({ file: number, at }),
    startFile: () => { if (at > 0) startFile() },
    close: () => {
      reading.close()
      closeSync(file)
    },
  }
}

function begin(folder: string, number: number, at: number): number {
  const path = fileOf(folder, number)
  return attempt(path, () => {
    const file = openSync(path, at > 0 ? 'r+' : 'w', 0o644)
    if (fstatSync(file).size > at) ftruncateSync(file, at)
    syncFolder(dirname(path))
    return file
  })
}
