/** A knowledge base on disk, in Node: by default the one that the package ships. In: a path. Out: the base, open as long as the process lives. */
import { createHash } from 'node:crypto'
import { openSync, readFileSync, readSync, fstatSync, closeSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, inflateRawSync } from 'node:zlib'
import { Problem } from '../problem.js'
import { type BaseFile, type KnowledgeBase, openBase } from './kb-read.js'
import { readTitles, type Titles } from './titles.js'

/** The base within the package: countries, regions, towns, and who and what is best known. */
export const SHIPPED = fileURLToPath(new URL('../../kb/newsgraph.kb', import.meta.url))

/** Bytes of an index or block, unpacked: a base that somebody made up may hold more than memory. */
const LARGEST = 512 * 1024 * 1024

/** Size and time of change, by which a file is known to be the one that was opened; empty where there is none. */
export function stateOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? '' : `${stat.size} ${stat.mtimeMs}`
}

/** @throws Problem `input` when it is missing, no base, of another version or damaged */
export async function openBaseAt(path: string = SHIPPED): Promise<KnowledgeBase> {
  const { file, close } = fileAt(path)
  try {
    return await openBase(file)
  } catch (error) {
    close()
    throw error
  }
}

/** @throws Problem `input` when it is missing, no list of titles, of another version or damaged */
export function readTitlesAt(path: string): Titles {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new Problem('input', `The list of titles ${path} cannot be read`, 'Install it again.', { cause })
  }
  return readTitles(bytes, path, crc32)
}

function fileAt(path: string): { readonly file: BaseFile; readonly close: () => void } {
  try {
    const file = openSync(path, 'r')
    const read = (from: number, to: number): Uint8Array => {
      const bytes = Buffer.allocUnsafe(to - from)
      const got = readSync(file, bytes, 0, bytes.length, from)
      return got === bytes.length ? bytes : bytes.subarray(0, got)
    }
    const stat = fstatSync(file)
    if (stat.isDirectory()) throw new Error('it is a folder')
    return { file: { place: path, size: stat.size, read, inflate: (bytes) => inflateRawSync(bytes, { maxOutputLength: LARGEST }), sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'), crc32 }, close: () => closeSync(file) }
  } catch (cause) {
    throw new Problem('input', `The knowledge base ${path} cannot be read (${cause instanceof Error ? cause.message.replace(/, \w+ '.*$/u, '') : String(cause)})`,
      'Check the name, or leave --kb out for the one that comes with newsgraph.', { cause })
  }
}
