/** What a task is given and what it gives back. */
import type { Analyser } from '../../src/model.js'
import { analyserOf } from '../../src/analyse/analyse.js'
import type { Network, WindowReading } from '../../src/analyse/network.js'
import type { Part } from './corpora.js'

/** One line of the table. Scores are F1 or accuracy in per cent. */
export interface Row {
  /** Key of the ratchet; the same word in every run. */
  readonly name: string
  readonly score: number
  /** Floor, aim and the figure to beat. */
  readonly marks?: readonly [number, number, number]
  readonly note?: string
  /** It must be as high as this and need not be higher: kept out of the record that may only rise. */
  readonly promise?: number
}

/** An error to be read: what kind, and the words around it. */
export interface Miss { readonly task: string; readonly kind: string; readonly text: string }

export interface Bench {
  readonly part: Part
  readonly network: Network
  readonly analyse: Analyser
  /** The windows of the article that was analysed last, with all scores. */
  readonly lastWindows: readonly WindowReading[]
  readonly report: (miss: Miss) => void
}

export interface Task { readonly name: string; readonly run: (bench: Bench) => Promise<Row[]> }

/** Windows that are kept, about 1.5 MB each. */
const MOST_WINDOWS = 300

/** A bench that keeps the last article's scores, so that heads are measured on the product's own run. */
export function benchOf(network: Network, part: Part, report: (miss: Miss) => void): Bench {
  let windows: WindowReading[] = []
  // Several tasks look at the same articles one after the other; what they share is run once.
  const known = new Map<string, WindowReading[]>()
  let held = 0
  const watched: Network = {
    files: network.files,
    async* scores(words, sentences) {
      const key = `${sentences.map(({ start }) => start).join(' ')} ${words.join(' ')}`
      windows = known.get(key) ?? []
      if (windows.length > 0) return yield* windows
      for await (const reading of network.scores(words, sentences)) { windows.push(reading); yield reading }
      held += windows.length
      if (held > MOST_WINDOWS) { known.clear(); held = windows.length }
      known.set(key, windows)
    },
  }
  return { part, network: watched, analyse: analyserOf(watched), get lastWindows() { return windows }, report }
}

/** The sentence around some words, with them in brackets. */
export function inContext(text: string, start: number, end: number): string {
  const around = (from: number, to: number): string => text.slice(Math.max(0, from), to).replace(/\s+/g, ' ')
  return `…${around(start - 60, start)}[${around(start, end)}]${around(end, end + 60)}…`
}
