/**
 * Graphs that were read once, kept for the next question.
 * In: graph files. Out: the name of a file in the user's cache folder that fits them as they are now: another size or time of a
 * file gives another name. The newest few are kept.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { onLeaving } from '../leaving.js'
import { draftOf, removeStale } from './drafts.js'
import type { GraphFile } from './load.js'

const MOST = 4
const ENDING = '.graph'

/** `NEWSGRAPH_CACHE`, or the folder for such things. */
export function cacheFolder(): string {
  return process.env.NEWSGRAPH_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'newsgraph')
}

/** @param kind what was made of the files, beside what is in them */
export function keptPath(files: readonly GraphFile[], kind: string): string {
  const stamp = files.map(({ path, format }) => {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
    return `${resolve(path)} ${format} ${size} ${mtimeNs} ${ctimeNs} ${ino}`
  })
  return join(cacheFolder(), createHash('sha256').update([kind, ...stamp].join('\n')).digest('hex').slice(0, 32) + ENDING)
}

/** A kept file that was used is the last to go. */
export function touch(path: string): void {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch { /* It is another's; then it is no younger. */ }
}

/** Has a file written, whole or not at all, and takes the oldest away. A full disk or a folder that is not ours is no reason to fail. */
export function keep(path: string, write: (draft: string) => void): void {
  const draft = draftOf(path)
  const discard = (): void => rmSync(draft, { force: true })
  const forget = onLeaving(discard)
  try {
    mkdirSync(cacheFolder(), { recursive: true, mode: 0o700 })
    removeStale(cacheFolder())
    write(draft)
    renameSync(draft, path)
    for (const old of kept().slice(MOST)) rmSync(old, { force: true })
  } catch {
    discard()
  } finally {
    forget()
  }
}

/** The youngest first. */
function kept(): string[] {
  const paths = readdirSync(cacheFolder()).filter((name) => name.endsWith(ENDING)).map((name) => join(cacheFolder(), name))
  return paths.map((path) => ({ path, time: statSync(path).mtimeMs })).toSorted((a, b) => b.time - a.time).map(({ path }) => path)
}
