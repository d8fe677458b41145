/**
 * People, organisations, outlets, groups, places and works.
 * In: the entities of an ArticleGraph. Out: "Le Monde" → `outlet:le-monde a schema:NewsMediaOrganization, schema:Organization`,
 * its name, every surface form and where it stands.
 */
import type { NamedNode } from 'n3'
import type { Entity } from '../model.js'
import { decimal, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { entityTypes, ng, outletKinds, prov, rdf, rdfs, schema, skos } from './vocab.js'

export function* entityQuads(mapping: Mapping, entity: Entity): Quads {
  const { triple } = mapping
  const node = mapping.entity(entity.id)
  for (const type of typesOf(entity)) yield triple(node, rdf.type, type)
  yield triple(node, rdfs.label, text(entity.name))
  for (const name of entity.names) yield triple(node, skos.altLabel, text(name))
  yield* particularQuads(mapping, entity, node)
  yield triple(node, ng.confidence, decimal(entity.confidence))
  yield triple(node, prov.wasDerivedFrom, mapping.article)
  for (const span of entity.evidence) yield triple(node, ng.evidence, mapping.evidence(span))
}

function* particularQuads(mapping: Mapping, entity: Entity, node: NamedNode): Quads {
  const { triple } = mapping
  const outletKind = nameIn(outletKinds, entity.outletKind)
  if (outletKind) yield triple(node, ng.outletKind, outletKind)
  if (entity.standsFor) yield triple(node, ng.standsFor, mapping.entity(entity.standsFor))
  if (entity.publisher) yield triple(node, schema.publisher, mapping.entity(entity.publisher))
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
