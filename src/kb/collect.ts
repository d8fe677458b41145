/**
 * All that the sources say, sorted, in a folder beside the output: what was read when the work was stopped need not be read again.
 *
 *   in:  sources
 *   out: statements in order, whatever the order of the sources and of what is in them
 *
 * Each time that memory is full, what it holds goes to the disk as a sorted run, and a note that says up to which line. Notes of sources that have
 * changed since, or are read otherwise, are not looked at.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Kinds } from './join.js'
import { Sorter } from './sort.js'
import type { Source } from './sources.js'
import { lineFor, type Statement, type Statements } from './statements.js'

interface Note { lines: number; runs: string[]; isWhole: boolean; broken: number; kinds: Kinds }

export interface Collected { readonly statements: Statements; readonly kinds: Kinds; readonly broken: number; readonly lines: number }

export interface Collecting {
  readonly folder: string
  /** Characters that are sorted in memory; for tests. */
  readonly most?: number
  readonly onLines?: (path: string, lines: number) => void
}

/** @throws Problem `input`, `output`, `store` */
export async function collect(sources: readonly Source[], options: Collecting): Promise<Collected> {
  const notes: Note[] = []
  for (const source of sources) notes.push(await readSource(source, options))
  const runs = notes.flatMap(({ runs: own }) => own).map((name) => join(options.folder, name))
  const merged = new Sorter({ folder: options.folder, name: 'all', runs })
  const any = (of: keyof Kinds): boolean => notes.some(({ kinds }) => kinds[of])
  return {
    statements: { *[Symbol.iterator]() { yield* merged }, drop: () => undefined },
    kinds: { pages: any('pages'), titles: any('titles'), wanted: any('wanted'), situations: any('situations') },
    broken: notes.reduce((sum, note) => sum + note.broken, 0), lines: notes.reduce((sum, note) => sum + note.lines, 0),
  }
}

async function readSource(source: Source, { folder, most, onLines }: Collecting): Promise<Note> {
  const path = join(folder, `${source.mark}.json`), note = noteAt(path, folder)
  if (note.isWhole) return note
  const sorter = new Sorter({ folder, name: source.mark, runs: note.runs.map((name) => join(folder, name)), ...(most !== undefined && { most }) })
  const reader = source.reader(), known = note.lines, kinds: { -readonly [Kind in keyof Kinds]: boolean } = { ...note.kinds }
  const save = (lines: number, isWhole: boolean): void => {
    sorter.spill()
    Object.assign(note, { lines, isWhole, runs: sorter.runs.map((run) => basename(run)), broken: reader.broken?.() ?? 0, kinds })
    writeNote(path, note)
  }
  const add = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      see(kinds, statement)
      sorter.add(lineFor(statement))
    }
  }
  let number = 0
  for await (const { from, lines } of source.lines(known)) {
    number = from - 1
    for (const line of lines) {
      number += 1
      if (number <= known && !(reader.isHead?.(line) ?? false)) continue
      const statements = reader.read(line)
      if (number <= known) continue
      add(statements)
      if (sorter.isFull && (reader.isBetween?.() ?? true)) save(number, false)
    }
    onLines?.(source.path, number)
    await setImmediate()
  }
  add(reader.end?.() ?? [])
  save(number, true)
  return note
}

/** What is among the statements, as far as it matters. */
function see(kinds: { -readonly [Kind in keyof Kinds]: boolean }, { key, sort, text }: Statement): void {
  if (key.startsWith('page/')) kinds.pages = true
  if (key.startsWith('title/')) kinds.titles = true
  if (sort === 'wanted') kinds.wanted = true
  if (!kinds.situations && (key.startsWith('geonames/') || sort === 'row' && text.includes('"situation":'))) kinds.situations = true
}

const nothing = (): Note => ({ lines: 0, runs: [], isWhole: false, broken: 0, kinds: { pages: false, titles: false, wanted: false, situations: false } })

/** What is not whole on the disk was not read. */
function noteAt(path: string, folder: string): Note {
  try {
    const note = JSON.parse(readFileSync(path, 'utf8')) as Note
    return note.runs.every((run) => existsSync(join(folder, run))) ? note : nothing()
  } catch {
    return nothing()
  }
}

function writeNote(path: string, note: Note): void {
  writeFileSync(`${path}.part`, JSON.stringify(note))
  renameSync(`${path}.part`, path)
}
