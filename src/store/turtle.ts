/**
 * Turtle and TriG that are pleasant to read: one block per subject, in the order in which subjects appear.
 * In: the quads of one article. Out: text such as
 *   person:sergey-lavrov a schema:Person ;
 *       rdfs:label "Sergey Lavrov" .
 * Same quads, same bytes. Written by hand because n3's writer puts everything of a subject in one dense paragraph.
 */
import type { Literal, Quad, Term } from 'n3'
import { rdf, xsd } from '../map/vocab.js'
import type { Prefixes } from './prefixes.js'

/** Writes terms, shortened by prefixes; keeps what it wrote, as most IRIs come again. */
export type TermWriter = (term: Term) => string

export function prefixLines(prefixes: Prefixes): string {
  return Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`).join('') + '\n'
}

export function turtleTerms(prefixes: Prefixes): TermWriter {
  const byNamespace = new Map(Object.entries(prefixes).map(([prefix, iri]) => [iri, prefix]))
  const writeIri = (iri: string): string => {
    const cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1
    const prefix = byNamespace.get(iri.slice(0, cut)), local = iri.slice(cut)
    return prefix !== undefined && isLocalName(local) ? `${prefix}:${local}` : `<${iri}>`
  }
  const known = new Map<string, string>()
  return (term) => {
    if (term.termType === 'Literal') return literalOf(term, writeIri)
    if (term.termType !== 'NamedNode') return `_:${term.value}`
    const written = known.get(term.value) ?? writeIri(term.value)
    if (known.size > 50_000) known.clear()
    known.set(term.value, written)
    return written
  }
}

/** One block per subject; inside, predicates and objects in order of appearance, each triple once. */
export function* subjectBlocks(quads: Iterable<Quad>, write: TermWriter, indent = ''): Generator<string> {
  const subjects = new Map<string, Map<string, Set<string>>>()
  for (const { subject, predicate, object } of quads) {
    const predicates = entryOf(subjects, write(subject), () => new Map<string, Set<string>>())
    entryOf(predicates, write(predicate), () => new Set<string>()).add(write(object))
  }
  const type = write(rdf.type)
  for (const [subject, predicates] of subjects) {
    const lines = Array.from(predicates, ([predicate, objects]) =>
      `${predicate === type ? 'a' : predicate}${objectList([...objects], indent)}`)
    yield `${indent}${subject} ${lines.join(` ;\n${indent}    `)} .\n\n`
  }
}

/** Short lists on one line, long ones one object a line. */
function objectList(objects: readonly string[], indent: string): string {
  const line = objects.join(', ')
  return line.length <= 100 || objects.length === 1 ? ` ${line}` : `\n${indent}        ${objects.join(`,\n${indent}        `)}`
}

function literalOf(literal: Literal, writeIri: (iri: string) => string): string {
  const { value, language, datatype } = literal
  if (language) return `${quoted(value)}@${language}`
  switch (datatype.value) {
    case xsd.string.value: return quoted(value)
    case xsd.integer.value: if (/^[+-]?\d+$/u.test(value)) return value; break
    case xsd.decimal.value: if (/^[+-]?\d*\.\d+$/u.test(value)) return value; break
    case xsd.boolean.value: if (value === 'true' || value === 'false') return value; break
  }
  return `${quoted(value)}^^${writeIri(datatype.value)}`
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' }

/** Characters that an editor or transport may change or hide. */
const fragile = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** A quoted string on one line, line ends as escapes: where files are checked out with other line ends, texts stay as they are. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(fragile, escapeOf)}"`
}

function escapeOf(character: string): string {
  return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** What Turtle takes after a prefix, as far as our own names go: letters, digits, `-`, `_`, inner dots, percent-escapes. */
export function isLocalName(local: string): boolean {
  return /^(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:\.?(?:[A-Za-z0-9_-]|%[0-9A-F]{2}))*$/.test(local)
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
