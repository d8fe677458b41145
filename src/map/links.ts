/**
 * What a thing is in other data sets, and why that is believed.
 * In: the links of an entity; what the whole graph ties it to. Out: "Sergey Lavrov" → `person:sergey-lavrov owl:sameAs wd:Q58217`, once in the graph of
 * the entities, with coordinates where it is a place, and a node `link:76f4…-sergey-lavrov-q58217` of the article with the words, the fact that matched and the namesakes rejected.
 */
import { DataFactory, type NamedNode } from 'n3'
import type { Link, Tie } from '../model.js'
import { mint, slug } from './iri.js'
import { decimal, integer, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { geo, geosparql, ng, owl, prov, rdf, rdfs, schema, skos } from './vocab.js'

/** What writing links takes of a mapping; where the evidence is in the graph already, it is only pointed to. */
export interface LinkMapping extends Pick<Mapping, 'triple' | 'describe' | 'entity' | 'local' | 'nameOf' | 'evidence' | 'isNew'> {
  readonly options: { readonly base: string }
  readonly evidenceOf?: (entityId: string) => readonly NamedNode[]
}

export function* linkQuads(mapping: LinkMapping, entityId: string, links: readonly Link[]): Quads {
  const { triple } = mapping
  const entity = mapping.entity(entityId)
  for (const link of links) {
    const target = DataFactory.namedNode(link.target)
    const predicate = link.predicate === 'sameAs' ? owl.sameAs : skos.closeMatch
    const last = link.target.split(/[/#]/u).findLast((part) => part !== '') ?? ''
    const node = mapping.local('link', slug(`${entityId.slice((entityId.includes('://') ? entityId.lastIndexOf('/') : entityId.indexOf('/')) + 1)} ${last}`))
    yield triple(node, rdf.type, ng.Link)
    yield triple(node, rdf.type, rdf.Statement)
    yield triple(node, rdfs.label, text(`${mapping.nameOf(entityId)} is ${last}`))
    yield triple(node, rdf.subject, entity)
    yield triple(node, rdf.predicate, predicate)
    yield triple(node, rdf.object, target)
    yield triple(node, ng.confidence, decimal(link.confidence))
    yield triple(node, ng.rule, text(link.rule))
    for (const fact of link.facts) yield triple(node, ng.matchedFact, text(fact))
    yield triple(node, ng.namesakes, integer(link.namesakes))
    yield* knowledgeQuads(mapping, node, link.knowledgeBase)
    yield* mapping.evidence(node, ng.evidence, link.evidence)
    for (const evidence of mapping.evidenceOf?.(entityId) ?? []) yield triple(node, ng.evidence, evidence)
  }
}

/** What it is elsewhere, and where, for the description of the entity. */
export function* tieQuads({ describe }: Pick<Mapping, 'describe'>, entity: NamedNode, { predicate, targets, lat, long, within }: Tie): Quads {
  for (const target of targets) yield describe(entity, predicate === 'sameAs' ? owl.sameAs : skos.closeMatch, DataFactory.namedNode(target))
  if (within !== undefined) yield describe(entity, schema.containedInPlace, DataFactory.namedNode(within))
  if (lat === undefined || long === undefined) return
  yield describe(entity, geo.lat, decimal(lat))
  yield describe(entity, geo.long, decimal(long))
  yield describe(entity, geosparql.asWKT, DataFactory.literal(`POINT(${long} ${lat})`, geosparql.wktLiteral))
}

/** What uses something is an activity to PROV-O, which no entity can be: so a link is neither derived nor generated. */
function* knowledgeQuads({ describe, triple, isNew, options }: LinkMapping, node: NamedNode, name: string): Quads {
  const base = mint(options.base, 'source', slug(name))
  yield triple(node, prov.used, base)
  if (!isNew(base)) return
  yield describe(base, rdf.type, prov.Entity)
  yield describe(base, rdfs.label, text(name))
}
