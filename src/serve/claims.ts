/**
 * Claims by who makes them, what they are about, and when; articles by date and words.
 * In: "speaker: person:sergey-lavrov, from 2022-07". Out: a page of records, the newest first, and how many there are in all.
 */
import { select, type Graph } from './graph.js'
import type { RecordKind } from './fields.js'
import { iri, literal } from './names.js'
import { recordsOf, type Record } from './records.js'

export interface Page {
  readonly limit: number
  readonly offset: number
}
export interface PageOf<Item> {
  readonly total: number
  readonly limit: number
  readonly offset: number
  readonly items: readonly Item[]
}

export interface Span {
  /** As much of a date as is known: 2022, 2022-07, 2022-07-07. */
  readonly from?: string
  readonly to?: string
}

export interface StatementsWanted extends Span {
  readonly speaker?: string
  readonly about?: string
  readonly article?: string
  readonly words?: string
}
export interface EventsWanted extends Span {
  readonly entity?: string
  readonly type?: string
  readonly factuality?: string
  readonly article?: string
}
export interface ArticlesWanted extends Span {
  readonly mentions?: string
  readonly words?: string
}

/** @param wanted IRIs and dates that were checked */
export function statements(graph: Graph, wanted: StatementsWanted, page: Page): Promise<PageOf<Record>> {
  return claims(
    graph,
    'statement',
    [
      '?claim a ng:Statement',
      ...link('schema:creator', wanted.speaker),
      ...link('schema:about', wanted.about),
      ...link('prov:wasDerivedFrom', wanted.article),
      ...(wanted.words === undefined
        ? []
        : [`?claim schema:text ?text FILTER(CONTAINS(LCASE(STR(?text)), LCASE(${literal(wanted.words)})))`]),
      when('schema:dateCreated', wanted),
    ],
    page,
  )
}

export function events(graph: Graph, wanted: EventsWanted, page: Page): Promise<PageOf<Record>> {
  return claims(
    graph,
    'event',
    [
      '?claim a ng:Event',
      ...link('(ng:agent|ng:patient|sem:hasActor|sem:hasPlace)', wanted.entity),
      ...link('prov:wasDerivedFrom', wanted.article),
      ...ending('ng:eventType', wanted.type),
      ...ending('ng:factuality', wanted.factuality),
      when('schema:startDate', wanted),
    ],
    page,
  )
}

export function articles(graph: Graph, wanted: ArticlesWanted, page: Page): Promise<PageOf<Record>> {
  return claims(
    graph,
    'article',
    [
      '?claim a ng:Article',
      ...link('schema:mentions', wanted.mentions),
      ...(wanted.words === undefined
        ? []
        : [
            `?claim rdfs:label|schema:headline|schema:articleBody ?text FILTER(CONTAINS(LCASE(STR(?text)), LCASE(${literal(wanted.words)})))`,
          ]),
      `OPTIONAL { ?claim schema:datePublished ?when }${within(wanted)}`,
    ],
    page,
  )
}

export function roles(graph: Graph, entity: string, page: Page): Promise<PageOf<Record>> {
  return claims(
    graph,
    'role',
    ['?claim a ng:RoleHolding', ...link('(org:member|ng:heldFor|org:organization)', entity), 'OPTIONAL { ?claim ng:asOf ?when }'],
    page,
  )
}

export function relations(graph: Graph, entity: string, page: Page): Promise<PageOf<Record>> {
  return claims(graph, 'relation', ['?claim a ng:Relation', ...link('(rdf:subject|rdf:object)', entity)], page)
}

async function claims(graph: Graph, kind: RecordKind, conditions: readonly string[], { limit, offset }: Page): Promise<PageOf<Record>> {
  const where = conditions.join(' .\n  ')
  const [[count], found] = await Promise.all([
    select(graph, `SELECT (COUNT(DISTINCT ?claim) AS ?n) {\n  ${where}\n}`),
    select(
      graph,
      `SELECT ?claim (MAX(STR(?when)) AS ?date) {\n  ${where}\n} GROUP BY ?claim ORDER BY DESC(?date) ?claim LIMIT ${limit} OFFSET ${offset}`,
    ),
  ])
  const items = await recordsOf(
    graph,
    kind,
    found.flatMap(({ claim }) => (claim?.type === 'uri' ? [claim.value] : [])),
  )
  return { total: Number(count?.n?.value ?? 0), limit, offset, items }
}

function link(path: string, node: string | undefined): string[] {
  return node === undefined ? [] : [`?claim ${path} ${iri(node)}`]
}

/** A concept by the last part of its IRI: "press-conference", "press conference". */
function ending(property: string, word: string | undefined): string[] {
  if (word === undefined) return []
  const name = literal(
    word
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/gu, '-'),
  )
  return [`?claim ${property} ?concept FILTER(LCASE(REPLACE(STR(?concept), "^.*[/#]", "")) = ${name})`]
}

/** Its own date, or else that of its article. */
function when(property: string, span: Span): string {
  const dates = `OPTIONAL { ?claim ${property} ?own } OPTIONAL { ?claim prov:wasDerivedFrom/schema:datePublished ?published }`
  return `${dates} BIND(COALESCE(?own, ?published) AS ?when)${within(span)}`
}

/** A year or month holds all its days. */
function within({ from, to }: Span): string {
  const tests = [
    ...(from === undefined ? [] : [`SUBSTR(STR(?when), 1, ${from.length}) >= ${literal(from)}`]),
    ...(to === undefined ? [] : [`SUBSTR(STR(?when), 1, ${to.length}) <= ${literal(to)}`]),
  ]
  return tests.length === 0 ? '' : ` FILTER(${tests.join(' && ')})`
}
