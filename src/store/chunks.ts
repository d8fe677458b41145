/**
 * A file in pieces, so that none has to fit into memory.
 * In: a path. Out: its text, a few hundred kilobytes at a time, a character never cut in two; for `-`, standard input, a
 * temporary copy, as some commands look twice.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { writeChunks } from './files.js'

const PIECE = 256 * 1024

/** @throws Problem 'input' when there is no such file, or it cannot be read to its end */
export async function* chunksOf(path: string): AsyncGenerator<string> {
  let isStart = true
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE, encoding: 'utf8' }) as AsyncIterable<string>) {
      yield isStart && piece.startsWith('\ufeff') ? piece.slice(1) : piece
      isStart = false
    }
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

export function unreadable(path: string, cause: unknown): Problem {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  return new Problem('input', isMissing ? `There is no file ${path}.` : `Cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    'Check the path; `newsgraph build` makes graphs from articles.', { cause })
}

/** Standard input as a file that is gone when the process ends. */
export async function spool(input: AsyncIterable<Buffer | string> = process.stdin): Promise<string> {
  const path = join(tmpdir(), `newsgraph-input-${process.pid}-${randomUUID().slice(0, 8)}`)
  await writeChunks(path, text(input))
  const remove = (): void => rmSync(path, { force: true })
  // On Linux an open file needs no name, and so is gone however the process ends.
  if (process.platform !== 'linux') onLeaving(remove)
  else {
    const file = openSync(path, 'r')
    remove()
    return `/proc/self/fd/${file}`
  }
  return path
}

async function* text(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const piece of input) yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
}
