/**
 * An article's part of the graph, as RDF.
 * In: a merged ArticleGraph. Out: its quads, in the order in which a person reads: the article, its entities, its claims, their
 * evidence. "Sergey Lavrov said it was over" → `person:sergey-lavrov …`, `statement:… schema:creator person:sergey-lavrov`.
 * Each article's part stands on its own (types and labels of shared entities come again), so that it can be checked, sent and
 * read alone, and so that memory does not grow with the number of articles. The graph name is the article's IRI.
 */
import type { ArticleGraph, Entity } from '../model.js'
import { articleQuads, originQuads } from './articles.js'
import { entityQuads } from './entities.js'
import { eventQuads } from './events.js'
import { collectEvidence, evidenceQuads } from './evidence.js'
import { DEFAULT_BASE, mint } from './iri.js'
import { startMapping, type Mapping, type MapOptions, type Quads } from './mapping.js'
import { runQuads } from './provenance.js'
import { plainRelationQuads, relationQuads } from './relations.js'
import { conceptQuads, currentRoleQuads, roleQuads } from './roles.js'
import { statementQuads } from './statements.js'

export type { MapOptions } from './mapping.js'

export function* quadsOf(graph: ArticleGraph, options: MapOptions): Quads {
  const complete = { base: DEFAULT_BASE, body: true, ...options }
  const { id, text } = graph.article
  const evidence = collectEvidence(text, (place) => mint(complete.base, 'evidence', `${id}-${place}`))
  const mapping = startMapping(graph, complete, evidence.of)
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
  const { roles, statements, events, relations } = mapping.graph
  for (const [at, role] of roles.entries()) yield* roleQuads(mapping, role, at + 1)
  yield* conceptQuads(mapping)
  for (const statement of statements) yield* statementQuads(mapping, statement)
  for (const event of events) yield* eventQuads(mapping, event)
  for (const [at, relation] of relations.entries()) yield* relationQuads(mapping, relation, at + 1)
}
