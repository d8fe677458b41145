/**
 * What sources say, a line of text each, so that it can be sorted: the key of a thing, what sort of statement it is, and what it says.
 *
 *   Q58217            row     {"id":"Q58217","label":"Sergey Lavrov"}   what is known of it
 *   page/10           is      title/Sergey_Lavrov                       one thing has another key, too
 *   title/Lavrov      goes    title/Sergey_Lavrov                       a title that leads to another
 *   Q83307            sub     Q294414                                   every minister is a public office
 *   Q83307            wanted  Q58217 2                                  its label is a fact of somebody else
 *
 * Keys lead from what is told least to what is known by an id: page/… → title/… → Q…, geonames/… → Q…
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './rows.js'
import { linesIn, mergedLines, Sorter, writeLines } from './sort.js'

/** In this order they come of one key. */
export type Sort = 'goes' | 'is' | 'maybe' | 'row' | 'sub' | 'wanted'

export interface Statement { readonly key: string; readonly sort: Sort; readonly text: string }

/** What a source says of a thing; what it does not speak of is left out. */
export type Said = Partial<Row>

export function lineFor({ key, sort, text }: Statement): string {
  return `${key}\t${sort}\t${text}`
}

/** @param key by which the thing is known there; without it, by its ids */
export function rowStatement(said: Said, key: string): Statement {
  const told: Record<string, unknown> = {}
  for (const name in said) {
    const value = said[name as keyof Said]
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) told[name] = value
  }
  return { key, sort: 'row', text: JSON.stringify(told).toWellFormed() }
}

export function statementOf(line: string): Statement {
  const first = line.indexOf('\t'), second = line.indexOf('\t', first + 1)
  return { key: line.slice(0, first), sort: line.slice(first + 1, second) as Sort, text: line.slice(second + 1) }
}

/** Sorted statements that may be gone through again and again. */
export interface Statements extends Iterable<string> { readonly drop: () => void }

export type Emit = (line: string) => void

/** Sees statements in order, and says what becomes of each. */
export interface Step {
  readonly see: (statement: Statement, line: string, emit: Emit) => void
  readonly end?: (emit: Emit) => void
}

/**
 * Goes through statements once, and gives what a step made of them: in order again, though keys have changed.
 * What comes out in order is only written down; the rest is sorted. What came in is dropped.
 */
export function changed(before: Statements, { folder, name, step }: { readonly folder: string; readonly name: string; readonly step: Step }): Statements {
  const moved = new Sorter({ folder, name }), path = join(folder, `${name}.kept`)
  const kept = function* kept(): Generator<string> {
    let last = '', now = ''
    const own: string[] = []
    const emit: Emit = (made) => {
      // What goes far ahead would keep all that follows from being in order.
      if (made < last || made > now && !isOfKey(made, now)) return moved.put(made)
      last = made
      own.push(made)
    }
    for (const line of before) {
      now = line
      step.see(statementOf(line), line, emit)
      yield* own.splice(0)
    }
    step.end?.(emit)
    yield* own
  }
  writeLines(path, kept())
  before.drop()
  return {
    *[Symbol.iterator]() { yield* mergedLines([linesIn(path), moved[Symbol.iterator]()]) },
    drop: () => {
      rmSync(path, { force: true })
      moved.drop()
    },
  }
}

function isOfKey(line: string, other: string): boolean {
  return line.startsWith(other.slice(0, other.indexOf('\t') + 1))
}
