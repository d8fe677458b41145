/**
 * Text to disk, whole or not at all.
 * In: a path and text in pieces. Out: the file, renamed into its place when the disk has the last piece; a reader never sees half of it.
 * A link stays a link: what it leads to is written. Who may read a file that is replaced may read the new one.
 */
import { rmSync, type Stats } from 'node:fs'
import { access, constants, lstat, mkdir, open, readlink, rename, stat, type FileHandle } from 'node:fs/promises'
import { dirname, basename, resolve } from 'node:path'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { draftOf, removeStale } from './drafts.js'

type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** @throws Problem 'output' when the file cannot be written; what stood there before is untouched */
export async function writeChunks(path: string, chunks: Chunks): Promise<void> {
  const target = await attempt(path, () => targetOf(path))
  const there = await stat(target).catch(() => undefined)
  // A pipe or a device such as /dev/stdout must not be replaced by a file, nor what the shell has opened for it.
  if (/^\/(?:dev|proc)\//.test(path) || (there && !there.isFile() && !there.isDirectory())) return writeThrough(path, chunks)
  removeStale(dirname(target), basename(target))
  const draft = draftOf(target)
  const discard = (): void => rmSync(draft, { force: true })
  const forget = onLeaving(discard)
  try {
    await writeDraft(path, draft, chunks, there)
    await attempt(path, () => rename(draft, target))
    await attempt(path, () => syncFolder(dirname(target)))
  } catch (error) {
    discard()
    throw error
  } finally {
    forget()
  }
}

async function writeDraft(path: string, draft: string, chunks: Chunks, there: Stats | undefined): Promise<void> {
  const file = await attempt(path, () => open(draft, 'wx'))
  try {
    if (there?.isFile()) await attempt(path, () => inherit(file, there))
    for await (const chunk of chunks) await attempt(path, () => file.appendFile(chunk))
    await attempt(path, () => file.sync())
    await attempt(path, () => file.close())
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
}

/** The new file is as readable as the old one, and its owner's where that is allowed. */
async function inherit(file: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  await file.chown(uid, gid).catch(() => undefined)
  await file.chmod(mode & 0o7777)
}

/** Where links lead, also to what is not there yet. */
async function targetOf(path: string): Promise<string> {
  let target = path
  for (let steps = 0; steps < 40; steps += 1) {
    const found = await lstat(target).catch(() => undefined)
    if (!found?.isSymbolicLink()) return target
    target = resolve(dirname(target), await readlink(target))
  }
  throw Object.assign(new Error('its links lead in a circle'), { code: 'ELOOP' })
}

/** A new name is safe when its folder is. Some systems cannot do that to folders. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  if (!folder) return
  try {
    await folder.sync()
  } catch (cause) {
    if (codeOf(cause) !== 'EINVAL' && codeOf(cause) !== 'EPERM') throw cause
  } finally {
    await folder.close()
  }
}

async function writeThrough(path: string, chunks: Chunks): Promise<void> {
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
    const target = await targetOf(path)
    await access(dirname(target), constants.W_OK)
    const there = await stat(target).catch(() => undefined)
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

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined
}

function reasonOf(cause: unknown): string {
  switch (codeOf(cause)) {
    case 'ENOENT': return 'the folder does not exist'
    case 'EACCES': case 'EPERM': case 'EROFS': return 'permission denied'
    case 'EISDIR': return 'it is a folder'
    case 'EEXIST': return 'a file of that name is in the way'
    case 'ENOTDIR': return 'part of the path is a file, not a folder'
    case 'ENOSPC': case 'EDQUOT': return 'the disk is full'
    default: return cause instanceof Error ? cause.message : String(cause)
  }
}
