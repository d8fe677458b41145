/**
 * What every file of this folder needs while one article is mapped: its nodes' names, and a place to collect evidence.
 * In: an ArticleGraph and the options. Out: a Mapping. Entity `person/sergey-lavrov` → the node `person:sergey-lavrov`.
 */
import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3'
import type { ArticleGraph, Entity, Span } from '../model.js'
import { entityIri, mint, type Kind } from './iri.js'

/** How graphs are written. */
export interface MapOptions {
  /** Where data IRIs live; ends in `/` or `#`. Default: `https://w3id.org/newsgraph/data/`. */
  readonly base?: string
  /** Whether articles carry their full text. Default: true. */
  readonly body?: boolean
  /** Version of the tool, for the provenance. */
  readonly version: string
}

export interface Mapping {
  readonly graph: ArticleGraph
  readonly options: Required<MapOptions>
  readonly article: NamedNode
  readonly run: NamedNode
  /** A node of this article: `local('statement', 3)` → `statement:76f4…-3`. */
  readonly local: (kind: Kind, number: number | string) => NamedNode
  readonly entity: (id: string) => NamedNode
  /** The name of an entity, for labels. */
  readonly nameOf: (id: string) => string
  /** The evidence node of a span; each span is written once, after the claims. */
  readonly evidence: (span: Span) => NamedNode
  readonly triple: (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal) => Quad
}

/** Fragments of the graph, in the order in which they are written. */
export type Quads = Generator<Quad>

/** Makes the names of one article's nodes. `evidence` gives the node for a span and remembers that it is needed. */
export function startMapping(graph: ArticleGraph, options: Required<MapOptions>, evidence: Mapping['evidence']): Mapping {
  const { id } = graph.article
  const { base } = options
  const article = mint(base, 'article', id)
  const entities = new Map<string, Entity>(graph.entities.map((entity) => [entity.id, entity]))
  return {
    graph, options, article, evidence,
    run: mint(base, 'run', id),
    local: (kind, number) => mint(base, kind, `${id}-${number}`),
    entity: (entityId) => entityIri(base, entityId),
    nameOf: (entityId) => entities.get(entityId)?.name ?? entityId,
    triple: (subject, predicate, object) => DataFactory.quad(subject, predicate, object, article),
  }
}
