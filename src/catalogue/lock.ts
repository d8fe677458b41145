/**
 * One writer at a time.
 * In: a catalogue's folder. Out: a lock, a file with the writer's process; the second writer gets one line. The lock of a writer
 * that is no more ("killed while adding") is taken over. A writer on another machine cannot be asked: its lock holds.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { attempt, codeOf } from './durable.js'

/** Which process writes. `started` tells it from a later one of the same number. */
interface Holder { readonly pid: number; readonly host: string; readonly started: string }

/**
 * @param name what is written, for problems
 * @param isTidy whether it goes when a signal ends the process, which then hears signals between its steps only; otherwise the next writer takes it over
 * @returns what gives the lock back @throws Problem `output` when another writer is at work
 */
export function lock(folder: string, name = `the catalogue ${folder}`, isTidy = true): () => void {
  const path = join(folder, 'lock')
  const own = JSON.stringify({ pid: process.pid, host: hostname(), started: startOf(process.pid) } satisfies Holder)
  for (let tries = 0; tries < 5; tries += 1) {
    if (attempt(path, () => take(path, own))) return holding(path, own, isTidy)
    const found = read(path)
    if (found === undefined) continue
    if (isAtWork(found)) throw busy(name, path, found)
    breakLock(path, found)
  }
  throw busy(name, path, undefined)
}

function holding(path: string, own: string, isTidy: boolean): () => void {
  // A disk that does not answer once is asked again: what is left here stands in the way of this process, too.
  const remove = (): void => { if ((read(path) ?? read(path)) === own) rmSync(path, { force: true }) }
  const forget = isTidy ? onLeaving(remove) : () => undefined
  return () => {
    forget()
    remove()
  }
}

/** A link either makes the name or fails because it is there: two writers cannot both succeed. */
function take(path: string, own: string): boolean {
  const draft = `${path}.${process.pid}.part`
  writeFileSync(draft, own)
  try {
    linkSync(draft, path)
    return true
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw cause
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Takes away the lock that was found, and no newer one that came into its place meanwhile. */
function breakLock(path: string, found: string): void {
  const aside = `${path}.${process.pid}.stale.part`
  try {
    renameSync(path, aside)
    if (readFileSync(aside, 'utf8') !== found) linkSync(aside, path)
  } catch {
    // Another writer was faster; who it is shows at the next try.
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function holderOf(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text) as Partial<Holder>
    return typeof pid === 'number' && typeof host === 'string' && typeof started === 'string' ? { pid, host, started } : undefined
  } catch {
    return undefined
  }
}

function isAtWork(text: string): boolean {
  const holder = holderOf(text)
  if (!holder) return false
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (cause) {
    // EPERM: it lives, and belongs to somebody else.
    if (codeOf(cause) === 'ESRCH') return false
  }
  return startOf(holder.pid) === holder.started
}

/** When a process started, in ticks since the machine did; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function busy(name: string, path: string, found: string | undefined): Problem {
  const holder = found === undefined ? undefined : holderOf(found)
  const who = holder ? ` (process ${holder.pid} on ${holder.host})` : ''
  return new Problem('output', `Somebody else is writing to ${name}${who}`,
    `Wait until that is done; if it has ended, remove ${path}.`)
}
