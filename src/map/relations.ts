/**
 * How two entities stand to each other.
 * In: the relations of an ArticleGraph. Out: "the Paris daily Le Monde" → `outlet:le-monde ng:basedIn place:paris`, and a node
 * `relation:76f4…-le-monde-basedIn-paris` that carries the words. Past, denied and merely reported relations get the node only, never the triple.
 */
import type { Relation } from '../model.js'
import { claimQuads } from './claims.js'
import { boolean, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { factualityTerms, ng, rdf, rdfs, relationTerms } from './vocab.js'

export function* relationQuads(mapping: Mapping, relation: Relation): Quads {
  const { triple, entity } = mapping
  const node = mapping.local('relation', relation.id)
  yield triple(node, rdf.type, ng.Relation)
  yield triple(node, rdf.type, rdf.Statement)
  yield triple(node, rdfs.label, text(labelOf(mapping, relation)))
  yield triple(node, rdf.subject, entity(relation.subject))
  yield triple(node, rdf.predicate, relationTerms[relation.predicate])
  yield triple(node, rdf.object, entity(relation.object))
  yield triple(node, ng.factuality, factualityTerms[relation.factuality])
  if (relation.isFormer) yield triple(node, ng.former, boolean(true))
  if (relation.accordingTo !== undefined) yield triple(node, ng.accordingTo, mapping.local('statement', relation.accordingTo))
  yield* claimQuads(mapping, node, relation)
}

/** The plain triples that start at an entity: only what the article itself says, and says of now. */
export function* plainRelationQuads(mapping: Mapping, subject: string): Quads {
  const facts = mapping.graph.relations.filter((relation) =>
    relation.subject === subject && relation.factuality === 'Asserted' && !relation.isFormer && relation.accordingTo === undefined)
  for (const { predicate, object } of facts) {
    yield mapping.triple(mapping.entity(subject), relationTerms[predicate], mapping.entity(object))
  }
}

/** "Le Monde based in Paris". */
function labelOf({ nameOf }: Mapping, { subject, predicate, object }: Relation): string {
  const words = predicate.replace(/[A-Z]/gu, (capital) => ` ${capital.toLowerCase()}`)
  return `${nameOf(subject)} ${words} ${nameOf(object)}`
}
