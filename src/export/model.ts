/**
 * What the exports tell: the claims of a graph as plain records, read once, written in ten forms.
 * "Transport Minister Liis Kaarep told reporters" → a role and a statement, each with its article, its status and the places of its words.
 * No logic but the two questions that every form asks: what a claim says in four words, and whether the article itself vouches for it.
 */

/** A person, an organisation, a place …: whatever claims speak of. */
export interface Thing {
  readonly iri: string
  /** "person", "unnamed person", "outlet", "organization", "group", "place", "work"; "thing" where the graph says nothing of it. */
  readonly kind: string
  /** Finer classes in words: "country", "news agency". */
  readonly classes: readonly string[]
  readonly label: string
  /** Other names. */
  readonly names: readonly string[]
  /** The same thing in other data sets, proven to be right 95 times in 100. */
  readonly sameAs: readonly string[]
  /** Perhaps the same. */
  readonly closeMatch: readonly string[]
  readonly confidence?: number
  /** WGS 84, degrees. */
  readonly lat?: number
  readonly long?: number
}

/** Words of an article and where they stand. */
export interface Place {
  /** In Unicode code points of the article's text. */
  readonly start: number
  readonly end: number
  readonly prefix: string
  readonly exact: string
  readonly suffix: string
}

export interface Article {
  readonly iri: string
  readonly label: string
  readonly headline?: string
  /** ISO: a day or a time. */
  readonly date?: string
  readonly url?: string
  readonly language?: string
  readonly publisher?: Thing
  readonly authors: readonly Thing[]
  /** Which version of the text was read. */
  readonly sha256?: string
  /** Missing where the graph was made with `--no-body`. */
  readonly text?: string
}

/** A thing and the places where an article names it. */
export interface Mention {
  readonly thing: Thing
  readonly places: readonly Place[]
}

/**
 * How far the article vouches for a claim: "asserted" it does; of a statement it vouches that it was "said", not for what was said.
 * "former", "candidate", "elect" and "acting" are of roles; the others the statuses of events and relations.
 */
export type Status =
  | 'asserted'
  | 'said'
  | 'planned'
  | 'cancelled'
  | 'negated'
  | 'possible'
  | 'reported'
  | 'former'
  | 'candidate'
  | 'elect'
  | 'acting'

/** What every claim has. */
interface Claimed {
  readonly iri: string
  /** The claim in words. */
  readonly label: string
  readonly article: Article
  readonly status: Status
  /** Who says so, where it is only reported: the statement, and its speakers. */
  readonly accordingTo?: { readonly iri: string; readonly label: string; readonly speakers: readonly Thing[] }
  /** 0 to 1. */
  readonly confidence?: number
  readonly rule?: string
  /** In order of the text. */
  readonly places: readonly Place[]
}

export interface RoleClaim extends Claimed {
  readonly kind: 'role'
  readonly holder: Thing
  /** As written: "Transport Minister". */
  readonly title: string
  /** The kind of role in words, from narrow to broad: "transport minister", "minister", "official". */
  readonly chain: readonly string[]
  readonly heldFor: readonly Thing[]
  readonly asOf?: string
}

export interface StatementClaim extends Claimed {
  readonly kind: 'statement'
  readonly speakers: readonly Thing[]
  readonly text: string
  readonly form: 'direct' | 'mixed' | 'indirect'
  readonly cue?: string
  /** "say", "deny", "promise". */
  readonly speechAct: string
  readonly addressees: readonly Thing[]
  readonly about: readonly Thing[]
  readonly media: readonly Thing[]
  readonly where: readonly Thing[]
  readonly date?: string
  /** The statement that reports it. */
  readonly within?: string
}

export interface Quantity {
  readonly value: number
  /** As written: "four crew members". */
  readonly label: string
  /** What is counted: "injured". */
  readonly of: string
  readonly unit?: string
  /** ISO 4217. */
  readonly currency?: string
}

export interface EventClaim extends Claimed {
  readonly kind: 'event'
  /** "meeting", "fire". */
  readonly type: string
  readonly triggers: readonly string[]
  readonly agents: readonly Thing[]
  readonly patients: readonly Thing[]
  /** Who took part in another way. */
  readonly others: readonly Thing[]
  readonly where: readonly Thing[]
  /** A day, a month or a year. */
  readonly start?: string
  readonly end?: string
  readonly isMain: boolean
  readonly quantities: readonly Quantity[]
}

export interface RelationClaim extends Claimed {
  readonly kind: 'relation'
  readonly subject: Thing
  /** IRI of the property. */
  readonly property: string
  /** In words: "head of". */
  readonly predicate: string
  readonly object: Thing
  /** The graph says it as a plain triple, too: at least 95 in 100 of those are true. */
  readonly isPlain: boolean
}

export interface LinkClaim extends Claimed {
  readonly kind: 'link'
  readonly subject: Thing
  /** IRI of the property: owl:sameAs or skos:closeMatch. */
  readonly property: string
  readonly target: string
  /** What the article and the knowledge base both know. */
  readonly facts: readonly string[]
  /** How many others of that name were rejected. */
  readonly namesakes: number
}

export type Claim = RoleClaim | StatementClaim | EventClaim | RelationClaim | LinkClaim

/** All that one article says. */
export interface Told {
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly claims: readonly Claim[]
}

/** A graph as exports read it: what its things are, and article by article what is said of them. */
export interface Telling {
  readonly things: ReadonlyMap<string, Thing>
  articles(): AsyncIterable<Told>
}

/** A claim as who, does what, to whom: what a row of a table can hold. */
export interface Gist {
  readonly subjects: readonly Thing[]
  readonly predicate: string
  readonly objects: readonly Thing[]
  /** The object where it is no thing: the words of a statement, the address of a link. */
  readonly words?: string
  /** When it was, as far as the article says. */
  readonly when?: string
}

export function gistOf(claim: Claim): Gist {
  switch (claim.kind) {
    case 'role':
      return { subjects: [claim.holder], predicate: claim.title, objects: claim.heldFor, ...dated(claim.asOf) }
    case 'statement':
      return { subjects: claim.speakers, predicate: claim.speechAct, objects: [], words: claim.text, ...dated(claim.date) }
    case 'event': {
      const hasNoSides = claim.agents.length + claim.patients.length === 0
      return { subjects: hasNoSides ? claim.others : claim.agents, predicate: claim.type, objects: claim.patients, ...dated(claim.start) }
    }
    case 'relation':
      return { subjects: [claim.subject], predicate: claim.predicate, objects: [claim.object] }
    case 'link':
      return {
        subjects: [claim.subject],
        predicate: claim.status === 'asserted' ? 'same as' : 'close match',
        objects: [],
        words: claim.target,
      }
  }
}

/**
 * Whether the article itself vouches for what the claim says, so that it may stand as a fact elsewhere.
 * What is only said, planned, denied or possible may not; nor may a relation that the graph does not state as a plain triple.
 */
export function isFact(claim: Claim): boolean {
  if (claim.accordingTo) return false
  if (claim.kind === 'relation') return claim.isPlain && claim.status === 'asserted'
  return claim.status === 'asserted' || claim.status === 'acting'
}

function dated(when: string | undefined): { when?: string } {
  return when === undefined ? {} : { when }
}
