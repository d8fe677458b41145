/**
 * Graphs as text.
 * In: the graph's parts, one for each article, and a format. Out: the text in pieces of about 64 kB, so that a file of any size
 * needs little memory. `person:sergey-lavrov rdfs:label "Sergey Lavrov"` in Turtle, TriG, N-Triples, N-Quads or JSON-LD; TriG,
 * N-Quads and JSON-LD keep the graph that a quad is in.
 */
import type { Quad } from 'n3'
import { DEFAULT_BASE } from '../map/iri.js'
import { byGraph } from './by-graph.js'
import { jsonLd } from './json-ld.js'
import { nQuad } from './n-quads.js'
import { prefixesOf } from './prefixes.js'
import { prefixLines, subjectBlocks, turtleTerms } from './turtle.js'

export const formats = ['turtle', 'trig', 'n-triples', 'n-quads', 'json-ld'] as const
/** A form of RDF that graphs are read and written in. */
export type Format = (typeof formats)[number]

const byExtension: Readonly<Record<string, Format>> = {
  ttl: 'turtle', trig: 'trig', nt: 'n-triples', nq: 'n-quads', jsonld: 'json-ld',
}

/** The format that a file name asks for. */
export function formatOf(path: string): Format | undefined {
  return byExtension[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
}

export interface WriteOptions {
  /** Default: turtle. */
  readonly format?: Format
  /** Base of the data, for the prefixes. Default: `https://w3id.org/newsgraph/data/`. */
  readonly base?: string
}

/** The quads that belong to one article: its own graph, and what it is the first to mention in the graph of the entities. */
export type Part = Iterable<Quad>

export function* serialise(parts: Iterable<Part>, options: WriteOptions = {}): Generator<string> {
  yield* inChunks(pieces(parts, options))
}

/** The same for parts that are read from files while they are written. */
export async function* serialiseStream(parts: AsyncIterable<Part>, options: WriteOptions = {}): AsyncGenerator<string> {
  const writer = writerOf(options)
  yield writer.head
  for await (const part of parts) yield* inChunks(writer.part(part))
  yield* writer.tail()
}

/** Formats in which a quad has its graph. */
export const withGraphs: ReadonlySet<Format> = new Set(['trig', 'n-quads', 'json-ld'])

interface Writer {
  readonly head: string
  readonly part: (quads: Part) => Iterable<string>
  readonly tail: () => Iterable<string>
}

function* pieces(parts: Iterable<Part>, options: WriteOptions): Generator<string> {
  const writer = writerOf(options)
  yield writer.head
  for (const part of parts) yield* writer.part(part)
  yield* writer.tail()
}

function writerOf({ format = 'turtle', base = DEFAULT_BASE }: WriteOptions): Writer {
  const prefixes = prefixesOf(base)
  const write = turtleTerms(prefixes)
  switch (format) {
    case 'turtle': return { head: prefixLines(prefixes), part: (quads) => subjectBlocks(quads, write), tail: () => [] }
    case 'trig': return { head: prefixLines(prefixes), part: (quads) => namedGraphs(quads, write), tail: () => [] }
    case 'n-triples': return { head: '', part: (quads) => lines(quads, false), tail: () => [] }
    case 'n-quads': return { head: '', part: (quads) => lines(quads, true), tail: () => [] }
    case 'json-ld': return jsonLd(prefixes)
  }
}

function* namedGraphs(quads: Part, write: ReturnType<typeof turtleTerms>): Generator<string> {
  for (const [graph, own] of byGraph(quads)) {
    if (graph.termType === 'DefaultGraph') yield* subjectBlocks(own, write)
    else {
      yield `${write(graph)} {\n\n`
      yield* subjectBlocks(own, write, '  ')
      yield '}\n\n'
    }
  }
}

function* lines(quads: Part, withGraph: boolean): Generator<string> {
  const written = new Set<string>()
  for (const quad of quads) {
    const line = nQuad(quad, withGraph)
    if (!written.has(line)) yield line
    written.add(line)
  }
}

const CHUNK = 64 * 1024

function* inChunks(parts: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const part of parts) {
    chunk += part
    if (chunk.length >= CHUNK) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk) yield chunk
}
