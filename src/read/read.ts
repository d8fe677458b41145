/**
 * Source to readings: the first stage.
 *
 *   in:  the bytes of a file, page or feed – "MOSCOW, July 6 (Reuters) — Russia slammed …"
 *   out: the articles in it, each with the text kept, what is to be analysed, and what is known about it
 *
 * Nothing here touches the file system (files.ts does), so it runs in a browser too.
 */
import type { Note, Reading } from '../model.js'
import { isOutOfMemory, outOfMemory, Problem } from '../problem.js'
import { finish, refuseTooLong, type Draft, type Hints, type ReadOptions } from './article.js'
import type { ByteLine } from './byte-lines.js'
import { decodeWithNotes } from './decode.js'
import { formatOf, type Format } from './formats.js'
import { refuseGraph } from './graph-texts.js'
import type { ArticleRecord } from './records.js'
import { readFile } from './text.js'

export type { Hints, ReadOptions } from './article.js'
export type { Format } from './formats.js'

/** Something to read: bytes, and what is known about them. */
export interface Input {
  readonly bytes: Uint8Array
  /** Path, URL, or `-` for standard input; its ending tells the format. */
  readonly source: string
  /** The format, where the name does not tell it. */
  readonly hint?: Format
  /** Charset from an HTTP header. */
  readonly charset?: string
}

/** An article yet to be finished, and the words that name it in a Problem: "news.jsonl, line 3". */
interface Piece { readonly place: string; readonly draft: () => Draft }

/** Reads every article of one input. @throws Problem for the first that cannot be read */
export async function read(input: Input, options: ReadOptions = {}): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const reading of readEach(input, options)) {
    if (reading instanceof Problem) throw reading
    readings.push(reading)
  }
  return readings
}

/** For whoever must know what is being read when it takes too long. */
export interface Course {
  /** Told before the work on an article begins; its number is -1 while the articles of the file are still being told apart. */
  readonly onBegin?: (place: string, number: number) => void
  /** So many articles of the file are passed over. */
  readonly skip?: number
}

/** Reads one article after the other; what is wrong with one comes in its place, and the others go on. */
export async function* readEach(input: Input, options: ReadOptions = {}, { onBegin, skip = 0 }: Course = {}): AsyncGenerator<Reading | Problem> {
  const { source } = input
  try {
    onBegin?.(source, -1)
    const { text, notes } = await decodeWithNotes(input.bytes, source, input.charset)
    if (!options.inputFormat) refuseGraph(text, source)
    let number = -1
    for (const { place, draft } of await piecesOf(text, source, input.hint ?? options.inputFormat ?? formatOf(source, text), options.hints)) {
      number += 1
      if (number < skip) continue
      onBegin?.(place, number)
      yield withNotes(await finished(draft, { source, place }, options), notes)
    }
  } catch (error) {
    yield asProblem(error, source)
  }
}

function withNotes(outcome: Reading | Problem, notes: readonly Note[]): Reading | Problem {
  return outcome instanceof Problem || notes.length === 0 ? outcome : { ...outcome, notes: [...notes, ...outcome.notes] }
}

/** The same of a line that is decoded. */
export async function readLine(line: string, origin: Origin, options: ReadOptions = {}): Promise<Reading | Problem> {
  const [{ draftOf }, { recordInLine }] = await Promise.all([import('./records.js'), import('./json.js')])
  return finished(() => draftOf(recordInLine(line, origin.place), origin.place), origin, options)
}

/** Where a line came from, and how to name it in a Problem. */
export interface Origin { readonly source: string; readonly place: string }

/**
 * Reads JSONL as its lines come; they are decoded one by one, so that a damaged one harms no other.
 * @param readOne what reads a line; by default here and now
 */
export async function* readLines(
  lines: AsyncIterable<ByteLine>, source: string, options: ReadOptions = {}, readOne: typeof readBytes = readBytes,
): AsyncGenerator<Reading | Problem> {
  try {
    for await (const { number, bytes, problem } of lines) {
      const place = `${source}, line ${number}`
      if (problem) yield new Problem('input', `${place}: ${problem.message}`, problem.advice)
      else if (bytes.some((byte) => byte > SPACE)) yield await readOne(bytes, { source, place }, options)
    }
  } catch (cause) {
    yield new Problem('input', `${source} cannot be read to its end`, 'Check the disk, or what writes into the pipe.', { cause })
  }
}

const SPACE = 32

/** Reads the article in one line of JSONL. */
export async function readBytes(bytes: Uint8Array, origin: Origin, options: ReadOptions = {}): Promise<Reading | Problem> {
  try {
    const { text, notes } = await decodeWithNotes(bytes, origin.place)
    return withNotes(await readLine(text, origin, options), notes)
  } catch (error) {
    return asProblem(error, origin.place)
  }
}

async function finished(draft: () => Draft, origin: { source: string; place: string }, options: ReadOptions): Promise<Reading | Problem> {
  try {
    return await finish(draft(), origin, options)
  } catch (error) {
    return asProblem(error, origin.place)
  }
}

async function piecesOf(text: string, source: string, format: Format, hints: Hints | undefined): Promise<Iterable<Piece>> {
  const one = (draft: () => Draft): Piece[] => [{ place: source, draft }]
  if (format === 'text' || format === 'markdown') refuseTooLong(text, source)
  switch (format) {
    case 'text': return one(() => readFile(text))
    case 'markdown': {
      const { readMarkdown } = await import('./markdown.js')
      return one(() => readMarkdown(text))
    }
    case 'html': {
      const { readPage } = await import('./html/page.js')
      return one(() => readPage(text, source, hints))
    }
    case 'json': {
      const { recordsInJson } = await import('./json.js')
      return numbered(recordsInJson(text, source), source)
    }
    case 'jsonl': return lines(text, source)
    case 'feed': {
      const { recordsInFeed } = await import('./feed.js')
      return numbered(await recordsInFeed(text, source), source)
    }
  }
}

async function numbered(records: readonly ArticleRecord[], source: string): Promise<Piece[]> {
  const { draftOf } = await import('./records.js')
  return records.map((record, index) => {
    const place = records.length === 1 ? source : `${source}, article ${index + 1}`
    return { place, draft: () => draftOf(record, place) }
  })
}

/** JSONL: each line is parsed when its turn comes, so that a bad one is a Problem of its own. */
async function lines(text: string, source: string): Promise<Iterable<Piece>> {
  const [{ draftOf }, { recordInLine }] = await Promise.all([import('./records.js'), import('./json.js')])
  return (function* pieces() {
    let number = 0
    for (const [line] of text.matchAll(/[^\n]*(?:\n|$)/g)) {
      number += 1
      const place = `${source}, line ${number}`
      if (line.trim() !== '') yield { place, draft: () => draftOf(recordInLine(line, place), place) }
    }
  })()
}

function asProblem(error: unknown, place: string): Problem {
  if (error instanceof Problem) return error
  if (isOutOfMemory(error)) return outOfMemory(place, error)
  return new Problem('input', `${place} is too damaged to be read`, 'Save the article again, or give its text alone.', { cause: error })
}
