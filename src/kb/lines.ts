/**
 * The lines of a large file, packed or not, one after the other.
 * In: the path of a plain, .gz or .bz2 file. Out: its lines. A file that ends in the middle of its packing ends in a Problem that says so.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import { Problem } from '../problem.js'
import { unpackBzip2 } from './bzip2.js'

/** @throws Problem `input` when it is missing or cut off */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  let failure: unknown
  const fail = (error: unknown): void => { failure ??= error ?? undefined }
  const bytes = path.endsWith('.gz') ? pipeline(file, createGunzip({ chunkSize: 1 << 18 }), fail) : path.endsWith('.bz2') ? pipeline(file, unpackBzip2(), fail) : file.on('error', fail)
  bytes.setMaxListeners(0)
  try {
    for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) yield line
  } catch (cause) {
    fail(cause)
  } finally {
    file.destroy()
  }
  if (failure) throw unreadable(path, failure)
}

function unreadable(path: string, cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOENT') return new Problem('input', `There is no file ${path}`, 'Check the name.', { cause })
  if (code === 'Z_BUF_ERROR') return new Problem('input', `${path} ends in the middle: it was not fetched to its end`, 'Fetch it again.', { cause })
  return new Problem('input', `${path} cannot be read (${cause instanceof Error ? cause.message : String(cause)})`, 'Check the file; fetch it again if it came over the net.', { cause })
}
