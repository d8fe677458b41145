/**
 * What is in a knowledge base, whether it is whole, and how two differ.
 * In: paths. Out: the head; or everything read once, block by block; or ids that are new, gone or told otherwise: "+ Q142 France".
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyOf, lineOf } from '../link/entry.js'
import { openBaseAt } from '../link/kb-disk.js'
import type { Head } from '../link/kb-format.js'
import { Sorter } from './sort.js'

export interface BaseInfo extends Head { readonly path: string }

/** @throws Problem `input` */
export async function infoOf(path: string): Promise<BaseInfo> {
  return { path, ...(await openBaseAt(path)).head }
}

/** Reads every block. @returns how many entries and names there are @throws Problem `input` at the first that is damaged */
export async function checkBase(path: string): Promise<{ readonly entries: number; readonly names: number }> {
  const base = await openBaseAt(path)
  let entries = 0, names = 0
  for await (const _ of base.all()) entries += 1
  for await (const _ of base.names()) names += 1
  return { entries, names }
}

export interface Difference { readonly kind: 'new' | 'gone' | 'changed'; readonly key: string; readonly label: string }

/** In the order of the ids. @throws Problem `input` */
export async function* differences(before: string, after: string): AsyncGenerator<Difference> {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-diff-'))
  const sorted = new Sorter({ folder, name: 'entries' })
  try {
    for (const [at, path] of [before, after].entries()) {
      for await (const entry of (await openBaseAt(path)).all()) sorted.put(`${keyOf(entry)}\t${at}\t${entry.label}\t${lineOf(entry)}`)
    }
    let last: readonly string[] | undefined
    for (const line of sorted) {
      const [key = '', at = '', label = ''] = line.split('\t', 3), told = line.slice(key.length + at.length + 2)
      if (last && last[0] === key && at === '1') {
        if (last[2] !== told) yield { kind: 'changed', key, label }
        last = undefined
        continue
      }
      if (last) yield { kind: 'gone', key: last[0] ?? '', label: last[1] ?? '' }
      last = at === '0' ? [key, label, told] : undefined
      if (at === '1') yield { kind: 'new', key, label }
    }
    if (last) yield { kind: 'gone', key: last[0] ?? '', label: last[1] ?? '' }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
