/**
 * A folder of files to disk, whole or not at all.
 * In: a path and pieces of files: `{ file: "People/Liis Kaarep.md", chunk: "# Liis Kaarep" }`. Out: the folder, put in its place when the
 * disk has the last
 * piece. A folder that is there is replaced only if newsgraph wrote it: a list in it names its files and their sums. What people put
 * beside
 * them – settings of Obsidian, notes of their own – stays; a file of ours that they changed stops the export, as their work would be lost.
 */
import { createHash } from 'node:crypto'
import { constants, existsSync, realpathSync, rmSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, rename, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { draftOf, removeStale } from './drafts.js'

/** The list of what was written. */
const LIST = '.newsgraph-export.json'

interface FilePiece {
  readonly file: string
  readonly chunk: string | Uint8Array
}

/** @throws Problem 'output' when the folder is somebody else's, or cannot be written; what stood there is untouched then */
export async function writeFolder(path: string, pieces: AsyncIterable<FilePiece>): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = existsSync(path) ? realpathSync(path) : resolve(path)
  const theirs = await othersIn(target, path)
  removeStale(dirname(target), basename(target))
  const draft = draftOf(target)
  const discard = (): void => rmSync(draft, { recursive: true, force: true })
  const forget = onLeaving(discard)
  try {
    await attempt(path, () => mkdir(draft))
    const sums = await attempt(path, () => writePieces(draft, pieces))
    await attempt(path, async () => {
      await writeList(draft, sums)
      for (const file of theirs) await copyInto(draft, target, file)
      await exchange(draft, target)
    })
  } finally {
    discard()
    forget()
  }
}

async function writePieces(draft: string, pieces: AsyncIterable<FilePiece>): Promise<ReadonlyMap<string, string>> {
  const open = openFiles(draft)
  try {
    for await (const { file, chunk } of pieces) await open.append(file, chunk)
  } catch (error) {
    await open.close()
    throw error
  }
  return open.close()
}

/** Files that are written in turns: the last few stay open, as a vault may have more of them than a process may open. */
function openFiles(draft: string) {
  const files = new Map<string, FileHandle>(),
    hashes = new Map<string, ReturnType<typeof createHash>>()
  return {
    async append(name: string, chunk: string | Uint8Array): Promise<void> {
      let file = files.get(name)
      if (!file) {
        if (files.size >= MOST_OPEN) await closeFirst()
        if (!hashes.has(name)) await mkdir(dirname(join(draft, name)), { recursive: true })
        files.set(name, (file = await open(join(draft, name), 'a')))
      }
      await file.appendFile(chunk)
      const hash = hashes.get(name) ?? createHash('sha256')
      hashes.set(name, hash.update(chunk))
    },
    async close(): Promise<ReadonlyMap<string, string>> {
      while (files.size > 0) await closeFirst()
      return new Map([...hashes].map(([name, hash]) => [name, hash.digest('hex')]))
    },
  }

  async function closeFirst(): Promise<void> {
    for (const [name, file] of files) {
      files.delete(name)
      await file.sync()
      return file.close()
    }
  }
}

const MOST_OPEN = 64

async function writeList(draft: string, sums: ReadonlyMap<string, string>): Promise<void> {
  const list = await open(join(draft, LIST), 'wx')
  const files = Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  await list.writeFile(`${JSON.stringify({ writtenBy: 'newsgraph export', files }, null, 1)}\n`)
  await list.sync()
  await list.close()
}

/** What is in the folder that newsgraph did not put there. @throws Problem 'output' when the folder is not ours to replace */
async function othersIn(target: string, path: string): Promise<string[]> {
  if (!existsSync(target)) return []
  const names = await attempt(path, () => readdir(target, { recursive: true, withFileTypes: true }))
  const files = names
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(target.length + 1)
        .replaceAll('\\', '/'),
    )
  if (files.length === 0) return []
  const list = await readFile(join(target, LIST), 'utf8').then(
    (text) => (JSON.parse(text) as { files: Record<string, string> }).files,
    () => undefined,
  )
  if (!list)
    throw new Problem(
      'output',
      `The folder ${path} holds files that newsgraph did not write`,
      'Choose a folder that is empty or not there yet with -o.',
    )
  for (const [file, sum] of Object.entries(list)) {
    const bytes = await readFile(join(target, file)).catch(() => undefined)
    if (bytes && createHash('sha256').update(bytes).digest('hex') !== sum) {
      throw new Problem(
        'output',
        `Somebody changed ${join(path, file)} since newsgraph wrote it`,
        'Put it under another name, which stays, or choose another folder with -o.',
      )
    }
  }
  return files.filter((file) => file !== LIST && !Object.hasOwn(list, file))
}

async function copyInto(draft: string, target: string, file: string): Promise<void> {
  await mkdir(dirname(join(draft, file)), { recursive: true })
  await copyFile(join(target, file), join(draft, file), constants.COPYFILE_EXCL)
}

/** The new folder takes the place of the old one, which goes last. */
async function exchange(draft: string, target: string): Promise<void> {
  if (!existsSync(target)) return rename(draft, target)
  const old = draftOf(target)
  await rename(target, old)
  try {
    await rename(draft, target)
  } catch (error) {
    await rename(old, target)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

async function attempt<Result>(path: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem(
      'output',
      `Cannot write the folder ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Check that the folder it is to be in exists and that you may write there.',
      { cause },
    )
  }
}
