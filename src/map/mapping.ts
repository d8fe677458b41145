/**
 * What every file of this folder needs while one article is mapped: its nodes' names, and a place to collect evidence.
 * In: an ArticleGraph and the options. Out: a Mapping. Entity `person/sergey-lavrov` → the node `person:sergey-lavrov`.
 * Two graphs are written to: the article's own, and `graph:entities`, where what a thing is called and is stands once.
 */
import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3'
import type { ArticleGraph, Entity, Span } from '../model.js'
import { entityIri, mint, type Kind } from './iri.js'

/** How much is told of the words that a claim rests on. */
export const EVIDENCE_LEVELS = ['full', 'span', 'none'] as const
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number]

/** How graphs are written. */
export interface MapOptions {
  /** Where data IRIs live; ends in `/` or `#`. Default: `https://w3id.org/newsgraph/data/`. */
  readonly base?: string
  /** Whether articles carry their full text. Default: true. */
  readonly body?: boolean
  /**
   * `full`, the default: Web Annotation selectors with place, quote and some words on either side; `span`: place and quote on
   * the evidence itself; `none`: no evidence.
   */
  readonly evidence?: EvidenceLevel
  /** Version of the tool, for the provenance. */
  readonly version: string
}

export interface Mapping {
  readonly graph: ArticleGraph
  readonly options: Required<MapOptions>
  readonly article: NamedNode
  readonly run: NamedNode
  /** A node of this article: `local('statement', 'added-1c0f6a2e')` → `statement:76f4…-added-1c0f6a2e`. */
  readonly local: (kind: Kind, name: string) => NamedNode
  readonly entity: (id: string) => NamedNode
  /** The name of an entity, for labels. */
  readonly nameOf: (id: string) => string
  /** The links from a claim to the evidence of some spans; each span is written once, after the claims. */
  readonly evidence: (node: NamedNode, property: NamedNode, spans: readonly Span[]) => Iterable<Quad>
  /** Something that this article says, in its own graph. */
  readonly triple: (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal) => Quad
  /** What a thing is called or is, in the graph of the entities. */
  readonly describe: (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal) => Quad
  /** Whether a node still has to be described: true the first time that it is asked about. */
  readonly isNew: (node: NamedNode) => boolean
}

/** Fragments of the graph, in the order in which they are written. */
export type Quads = Generator<Quad>

/** The named graph of an article, or one of the two that all articles share: `entities`, `dataset`. */
export function graphNode(base: string, name: string): NamedNode {
  return mint(base, 'graph', name)
}

/** Makes the names of one article's nodes. `evidence` gives the node for a span and remembers that it is needed. */
export function startMapping(graph: ArticleGraph, options: Required<MapOptions>, isNew: Mapping['isNew'], evidence: (span: Span) => NamedNode): Mapping {
  const { id } = graph.article
  const { base } = options
  const own = graphNode(base, id), shared = graphNode(base, 'entities')
  const entities = new Map<string, Entity>(graph.entities.map((entity) => [entity.id, entity]))
  const triple: Mapping['triple'] = (subject, predicate, object) => DataFactory.quad(subject, predicate, object, own)
  return {
    graph, options, isNew, triple,
    article: mint(base, 'article', id),
    run: mint(base, 'run', id),
    local: (kind, name) => mint(base, kind, `${id}-${name}`),
    entity: (entityId) => entityIri(base, entityId),
    nameOf: (entityId) => entities.get(entityId)?.name ?? entityId,
    *evidence(node, property, spans) {
      if (options.evidence !== 'none') for (const span of spans) yield triple(node, property, evidence(span))
    },
    describe: (subject, predicate, object) => DataFactory.quad(subject, predicate, object, shared),
  }
}
