/**
 * JSON-LD: the named graphs of each article, their nodes with prefixed names.
 * In: the quads of each article. Out: JSON in pieces, one article at a time:
 *   { "@id": "graph:76f4…", "@graph": [ { "@id": "article:76f4…", "@type": ["ng:Article", "schema:NewsArticle"], … } ] }
 */
import type { Quad, Term } from 'n3'
import { rdf, xsd } from '../map/vocab.js'
import { byGraph } from './by-graph.js'
import type { Prefixes } from './prefixes.js'
import { isLocalName } from './turtle.js'

type Node = Record<string, unknown[] | string>

export function jsonLd(prefixes: Prefixes) {
  const name = iriNames(prefixes)
  let separator = ''
  return {
    head: `{\n"@context": ${JSON.stringify(prefixes, null, 1)},\n"@graph": [\n`,
    *part(quads: Iterable<Quad>): Generator<string> {
      for (const [graph, own] of byGraph(quads)) {
        yield graph.termType === 'DefaultGraph' ? `${separator}{ "@graph": [\n` : `${separator}{ "@id": ${JSON.stringify(name(graph.value))}, "@graph": [\n`
        yield nodesOf(own, name).map((node) => JSON.stringify(node, null, 1)).join(',\n')
        yield '\n]}'
        separator = ',\n'
      }
    },
    tail: () => ['\n]}\n'],
  }
}

function nodesOf(quads: readonly Quad[], name: (iri: string) => string): Node[] {
  const nodes = new Map<string, Node>()
  const written = new Set<string>()
  for (const { subject, predicate, object } of quads) {
    const id = name(subject.value)
    const node = nodes.get(id) ?? { '@id': id }
    nodes.set(id, node)
    const isType = predicate.value === rdf.type.value
    const value = isType ? name(object.value) : valueOf(object, name)
    const triple = `${id} ${predicate.value} ${JSON.stringify(value)}`
    if (!written.has(triple)) node[isType ? '@type' : name(predicate.value)] = [...(node[isType ? '@type' : name(predicate.value)] ?? []), value]
    written.add(triple)
  }
  return [...nodes.values()]
}

function valueOf(term: Term, name: (iri: string) => string): unknown {
  if (term.termType !== 'Literal') return { '@id': name(term.value) }
  const { value, language, datatype } = term
  if (language) return { '@value': value, '@language': language }
  switch (datatype.value) {
    case xsd.string.value: return value
    case xsd.boolean.value: if (value === 'true' || value === 'false') return value === 'true'; break
    default: return { '@value': value, '@type': name(datatype.value) }
  }
}

function iriNames(prefixes: Prefixes): (iri: string) => string {
  const byNamespace = new Map(Object.entries(prefixes).map(([prefix, iri]) => [iri, prefix]))
  return (iri) => {
    const cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1
    const prefix = byNamespace.get(iri.slice(0, cut)), local = iri.slice(cut)
    return prefix !== undefined && isLocalName(local) ? `${prefix}:${local}` : iri
  }
}
