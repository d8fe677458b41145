/**
 * What things are called, what they are, and what they are elsewhere: the first of two looks at a graph.
 * In: the parts of a graph. Out: `person/liis-kaarep` → { kind: "person", label: "Liis Kaarep", names: ["Kaarep"] }, and the concepts of roles:
 * "transport minister" under "minister". Of claims, evidence and texts nothing stays in memory.
 */
import type { Quad } from 'n3'
import { entityKind } from '../store/entity-graph.js'
import { geo, namespaces, ng, owl, rdf, rdfs, schema, skos } from '../map/vocab.js'
import type { PartVisitor } from '../store/parts.js'
import { wordsOf } from '../store/words.js'
import type { Thing } from './model.js'

export interface Things {
  readonly things: ReadonlyMap<string, Thing>
  /** A concept's name and those of the broader ones: "transport minister", "minister", "official". */
  readonly chainOf: (concept: string) => readonly string[]
}

/** What stands of a node, as it comes. */
interface Draft {
  types: string[]
  label?: string
  names: string[]
  sameAs: string[]
  closeMatch: string[]
  broader?: string
  outletKind?: string
  confidence?: number
  lat?: number
  long?: number
}

export function startThings(): PartVisitor<Things> {
  const drafts = new Map<string, Draft>()
  return {
    part(quads) {
      for (const quad of quads) take(drafts, quad)
    },
    end: () => settle(drafts),
  }
}

function settle(drafts: Map<string, Draft>): Things {
  const things = new Map<string, Thing>()
  for (const [iri, draft] of drafts) {
    const thing = thingOf(iri, draft)
    if (thing) things.set(iri, thing)
    if (!draft.types.includes(CONCEPT)) drafts.delete(iri)
  }
  return { things, chainOf: (concept) => chainOf(drafts, concept) }
}

const CONCEPT = skos.Concept.value

/** Nodes that are told of with their article. */
const ofArticles = /\/(?:evidence|selector|statement|event|holding|relation|quantity|link|run)\/[^/]+$/u

const takers: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  [rdf.type.value]: (draft, value) => add(draft.types, value),
  [rdfs.label.value]: (draft, value) => {
    draft.label ??= value
  },
  [skos.altLabel.value]: (draft, value) => add(draft.names, value),
  [owl.sameAs.value]: (draft, value) => add(draft.sameAs, value),
  [skos.closeMatch.value]: (draft, value) => add(draft.closeMatch, value),
  [skos.broader.value]: (draft, value) => {
    draft.broader ??= value
  },
  [ng.outletKind.value]: (draft, value) => {
    draft.outletKind ??= value
  },
  [ng.confidence.value]: (draft, value) => {
    draft.confidence ??= Number(value)
  },
  [geo.lat.value]: (draft, value) => {
    draft.lat ??= Number(value)
  },
  [geo.long.value]: (draft, value) => {
    draft.long ??= Number(value)
  },
}

function take(
  drafts: Map<string, Draft>,
  { subject: { value: subject }, predicate: { value: predicate }, object: { value: object } }: Quad,
): void {
  const taker = takers[predicate]
  if (!taker || ofArticles.test(subject)) return
  let draft = drafts.get(subject)
  if (!draft) drafts.set(subject, (draft = { types: [], names: [], sameAs: [], closeMatch: [] }))
  taker(draft, object)
}

function add(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value)
}

/** Classes that say no more than the kind does. */
const general = new Set(
  [schema.Person, schema.Organization, schema.NewsMediaOrganization, schema.Place, schema.CreativeWork, ng.Group, ng.UnnamedPerson].map(
    ({ value }) => value,
  ),
)

function thingOf(iri: string, { types, label, names, sameAs, closeMatch, outletKind, confidence, lat, long }: Draft): Thing | undefined {
  const kind = entityKind(new Set(types))
  if (kind === undefined) return undefined
  const called = label ?? wordsOf(iri)
  const classes = [...types.filter((type) => !general.has(type) && type.startsWith(namespaces.schema)), ...(outletKind ? [outletKind] : [])]
  return {
    iri,
    kind,
    label: called,
    classes: classes.map(wordsOf),
    names: names.filter((name) => name !== called),
    sameAs,
    closeMatch,
    ...(confidence !== undefined && { confidence }),
    ...(lat !== undefined && long !== undefined && { lat, long }),
  }
}

/** Something that claims speak of and the graph does not describe. */
export function unknownThing(iri: string, label = wordsOf(iri)): Thing {
  return { iri, kind: 'thing', classes: [], label, names: [], sameAs: [], closeMatch: [] }
}

function chainOf(concepts: ReadonlyMap<string, Draft>, concept: string): string[] {
  const chain: string[] = [],
    seen = new Set<string>()
  for (let at: string | undefined = concept; at !== undefined && !seen.has(at); at = concepts.get(at)?.broader) {
    seen.add(at)
    chain.push(concepts.get(at)?.label ?? wordsOf(at))
  }
  return chain
}
