/**
 * The lines of a large file, packed or not, one after the other, as bytes.
 * In: the path of a plain, .gz or .bz2 file. Out: its lines, as many at a time as came together: most of a dump is passed over after a look at the bytes.
 * A file that ends in the middle of its packing ends in a Problem that says so.
 */
import { createReadStream } from 'node:fs'
import { PassThrough, pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import unbzip2 from 'unbzip2-stream'
import { Problem } from '../problem.js'

const LINE_FEED = 10
/** No line of any dump is as long; what is, is none. */
const LONGEST = 256 * 1024 * 1024

/** @throws Problem `input` when it is missing, damaged or cut off */
export async function* byteLines(path: string): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer[] = [], size = 0
  for await (const chunk of bytesOf(path)) {
    const lines: Buffer[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      const line = chunk.subarray(start, end)
      lines.push(rest.length === 0 ? line : Buffer.concat([...rest, line]))
      rest = []
      size = 0
      start = end + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
    size += chunk.length - start
    if (size > LONGEST) throw new Problem('input', `${path} has a line of more than ${LONGEST >> 20} MB`, 'Give a dump or table that has a thing a line.')
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) yield [Buffer.concat(rest)]
}

/** Ends in a Problem where the file cannot be read to its end. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 })
  let failure: unknown
  const fail = (error: unknown): void => { failure ??= error ?? undefined }
  const bytes: Readable = /\.gz$/iu.test(path) ? pipeline(file, createGunzip({ chunkSize: 1 << 20 }), fail) : /\.bz2$/iu.test(path) ? unpacked(file) : file
  try {
    for await (const chunk of bytes) yield chunk as Buffer
  } catch (cause) {
    fail(cause)
  } finally {
    file.destroy()
  }
  if (failure) throw unreadable(path, failure)
}

/** Streams of bzip2, also several one behind the other, as parallel packers write them; the sums of blocks are checked. */
function unpacked(file: Readable): Readable {
  let isRead = false
  const unpacking = file.on('end', () => { isRead = true }).pipe(unbzip2())
  const bytes = new PassThrough()
  unpacking.on('data', (chunk: Buffer) => {
    if (bytes.write(chunk)) return
    unpacking.pause()
    bytes.once('drain', () => unpacking.resume())
  })
  unpacking.on('end', () => bytes.end())
  // Where bytes are missing at the end, it stumbles over them.
  unpacking.on('error', (error: Error) => bytes.destroy(isRead && /undefined|ended/u.test(error.message) ? Object.assign(error, { code: 'Z_BUF_ERROR' }) : error))
  file.on('error', (error) => bytes.destroy(error))
  return bytes
}

function unreadable(path: string, cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOENT') return new Problem('input', `There is no file ${path}`, 'Check the name.', { cause })
  if (code === 'EISDIR') return new Problem('input', `${path} is a folder`, 'Name the files in it.', { cause })
  if (code === 'Z_BUF_ERROR') return new Problem('input', `${path} ends in the middle: it was not fetched to its end`, 'Fetch it again.', { cause })
  return new Problem('input', `${path} is damaged or not packed as its name says (${cause instanceof Error ? cause.message : String(cause)})`, 'Fetch it again.', { cause })
}
