/**
 * The tables that spreadsheets, Parquet and CSV share: which columns there are, what they mean, and how a record fills them.
 * In: what an article says. Out: rows: a claim of any kind → ["statement", "Liis Kaarep", "say", "All 612 passengers …", "said", …].
 * One table has every claim in the same columns, one for each kind has all that is known of it; `evidence` has every place by itself.
 */
import { gistOf, isFact, type Article, type Claim, type Mention, type Place, type Telling, type Thing } from './model.js'

export type Cell = string | number | boolean | undefined

export interface Column<Row> {
  readonly name: string
  readonly type: 'text' | 'integer' | 'number' | 'flag'
  /** What it means, for people. */
  readonly says: string
  readonly of: (row: Row) => Cell
}

export interface Table {
  readonly name: string
  readonly says: string
  readonly columns: readonly Column<never>[]
}

/** A row of a table. */
export interface Entry {
  readonly table: string
  readonly cells: readonly Cell[]
}

const text = <Row>(name: string, says: string, of: (row: Row) => Cell): Column<Row> => ({ name, type: 'text', says, of })
const integer = <Row>(name: string, says: string, of: (row: Row) => Cell): Column<Row> => ({ name, type: 'integer', says, of })
const number = <Row>(name: string, says: string, of: (row: Row) => Cell): Column<Row> => ({ name, type: 'number', says, of })
const flag = <Row>(name: string, says: string, of: (row: Row) => Cell): Column<Row> => ({ name, type: 'flag', says, of })

/** Between the values of a list in one cell. */
const BETWEEN = '; '
/** Between words that stand in several places. */
const APART = ' … '

const labels = (things: readonly Thing[]): string => things.map(({ label }) => label).join(BETWEEN)
const iris = (things: readonly Thing[]): string => things.map(({ iri }) => iri).join(BETWEEN)
const wikidata = (things: readonly Thing[]): string =>
  things.flatMap(({ sameAs }) => sameAs.flatMap((iri) => wikidataId(iri) ?? [])).join(BETWEEN)
const words = (places: readonly Place[]): string => places.map(({ exact }) => exact).join(APART)
const spans = (places: readonly Place[]): string => places.map(({ start, end }) => `${start}-${end}`).join(BETWEEN)

/** "Q191" of an address in Wikidata. */
export function wikidataId(iri: string): string | undefined {
  return /^https?:\/\/www\.wikidata\.org\/entity\/(Q\d+)$/u.exec(iri)?.[1]
}

/** A pair of columns: what things are called, and which they are. */
function named<Row>(name: string, says: string, of: (row: Row) => readonly Thing[]): Column<Row>[] {
  return [text(name, says, (row) => labels(of(row))), text(`${name}_id`, `${says} IRIs.`, (row) => iris(of(row)))]
}

const evidenceColumns: readonly Column<Claim>[] = [
  text('words', 'The words of the article that it rests on.', ({ places }) => words(places)),
  text('place', 'Where they stand, in characters (Unicode code points) of the text: first-last.', ({ places }) => spans(places)),
  text('article', 'Headline of the article.', ({ article }) => article.headline ?? article.label),
  text('article_id', 'IRI of the article.', ({ article }) => article.iri),
  text('published', 'When it was published.', ({ article }) => article.date),
  text('url', 'Where it stands.', ({ article }) => article.url),
  number('confidence', 'So many of one such claims are right, 0 to 1.', ({ confidence }) => confidence),
  text('rule', 'How it was found.', ({ rule }) => rule),
]

const statusColumns: readonly Column<Claim>[] = [
  text(
    'status',
    `asserted: the article says so itself; said: somebody said it, which makes it no fact;
      reported, planned, possible, negated, cancelled, former, candidate, elect, acting.`.replace(/\s+/gu, ' '),
    ({ status }) => status,
  ),
  text(
    'according_to',
    'Who says so, where it is only reported.',
    ({ accordingTo }) => accordingTo && (labels(accordingTo.speakers) || accordingTo.label),
  ),
]

const claimsColumns: readonly Column<Claim>[] = [
  text('kind', 'role, statement, event, relation or link.', ({ kind }) => kind),
  text('subject', 'Who.', (claim) => labels(gistOf(claim).subjects)),
  text('predicate', 'Does, says or is what.', (claim) => gistOf(claim).predicate),
  text('object', 'To or of whom or what; of a statement what was said.', (claim) => gistOf(claim).words ?? labels(gistOf(claim).objects)),
  flag('is_fact', 'The article vouches for it itself; what is only said, planned, denied or possible is none.', isFact),
  ...statusColumns,
  text('date', 'When, as far as the article says: a day, a month or a year.', (claim) => gistOf(claim).when),
  ...evidenceColumns,
  text('subject_id', 'IRIs of the subject.', (claim) => iris(gistOf(claim).subjects)),
  text('object_id', 'IRIs of the object.', (claim) => iris(gistOf(claim).objects)),
  text('subject_wikidata', 'The subject in Wikidata, where that is proven.', (claim) => wikidata(gistOf(claim).subjects)),
  text('object_wikidata', 'The object in Wikidata, where that is proven.', (claim) => wikidata(gistOf(claim).objects)),
  text('id', 'IRI of the claim.', ({ iri }) => iri),
]

type Of<Kind extends Claim['kind']> = Extract<Claim, { kind: Kind }>
const ends: readonly Column<Claim>[] = [...statusColumns, ...evidenceColumns, text('id', 'IRI of the claim.', ({ iri }) => iri)]

const roleColumns: readonly Column<Of<'role'>>[] = [
  ...named('holder', 'Who holds it.', ({ holder }: Of<'role'>) => [holder]),
  text('title', 'The title as written.', ({ title }) => title),
  text('role', 'The kind of role, and the broader ones.', ({ chain }) => chain.join(' < ')),
  ...named('held_for', 'For or at whom or what.', ({ heldFor }: Of<'role'>) => heldFor),
  text('as_of', 'The date of the article.', ({ asOf }) => asOf),
  ...ends,
]
const statementColumns: readonly Column<Of<'statement'>>[] = [
  ...named('speaker', 'Who says it.', ({ speakers }: Of<'statement'>) => speakers),
  text('cue', 'The reporting words.', ({ cue }) => cue),
  text('speech_act', 'say, deny, accuse, promise, …', ({ speechAct }) => speechAct),
  text('text', 'What is said.', (claim) => claim.text),
  text('form', 'direct: in quotation marks; mixed: partly; indirect.', ({ form }) => form),
  ...named('addressee', 'Who is told.', ({ addressees }: Of<'statement'>) => addressees),
  ...named('about', 'Who and what is spoken of.', ({ about }: Of<'statement'>) => about),
  ...named('medium', 'The outlet or work it was made through.', ({ media }: Of<'statement'>) => media),
  text('where', 'Where it was said.', ({ where }) => labels(where)),
  text('date', 'When it was said.', ({ date }) => date),
  text('within', 'The statement that reports it.', ({ within }) => within),
  ...ends,
]
const eventColumns: readonly Column<Of<'event'>>[] = [
  text('event', 'The event in words.', ({ label }) => label),
  text('type', 'meeting, visit, attack, …', ({ type }) => type),
  ...named('agent', 'Who does it.', ({ agents }: Of<'event'>) => agents),
  ...named('patient', 'Whom it is done to.', ({ patients }: Of<'event'>) => patients),
  ...named('other', 'Who takes part in another way.', ({ others }: Of<'event'>) => others),
  ...named('where', 'Where.', ({ where }: Of<'event'>) => where),
  text('start', 'From when.', ({ start }) => start),
  text('end', 'Until when.', ({ end }) => end),
  flag('is_main', 'It is what the article is about.', ({ isMain }) => isMain),
  text('triggers', 'The words that name it.', ({ triggers }) => triggers.join(BETWEEN)),
  text('quantities', 'Its numbers as written, with what they count.', ({ quantities }) =>
    quantities.map(({ label, of }) => `${label} (${of})`).join(BETWEEN),
  ),
  ...ends,
]
const relationColumns: readonly Column<Of<'relation'>>[] = [
  ...named('subject', 'Who or what.', ({ subject }: Of<'relation'>) => [subject]),
  text('predicate', 'head of, member of, …', ({ predicate }) => predicate),
  ...named('object', 'Of whom or what.', ({ object }: Of<'relation'>) => [object]),
  text('property', 'IRI of the predicate.', ({ property }) => property),
  flag('is_fact', 'The graph states it as a plain triple.', isFact),
  ...ends,
]
const linkColumns: readonly Column<Of<'link'>>[] = [
  ...named('thing', 'What is linked.', ({ subject }: Of<'link'>) => [subject]),
  text('property', 'owl:sameAs, or skos:closeMatch where it is less sure.', ({ property }) => property),
  text('target', 'What it is elsewhere.', ({ target }) => target),
  text('matched', 'What the article and the knowledge base both know.', ({ facts }) => facts.join(BETWEEN)),
  integer('namesakes', 'How many others of that name were rejected.', ({ namesakes }) => namesakes),
  ...ends,
]
const articleColumns: readonly Column<Article>[] = [
  text('id', 'IRI of the article.', ({ iri }) => iri),
  text('headline', 'The headline.', ({ headline, label }) => headline ?? label),
  text('date', 'When it was published.', ({ date }) => date),
  text('publisher', 'The outlet.', ({ publisher }) => publisher?.label),
  text('authors', 'Who wrote it.', ({ authors }) => labels(authors)),
  text('url', 'Where it stands.', ({ url }) => url),
  text('language', 'BCP 47.', ({ language }) => language),
  text('text_sha256', 'Which version of its text was read.', ({ sha256 }) => sha256),
]

interface Counted {
  readonly thing: Thing
  readonly articles: number
  readonly mentions: number
}
const entityColumns: readonly Column<Counted>[] = [
  text('id', 'IRI of the entity.', ({ thing }) => thing.iri),
  text('name', 'The best full name.', ({ thing }) => thing.label),
  text('kind', 'person, unnamed person, organization, outlet, group, place or work.', ({ thing }) => thing.kind),
  text('classes', 'What is known beyond that.', ({ thing }) => thing.classes.join(BETWEEN)),
  text('other_names', 'Other names.', ({ thing }) => thing.names.join(BETWEEN)),
  text('wikidata', 'In Wikidata, where that is proven.', ({ thing }) => wikidata([thing])),
  text('same_as', 'The same elsewhere.', ({ thing }) => thing.sameAs.join(BETWEEN)),
  text('close_match', 'Perhaps the same elsewhere.', ({ thing }) => thing.closeMatch.join(BETWEEN)),
  number('latitude', 'WGS 84, degrees.', ({ thing }) => thing.lat),
  number('longitude', 'WGS 84, degrees.', ({ thing }) => thing.long),
  integer('articles', 'How many articles name it.', ({ articles }) => articles),
  integer('mentions', 'In how many places.', ({ mentions }) => mentions),
  number('confidence', 'That it is one of its kind, 0 to 1.', ({ thing }) => thing.confidence),
]

interface Found {
  readonly of: string
  readonly kind: string
  readonly article: Article
  readonly place: Place
}
const evidenceTable: readonly Column<Found>[] = [
  text('of', 'IRI of the claim or entity that rests on these words.', ({ of }) => of),
  text('kind', 'Which kind of claim or entity that is.', ({ kind }) => kind),
  text('article_id', 'IRI of the article.', ({ article }) => article.iri),
  integer('start', 'First character, counted from 0 in Unicode code points.', ({ place }) => place.start),
  integer('end', 'The character behind the last.', ({ place }) => place.end),
  text('exact', 'The words.', ({ place }) => place.exact),
  text('before', 'Those before them.', ({ place }) => place.prefix),
  text('after', 'Those behind them.', ({ place }) => place.suffix),
]

const ofKind = {
  role: ['roles', roleColumns],
  statement: ['statements', statementColumns],
  event: ['events', eventColumns],
  relation: ['relations', relationColumns],
  link: ['links', linkColumns],
} as const

const table = <Row>(name: string, says: string, columns: readonly Column<Row>[]): Table => ({
  name,
  says,
  columns: columns as readonly Column<never>[],
})

export const claimsTable = table('claims', 'Every claim of every article, in the same columns.', claimsColumns)
export const tables: readonly Table[] = [
  claimsTable,
  table('roles', 'Who holds which title.', roleColumns),
  table('statements', 'Who said what.', statementColumns),
  table('events', 'What happened, will happen or is said to have happened.', eventColumns),
  table('relations', 'How two entities stand to each other.', relationColumns),
  table('links', 'What entities are in Wikidata, DBpedia and GeoNames.', linkColumns),
  table('entities', 'People, organisations, outlets, groups, places and works.', entityColumns),
  table('articles', 'The articles.', articleColumns),
  table('evidence', 'Every place that a claim or entity rests on.', evidenceTable),
]

/** All rows of all tables, article by article; the entities come last, as only then they are counted. */
export async function* entriesOf({ articles, things }: Telling): AsyncGenerator<Entry> {
  const counts = new Map<string, { articles: number; mentions: number }>()
  for await (const { article, claims, mentions } of articles()) {
    yield entry('articles', articleColumns, article)
    for (const claim of claims) {
      yield entry('claims', claimsColumns, claim)
      const [name, columns] = ofKind[claim.kind]
      yield entry(name, columns as readonly Column<Claim>[], claim)
      for (const place of claim.places) yield entry('evidence', evidenceTable, { of: claim.iri, kind: claim.kind, article, place })
    }
    for (const mention of mentions) {
      count(counts, mention)
      for (const place of mention.places)
        yield entry('evidence', evidenceTable, { of: mention.thing.iri, kind: mention.thing.kind, article, place })
    }
  }
  for (const thing of things.values()) yield entry('entities', entityColumns, { thing, articles: 0, mentions: 0, ...counts.get(thing.iri) })
}

/** The rows of the one table of all claims. */
export async function* claimEntries({ articles }: Telling): AsyncGenerator<Entry> {
  for await (const { claims } of articles()) for (const claim of claims) yield entry('claims', claimsColumns, claim)
}

function entry<Row>(name: string, columns: readonly Column<Row>[], row: Row): Entry {
  return { table: name, cells: columns.map(({ of }) => of(row)) }
}

function count(counts: Map<string, { articles: number; mentions: number }>, { thing, places }: Mention): void {
  const known = counts.get(thing.iri)
  counts.set(thing.iri, { articles: (known?.articles ?? 0) + 1, mentions: (known?.mentions ?? 0) + places.length })
}
