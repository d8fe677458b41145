/**
 * Every type that crosses a stage; no logic.
 *
 *   Source → read → Reading → analyse → Analysed → resolve → Resolved → extract → Extracted → link → Linked → merge → NewsGraph → quads
 *
 * Each stage adds named fields and never edits what is there. All of it is plain JSON.
 * Offsets are UTF-16 units of `Reading.text` (JavaScript string indices), end exclusive; they become code points only
 * when they are written to the graph (map/evidence.ts).
 */

// ---------------------------------------------------------------------------------------------------------- reading

/** Concepts and relations as the ontology lists them. */
import type { EventType, Factuality, OutletKind, Predicate, QuantityKind, SpeechAct } from './map/schemes.js'
export type { EventType, Factuality, OutletKind, Predicate, QuantityKind, SpeechAct }

/** Characters `[start, end)` of the article's text, in UTF-16 units. */
export interface Span { readonly start: number; readonly end: number }

/** Something odd that did not stop the work: a word as code, and one sentence for people. */
export interface Note { readonly code: string; readonly message: string }

/** A stretch of the article to be analysed on its own: a sentence never runs over its border. */
export interface Block extends Span {
  readonly kind: 'headline' | 'paragraph'
  /** Of an entry of a live blog: when it was written, `2024-03-05T10:05`. */
  readonly time?: string
}

/** An article as it was read: the text kept, and what is known about it from the page or file around it. */
export interface Reading {
  /** What its IRI ends in: 16 hex digits of the SHA-256 of its canonical address, or of its text where it has none. */
  readonly id: string
  /** Where it was read from: a path, a URL, or `-` for standard input. */
  readonly source: string
  /** The text kept. All offsets of all stages count in it. For plain text: the whole file without what nobody sees (soft hyphens and the like). */
  readonly text: string
  /** SHA-256 of the text's UTF-8 bytes, lower-case hex. */
  readonly textSha256: string
  /** What is to be analysed, in order; leaves out a leading date line, dateline, byline or boilerplate. */
  readonly blocks: readonly Block[]
  /** Headline, and where it stands in the text if it does. */
  readonly headline?: { readonly name: string; readonly span?: Span }
  /** Publication date, ISO 8601: `YYYY-MM-DD` or with a time. */
  readonly date?: string
  readonly dateFrom?: 'option' | 'text' | 'metadata' | 'dateline' | 'url' | 'file'
  /** Persons; a staff or an agency (`isOrganisation`) where no person is named. */
  readonly authors: readonly { readonly name: string; readonly span?: Span; readonly isOrganisation?: true }[]
  /** The outlet that published it, if the page, feed or dateline says so. */
  readonly publisher?: { readonly name: string; readonly url?: string; readonly span?: Span }
  /** The dateline's place: "MOSCOW, July 6 (Reuters) —". */
  readonly datelinePlace?: { readonly name: string; readonly span: Span }
  readonly url?: string
  /** BCP 47, lower case: `en`. */
  readonly language: string
  readonly notes: readonly Note[]
}

// --------------------------------------------------------------------------------------------------------- analysis

/** Token indices `[start, end)` of `Analysed.tokens`. */
export interface TokenSpan { readonly start: number; readonly end: number }

export interface Token extends Span {
  readonly text: string
  readonly lemma: string
  /** Universal part of speech: NOUN, PROPN, VERB, … */
  readonly upos: string
  /** Penn tag, for what morphology matters: VBD, VBN, NNS, … */
  readonly xpos: string
  /** Index of the syntactic head in `Analysed.tokens`; -1 for the root of a sentence. */
  readonly head: number
  /** Universal Dependencies v2 relation with its subtype, as in `nsubj:pass`. */
  readonly deprel: string
  /** Index in `Analysed.sentences`. */
  readonly sentence: number
}

export interface Sentence extends TokenSpan { readonly block: number }

/** What a mention is of, as finely as the analysis says. */
export type MentionKind =
  | 'person' | 'organization' | 'outlet'
  | 'country' | 'city' | 'region' | 'facility' | 'place'
  | 'nationality' // "Russian", "Burmese": an adjective or a people
  | 'role' // "Foreign Minister", "spokeswoman"
  | 'work' | 'product' | 'law' | 'event'
  | 'date' | 'money'
  | 'other'

/** A stretch of tokens that refers to something. */
export interface Mention extends TokenSpan {
  /** Token index of its syntactic head. */
  readonly head: number
  readonly kind: MentionKind
  /** "Emmanuel Macron" – name; "the French leader", "a police spokesman" – nominal; "he" – pronoun. */
  readonly form: 'name' | 'nominal' | 'pronoun'
  /** Calibrated probability, 0–1. */
  readonly confidence: number
}

/** One way in which `mention` may corefer with an earlier one. */
export interface Antecedent { readonly mention: number; readonly antecedent: number; readonly score: number }

/** Whom a noun or pronoun means: chances of the places that name somebody, and that nobody named is meant. */
export interface Meaning {
  readonly token: number
  readonly nobody: number
  /** At most the best eight, likeliest first. */
  readonly candidates: readonly { readonly mention: number; readonly chance: number }[]
}

/** Who said what, as spans: "“Lavrov” (source) “said” (cue) “it was over” (content)". Parts may be discontinuous. */
export interface Attribution {
  readonly cue: TokenSpan
  readonly source: readonly TokenSpan[]
  readonly content: readonly TokenSpan[]
  readonly confidence: number
}

/** A word or phrase that names a happening. */
export interface Trigger extends TokenSpan {
  readonly head: number
  readonly kind: 'occurrence' | 'reporting' | 'state' | 'other'
  readonly negated: boolean
  readonly confidence: number
}

/** A word that stands to a happening as agent, patient, participant, place or time. */
export interface HappeningPart { readonly part: string; readonly token: number; readonly confidence: number }

/** A word or phrase that names a happening which a newsroom's timeline would list: "an [explosion] rocked Chelsea". */
export interface Happening extends TokenSpan {
  readonly head: number
  readonly type: EventType
  readonly typeConfidence: number
  /** asserted, planned, cancelled, denied, possible, said. */
  readonly standing: string
  readonly confidence: number
  readonly parts: readonly HappeningPart[]
  /** Index of the nearest earlier mention of the same happening. */
  readonly same?: number
  readonly sameConfidence?: number
}

/** A title that somebody named holds: "“Foreign Minister” (title) “Sergey Lavrov” (holder)". */
export interface TitleMention extends TokenSpan {
  readonly head: number
  /** held, former, elect, acting, candidate, kin, denied, said, planned. */
  readonly flag: string
  readonly confidence: number
  /** A token of each holder's words, likeliest first. */
  readonly holders: readonly number[]
  /** Tokens of the words for what it may be held for, with their chances. */
  readonly of: readonly { readonly token: number; readonly confidence: number }[]
}

/** The model's view that one mention stands in a relation to another; `relation` is a name of the relation list. */
export interface RelationCandidate {
  readonly subject: number
  readonly object: number
  readonly relation: string
  readonly confidence: number
}

/** What the language model sees in an article. */
export interface Analysis {
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** In order of start, then longer first. Names do not overlap names; a nominal may contain a name. */
  readonly mentions: readonly Mention[]
  /** Candidates only: at most the best five of each mention, best first; the choice is made in `resolve`. */
  readonly antecedents: readonly Antecedent[]
  readonly attributions: readonly Attribution[]
  readonly triggers: readonly Trigger[]
  readonly happenings: readonly Happening[]
  readonly titles: readonly TitleMention[]
  /** In order of token. */
  readonly meanings: readonly Meaning[]
  readonly relationCandidates: readonly RelationCandidate[]
  /** Identifies the model: name, version and hash. */
  readonly model: string
  /** The text in its usual case, as long letter for letter, where it is written in capitals only or without any: names are read in it. */
  readonly usualCase?: string
}

/** An article after the language model: its text, and words, trees, names, attributions. */
export type Analysed = Reading & Analysis

/** The language model, or what stands for it. */
export type Analyser = (reading: Reading) => Promise<Analysis>

// --------------------------------------------------------------------------------------------------------- entities

/** What an entity is. */
export type EntityKind = 'person' | 'organization' | 'outlet' | 'group' | 'place' | 'work'

/** One real-world thing, whatever the surface forms. */
export interface Entity {
  /** Readable and stable within the article, unique over all kinds: `person/emmanuel-macron`. */
  readonly id: string
  readonly kind: EntityKind
  /** The best full name; for the unnamed, the description as written: "Macron’s diplomatic adviser". */
  readonly name: string
  /** Every surface form, without leading determiner or possessive 's, `name` included; sorted. Never pronouns. */
  readonly names: readonly string[]
  /** No name is given: "a police spokesman". Only persons and groups. */
  readonly isUnnamed: boolean
  /** Finer class as a schema.org or ng: local name: Country, City, AdministrativeArea, PoliticalParty, Movie, Book, … */
  readonly type?: string
  /** Of outlets: Newspaper, Broadcaster, NewsAgency, Magazine, Website, SocialNetwork. */
  readonly outletKind?: string
  /** Id of the entity whose voice this one is: "the Kremlin", "Moscow" → Russia. */
  readonly standsFor?: string
  /** Who published a work, if the text says so: entity id. */
  readonly publisher?: string
  /** Ids that it had in earlier graphs, before it was found to be the same as another. */
  readonly replaces?: readonly string[]
  readonly confidence: number
  /** What it is elsewhere; known when articles were merged. */
  readonly tie?: Tie
  /** Where it is named or described; pronouns come after names. */
  readonly evidence: Evidence
}

/** A time expression, resolved against the article's date. */
export interface Time {
  readonly tokens: TokenSpan
  /** ISO 8601 as exact as the text allows: `2022-02-20`, `2020`, `2022-07`, `2022-W29`, `2022-07-06T20:30`. */
  readonly from: string
  /** Last day of an interval, if it is one. */
  readonly until?: string
}

/** A stretch of tokens that refers to an entity: a mention of the analysis, or one that resolution found by rule. */
export interface Reference extends TokenSpan {
  /** Token index of its syntactic head. */
  readonly head: number
  /** `adjective`: "Russian" for Russia, "GOP" before a noun stays a name. */
  readonly form: 'name' | 'nominal' | 'pronoun' | 'adjective'
  /** Id of the entity. */
  readonly entity: string
}

/** Who and what the article speaks of: what `resolve` adds. */
export interface Resolution {
  /** In order of first mention. */
  readonly entities: readonly Entity[]
  /** Everything that refers to an entity, in order of start, then longer first; may nest ("[[Macron]’s adviser]"). */
  readonly references: readonly Reference[]
  /** Entity id of each mention, by index in `mentions`; null where it refers to nothing in the graph. */
  readonly entityOf: readonly (string | null)[]
  readonly times: readonly Time[]
}

/** An article whose names are entities. */
export type Resolved = Analysed & Resolution

// ----------------------------------------------------------------------------------------------------------- claims

/** The characters that a claim or entity rests on; at least one. */
export type Evidence = readonly [Span, ...Span[]]

interface ClaimBase {
  /** What its IRI ends in, after the article's: unique among the article's claims of its kind; says what it claims, never a number in a list. */
  readonly id: string
  /** Calibrated probability, 0–1. */
  readonly confidence: number
  /** Name of the rule or model head that made it; the same word as in the rule's record. */
  readonly rule: string
  readonly evidence: Evidence
}

/** "Russian Foreign Minister Sergey Lavrov": Lavrov holds the title "Foreign Minister" for Russia. */
export interface RoleHolding extends ClaimBase {
  readonly kind: 'role'
  /** Entity id of the person. */
  readonly holder: string
  /** As written, without nationality and organisation: "Foreign Minister". */
  readonly title: string
  /** The words of the text where they are of several: "Senators". */
  readonly written?: string
  /** Entity id of the organisation, place or person it is held for. */
  readonly of?: string
  /** No words beside the title say of what: it was concluded from the article. Nothing follows from it. */
  readonly isOfInferred?: true
  readonly isFormer: boolean
  /** "presidential candidate", "president-elect", "acting director": wanted, won or held for a while. */
  readonly standing?: 'candidate' | 'elect' | 'acting'
}

/** In quotation marks, partly, or not. */
export type StatementForm = 'direct' | 'mixed' | 'indirect'

/** Who said what: "“We always say what we think,” he added." */
export interface Statement extends ClaimBase {
  readonly kind: 'statement'
  readonly form: StatementForm
  /** Entity ids; several when they speak with one voice ("Macron and Scholz said"). Never empty. */
  readonly speakers: readonly string[]
  /** What was said, as spans in order, without the enclosing quotation marks of a direct statement. */
  readonly content: Evidence
  /** The reporting words, as a span; absent for a run-on quotation. */
  readonly cue?: Span
  /** Concept of the speech-act scheme: say, claim, accuse, deny, promise, … */
  readonly speechAct: SpeechAct
  readonly addressees: readonly string[]
  readonly about: readonly string[]
  /** ISO date on which it was said. */
  readonly date?: string
  /** Entity id of the outlet or work it was made through, or that reported it. */
  readonly medium?: string
  /** Id of the event at which it was made. */
  readonly occasion?: string
  /** Entity id of the place where it was said. */
  readonly place?: string
  /** Id of the statement it is nested in. */
  readonly within?: string
  /** The name that the words for the speaker lead to, where these are a pronoun or a description. */
  readonly antecedent?: Span
}

/** A number that belongs to a happening: "four dead", "$3.5 million". */
export interface Quantity {
  readonly of: QuantityKind
  /** Of a score, the first side's; see `text`. */
  readonly value: number
  /** What is counted, as written: "people", "million dollars"; empty where nothing is named. */
  readonly unit: string
  /** ISO 4217 code of a currency. */
  readonly currency?: string
  readonly evidence: Evidence
}

/** A newsworthy happening, merged over its mentions in the article. */
export interface NewsEvent extends ClaimBase {
  readonly kind: 'event'
  /** Concept of the event-type scheme: meeting, attack, election, … */
  readonly type: EventType
  /** Readable: "invasion of Ukraine". */
  readonly label: string
  /** The words that name it, one span per mention. */
  readonly triggers: Evidence
  readonly agents: readonly string[]
  readonly patients: readonly string[]
  /** Other participants. */
  readonly actors: readonly string[]
  /** Where it was, the surest first. */
  readonly places: readonly string[]
  readonly startDate?: string
  readonly endDate?: string
  readonly factuality: Factuality
  /** Id of the statement in which alone it is reported. */
  readonly accordingTo?: string
  /** It is what the article is about. */
  readonly isMain?: true
  readonly quantities?: readonly Quantity[]
}

/** A relation between two entities: "Le Monde" basedIn "France". */
export interface Relation extends ClaimBase {
  readonly kind: 'relation'
  readonly subject: string
  readonly predicate: Predicate
  readonly object: string
  readonly factuality: Factuality
  readonly isFormer: boolean
  readonly accordingTo?: string
}

/** Anything that an article is taken to say. */
export type Claim = RoleHolding | Statement | NewsEvent | Relation

/** What the article says: what `extract` adds. */
export interface Extraction {
  readonly roles: readonly RoleHolding[]
  readonly statements: readonly Statement[]
  readonly events: readonly NewsEvent[]
  readonly relations: readonly Relation[]
}

/** An article with its claims. */
export type Extracted = Resolved & Extraction

// ------------------------------------------------------------------------------------------------------------ links

/** That an entity is, or comes close to, a thing of another data set, and why. */
export interface Link {
  readonly predicate: 'sameAs' | 'closeMatch'
  /** IRI of the thing in Wikidata, DBpedia or GeoNames. */
  readonly target: string
  /** Measured precision of the rule. */
  readonly confidence: number
  readonly rule: string
  /** The facts of the knowledge base that the article's words matched. */
  readonly facts: readonly string[]
  /** How many others of that name were rejected. */
  readonly namesakes: number
  /** Name, version and hash of the knowledge base. */
  readonly knowledgeBase: string
  readonly evidence: Evidence
  /** Of places: where it is, as the knowledge base says. */
  readonly location?: Location
}

/** Where a place is: degrees of latitude and longitude, and the IRI of what it lies in. */
export interface Location { readonly lat?: number; readonly long?: number; readonly within?: string }

/** What an entity is elsewhere, as all articles together say: one thing, by its IRIs. */
export interface Tie extends Location { readonly predicate: Link['predicate']; readonly targets: readonly string[] }

/** What entities are elsewhere: what `link` adds. */
export interface Linking {
  /** By entity id. */
  readonly links: Readonly<Record<string, readonly Link[]>>
  /** Names, versions and hashes of the knowledge bases that were asked; absent where none was. */
  readonly knowledgeBase?: string
}

/** An article at the end of the way: read, analysed, resolved, extracted and linked. */
export type Linked = Extracted & Linking

/** What ties entities to knowledge bases. */
export type Linker = (article: Extracted) => Promise<Linked>

// ------------------------------------------------------------------------------------------------------------ graph

/** What the graph keeps of one article: entity ids are those of the whole graph. */
export interface ArticleGraph extends Extraction {
  readonly article: Omit<Reading, 'blocks'>
  readonly entities: readonly Entity[]
  readonly model: string
  /** By entity id. */
  readonly links?: Readonly<Record<string, readonly Link[]>>
}

/** Several articles merged: the same thing has the same entity id in all of them. Order of articles does not matter. */
export interface NewsGraph { readonly articles: readonly ArticleGraph[] }
