/**
 * Every term that a graph may hold, as checked names: `ng.Statement` compiles, `ng.Statment` does not.
 * In: nothing. Out: one record of IRIs per vocabulary, and the prefixes that files are written with.
 * "Lavrov said" → `ng.Statement`, `schema.creator`, `speechAct.say`. What the terms mean stands in ontology/newsgraph.ttl.
 * The one file of this folder that the stages after it (store, view) read too.
 */
import { DataFactory, type NamedNode } from 'n3'
import type { StatementForm } from '../model.js'
import { namespaces } from './namespaces.js'
import { eventTypeNames, factualityNames, outletKindNames, predicateNames, quantityKindNames, speechActNames } from './schemes.js'

type Terms<Name extends string> = Readonly<Record<Name, NamedNode>>

function terms<const Name extends string>(namespace: string, ...names: readonly Name[]): Terms<Name> {
  return Object.fromEntries(names.map((name) => [name, DataFactory.namedNode(namespace + name)])) as Terms<Name>
}

export { namespaces }

export const ng = terms(namespaces.ng,
  'Article', 'Evidence', 'Event', 'Group', 'Link', 'Quantity', 'Relation', 'RoleHolding', 'Statement', 'UnnamedPerson',
  'DirectStatement', 'MixedStatement', 'IndirectStatement', 'RoleScheme',
  'accordingTo', 'acting', 'addressee', 'agent', 'antecedent', 'asOf', 'candidate', 'confidence', 'cue', 'descriptionSha256', 'elect', 'end',
  'eventType', 'evidence', 'factuality', 'former', 'graphSha256', 'heldFor', 'isMain', 'matchedFact', 'medium', 'model', 'namesakes', 'occasion',
  'outletKind', 'patient', 'quantity', 'quantityOf', 'rule', 'speechAct', 'standsFor', 'start', 'textSha256', 'trigger', 'within')

export const schema = terms(namespaces.schema,
  'NewsArticle', 'Person', 'Organization', 'NewsMediaOrganization', 'Place', 'CreativeWork', 'QuantitativeValue',
  'about', 'affiliation', 'articleBody', 'author', 'containedInPlace', 'creator', 'dateCreated', 'datePublished', 'endDate', 'headline',
  'inLanguage', 'jobTitle', 'mentions', 'publisher', 'softwareVersion', 'spatialCoverage', 'startDate', 'text', 'unitCode', 'unitText',
  'url', 'value')

export const org = terms(namespaces.org, 'Membership', 'member', 'organization', 'role')
export const prov = terms(namespaces.prov, 'Activity', 'Entity', 'SoftwareAgent', 'used', 'wasAssociatedWith', 'wasDerivedFrom', 'wasGeneratedBy')
export const oa = terms(namespaces.oa, 'SpecificResource', 'TextPositionSelector', 'TextQuoteSelector',
  'end', 'exact', 'hasSelector', 'hasSource', 'prefix', 'start', 'suffix')
export const sem = terms(namespaces.sem, 'Event', 'hasActor', 'hasPlace')
export const skos = terms(namespaces.skos, 'Concept', 'altLabel', 'broader', 'closeMatch', 'inScheme')
export const rdf = terms(namespaces.rdf, 'Statement', 'object', 'predicate', 'subject', 'type')
export const rdfs = terms(namespaces.rdfs, 'label')
export const owl = terms(namespaces.owl, 'sameAs')
export const geo = terms(namespaces.geo, 'lat', 'long')
export const geosparql = terms(namespaces.geosparql, 'asWKT', 'wktLiteral')
export const xsd = terms(namespaces.xsd, 'boolean', 'date', 'dateTime', 'decimal', 'gYear', 'gYearMonth', 'integer', 'string', 'anyURI')

/** For the description of the whole graph. */
export const dct = terms(namespaces.dct, 'conformsTo', 'isReplacedBy', 'license', 'rights', 'title')
export const dcat = terms(namespaces.dcat, 'Dataset')
export const voidTerms = terms(namespaces.void, 'Dataset', 'documents', 'entities', 'triples', 'uriSpace', 'vocabulary')

/** The properties between two entities. */
export const relationTerms = terms(namespaces.ng, ...predicateNames)

export const factualityTerms = terms(namespaces.ng, ...factualityNames)

export const formTerms: Terms<StatementForm> = { direct: ng.DirectStatement, mixed: ng.MixedStatement, indirect: ng.IndirectStatement }

export const outletKinds = terms(namespaces.ng, ...outletKindNames)

/** Finer classes of organisations, places and works. */
export const entityTypes = terms(namespaces.schema,
  'GovernmentOrganization', 'PoliticalParty', 'Corporation', 'NGO', 'EducationalOrganization', 'SportsTeam', 'SportsOrganization',
  'PerformingGroup', 'MedicalOrganization', 'ResearchOrganization',
  'Country', 'City', 'AdministrativeArea', 'CivicStructure', 'Landform', 'Continent',
  'Movie', 'Book', 'Report', 'Article', 'Legislation', 'TVSeries', 'TVEpisode', 'PodcastSeries', 'RadioSeries', 'MusicAlbum',
  'MusicRecording', 'Play', 'Poem', 'VideoGame', 'SoftwareApplication', 'VisualArtwork', 'SocialMediaPosting')

/** Concepts of the speech-act scheme. */
export const speechActs = terms(namespaces.act, ...speechActNames)

/** Concepts of the event-type scheme. */
export const eventTypes = terms(namespaces.happening, ...eventTypeNames)

/** Concepts of the quantity scheme: what a number counts. */
export const quantityKinds = terms(namespaces.measure, ...quantityKindNames)
