/**
 * N-Triples and N-Quads, read line by line.
 * In: text in pieces, cut anywhere. Out: after each piece the quads of its whole lines:
 *   `<…/person/sergey-lavrov> <http://www.w3.org/2000/01/rdf-schema#label> "Sergey Lavrov" <…/graph/entities> .`
 * Lines of the plain form, nearly all, are cut at their signs; n3, a third as fast, reads every other and finds its fault.
 */
import { DataFactory, Parser, type NamedNode, type Quad } from 'n3'
import type { QuadReader } from './load.js'

/** Predicates, classes and graphs come again and again; a subject comes a few times in a row. */
const KNOWN = 20_000

/** Blank nodes of two files are never the same. */
let files = 0

export class LinesReader implements QuadReader {
  readonly #mediaType: string
  readonly #blankNodePrefix = `_:l${files++}_`
  readonly #known = new Map<string, NamedNode>()
  #rest = ''
  #line = 0
  // Of the line before: subject and graph are mostly the same.
  #subjectText = '\n'
  #subject: NamedNode | undefined
  #graphText = '\n'
  #graph: Quad['graph'] | undefined

  constructor(mediaType: string) {
    this.#mediaType = mediaType
  }

  read(piece: string): Quad[] {
    const text = this.#rest + piece, quads: Quad[] = []
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#line += 1
      const one = text.slice(from, text.charCodeAt(end - 1) === 13 ? end - 1 : end)
      const quad = this.#plainQuad(one)
      if (quad) quads.push(quad)
      else if (one.length > 0) quads.push(...this.#otherQuads(one))
      from = end + 1
    }
    this.#rest = text.slice(from)
    return quads
  }

  end(): Quad[] {
    return this.#rest === '' ? [] : this.read('\n')
  }

  #plainQuad(text: string): Quad | undefined {
    if (text.charCodeAt(0) !== 60) return undefined
    if (!text.startsWith(this.#subjectText)) {
      const end = text.indexOf('> <', 1)
      this.#subject = end < 0 ? undefined : this.#nodeOf(text.slice(1, end))
      this.#subjectText = text.slice(0, end + 3)
    }
    const predicateEnd = text.indexOf('> ', this.#subjectText.length), start = predicateEnd + 2
    if (!this.#subject || predicateEnd < 0) return undefined
    const isNode = text.charCodeAt(start) === 60
    const end = isNode ? text.indexOf('>', start) + 1 : literalEnd(text, start)
    if (end <= start) return undefined
    const predicate = this.#nodeOf(text.slice(this.#subjectText.length, predicateEnd))
    const object = isNode ? this.#nodeOf(text.slice(start + 1, end - 1)) : this.#literalOf(text.slice(start, end))
    const graph = this.#graphOf(text, end)
    return predicate && object && graph && DataFactory.quad(this.#subject, predicate, object, graph)
  }

  #nodeOf(iri: string): NamedNode | undefined {
    const found = this.#known.get(iri)
    if (found) return found
    if (/[\u0000-\u0020<>"{}|^`\\]/.test(iri)) return undefined
    // A copy: a piece of a string keeps all of the string in memory.
    const node = DataFactory.namedNode(Buffer.from(iri).toString())
    if (this.#known.size >= KNOWN) this.#known.clear()
    this.#known.set(node.value, node)
    return node
  }

  #literalOf(text: string): Quad['object'] | undefined {
    const quote = text.lastIndexOf('"')
    const value = quote < 1 ? undefined : valueOf(text.slice(1, quote))
    if (value === undefined || quote === text.length - 1) return value === undefined ? undefined : DataFactory.literal(value)
    if (text.charCodeAt(quote + 1) === 64) return isLanguage(text.slice(quote + 2)) ? DataFactory.literal(value, text.slice(quote + 2)) : undefined
    const type = this.#nodeOf(text.slice(quote + 4, -1))
    return type && DataFactory.literal(value, type)
  }

  #graphOf(text: string, from: number): Quad['graph'] | undefined {
    if (text.length - from === this.#graphText.length && text.endsWith(this.#graphText)) return this.#graph
    const isNamed = this.#mediaType.endsWith('n-quads') && text.startsWith(' <', from) && text.endsWith('> .')
    this.#graph = isNamed ? this.#nodeOf(text.slice(from + 2, -3)) : text.slice(from) === ' .' ? DataFactory.defaultGraph() : undefined
    this.#graphText = text.slice(from)
    return this.#graph
  }

  /** Comments, blank nodes, escapes in IRIs, odd spaces, faults. */
  #otherQuads(text: string): Quad[] {
    try {
      return new Parser({ format: this.#mediaType, blankNodePrefix: this.#blankNodePrefix }).parse(text)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message.replace(/ on line \d+\.?$/u, '') : String(cause)
      throw new Error(`${reason} on line ${this.#line}.`, { cause })
    }
  }
}

/** Where a literal ends: behind its quote, its language or its type; -1 where it is not of the plain form. */
function literalEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== 34) return -1
  let quote = text.indexOf('"', start + 1)
  while (quote > 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1)
  if (quote < 0) return -1
  if (text.charCodeAt(quote + 1) === 64) return text.indexOf(' ', quote)
  return text.startsWith('^^<', quote + 1) ? text.indexOf('>', quote) + 1 : quote + 1
}

function isLanguage(tag: string): boolean {
  return /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0
  while (text.charCodeAt(at - 1 - slashes) === 92) slashes += 1
  return slashes % 2 === 1
}

const characters: Readonly<Record<string, string>> = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f', '"': '"', "'": "'", '\\': '\\' }

/** What an escaped string means; undefined if it holds an escape that there is not. */
function valueOf(escaped: string): string | undefined {
  if (!escaped.includes('\\')) return escaped
  let isSound = true
  const value = escaped.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.?))/gsu, (_, four?: string, eight?: string, one = '') => {
    const point = Number.parseInt(four ?? eight ?? '0', 16)
    const character = four !== undefined || eight !== undefined ? (point <= 0x10ffff ? String.fromCodePoint(point) : undefined) : characters[one as string]
    isSound &&= character !== undefined
    return character ?? ''
  })
  return isSound ? value : undefined
}

