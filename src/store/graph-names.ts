/**
 * Which named graph a quad belongs to that names none, as in Turtle.
 * In: a quad of an article's part. Out: `graph:76f4…` for what the article says, `graph:entities` for what things are called and
 * are, `graph:dataset` for what the whole is.
 */
import { DataFactory, type Quad } from 'n3'
import { dct, ng, owl, rdf, rdfs, schema, skos } from '../map/vocab.js'
import { isArticleType } from './belonging.js'

/** Kinds of nodes that are described once for all articles; the nodes of other vocabularies are too. */
const described = /^(?:person|organization|outlet|group|place|work|title|source)\//u

const description = new Set([rdf.type, rdfs.label, skos.altLabel, skos.inScheme, skos.broader, skos.closeMatch, owl.sameAs, dct.isReplacedBy,
  ng.outletKind, ng.standsFor, ng.confidence, schema.publisher].map(({ value }) => value))

/** @param own the graph of the article beside which the quad stands */
export function graphOf({ subject: { value: subject }, predicate: { value: predicate } }: Quad, base: string, own: string | undefined): string {
  const isOurs = subject.startsWith(base), local = isOurs ? subject.slice(base.length) : ''
  if (isOurs && (local === '' || local.startsWith('agent/'))) return `${base}graph/dataset`
  const isDescription = !isOurs || (described.test(local) && description.has(predicate))
  return own === undefined || isDescription ? `${base}graph/entities` : own
}

/** The start of all names, as an article of the part shows it. */
export function baseIn(part: readonly Quad[]): string | undefined {
  return /^(.*[/#])article\/[^/]+$/u.exec(part.find(isArticleType)?.subject.value ?? '')?.[1]
}

/** The part with a graph for each quad that has none. @param base of names, where the part itself shows none */
export function withGraphNames(part: readonly Quad[], base: string): readonly Quad[] {
  if (!part.some(({ graph }) => graph.termType === 'DefaultGraph')) return part
  const own = part.find(isArticleType)?.subject.value.replace(/article\/([^/]*)$/u, 'graph/$1')
  return part.map((quad) => (quad.graph.value ? quad
    : DataFactory.quad(quad.subject, quad.predicate, quad.object, DataFactory.namedNode(graphOf(quad, baseIn(part) ?? base, own)))))
}
