/**
 * Graphs from disk.
 * In: files in Turtle, TriG, N-Triples, N-Quads or JSON-LD, told by their ending. Out: their quads, as they stand.
 */
import { readFile } from 'node:fs/promises'
import { Parser, type Quad } from 'n3'
import { Problem } from '../problem.js'
import { formatOf, type Format } from './write.js'

/** @throws Problem 'input' when a file is missing or is no RDF; the message says where in the file */
export async function load(files: readonly string[]): Promise<Quad[]> {
  const all: Quad[] = []
  for (const file of files) for (const quad of await parse(await readText(file), graphFormatOf(file), file)) all.push(quad)
  return all
}

export async function parse(text: string, format: Format = 'turtle', name = 'the text'): Promise<Quad[]> {
  try {
    return format === 'json-ld' ? await parseJsonLd(text) : new Parser({ format: mediaTypes[format] }).parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem('input', `${name} is not valid ${format}: ${reason}`, 'Check the file; graphs are read by their ending: .ttl, .trig, .nt, .nq or .jsonld.', { cause })
  }
}

/** The format of a graph's file. */
export function graphFormatOf(file: string): Format {
  const format = formatOf(file)
  if (format) return format
  throw new Problem('input', `${file} is no graph file.`, 'Give a .ttl, .trig, .nt, .nq or .jsonld file; articles become graphs with `newsgraph build`.')
}

export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw new Problem('input', isMissing ? `There is no file ${file}.` : `Cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}.`,
      'Check the path; `newsgraph build` makes graphs from articles.', { cause })
  }
}

export const mediaTypes: Readonly<Record<Format, string>> = {
  turtle: 'text/turtle', trig: 'application/trig', 'n-triples': 'application/n-triples', 'n-quads': 'application/n-quads', 'json-ld': 'application/ld+json',
}

/** n3 reads no JSON-LD; oxigraph does, and gives N-Quads back. */
async function parseJsonLd(text: string): Promise<Quad[]> {
  const { Store } = await import('oxigraph')
  const store = new Store()
  store.load(text, { format: mediaTypes['json-ld'] })
  return new Parser({ format: mediaTypes['n-quads'] }).parse(store.dump({ format: mediaTypes['n-quads'] }))
}
