/**
 * Every term that a graph may hold, as checked names: `ng.Statement` compiles, `ng.Statment` does not.
 * In: nothing. Out: one record of IRIs per vocabulary, and the prefixes that files are written with.
 * "Lavrov said" → `ng.Statement`, `schema.creator`, `speechAct.say`. What the terms mean stands in ontology/newsgraph.ttl.
 * The one file of this folder that the stages after it (store, view) read too.
 */
import { DataFactory, type NamedNode } from 'n3'
import type { EventType, Factuality, Predicate, QuantityKind, SpeechAct, StatementForm } from '../model.js'

type Terms<Name extends string> = Readonly<Record<Name, NamedNode>>

function terms<const Name extends string>(namespace: string, ...names: Name[]): Terms<Name> {
  return Object.fromEntries(names.map((name) => [name, DataFactory.namedNode(namespace + name)])) as Terms<Name>
}

/** Vocabularies by prefix. */
export const namespaces = {
  ng: 'https://w3id.org/newsgraph/ontology#',
  role: 'https://w3id.org/newsgraph/role#',
  act: 'https://w3id.org/newsgraph/speech-act#',
  happening: 'https://w3id.org/newsgraph/event-type#',
  measure: 'https://w3id.org/newsgraph/quantity#',
  schema: 'https://schema.org/',
  org: 'http://www.w3.org/ns/org#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  sem: 'http://semanticweb.cs.vu.nl/2009/11/sem/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  void: 'http://rdfs.org/ns/void#',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export const ng = terms(namespaces.ng,
  'Article', 'Evidence', 'Event', 'Group', 'Link', 'Quantity', 'Relation', 'RoleHolding', 'Statement', 'UnnamedPerson',
  'DirectStatement', 'MixedStatement', 'IndirectStatement', 'RoleScheme',
  'accordingTo', 'acting', 'addressee', 'agent', 'antecedent', 'asOf', 'candidate', 'confidence', 'cue', 'elect', 'end', 'eventType', 'evidence',
  'factuality', 'former', 'heldFor', 'isMain', 'matchedFact', 'medium', 'model', 'namesakes', 'occasion', 'outletKind', 'patient', 'quantity',
  'quantityOf', 'rule', 'speechAct', 'standsFor', 'start', 'textSha256', 'trigger', 'within')

export const schema = terms(namespaces.schema,
  'NewsArticle', 'Person', 'Organization', 'NewsMediaOrganization', 'Place', 'CreativeWork', 'QuantitativeValue',
  'about', 'affiliation', 'articleBody', 'author', 'creator', 'dateCreated', 'datePublished', 'endDate', 'headline',
  'inLanguage', 'jobTitle', 'mentions', 'publisher', 'softwareVersion', 'spatialCoverage', 'startDate', 'text', 'unitCode', 'unitText', 'url', 'value')

export const org = terms(namespaces.org, 'Membership', 'member', 'organization', 'role')
export const prov = terms(namespaces.prov, 'Activity', 'Entity', 'SoftwareAgent', 'used', 'wasAssociatedWith', 'wasDerivedFrom', 'wasGeneratedBy')
export const oa = terms(namespaces.oa, 'SpecificResource', 'TextPositionSelector', 'TextQuoteSelector',
  'end', 'exact', 'hasSelector', 'hasSource', 'prefix', 'start', 'suffix')
export const sem = terms(namespaces.sem, 'Event', 'hasActor', 'hasPlace')
export const skos = terms(namespaces.skos, 'Concept', 'altLabel', 'broader', 'closeMatch', 'inScheme')
export const owl = terms(namespaces.owl, 'sameAs')
export const dct = terms(namespaces.dct, 'conformsTo', 'isReplacedBy', 'license', 'rights', 'title')
export const dcat = terms(namespaces.dcat, 'Dataset')
export const voidTerms = terms(namespaces.void, 'Dataset', 'documents', 'entities', 'triples', 'uriSpace', 'vocabulary')
export const rdf = terms(namespaces.rdf, 'Statement', 'object', 'predicate', 'subject', 'type')
export const rdfs = terms(namespaces.rdfs, 'label')
export const xsd = terms(namespaces.xsd, 'boolean', 'date', 'dateTime', 'decimal', 'gYear', 'gYearMonth', 'integer', 'string', 'anyURI')

/** The properties between two entities. */
export const relationTerms: Terms<Predicate> = terms(namespaces.ng,
  'headOf', 'ministerOf', 'memberOf', 'spokespersonOf', 'employeeOf', 'agentOf', 'adviserOf', 'represents', 'founderOf',
  'ownerOf', 'coachOf', 'playsFor', 'partyOf', 'citizenOf', 'residesIn', 'bornIn', 'diedIn', 'educatedAt', 'spouseOf',
  'parentOf', 'siblingOf', 'relativeOf', 'allyOf', 'opponentOf', 'supporterOf', 'successorOf', 'authorOf', 'publisherOf',
  'partOf', 'subsidiaryOf', 'basedIn', 'locatedIn', 'capitalOf', 'partyTo', 'winnerOf', 'sponsorOf', 'productOf')

export const factualityTerms: Terms<Factuality> = terms(namespaces.ng, 'Asserted', 'Planned', 'Cancelled', 'Negated', 'Possible', 'Reported')

export const formTerms: Terms<StatementForm> = { direct: ng.DirectStatement, mixed: ng.MixedStatement, indirect: ng.IndirectStatement }

export const outletKinds = terms(namespaces.ng, 'Newspaper', 'Broadcaster', 'NewsAgency', 'Magazine', 'Website', 'SocialNetwork')

/** Finer classes of organisations, places and works. */
export const entityTypes = terms(namespaces.schema,
  'GovernmentOrganization', 'PoliticalParty', 'Corporation', 'NGO', 'EducationalOrganization', 'SportsTeam', 'SportsOrganization',
  'PerformingGroup', 'MedicalOrganization', 'ResearchOrganization',
  'Country', 'City', 'AdministrativeArea', 'CivicStructure', 'Landform', 'Continent',
  'Movie', 'Book', 'Report', 'Article', 'Legislation', 'TVSeries', 'TVEpisode', 'PodcastSeries', 'RadioSeries', 'MusicAlbum',
  'MusicRecording', 'Play', 'Poem', 'VideoGame', 'SoftwareApplication', 'VisualArtwork', 'SocialMediaPosting')

/** Concepts of the speech-act scheme. */
export const speechActs: Terms<SpeechAct> = terms(namespaces.act,
  'say', 'claim', 'announce', 'explain', 'ask', 'answer', 'argue', 'accuse', 'criticise', 'praise', 'deny', 'confirm',
  'admit', 'promise', 'threaten', 'warn', 'demand', 'urge', 'advise', 'propose', 'agree', 'refuse', 'predict', 'estimate',
  'think', 'hope', 'fear', 'describe', 'report', 'rule', 'order', 'apologise', 'thank')

/** Concepts of the event-type scheme. */
export const eventTypes: Terms<EventType> = terms(namespaces.happening,
  'meeting', 'telephone-call', 'press-conference', 'negotiation', 'visit', 'agreement', 'sanction', 'protest', 'war',
  'attack', 'explosion', 'shooting', 'killing', 'death', 'injury', 'arrest', 'trial', 'ruling', 'charge', 'investigation',
  'crime', 'election', 'vote', 'appointment', 'resignation', 'dismissal', 'legislation', 'accident', 'disaster', 'flood',
  'fire', 'storm', 'earthquake', 'disease', 'rescue', 'evacuation', 'publication', 'broadcast', 'performance', 'award',
  'sports-match', 'ceremony', 'campaign', 'conference', 'transaction', 'acquisition', 'bankruptcy', 'launch', 'strike',
  'economic-change', 'discovery', 'construction', 'movement', 'deployment', 'ceasefire', 'cancellation', 'birth', 'marriage', 'divorce',
  'leak', 'happening')

/** Concepts of the quantity scheme: what a number counts. */
export const quantityKinds: Terms<QuantityKind> = terms(namespaces.measure,
  'killed', 'injured', 'missing', 'arrested', 'displaced', 'amount', 'votes', 'score', 'share', 'count')
