/**
 * Triples as a store is sent them: one line each, sorted, with every character that could mean something else escaped.
 * In: quads. Out: lines that are N-Triples, Turtle and the inside of INSERT DATA alike, and a hash that tells whether they changed:
 *   <…/person/sergey-lavrov> <…#label> "Sergey Lavrov" .
 * Blank nodes are refused: a store that is sent one twice has two.
 */
import type { Quad, Term } from 'n3'
import { createHash } from 'node:crypto'
import { Problem } from '../../problem.js'
import { xsd } from '../../map/vocab.js'
import { quoted } from '../turtle.js'

/** @throws Problem 'input' for what cannot be replaced in a store: blank nodes, triples as terms */
export function triplesOf(quads: Iterable<Quad>): string[] {
  const lines = new Set<string>()
  for (const { subject, predicate, object } of quads) lines.add(`${termOf(subject)} ${termOf(predicate)} ${termOf(object)} .\n`)
  return [...lines].sort()
}

/** What tells one version of a graph from another. */
export function sha256Of(lines: readonly string[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line)
  return hash.digest('hex')
}

export function iriOf(iri: string): string {
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\\u007f-\u009f]/gu, percentEncode).toWellFormed()}>`
}

export function textOf(text: string): string {
  return quoted(text.toWellFormed())
}

function termOf(term: Term): string {
  switch (term.termType) {
    case 'NamedNode': return iriOf(term.value)
    case 'Literal': {
      if (term.language) return `${textOf(term.value)}@${term.language.replace(/[^A-Za-z0-9-]/gu, '')}`
      return term.datatype.value === xsd.string.value ? textOf(term.value) : `${textOf(term.value)}^^${iriOf(term.datatype.value)}`
    }
    case 'BlankNode': throw new Problem('input', `A node without a name (_:${term.value}) cannot be pushed`, 'Graphs that newsgraph builds have none; load this file with the store’s own tools.')
    default: throw new Problem('input', `A ${term.termType} as part of a triple cannot be pushed`, 'Graphs that newsgraph builds have none; load this file with the store’s own tools.')
  }
}

/** Of characters that no IRI may have, so that none of them ends it early. */
function percentEncode(character: string): string {
  return Array.from(Buffer.from(character, 'utf8'), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
