/**
 * The graph as RDF.
 * In: merged ArticleGraphs. Out: for each article its part, in the order in which a person reads: the article, its entities, its
 * claims, their evidence; at the end what the whole is.
 * "Sergey Lavrov said it was over" → `person:sergey-lavrov …`, `statement:… schema:creator person:sergey-lavrov`.
 *
 * What an article says is in a graph of its own; what things are called and are stands once, in `graph:entities`, beside the
 * article that mentions them first, so that one pass over a file meets nothing that it was not told of.
 */
import type { Quad } from 'n3'
import type { ArticleGraph, Entity } from '../model.js'
import { articleQuads, originQuads } from './articles.js'
import { countParts, datasetQuads, type DatasetOptions } from './dataset.js'
import { entityQuads } from './entities.js'
import { eventQuads } from './events.js'
import { collectEvidence, evidenceQuads } from './evidence.js'
import { DEFAULT_BASE, entityIri, mint } from './iri.js'
import { linkQuads } from './links.js'
import { startMapping, type Mapping, type MapOptions, type Quads } from './mapping.js'
import { runQuads } from './provenance.js'
import { plainRelationQuads, relationQuads } from './relations.js'
import { conceptQuads, currentRoleQuads, roleQuads } from './roles.js'
import { statementQuads } from './statements.js'

export type { EvidenceLevel, MapOptions } from './mapping.js'
export type { DatasetOptions } from './dataset.js'

/** The whole graph in parts: one for each article, and the description of the dataset. No part holds a quad twice. */
export function* graphQuads(articles: Iterable<ArticleGraph>, options: MapOptions & DatasetOptions): Generator<readonly Quad[]> {
  const isNewIn = firstMentions(options.base ?? DEFAULT_BASE)
  const counts = countParts()
  for (const article of articles) {
    const part = quadsOf(article, options, isNewIn(article))
    counts.add(article, part)
    yield part
  }
  yield [...datasetQuads(counts, options)]
}

/** One article's part. @param isNew whether a node was not described before; by default, in no other article. */
export function quadsOf(graph: ArticleGraph, options: MapOptions, isNew: Mapping['isNew'] = firstTime()): Quad[] {
  return distinct(partOf(graph, { base: DEFAULT_BASE, body: true, evidence: 'full', ...options }, isNew))
}

/** True once for each node. */
export function firstTime(): Mapping['isNew'] {
  const known = new Set<string>()
  return ({ value }) => !known.has(value) && Boolean(known.add(value))
}

/** True once for each node in all articles. Of a hundred thousand articles it keeps the things that have a name, by the very text that is their id. */
function firstMentions(base: string): (graph: ArticleGraph) => Mapping['isNew'] {
  const known = new Set<string>()
  return ({ article, entities }) => {
    const own = firstTime(), byNode = new Map(entities.map((entity) => [entityIri(base, entity.id).value, entity]))
    return (node) => {
      const entity = byNode.get(node.value)
      if (entity?.isUnnamed && entity.id.includes(article.id)) return own(node)
      const key = node.value.slice(base.length)
      return !known.has(key) && Boolean(known.add(entity?.id === key ? entity.id : key))
    }
  }
}

function* partOf(graph: ArticleGraph, options: Required<MapOptions>, isNew: Mapping['isNew']): Quads {
  const { id, text } = graph.article
  const evidence = collectEvidence(text, (place) => mint(options.base, 'evidence', `${id}-${place}`))
  const mapping = startMapping(graph, options, isNew, evidence.of)
  yield* articleQuads(mapping)
  yield* runQuads(mapping)
  yield* originQuads(mapping)
  for (const entity of graph.entities) yield* wholeEntity(mapping, entity)
  yield* claimsOf(mapping)
  yield* evidenceQuads(mapping, evidence.collected.values())
}

/** An entity with what the claims say of it in one plain triple. */
function* wholeEntity(mapping: Mapping, entity: Entity): Quads {
  yield* entityQuads(mapping, entity)
  if (entity.kind === 'person') yield* currentRoleQuads(mapping, entity.id)
  yield* plainRelationQuads(mapping, entity.id)
}

function* claimsOf(mapping: Mapping): Quads {
  const { roles, statements, events, relations, links = {} } = mapping.graph
  for (const role of roles) yield* roleQuads(mapping, role)
  yield* conceptQuads(mapping)
  for (const statement of statements) yield* statementQuads(mapping, statement)
  for (const event of events) yield* eventQuads(mapping, event)
  for (const relation of relations) yield* relationQuads(mapping, relation)
  for (const [entity, found] of Object.entries(links)) yield* linkQuads(mapping, entity, found)
}

function distinct(quads: Iterable<Quad>): Quad[] {
  const known = new Set<string>()
  const kept: Quad[] = []
  for (const quad of quads) {
    const key = `${quad.subject.value} ${quad.predicate.value} ${quad.object.id}`
    if (known.has(key)) continue
    known.add(key)
    kept.push(quad)
  }
  return kept
}
