/**
 * Quads in, a graph to look at out: the statement "Lavrov accused Macron of …" becomes a record with its quote, cue and
 * evidence, and a line from Lavrov to Macron.
 */

import type { Literal, Quad, Term } from '@rdfjs/types'
import type {
  NodeKind,
  Standing,
  ViewArticle,
  ViewClaim,
  ViewFact,
  ViewGraph,
  ViewLink,
  ViewNode,
  ViewRecord,
  ViewValue,
} from './model.js'
import type { Description, Descriptions } from './descriptions.js'
import { describe, typesOf, valueOf, valuesOf } from './descriptions.js'
import { edgesOf } from './edges.js'
import type { IndexedText } from './evidence.js'
import { evidenceOf, indexText } from './evidence.js'
import { storiesOf } from './stories.js'
import { compact, propertyLabel, propertyLabels, words } from './terms.js'

/** The first class that a thing has decides what it is drawn as. */
const kindOfClass: readonly (readonly [string, NodeKind])[] = [
  ['ng:Article', 'article'],
  ['ng:Event', 'event'],
  ['schema:Person', 'person'],
  ['schema:NewsMediaOrganization', 'outlet'],
  ['ng:Group', 'group'],
  ['schema:Organization', 'organization'],
  ['schema:Place', 'place'],
  ['schema:CreativeWork', 'work'],
]
const claimKindOfClass: readonly (readonly [string, ViewClaim['kind']])[] = [
  ['ng:Statement', 'statement'],
  ['ng:RoleHolding', 'role'],
  ['ng:Relation', 'relation'],
]
/** Classes that say nothing beyond the kind. */
const generalClasses = new Set([
  ...[...kindOfClass, ...claimKindOfClass].map(([name]) => name),
  'sem:Event',
  'org:Membership',
  'rdf:Statement',
  'schema:Quotation',
  'schema:Claim',
  'schema:NewsArticle',
])

/** Shown in another way, or copies of something that is shown. */
const notFacts = new Set([
  'rdf:type',
  'rdfs:label',
  'skos:altLabel',
  'skos:prefLabel',
  'ng:evidence',
  'ng:confidence',
  'ng:rule',
  'schema:mentions',
  'schema:articleBody',
  'schema:jobTitle',
  'schema:affiliation',
  'prov:wasDerivedFrom',
  'prov:wasGeneratedBy',
  'org:organization',
  'ng:antecedent',
  'owl:sameAs',
  'skos:closeMatch',
  'geosparql:asWKT',
])

/** Their values are links that lead out of the graph. */
const addresses = new Set(['schema:url'])

/** Makes what the page shows; the same quads in any order give the same JSON, positions included. */
export function toViewGraph(quads: Iterable<Quad>): ViewGraph {
  const descriptions = describe(quads)
  const texts = textsOf(descriptions)
  const links = linksBySubject(descriptions)
  const records = [...descriptions].map(([id, description]) => ({ id, description, types: typesOf(description) }))
  const nodes = records.flatMap(({ id, description, types }) => {
    const kind = kindOfClass.find(([name]) => types.includes(name))?.[1]
    return kind === undefined
      ? []
      : [nodeOf(kind, recordOf(id, description, descriptions, texts), description, descriptions, links.get(id) ?? [])]
  })
  const claims = records.flatMap(({ id, description, types }): ViewClaim[] => {
    const kind = claimKindOfClass.find(([name]) => types.includes(name))?.[1]
    return kind === undefined ? [] : [{ kind, ...recordOf(id, description, descriptions, texts), detail: finerOf(types) }]
  })
  const edges = edgesOf(nodes, claims, descriptions)
  return { articles: articlesOf(nodes, descriptions), nodes, claims, edges, stories: storiesOf(nodes, claims, edges) }
}

/** The same without the articles' texts, for those who may not hand them on; the words that claims rest on stay. */
export function withoutTexts(graph: ViewGraph): ViewGraph {
  return {
    ...graph,
    articles: graph.articles.map(
      article => Object.fromEntries(Object.entries(article).filter(([name]) => name !== 'text')) as unknown as ViewArticle,
    ),
  }
}

/** What links say of each node, by its id. */
function linksBySubject(descriptions: Descriptions): ReadonlyMap<string, readonly Description[]> {
  const links = new Map<string, Description[]>()
  for (const description of descriptions.values()) {
    if (!typesOf(description).includes('ng:Link')) continue
    const subject = valueOf(description, 'rdf:subject') ?? ''
    const known = links.get(subject)
    if (known === undefined) links.set(subject, [description])
    else known.push(description)
  }
  return links
}

function nodeOf(
  kind: NodeKind,
  record: ViewRecord,
  description: Description,
  descriptions: Descriptions,
  links: readonly Description[],
): ViewNode {
  const names = valuesOf(description, 'skos:altLabel').filter(name => name !== record.label)
  return { kind, ...record, detail: detailOf(kind, description, descriptions), names, links: linksOf(description, links) }
}

/** Each address once, with what its link says for it; several articles may say so. */
function linksOf(description: Description, links: readonly Description[]): ViewLink[] {
  return (['owl:sameAs', 'skos:closeMatch'] as const).flatMap(property =>
    valuesOf(description, property).map((href): ViewLink => {
      const reasons = links.filter(link => valueOf(link, 'rdf:object') === href)
      const [reason] = reasons
      const confidence = Number(valueOf(reason, 'ng:confidence'))
      const [rule, namesakes] = [valueOf(reason, 'ng:rule'), valueOf(reason, 'ng:namesakes')]
      return {
        href,
        isSame: property === 'owl:sameAs',
        matched: [...new Set(reasons.flatMap(each => valuesOf(each, 'ng:matchedFact')))],
        ...(confidence > 0 ? { confidence } : {}),
        ...(rule === undefined ? {} : { rule }),
        ...(namesakes === undefined ? {} : { namesakes: Number(namesakes) }),
      }
    }),
  )
}

/** "news agency", "city", "telephone call": what is known beyond the kind. */
function detailOf(kind: NodeKind, description: Description, descriptions: Descriptions): string {
  const specific = valueOf(description, 'ng:outletKind') ?? valueOf(description, 'ng:eventType')
  if (specific !== undefined) return nameOf(specific, descriptions)
  return kind === 'article' ? '' : finerOf(typesOf(description))
}

function finerOf(types: readonly string[]): string {
  const finer = types.find(type => !generalClasses.has(type))
  return finer === undefined ? '' : words(finer)
}

function recordOf(id: string, description: Description, descriptions: Descriptions, texts: ReadonlyMap<string, IndexedText>): ViewRecord {
  const confidence = Number(valueOf(description, 'ng:confidence'))
  const rule = valueOf(description, 'ng:rule')
  const status = valueOf(description, 'ng:factuality')
  return {
    id,
    label: nameOf(id, descriptions),
    facts: factsOf(description, descriptions),
    evidence: evidenceOf(description, descriptions, texts),
    standing: standingOf(status, description.has('ng:accordingTo')),
    ...(Number.isNaN(confidence) ? {} : { confidence }),
    ...(rule === undefined ? {} : { rule }),
  }
}

function standingOf(factuality: string | undefined, isSaid: boolean): Standing {
  switch (factuality === undefined ? '' : compact(factuality)) {
    case 'ng:Asserted':
      return 'asserted'
    case 'ng:Planned':
    case 'ng:Possible':
      return 'planned'
    case 'ng:Negated':
    case 'ng:Cancelled':
      return 'denied'
    case '':
      return isSaid ? 'said' : 'asserted'
    default:
      return 'said'
  }
}

function factsOf(description: Description, descriptions: Descriptions): ViewFact[] {
  const order = Object.keys(propertyLabels)
  const rank = (property: string): number => (order.indexOf(property) + order.length + 1) % (order.length + 1)
  return withoutRepeatedActors(description)
    .filter(([property]) => !notFacts.has(property))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([property, terms]) => ({
      property,
      label: propertyLabel(property),
      values: terms.map(term => showTerm(property, term, descriptions)),
    }))
    .filter(fact => fact.values.length > 0)
}

/** Agents and patients are actors too; they are shown once, as what they are. */
function withoutRepeatedActors(description: Description): readonly (readonly [string, readonly Term[]])[] {
  const told = new Set([...valuesOf(description, 'ng:agent'), ...valuesOf(description, 'ng:patient')])
  return [...description].map(([property, terms]) => [
    property,
    property === 'sem:hasActor' ? terms.filter(term => !told.has(term.value)) : terms,
  ])
}

function showTerm(property: string, term: Term, descriptions: Descriptions): ViewValue {
  if (addresses.has(property)) return { text: term.value, href: term.value }
  if (term.termType === 'Literal') return { text: term.value, ...termOfLiteral(term) }
  if (term.termType !== 'NamedNode') return { text: term.value }
  const types = typesOf(descriptions.get(term.value))
  const isRecord = [...kindOfClass, ...claimKindOfClass].some(([name]) => types.includes(name))
  return { text: nameOf(term.value, descriptions), ...(isRecord ? { ref: term.value } : { term: compact(term.value) }) }
}

/** `xsd:date`, `@en`; nothing for plain words. */
function termOfLiteral({ language, datatype }: Literal): { term?: string } {
  const type = language === '' ? compact(datatype.value) : `@${language}`
  return type === 'xsd:string' ? {} : { term: type }
}

/** Its label, or words made from its IRI. */
function nameOf(iri: string, descriptions: Descriptions): string {
  const description = descriptions.get(iri)
  return valueOf(description, 'rdfs:label') ?? valueOf(description, 'skos:prefLabel') ?? words(iri)
}

function textsOf(descriptions: Descriptions): ReadonlyMap<string, IndexedText> {
  return new Map(
    [...descriptions].flatMap(([id, description]) => {
      const text = valueOf(description, 'schema:articleBody')
      return text === undefined ? [] : [[id, indexText(text)]]
    }),
  )
}

/** The newest first. */
function articlesOf(nodes: readonly ViewNode[], descriptions: Descriptions): ViewArticle[] {
  const articles = nodes
    .filter(node => node.kind === 'article')
    .map((node): ViewArticle => {
      const description = descriptions.get(node.id)
      const publisher = valueOf(description, 'schema:publisher')
      const known = Object.entries({
        date: valueOf(description, 'schema:datePublished'),
        publisher: publisher === undefined ? undefined : nameOf(publisher, descriptions),
        url: valueOf(description, 'schema:url'),
        text: valueOf(description, 'schema:articleBody'),
      }).filter(([, value]) => value !== undefined)
      return Object.assign({ id: node.id, headline: valueOf(description, 'schema:headline') ?? node.label }, Object.fromEntries(known))
    })
  return articles.sort((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : a.headline < b.headline ? -1 : 1,
  )
}
