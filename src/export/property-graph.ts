/**
 * What an article says as nodes and edges with properties.
 * In: an article that was told. Out: nodes with labels, "Liis Kaarep" :Entity:Person, and edges: SAID, TO, ABOUT, HOLDS, FOR, … and the
 * plain
 * relations, HEAD_OF. `neo4j.ts` writes them as CSV, `cypher.ts` as Cypher; both take the columns from here.
 */
import { isFact, type Claim, type RelationClaim, type Thing, type Told } from './model.js'

export type Value = string | number | boolean | readonly string[] | readonly number[] | undefined
export type Values = Readonly<Record<string, Value>>
export interface Node {
  readonly table: NodeTable
  readonly iri: string
  readonly labels: readonly string[]
  readonly values: Values
}
/** The labels are those that its ends are found by. */
export interface Edge extends Bare {
  readonly fromLabel: string
  readonly toLabel: string
}
interface Bare {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly values: Values
}

export interface PropertyColumn {
  readonly name: string
  readonly header: string
}

/** A header of `neo4j-admin import` says the type of its column. */
const column = (name: string, type = ''): PropertyColumn => ({ name, header: type === '' ? name : `${name}:${type}` })
const key: PropertyColumn = { name: 'iri', header: 'iri:ID' }
const evidence = [column('words', 'string[]'), column('starts', 'long[]'), column('ends', 'long[]')]

export const nodeTables = [
  { name: 'articles', columns: [key, ...['name', 'date', 'url', 'publisher', 'language', 'textSha256'].map((name) => column(name))] },
  {
    name: 'entities',
    columns: [
      key,
      column('name'),
      column('kind'),
      ...['classes', 'names', 'sameAs', 'closeMatch'].map((name) => column(name, 'string[]')),
      column('latitude', 'double'),
      column('longitude', 'double'),
    ],
  },
  {
    name: 'claims',
    columns: [
      key,
      ...['name', 'status', 'title', 'predicate', 'text', 'cue', 'speechAct', 'form', 'type', 'date', 'endDate', 'target'].map((name) =>
        column(name),
      ),
      column('isFact', 'boolean'),
      column('isMain', 'boolean'),
      column('confidence', 'double'),
      column('rule'),
      ...evidence,
    ],
  },
] as const satisfies readonly { name: string; columns: readonly PropertyColumn[] }[]
export type NodeTable = (typeof nodeTables)[number]['name']

export const edgeColumns: readonly PropertyColumn[] = [column('claim'), column('status'), column('confidence', 'double'), ...evidence]

export function nodesIn({ article, mentions, claims }: Told): Node[] {
  const { iri, label, headline, date, url, publisher, language, sha256 } = article
  const things = [
    ...mentions.map(({ thing }) => thing),
    ...(publisher ? [publisher] : []),
    ...article.authors,
    ...claims.flatMap(partsOf).map(([, thing]) => thing),
  ]
  return [
    {
      table: 'articles',
      iri,
      labels: ['Article'],
      values: { iri, name: headline ?? label, date, url, publisher: publisher?.label, language, textSha256: sha256 },
    },
    // A role may be held at an event: that is a claim, and no entity.
    ...claims.map(claimNode),
    ...things.map(entityNode),
  ]
}

function entityNode({ iri, label, kind, classes, names, sameAs, closeMatch, lat, long }: Thing): Node {
  const labels = kind === 'unnamed person' ? ['Person', 'UnnamedPerson'] : [kind.replace(/^./u, (first) => first.toUpperCase())]
  return {
    table: 'entities',
    iri,
    labels: ['Entity', ...labels],
    values: { iri, name: label, kind, classes, names, sameAs, closeMatch, latitude: lat, longitude: long },
  }
}

function claimNode(claim: Claim): Node {
  const { iri, label, status, confidence, rule, places } = claim
  return {
    table: 'claims',
    iri,
    labels: ['Claim', claim.kind.replace(/^./u, (first) => first.toUpperCase())],
    values: {
      iri,
      name: label,
      status,
      isFact: isFact(claim),
      confidence,
      rule,
      words: places.map(({ exact }) => exact),
      starts: places.map(({ start }) => start),
      ends: places.map(({ end }) => end),
      ...ownValues(claim),
    },
  }
}

function ownValues(claim: Claim): Values {
  switch (claim.kind) {
    case 'role':
      return { title: claim.title, date: claim.asOf }
    case 'statement':
      return { text: claim.text, cue: claim.cue, speechAct: claim.speechAct, form: claim.form, date: claim.date }
    case 'event':
      return { type: claim.type, date: claim.start, endDate: claim.end, isMain: claim.isMain }
    case 'relation':
      return { predicate: claim.predicate }
    case 'link':
      return { target: claim.target, predicate: claim.status === 'asserted' ? 'same as' : 'close match' }
  }
}

/** What a claim is tied to, and by which edge; `<` where it runs from the thing to the claim. */
function partsOf(claim: Claim): (readonly [string, Thing])[] {
  const all = (type: string, things: readonly Thing[]) => things.map((thing) => [type, thing] as const)
  switch (claim.kind) {
    case 'role':
      return [['<HOLDS', claim.holder], ...all('FOR', claim.heldFor)]
    case 'statement':
      return [
        ...all('<SAID', claim.speakers),
        ...all('TO', claim.addressees),
        ...all('ABOUT', claim.about),
        ...all('THROUGH', claim.media),
        ...all('SAID_AT', claim.where),
      ]
    case 'event':
      return [
        ...all('<AGENT_OF', claim.agents),
        ...all('<PATIENT_OF', claim.patients),
        ...all('<TAKES_PART_IN', claim.others),
        ...all('PLACE', claim.where),
      ]
    case 'relation':
      return [
        ['SUBJECT', claim.subject],
        ['OBJECT', claim.object],
      ]
    case 'link':
      return [['LINKS', claim.subject]]
  }
}

/** @param known the first label of each node that there is; an edge to any other would stop the import */
export function edgesIn({ article, mentions, claims }: Told, known: ReadonlyMap<string, string>): Edge[] {
  const edges: Bare[] = [
    ...(article.publisher ? [{ from: article.publisher.iri, to: article.iri, type: 'PUBLISHED', values: {} }] : []),
    ...article.authors.map(({ iri }) => ({ from: iri, to: article.iri, type: 'WROTE', values: {} })),
    ...mentions.map(({ thing, places }) => ({ from: article.iri, to: thing.iri, type: 'MENTIONS', values: placed(places) })),
    ...claims.flatMap((claim) => [
      { from: claim.iri, to: article.iri, type: 'IN', values: {} },
      ...partsOf(claim).map(([type, { iri }]) =>
        type.startsWith('<')
          ? { from: iri, to: claim.iri, type: type.slice(1), values: {} }
          : { from: claim.iri, to: iri, type, values: {} },
      ),
      ...(claim.accordingTo ? [{ from: claim.iri, to: claim.accordingTo.iri, type: 'ACCORDING_TO', values: {} }] : []),
      ...(claim.kind === 'statement' && claim.within !== undefined
        ? [{ from: claim.iri, to: claim.within, type: 'WITHIN', values: {} }]
        : []),
      ...(claim.kind === 'relation' && isFact(claim) ? [factEdge(claim)] : []),
    ]),
  ]
  return edges.flatMap((edge) => {
    const fromLabel = known.get(edge.from),
      toLabel = known.get(edge.to)
    return fromLabel === undefined || toLabel === undefined ? [] : [{ ...edge, fromLabel, toLabel }]
  })
}

function factEdge({ iri, subject, object, predicate, status, confidence, places }: RelationClaim): Bare {
  return {
    from: subject.iri,
    to: object.iri,
    type: predicate.toUpperCase().replace(/[^A-Z0-9]+/gu, '_'),
    values: { claim: iri, status, confidence, ...placed(places) },
  }
}

function placed(places: readonly { exact: string; start: number; end: number }[]): Values {
  return { words: places.map(({ exact }) => exact), starts: places.map(({ start }) => start), ends: places.map(({ end }) => end) }
}
