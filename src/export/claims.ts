/**
 * What one article says, as records.
 * In: the quads of an article's part, and what its things are called. Out: "Transport Minister Liis Kaarep told reporters …" →
 * { kind: "statement", speakers: [Liis Kaarep], text: "All 612 passengers …", status: "said", places: [282–355, 386–402] }.
 */
import type { Quad, Term } from 'n3'
import { factualityTerms, ng, org, owl, prov, rdf, rdfs, schema, sem } from '../map/vocab.js'
import { indexGraph, type GraphIndex } from '../store/graph-index.js'
import { wordsOf } from '../store/words.js'
import { withHearsay } from './hearsay.js'
import type {
  Article,
  Claim,
  EventClaim,
  LinkClaim,
  Mention,
  Quantity,
  RelationClaim,
  RoleClaim,
  StatementClaim,
  Status,
  Thing,
  Told,
} from './model.js'
import { placesOf } from './places.js'
import { unknownThing, type Things } from './things.js'

/** What reading claims needs to look at. */
interface Sight {
  readonly index: GraphIndex
  readonly chainOf: Things['chainOf']
  readonly thing: (iri: string) => Thing
  readonly thingsAt: (node: string, ...terms: readonly Term[]) => Thing[]
  readonly text: (node: string, term: Term) => string | undefined
}

/** The articles of a part; mostly one. */
export function toldIn(quads: Iterable<Quad>, { things, chainOf }: Things): Told[] {
  const index = indexGraph(quads)
  const thing = (iri: string): Thing => things.get(iri) ?? unknownThing(iri, index.value(iri, rdfs.label))
  const thingsAt = (node: string, ...terms: readonly Term[]): Thing[] =>
    [...new Set(terms.flatMap((term) => index.objects(node, term).map(({ value }) => value)))].map(thing)
  const sight: Sight = { index, chainOf, thing, thingsAt, text: index.value }
  return index.ofType(ng.Article).map((node) => {
    const article = articleOf(sight, node)
    return { article, mentions: mentionsOf(sight, node), claims: withHearsay(claimsOf(sight, article)) }
  })
}

function articleOf({ text, thingsAt, index }: Sight, iri: string): Article {
  const [publisher] = thingsAt(iri, schema.publisher)
  return {
    iri,
    label: index.label(iri),
    authors: thingsAt(iri, schema.author),
    ...(publisher && { publisher }),
    ...present({
      headline: text(iri, schema.headline),
      date: text(iri, schema.datePublished),
      url: text(iri, schema.url),
      language: text(iri, schema.inLanguage),
      sha256: text(iri, ng.textSha256),
      text: text(iri, schema.articleBody),
    }),
  }
}

function mentionsOf({ index, thing }: Sight, article: string): Mention[] {
  const mentioned = new Set(index.objects(article, schema.mentions).map(({ value }) => value))
  return [...mentioned].map((iri) => ({ thing: thing(iri), places: placesOf(index, iri, article) }))
}

const readers: readonly (readonly [Term, (sight: Sight, node: string, article: Article) => Claim])[] = [
  [ng.RoleHolding, roleOf],
  [ng.Statement, statementOf],
  [ng.Event, eventOf],
  [ng.Relation, relationOf],
  [ng.Link, linkOf],
]

function claimsOf(sight: Sight, article: Article): Claim[] {
  const { index } = sight
  return readers.flatMap(([type, read]) =>
    index
      .ofType(type)
      .filter((node) => articleNamed(index, node) === article.iri)
      .map((node) => read(sight, node, article)),
  )
}

/** The article that a claim is of: it says so, or its evidence does. */
function articleNamed(index: GraphIndex, node: string): string | undefined {
  return (
    index.value(node, prov.wasDerivedFrom) ??
    index
      .objects(node, ng.evidence)
      .map(({ value }) => index.of(value).find(({ predicate }) => predicate.value.endsWith('#hasSource'))?.object.value)[0]
  )
}

function claimed(sight: Sight, iri: string, article: Article, status: Status) {
  const { index, text, thingsAt } = sight
  const source = text(iri, ng.accordingTo),
    confidence = text(iri, ng.confidence)
  return {
    iri,
    label: index.label(iri),
    article,
    status: source !== undefined && status === 'asserted' ? ('reported' as const) : status,
    places: placesOf(index, iri, article.iri),
    ...(source !== undefined && { accordingTo: { iri: source, label: index.label(source), speakers: thingsAt(source, schema.creator) } }),
    ...(confidence !== undefined && { confidence: Number(confidence) }),
    ...present({ rule: text(iri, ng.rule) }),
  }
}

function roleOf(sight: Sight, iri: string, article: Article): RoleClaim {
  const { text, thingsAt, chainOf, thing } = sight
  const standing = (['former', 'candidate', 'elect', 'acting'] as const).find((word) => text(iri, ng[word]) === 'true')
  const title = sight.index.label(iri),
    role = text(iri, org.role)
  return {
    kind: 'role',
    ...claimed(sight, iri, article, standing ?? 'asserted'),
    title,
    chain: role === undefined ? [title] : chainOf(role),
    holder: thing(text(iri, org.member) ?? iri),
    heldFor: thingsAt(iri, ng.heldFor, org.organization),
    ...present({ asOf: text(iri, ng.asOf) }),
  }
}

function statementOf(sight: Sight, iri: string, article: Article): StatementClaim {
  const { text, thingsAt, index } = sight
  const types = new Set(index.objects(iri, rdf.type).map(({ value }) => value))
  return {
    kind: 'statement',
    ...claimed(sight, iri, article, 'said'),
    speakers: thingsAt(iri, schema.creator),
    text: text(iri, schema.text) ?? '',
    speechAct: wordsOf(text(iri, ng.speechAct) ?? 'say'),
    form: types.has(ng.DirectStatement.value) ? 'direct' : types.has(ng.MixedStatement.value) ? 'mixed' : 'indirect',
    addressees: thingsAt(iri, ng.addressee),
    about: thingsAt(iri, schema.about),
    media: thingsAt(iri, ng.medium),
    where: thingsAt(iri, schema.spatialCoverage),
    ...present({ cue: text(iri, ng.cue), date: text(iri, schema.dateCreated), within: text(iri, ng.within) }),
  }
}

function eventOf(sight: Sight, iri: string, article: Article): EventClaim {
  const { text, thingsAt, index } = sight
  const agents = thingsAt(iri, ng.agent),
    patients = thingsAt(iri, ng.patient)
  return {
    kind: 'event',
    ...claimed(sight, iri, article, factualityOf(sight, iri)),
    type: wordsOf(text(iri, ng.eventType) ?? 'event'),
    triggers: [...new Set(index.objects(iri, ng.trigger).map(({ value }) => value))],
    agents,
    patients,
    others: thingsAt(iri, sem.hasActor).filter(({ iri: actor }) => ![...agents, ...patients].some((side) => side.iri === actor)),
    where: thingsAt(iri, sem.hasPlace),
    isMain: text(iri, ng.isMain) === 'true',
    quantities: index.objects(iri, ng.quantity).map(({ value }) => quantityOf(sight, value)),
    ...present({ start: text(iri, schema.startDate), end: text(iri, schema.endDate) }),
  }
}

function quantityOf({ text, index }: Sight, node: string): Quantity {
  return {
    value: Number(text(node, schema.value)),
    label: index.label(node),
    of: wordsOf(text(node, ng.quantityOf) ?? 'amount'),
    ...present({ unit: text(node, schema.unitText), currency: text(node, schema.unitCode) }),
  }
}

function relationOf(sight: Sight, iri: string, article: Article): RelationClaim {
  const { text, thing, index } = sight
  const [subject = iri, property = '', object = iri] = [rdf.subject, rdf.predicate, rdf.object].map((term) => text(iri, term))
  const status = text(iri, ng.former) === 'true' ? 'former' : factualityOf(sight, iri)
  return {
    kind: 'relation',
    ...claimed(sight, iri, article, status),
    subject: thing(subject),
    property,
    predicate: wordsOf(property),
    object: thing(object),
    isPlain: index.of(subject).some(({ predicate, object: { value } }) => predicate.value === property && value === object),
  }
}

function linkOf(sight: Sight, iri: string, article: Article): LinkClaim {
  const { text, thing, index } = sight
  const property = text(iri, rdf.predicate) ?? ''
  return {
    kind: 'link',
    ...claimed(sight, iri, article, property === owl.sameAs.value ? 'asserted' : 'possible'),
    subject: thing(text(iri, rdf.subject) ?? iri),
    property,
    target: text(iri, rdf.object) ?? '',
    facts: index.objects(iri, ng.matchedFact).map(({ value }) => value),
    namesakes: Number(text(iri, ng.namesakes) ?? 0),
  }
}

const statuses = new Map<string, Status>(Object.entries(factualityTerms).map(([name, term]) => [term.value, name.toLowerCase() as Status]))

/** What the graph does not know the status of is no fact. */
function factualityOf({ text }: Sight, iri: string): Status {
  const said = text(iri, ng.factuality)
  return (said === undefined ? undefined : statuses.get(said)) ?? 'possible'
}

/** Only the fields that are known. */
function present<Fields extends Record<string, string | undefined>>(fields: Fields): { readonly [Name in keyof Fields]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    readonly [Name in keyof Fields]?: string
  }
}
