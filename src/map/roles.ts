/**
 * Who holds which title, for whom.
 * In: the role holdings of an ArticleGraph. Out: "Russian Foreign Minister Sergey Lavrov" →
 * `holding:76f4…-foreign-minister-sergey-lavrov a ng:RoleHolding ; org:member person:sergey-lavrov ; ng:heldFor place:russia ;
 * org:role role:foreign-minister`, and the concepts it names. Only what is held in an organisation is an org:Membership too.
 */
import { DataFactory, type NamedNode } from 'n3'
import type { RoleHolding } from '../model.js'
import { claimQuads } from './claims.js'
import { mint, slug } from './iri.js'
import { boolean, date, text } from './literals.js'
import type { Mapping, Quads } from './mapping.js'
import { isKin, placeTitle, type SchemeRole } from './role-scheme.js'
import { namespaces, ng, org, rdf, rdfs, schema, skos } from './vocab.js'

export function* roleQuads(mapping: Mapping, role: RoleHolding): Quads {
  const { triple } = mapping
  const node = mapping.local('holding', role.id)
  const isMembership = role.of !== undefined && isOrganization(mapping, role.of)
  yield triple(node, rdf.type, ng.RoleHolding)
  if (isMembership) yield triple(node, rdf.type, org.Membership)
  yield triple(node, rdfs.label, text(role.title))
  if (role.written) yield triple(node, skos.altLabel, text(role.written))
  yield triple(node, org.member, mapping.entity(role.holder))
  if (role.of) yield triple(node, ng.heldFor, mapping.entity(role.of))
  if (role.of && isMembership) yield triple(node, org.organization, mapping.entity(role.of))
  yield triple(node, org.role, conceptOf(mapping.options.base, role.title))
  if (role.isFormer) yield triple(node, ng.former, boolean(true))
  if (role.standing) yield triple(node, ng[role.standing], boolean(true))
  if (mapping.graph.article.date) yield triple(node, ng.asOf, date(mapping.graph.article.date))
  yield* claimQuads(mapping, node, role)
}

/** What a person is now, once more on the person: so that a plain look at the person shows it. Kin is no job. */
export function* currentRoleQuads(mapping: Mapping, holder: string): Quads {
  const node = mapping.entity(holder)
  const current = mapping.graph.roles.filter((role) => role.holder === holder && !role.isFormer && role.standing !== 'candidate' && !isKin(role.title))
  for (const role of current) {
    yield mapping.triple(node, schema.jobTitle, text(role.title))
    if (role.of && isOrganization(mapping, role.of)) yield mapping.triple(node, schema.affiliation, mapping.entity(role.of))
  }
}

/** The concepts of all titles of the article with the broader ones, each once. */
export function* conceptQuads(mapping: Mapping): Quads {
  const titles = new Set(mapping.graph.roles.map((role) => role.title))
  for (const title of titles) {
    const { own, chain } = placeTitle(title)
    if (!own) yield* oneConcept(mapping, conceptOf(mapping.options.base, title), title.toLowerCase(), chain[0])
    for (const role of chain) yield* oneConcept(mapping, roleIri(role), role.name, role.broader)
  }
}

function* oneConcept({ describe, isNew }: Mapping, concept: NamedNode, name: string, broader?: SchemeRole): Quads {
  if (!isNew(concept)) return
  yield describe(concept, rdf.type, skos.Concept)
  yield describe(concept, rdfs.label, text(name))
  yield describe(concept, skos.inScheme, ng.RoleScheme)
  if (broader) yield describe(concept, skos.broader, roleIri(broader))
}

/** The concept of the scheme, or one minted for a title that the scheme does not know. */
function conceptOf(base: string, title: string): NamedNode {
  const { own } = placeTitle(title)
  return own ? roleIri(own) : mint(base, 'title', slug(title))
}

function roleIri(role: SchemeRole): NamedNode {
  return DataFactory.namedNode(namespaces.role + slug(role.name))
}

function isOrganization(mapping: Mapping, id: string): boolean {
  return mapping.graph.entities.some((entity) => entity.id === id && (entity.kind === 'organization' || entity.kind === 'outlet'))
}
