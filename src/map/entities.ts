/**
 * People, organisations, outlets, groups, places and works.
 * In: the entities of an ArticleGraph. Out: "Le Monde" → `outlet:le-monde a schema:NewsMediaOrganization, schema:Organization`
 * and every surface form, once for the whole graph; where it stands, for each article.
 */
import type { NamedNode } from 'n3'
import type { Entity } from '../model.js'
import { tieQuads } from './links.js'
import { decimal, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { dct, entityTypes, ng, outletKinds, owl, rdf, rdfs, schema, skos } from './vocab.js'

export function* entityQuads(mapping: Mapping, entity: Entity): Quads {
  const node = mapping.entity(entity.id)
  if (mapping.isNew(node)) yield* descriptionQuads(mapping, entity)
  // Where little is wanted, one place proves that it is named.
  yield* mapping.evidence(node, ng.evidence, mapping.options.evidence === 'span' ? entity.evidence.slice(0, 1) : entity.evidence)
}

/** What it is and what it is called, in the graph of the entities. */
export function* descriptionQuads(mapping: Mapping, entity: Entity): Quads {
  const { describe } = mapping
  const node = mapping.entity(entity.id)
  for (const type of typesOf(entity)) yield describe(node, rdf.type, type)
  yield describe(node, rdfs.label, text(entity.name))
  for (const name of entity.names) yield describe(node, skos.altLabel, text(name))
  const outletKind = nameIn(outletKinds, entity.outletKind)
  if (outletKind) yield describe(node, ng.outletKind, outletKind)
  if (entity.standsFor) yield describe(node, ng.standsFor, mapping.entity(entity.standsFor))
  if (entity.publisher) yield describe(node, schema.publisher, mapping.entity(entity.publisher))
  yield describe(node, ng.confidence, decimal(entity.confidence))
  if (entity.tie) yield* tieQuads(mapping, node, entity.tie)
  for (const old of entity.replaces ?? []) {
    yield describe(mapping.entity(old), dct.isReplacedBy, node)
    yield describe(mapping.entity(old), owl.sameAs, node)
  }
}

function typesOf(entity: Entity): NamedNode[] {
  const finer = nameIn(entityTypes, entity.type)
  return finer ? [...kindTypes(entity), finer] : kindTypes(entity)
}

function kindTypes(entity: Entity): NamedNode[] {
  switch (entity.kind) {
    case 'person': return entity.isUnnamed ? [schema.Person, ng.UnnamedPerson] : [schema.Person]
    case 'organization': return [schema.Organization]
    case 'outlet': return [schema.NewsMediaOrganization, schema.Organization]
    case 'group': return [ng.Group]
    case 'place': return [schema.Place]
    case 'work': return [schema.CreativeWork]
  }
}

/** The term of that name, if the vocabulary has it: a graph holds no term that the ontology does not know. */
function nameIn(terms: Readonly<Record<string, NamedNode>>, name: string | undefined): NamedNode | undefined {
  return name !== undefined && Object.hasOwn(terms, name) ? terms[name] : undefined
}
