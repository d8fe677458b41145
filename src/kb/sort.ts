/**
 * Sorts more lines than fit into memory.
 * In: lines in any order: "Q58217\trow…". Out: the same in the order of their UTF-16 units, as often as they are asked for. What does not fit lies in sorted
 * files ("runs") in a folder, and is merged as it is read. Memory: some 150 MB while lines come in, half a megabyte a run while they go out.
 */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../problem.js'

/** Characters that are sorted in memory. */
const RUN = 48_000_000
/** Runs that are open at once: more are merged to one first. */
const MOST_RUNS = 256
const BUFFER = 1 << 17

export interface SorterOptions {
  /** Exists. */
  readonly folder: string
  /** What the names of the runs begin with. */
  readonly name: string
  /** Runs that were written before. */
  readonly runs?: readonly string[]
  /** Characters that are sorted in memory. Default: 48 million. */
  readonly most?: number
}

export class Sorter {
  #lines: string[] = []
  #size = 0
  #runs: string[]
  #made: number
  readonly #options: SorterOptions

  constructor(options: SorterOptions) {
    this.#options = options
    this.#runs = [...options.runs ?? []]
    this.#made = this.#runs.length
  }

  /** Whether memory holds as much as it should: then `spill`. */
  get isFull(): boolean { return this.#size >= (this.#options.most ?? RUN) }
  get runs(): readonly string[] { return this.#runs }

  add(line: string): void {
    this.#lines.push(line)
    this.#size += line.length + 1
  }

  /** The same, for whoever need not know when. */
  put(line: string): void {
    this.add(line)
    if (this.isFull) this.spill()
  }

  /** Writes what memory holds as a run. @throws Problem `output` */
  spill(): void {
    if (this.#lines.length === 0) return
    this.#runs.push(this.#write(this.#lines.sort()))
    this.#lines = []
    this.#size = 0
  }

  /** All lines, sorted. */
  *[Symbol.iterator](): Generator<string> {
    if (this.#runs.length === 0) {
      yield* this.#lines.sort()
      return
    }
    this.spill()
    while (this.#runs.length > MOST_RUNS) {
      const some = this.#runs.slice(0, MOST_RUNS)
      this.#runs = [...this.#runs.slice(MOST_RUNS), this.#write(mergedLines(some.map(linesIn)))]
      for (const path of some) rmSync(path, { force: true })
    }
    yield* mergedLines(this.#runs.map(linesIn))
  }

  /** Takes the runs away. */
  drop(): void {
    for (const path of this.#runs) rmSync(path, { force: true })
    this.#runs = []
    this.#lines = []
  }

  #write(lines: Iterable<string>): string {
    this.#made += 1
    return writeLines(join(this.#options.folder, `${this.#options.name}-${this.#made}.run`), lines)
  }
}

/** @returns the path @throws Problem `output` */
export function writeLines(path: string, lines: Iterable<string>): string {
  let file: number | undefined
  try {
    file = openSync(path, 'w')
    let waiting = ''
    for (const line of lines) {
      waiting += `${line}\n`
      if (waiting.length < BUFFER) continue
      writeSync(file, waiting)
      waiting = ''
    }
    writeSync(file, waiting)
    return path
  } catch (cause) {
    if (cause instanceof Problem || !(cause instanceof Error && 'code' in cause)) throw cause
    throw new Problem('output', `${path} cannot be written (${cause.message})`, 'Sorting takes about as much room beside the output as the facts that are kept: make some, or name another folder.', { cause })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** The lines of a file that was written here. */
export function* linesIn(path: string): Generator<string> {
  const file = openSync(path, 'r'), buffer = Buffer.allocUnsafe(BUFFER), decoder = new TextDecoder()
  try {
    let rest = ''
    for (let got = readSync(file, buffer); got > 0; got = readSync(file, buffer)) {
      const lines = (rest + decoder.decode(buffer.subarray(0, got), { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(file)
  }
}

/** Several sorted ones as one: a heap of the next line of each. */
export function* mergedLines(sources: readonly Iterator<string>[]): Generator<string> {
  const heap: { line: string; source: Iterator<string> }[] = []
  for (const source of sources) {
    const { value, done } = source.next()
    if (!done) heap.push({ line: value, source })
  }
  heap.sort((a, b) => a.line < b.line ? -1 : a.line > b.line ? 1 : 0)
  while (heap[0]) {
    const [top] = heap
    yield top.line
    const { value, done } = top.source.next()
    if (done) {
      const last = heap.pop()
      if (heap.length === 0 || !last) return
      heap[0] = last
    } else top.line = value
    sink(heap)
  }
}

/** The first goes down to where it belongs. */
function sink(heap: { line: string }[]): void {
  for (let at = 0; ;) {
    const left = 2 * at + 1, right = left + 1
    let least = at
    for (const child of [left, right]) if (isBefore(heap[child], heap[least])) least = child
    const [one, other] = [heap[at], heap[least]]
    if (least === at || !one || !other) return
    heap[at] = other
    heap[least] = one
    at = least
  }
}

function isBefore(a: { readonly line: string } | undefined, b: { readonly line: string } | undefined): boolean {
  return a !== undefined && b !== undefined && a.line < b.line
}
