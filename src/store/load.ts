/**
 * Graphs from disk, in pieces: a file of any size needs little memory.
 * In: files in Turtle, TriG, N-Triples, N-Quads or JSON-LD, told by their ending; `-` is standard input, whose format shows or is
 * given. Out: their quads, as they stand, some thousands at a time.
 */
import { stat } from 'node:fs/promises'
import type { Quad } from 'n3'
import { isOutOfMemory, outOfMemory, Problem } from '../problem.js'
import { chunksOf, spool, unreadable } from './chunks.js'
import { formatOfStart, START } from './format-of-text.js'
import { jsonLdReader } from './json-ld-reader.js'
import { LinesReader } from './lines-reader.js'
import { turtleReader } from './turtle-reader.js'
import { formatOf, type Format } from './write.js'

/** Takes text in pieces, cut anywhere. Throws Error where it is wrong. */
export interface QuadReader {
  read(text: string): Quad[] | Promise<Quad[]>
  end(): Quad[] | Promise<Quad[]>
}

/** A graph's file, or what stands for it. */
export interface GraphFile {
  readonly path: string
  readonly format: Format
  /** What to call it in messages. */
  readonly name: string
  /** What stands for a file: its quads, gone through anew by every call. */
  readonly quads?: () => Iterable<readonly Quad[]>
}

export interface LoadOptions {
  /** The format of standard input, and of files whose ending tells none. */
  readonly inputFormat?: Format | undefined
}

/** Files for paths; standard input is copied to a temporary file. @throws Problem 'input' or 'usage' when a format is not clear */
export async function graphFiles(paths: readonly string[], { inputFormat }: LoadOptions = {}): Promise<GraphFile[]> {
  const files: GraphFile[] = []
  for (const path of paths) {
    if (path !== '-') {
      const format = formatOf(path) ?? inputFormat ?? graphFormatOf(path)
      // Where the last of several is missing, it is to be told before the first is read.
      await stat(path).catch((cause: unknown) => { throw unreadable(path, cause) })
      files.push({ path, format, name: path })
    }
    else {
      const spooled = await spool()
      files.push({ path: spooled, format: inputFormat ?? await formatOfText(spooled), name: 'standard input' })
    }
  }
  return files
}

async function formatOfText(path: string): Promise<Format> {
  let start = ''
  for await (const chunk of chunksOf(path)) if ((start += chunk).length >= START) break
  return formatOfStart(start.slice(0, START))
}

/** The quads of one file, some thousands at a time. @throws Problem 'input' when it is missing or is no RDF; the message says where */
export async function* readQuads(file: GraphFile): AsyncGenerator<readonly Quad[]> {
  if (file.quads) return yield* file.quads()
  yield* quadsIn(chunksOf(file.path), file.format, file.name)
}

/** All at once, up to a number. @throws Problem 'input' with the advice when there are more */
export async function readSome(files: readonly GraphFile[], most = Infinity, advice = '', onRead: (quads: number) => void = () => undefined): Promise<Quad[]> {
  const all: Quad[] = []
  for (const file of files) for await (const quads of readQuads(file)) {
    for (const quad of quads) all.push(quad)
    onRead(all.length)
    if (all.length > most) throw new Problem('input', `${files.map(({ name }) => name).join(', ')} has more than ${most.toLocaleString('en')} statements, too many to show at once.`, advice)
  }
  return all
}

export async function parse(text: string, format: Format = 'turtle', name = 'the text'): Promise<Quad[]> {
  const all: Quad[] = []
  for await (const quads of quadsIn([text], format, name)) for (const quad of quads) all.push(quad)
  return all
}

async function* quadsIn(chunks: AsyncIterable<string> | Iterable<string>, format: Format, name: string): AsyncGenerator<Quad[]> {
  const reader = readerOf(format)
  try {
    for await (const chunk of chunks) {
      const quads = await reader.read(chunk)
      if (quads.length > 0) yield quads
    }
    const quads = await reader.end()
    if (quads.length > 0) yield quads
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    if (isOutOfMemory(cause)) throw outOfMemory(name, cause)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem('input', `${name} is not valid ${format}: ${reason}`, 'Check the file; graphs are read by their ending: .ttl, .trig, .nt, .nq or .jsonld.', { cause })
  }
}

function readerOf(format: Format): QuadReader {
  switch (format) {
    case 'turtle': case 'trig': return turtleReader(mediaTypes[format])
    case 'n-triples': case 'n-quads': return new LinesReader(mediaTypes[format])
    case 'json-ld': return jsonLdReader()
  }
}

/** The format of a graph's file. */
export function graphFormatOf(file: string): Format {
  const format = formatOf(file)
  if (format) return format
  throw new Problem('input', `${file} is no graph file.`, 'Give a .ttl, .trig, .nt, .nq or .jsonld file; articles become graphs with `newsgraph build`.')
}

export const mediaTypes: Readonly<Record<Format, string>> = {
  turtle: 'text/turtle', trig: 'application/trig', 'n-triples': 'application/n-triples', 'n-quads': 'application/n-quads', 'json-ld': 'application/ld+json',
}
