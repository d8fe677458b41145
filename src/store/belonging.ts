/**
 * What belongs to which article, as the quads themselves say it.
 * In: a quad. Out: whether it begins an article, ties its subject to one, or stands where all articles' things are described.
 * `evidence:76f4…-6-17 oa:hasSource article:76f4…` ties the evidence to its article.
 */
import type { Quad } from 'n3'
import { ng, oa, prov, rdf } from '../map/vocab.js'

/** Links by which a node says which article it belongs to. */
export const belonging = new Set([prov.wasDerivedFrom, oa.hasSource].map(({ value }) => value))

export function isArticleType({ predicate, object }: Quad): boolean {
  return object.value === ng.Article.value && predicate.value === rdf.type.value
}

/** True for the graph of the entities, which is written a piece at a time. */
export function isShared(graph: string): boolean {
  return graph.endsWith('/graph/entities')
}
