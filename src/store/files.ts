/**
 * Text to disk, whole or not at all.
 * In: a path and text in pieces. Out: the file, renamed into its place when the last piece is written; a reader never sees half of it.
 */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { access, constants, mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, basename, join } from 'node:path'
import { Problem } from '../problem.js'

/** @throws Problem 'output' when the file cannot be written; what stood there before is untouched */
export async function writeChunks(path: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  // A pipe or a device such as /dev/stdout must not be replaced by a file.
  if (there && !there.isFile() && !there.isDirectory()) return writeThrough(path, chunks)
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`)
  const file = await attempt(path, () => open(draft, 'wx'))
  const discard = (): void => rmSync(draft, { force: true })
  process.once('exit', discard)
  try {
    for await (const chunk of chunks) await attempt(path, () => file.appendFile(chunk))
    await attempt(path, () => file.close())
    await attempt(path, () => rename(draft, path))
  } catch (error) {
    await file.close().catch(() => undefined)
    discard()
    throw error
  } finally {
    process.off('exit', discard)
  }
}

async function writeThrough(path: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const file = await attempt(path, () => open(path, 'w'))
  try {
    for await (const chunk of chunks) await attempt(path, () => file.appendFile(chunk))
  } finally {
    await file.close()
  }
}

/** @throws Problem 'output' when there cannot be such a folder */
export async function makeFolder(path: string): Promise<void> {
  await attempt(path, () => mkdir(path, { recursive: true }))
}

/** Fails at once where a long build would fail at its end. @throws Problem 'output' */
export async function checkWritable(path: string): Promise<void> {
  await attempt(path, async () => {
    await access(dirname(path), constants.W_OK)
    const there = await stat(path).catch(() => undefined)
    if (there?.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
  })
}

async function attempt<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (cause) {
    throw new Problem('output', `Cannot write ${path}: ${reasonOf(cause)}.`, 'Check that the folder exists and that you may write there, or choose another place with -o.', { cause })
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  switch (code) {
    case 'ENOENT': return 'the folder does not exist'
    case 'EACCES': case 'EPERM': case 'EROFS': return 'permission denied'
    case 'EISDIR': return 'it is a folder'
    case 'EEXIST': return 'a file of that name is in the way'
    case 'ENOTDIR': return 'part of the path is a file, not a folder'
    case 'ENOSPC': return 'the disk is full'
    default: return cause instanceof Error ? cause.message : String(cause)
  }
}
