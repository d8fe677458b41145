/**
 * Names of files that are not whole yet.
 * In: the path of a file to be. Out: a name beside it, `.graph.ttl.3f2a-4711-1c0f6a2e.part`, that says who writes it: a process of this
 * machine. What processes that are no more left behind – the power went, or somebody killed them – goes when the file is written again.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 4)

export function draftOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${machine}-${process.pid}-${randomUUID().slice(0, 8)}.part`)
}

/** Takes away drafts of a file, or of all files of a folder, whose writers of this machine are no more. A folder that cannot be read has none. */
export function removeStale(folder: string, name?: string): void {
  let found: string[]
  try {
    found = readdirSync(folder)
  } catch {
    return
  }
  for (const draft of found) {
    const [, of, where, pid] = /^\.(.+)\.([0-9a-f]{4})-(\d+)-[0-9a-f]{8}\.part$/u.exec(draft) ?? []
    if (where === machine && (name === undefined || of === name) && !isAlive(Number(pid))) rmSync(join(folder, draft), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    // EPERM: it lives, and belongs to somebody else.
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')
  }
}
