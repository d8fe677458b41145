/**
 * Which property of the graph goes into which field of a record.
 * In: nothing. Out: for each kind of record its fields: a statement's `speakers` are the values of `schema:creator`, as references.
 * The records and their description in OpenAPI are both made from this table, so that they cannot differ.
 */

export interface Field {
  /** The properties whose values it takes. */
  readonly from: readonly string[]
  /** A reference has id, IRI and label; a word is the last part of an IRI: `act:deny` → "deny". */
  readonly shape: 'reference' | 'word' | 'text' | 'number' | 'flag'
  readonly isList: boolean
  /** What it means, for people. */
  readonly says: string
}

export type RecordKind = 'statement' | 'event' | 'role' | 'relation' | 'article'

const one = (shape: Field['shape'], says: string, ...from: string[]): Field => ({ shape, says, from, isList: false })
const all = (shape: Field['shape'], says: string, ...from: string[]): Field => ({ shape, says, from, isList: true })

/** What every claim has. */
const claim = {
  article: one('reference', 'The article that makes the claim.', 'prov:wasDerivedFrom'),
  confidence: one('number', 'How sure it is that the article says so, 0 to 1.', 'ng:confidence'),
  rule: one('text', 'How it was found.', 'ng:rule'),
}

export const fields: Readonly<Record<RecordKind, Readonly<Record<string, Field>>>> = {
  statement: {
    speakers: all('reference', 'Who says it.', 'schema:creator'),
    text: one('text', 'What is said.', 'schema:text'),
    cue: one('text', 'The reporting words.', 'ng:cue'),
    speechAct: one('word', 'say, deny, accuse, promise, …', 'ng:speechAct'),
    addressees: all('reference', 'Who is told.', 'ng:addressee'),
    about: all('reference', 'Who and what is spoken of.', 'schema:about'),
    date: one('text', 'When it was said.', 'schema:dateCreated'),
    media: all('reference', 'The outlets or works it was made through.', 'ng:medium'),
    occasion: one('reference', 'The event it was made at.', 'ng:occasion'),
    places: all('reference', 'Where it was said.', 'schema:spatialCoverage'),
    within: one('reference', 'The statement that reports it.', 'ng:within'),
    ...claim,
  },
  event: {
    type: one('word', 'meeting, visit, attack, …', 'ng:eventType'),
    isMain: one('flag', 'It is what the article is about.', 'ng:isMain'),
    quantities: all('reference', 'The numbers of it, as written: "twelve people".', 'ng:quantity'),
    triggers: all('text', 'The words that name it.', 'ng:trigger'),
    agents: all('reference', 'Who does it.', 'ng:agent'),
    patients: all('reference', 'Whom it is done to.', 'ng:patient'),
    actors: all('reference', 'Who takes part.', 'sem:hasActor'),
    places: all('reference', 'Where.', 'sem:hasPlace'),
    start: one('text', 'From when.', 'schema:startDate'),
    end: one('text', 'Until when.', 'schema:endDate'),
    factuality: one('word', 'asserted, planned, negated, possible, reported, cancelled: what the article vouches for.', 'ng:factuality'),
    accordingTo: one('reference', 'The statement that reports it.', 'ng:accordingTo'),
    ...claim,
  },
  role: {
    holder: one('reference', 'Who holds it.', 'org:member'),
    title: one('text', 'The title as written.', 'rdfs:label'),
    heldFor: all('reference', 'For or at whom or what.', 'ng:heldFor', 'org:organization'),
    role: one('word', 'The kind of role.', 'org:role'),
    former: one('flag', 'It is held no longer.', 'ng:former'),
    candidate: one('flag', 'It is run for.', 'ng:candidate'),
    elect: one('flag', 'It is not yet taken up.', 'ng:elect'),
    acting: one('flag', 'It is held for the time being.', 'ng:acting'),
    asOf: one('text', 'The date of the article.', 'ng:asOf'),
    ...claim,
  },
  relation: {
    subject: one('reference', 'Who or what.', 'rdf:subject'),
    predicate: one('word', 'head of, member of, …', 'rdf:predicate'),
    object: one('reference', 'Of whom or what.', 'rdf:object'),
    factuality: one('word', 'asserted, planned, negated, possible, reported.', 'ng:factuality'),
    accordingTo: one('reference', 'The statement that reports it.', 'ng:accordingTo'),
    ...claim,
  },
  article: {
    headline: one('text', 'The headline.', 'schema:headline'),
    date: one('text', 'When it was published.', 'schema:datePublished'),
    publisher: one('reference', 'The outlet.', 'schema:publisher'),
    authors: all('reference', 'Who wrote it.', 'schema:author'),
    url: one('text', 'Where it stands.', 'schema:url'),
    language: one('text', 'BCP 47.', 'schema:inLanguage'),
    textSha256: one('text', 'Which version of its text was read.', 'ng:textSha256'),
  },
}
