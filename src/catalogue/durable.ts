/**
 * Bytes that are still there after the power went.
 * In: a path or an open file, and what to write. Out: nothing until the disk has it; `catalogue.json` is replaced whole or not at all.
 * Why a write failed is said in one line, with the folder: "The disk of news/ is full".
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../problem.js'
import { writeAll } from '../store/bytes.js'

/** Writes a whole file under another name and renames it into its place. @throws Problem `output` */
export function writeDurably(path: string, pieces: Iterable<string>): void {
  const draft = `${path}.part`
  attempt(path, () => {
    const file = openSync(draft, 'w', 0o644)
    try {
      for (const piece of pieces) writeAll(file, Buffer.from(piece))
      fsyncSync(file)
    } catch (cause) {
      rmSync(draft, { force: true })
      throw cause
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
    syncFolder(dirname(path))
  })
}

/** A new or renamed name is safe when its folder is. Some systems cannot open folders; theirs are safe without. */
export function syncFolder(folder: string): void {
  let file: number
  try {
    file = openSync(folder, 'r')
  } catch {
    return
  }
  try {
    fsyncSync(file)
  } catch (cause) {
    if (codeOf(cause) !== 'EINVAL' && codeOf(cause) !== 'EPERM') throw cause
  } finally {
    closeSync(file)
  }
}

/** @throws Problem `output` with the reason why the disk refused */
export function attempt<Result>(path: string, act: () => Result): Result {
  try {
    return act()
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw refused(path, cause)
  }
}

function refused(path: string, cause: unknown): Problem {
  const kept = 'What was reported as added is safe'
  switch (codeOf(cause)) {
    case 'ENOSPC': case 'EDQUOT': case 'EFBIG':
      return new Problem('output', `The disk of ${dirname(path)} is full`, `${kept}; free some space and run the command again.`, { cause })
    case 'EACCES': case 'EPERM': case 'EROFS':
      return new Problem('output', `${path} may not be written`, `${kept}; check its permissions.`, { cause })
    default:
      return new Problem('output', `${path} cannot be written (${codeOf(cause) ?? String(cause)})`, `${kept}; check the disk.`, { cause })
  }
}

export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}
