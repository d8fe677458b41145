/**
 * What the viewer's page is given: plain JSON, made from quads by graph.ts, read by src/view/app.
 * Spans are UTF-16 units of the article's text, so that the page only has to slice; in the RDF they are code points.
 */

/** What a node is of; decides its colour, its icon and its place in the legend. */
export const nodeKinds = ['person', 'organization', 'outlet', 'group', 'place', 'work', 'event', 'article'] as const
export type NodeKind = (typeof nodeKinds)[number]

/** What an edge rests on. */
export const edgeKinds = ['statement', 'role', 'relation', 'participation', 'publication', 'mention'] as const
export type EdgeKind = (typeof edgeKinds)[number]

/** The words that something rests on. Without `span` the article's text is not in the graph, or does not match. */
export interface ViewEvidence {
  readonly article: string
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly span?: readonly [start: number, end: number]
}

/** One value of a property: text to show, the record it names, or the address it leads to. */
export interface ViewValue { readonly text: string; readonly ref?: string; readonly href?: string }

/** A property of a record: "ng:cue", "Cue", ["warned"]. */
export interface ViewFact { readonly property: string; readonly label: string; readonly values: readonly ViewValue[] }

/** Anything that can be selected and inspected. */
export interface ViewRecord {
  readonly id: string
  readonly label: string
  readonly facts: readonly ViewFact[]
  readonly evidence: readonly ViewEvidence[]
  /** False for what is only said, denied, planned or possible. */
  readonly isAsserted: boolean
  readonly confidence?: number
  readonly rule?: string
}

/** Something that is drawn as a point: an entity, an event or an article. */
export interface ViewNode extends ViewRecord {
  readonly kind: NodeKind
  /** The finer kind, if it is known: "news agency", "city", "telephone call". */
  readonly detail: string
  /** Other forms of the name. */
  readonly names: readonly string[]
  /** Some claim ties it to another entity or event; those that are only mentioned lie on a shelf below the graph. */
  readonly isLinked: boolean
  readonly x: number
  readonly y: number
  readonly size: number
}

/** A node before layout.ts has placed it. */
export type UnplacedNode = Omit<ViewNode, 'x' | 'y' | 'size' | 'isLinked'>

/** Something that is drawn as a line, or not at all: who said what, who holds which role, how two entities are related. */
export interface ViewClaim extends ViewRecord {
  readonly kind: 'statement' | 'role' | 'relation'
  /** The finer kind: "direct statement". */
  readonly detail: string
}

/** A line between two nodes, and the claims (or the event) that it stands for. */
export interface ViewEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly kind: EdgeKind
  readonly label: string
  readonly claims: readonly string[]
  readonly isAsserted: boolean
}

export interface ViewArticle {
  readonly id: string
  readonly headline: string
  readonly date?: string
  readonly publisher?: string
  readonly url?: string
  readonly text?: string
}

export interface ViewGraph {
  readonly articles: readonly ViewArticle[]
  readonly nodes: readonly ViewNode[]
  readonly claims: readonly ViewClaim[]
  readonly edges: readonly ViewEdge[]
}
