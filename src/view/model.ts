/**
 * What a graph is to the viewer: plain JSON, made from quads by graph.ts, packed by pack.ts, read by src/view/app.
 * Spans are UTF-16 units of the article's text, so that the page only has to slice; in the RDF they are code points.
 */

/** What a node is of; decides its colour, its shape, its icon and its place in the legend. */
export const nodeKinds = ['person', 'organization', 'outlet', 'group', 'place', 'work', 'event', 'article'] as const
export type NodeKind = (typeof nodeKinds)[number]

/** What is claimed without being drawn as a point of its own. */
export const claimKinds = ['statement', 'role', 'relation'] as const
export type ClaimKind = (typeof claimKinds)[number]

/** What an edge rests on. */
export const edgeKinds = ['statement', 'role', 'relation', 'participation', 'publication', 'mention'] as const
export type EdgeKind = (typeof edgeKinds)[number]

/** How the article stands to it: asserted, only said by somebody, planned or possible, denied or cancelled. */
export const standings = ['asserted', 'said', 'planned', 'denied'] as const
export type Standing = (typeof standings)[number]

/** The words that something rests on. */
export interface ViewEvidence {
  readonly article: string
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Missing where the article's text is not in the graph, or does not match. */
  readonly span?: readonly [start: number, end: number]
  /** The text is in the graph and says something else at this place. */
  readonly isMismatch?: true
}

/** One value of a property. */
export interface ViewValue {
  readonly text: string
  /** The record that it names. */
  readonly ref?: string
  /** The address that it leads to. */
  readonly href?: string
  /** The term itself where it is neither record nor plain words: `act:accuse`; `xsd:date` for a literal. */
  readonly term?: string
}

/** A property of a record: "ng:cue", "Cue", ["warned"]. */
export interface ViewFact {
  readonly property: string
  readonly label: string
  readonly values: readonly ViewValue[]
}

/** Anything that can be selected and inspected. */
export interface ViewRecord {
  readonly id: string
  readonly label: string
  readonly facts: readonly ViewFact[]
  readonly evidence: readonly ViewEvidence[]
  readonly standing: Standing
  readonly confidence?: number
  readonly rule?: string
}

/** Why a node is taken to be something of a knowledge base. */
export interface ViewLink {
  readonly href: string
  /** `owl:sameAs`; otherwise it is only close. */
  readonly isSame: boolean
  readonly confidence?: number
  readonly rule?: string
  readonly matched: readonly string[]
  readonly namesakes?: number
}

/** Something that is drawn as a point: an entity, an event or an article. */
export interface ViewNode extends ViewRecord {
  readonly kind: NodeKind
  /** The finer kind, if it is known: "news agency", "city", "telephone call". */
  readonly detail: string
  /** Other forms of the name. */
  readonly names: readonly string[]
  readonly links: readonly ViewLink[]
}

/** Something that is drawn as a line, or not at all: who said what, who holds which role, how two entities are related. */
export interface ViewClaim extends ViewRecord {
  readonly kind: ClaimKind
  /** The finer kind: "direct statement". */
  readonly detail: string
}

/** Where a line comes from that no claim stands for. */
export type Basis = 'list' | 'metadata' | 'mention'

/** A line between two nodes, and the claims (or the event) that it stands for. */
export interface ViewEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly kind: EdgeKind
  readonly label: string
  readonly claims: readonly string[]
  readonly isAsserted: boolean
  /** Only for a line without claims. */
  readonly basis?: Basis
}

export interface ViewArticle {
  readonly id: string
  readonly headline: string
  readonly date?: string
  readonly publisher?: string
  readonly url?: string
  readonly text?: string
}

/** Nodes that claims tie more closely to one another than to others: one story of the news. */
export interface ViewStory {
  /** Its two or three best-tied names: "Vladimir Putin · Emmanuel Macron". */
  readonly title: string
  /** First and last day of what happens and is said in it; empty if no date is known. */
  readonly span: readonly [from: string, until: string] | readonly []
  /** Ids, the best-tied first. */
  readonly nodes: readonly string[]
}

export interface ViewGraph {
  readonly articles: readonly ViewArticle[]
  readonly nodes: readonly ViewNode[]
  readonly claims: readonly ViewClaim[]
  readonly edges: readonly ViewEdge[]
  /** The largest first. */
  readonly stories: readonly ViewStory[]
}
