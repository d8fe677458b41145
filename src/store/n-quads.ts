/**
 * N-Triples and N-Quads: one line per quad.
 * In: a quad. Out: `<…/person/sergey-lavrov> <http://www.w3.org/2000/01/rdf-schema#label> "Sergey Lavrov" .`
 */
import type { Quad, Term } from 'n3'
import { xsd } from '../map/vocab.js'
import { quoted } from './turtle.js'

export function nQuad({ subject, predicate, object, graph }: Quad, withGraph: boolean): string {
  const name = withGraph && graph.termType !== 'DefaultGraph' ? ` ${termOf(graph)}` : ''
  return `${termOf(subject)} ${termOf(predicate)} ${termOf(object)}${name} .\n`
}

function termOf(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`
  if (term.termType !== 'Literal') return `_:${term.value}`
  if (term.language) return `${quoted(term.value)}@${term.language}`
  return term.datatype.value === xsd.string.value ? quoted(term.value) : `${quoted(term.value)}^^<${term.datatype.value}>`
}
