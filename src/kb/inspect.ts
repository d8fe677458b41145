/**
 * What is in a knowledge base, whether it is whole, and how two differ.
 * In: paths. Out: the head; or everything read once, block by block; or ids that are new, gone or told otherwise: "+ Q142 France".
 */
import { keyOf, lineOf, type Entry } from '../link/entry.js'
import { openBaseAt } from '../link/kb-disk.js'
import type { Head } from '../link/kb-format.js'

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

/** In the order of the ids. */
export async function differences(before: string, after: string): Promise<Difference[]> {
  const old = await linesIn(before), now = await linesIn(after)
  const found: Difference[] = []
  for (const [key, { label, line }] of now) {
    const was = old.get(key)
    if (was?.line !== line) found.push({ kind: was ? 'changed' : 'new', key, label })
  }
  for (const [key, { label }] of old) if (!now.has(key)) found.push({ kind: 'gone', key, label })
  return found.toSorted((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

async function linesIn(path: string): Promise<Map<string, { readonly label: string; readonly line: string }>> {
  const lines = new Map<string, { label: string; line: string }>()
  for await (const entry of (await openBaseAt(path)).all()) lines.set(keyOf(entry), { label: entry.label, line: lineOf(entry as Entry) })
  return lines
}
