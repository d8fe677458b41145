/**
 * What belongs to which article, as the quads themselves say it.
 * In: a quad. Out: whether it begins an article, ties its subject to one, or stands where all articles' things are described.
 * `evidence:76f4…-6-17 oa:hasSource article:76f4…` ties the evidence to its article.
 */
import type { Quad } from 'n3'
import { ng, oa, prov, rdf } from '../map/vocab.js'

// Strings of their own and comparisons in place of a set: these are asked of every quad, and comparing lengths is quicker than hashing.
const [DERIVED, SOURCE, TYPE, ARTICLE] = [prov.wasDerivedFrom.value, oa.hasSource.value, rdf.type.value, ng.Article.value]

/** True for a link by which a node says which article it belongs to. */
export function isBelonging({ predicate: { value } }: Quad): boolean {
  return value === DERIVED || value === SOURCE
}

export function isArticleType({ predicate, object }: Quad): boolean {
  return predicate.value === TYPE && object.value === ARTICLE
}

/** True for the graph of the entities, which is written a piece at a time. */
export function isShared(graph: string): boolean {
  return graph.endsWith('/graph/entities')
}
