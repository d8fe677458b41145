/** The visible set as tables: what each lists, and how its cells read. The table panel shows them, and CSV takes them away. */

import { nameOf, nowOf } from './corrections.js'
import { readableDate } from './dates.js'
import type { Details, Item } from './items.js'
import { textOf } from './items.js'
import { graph, visible } from './visible.js'
import { kindNames, say, standingNames } from './words.js'

/** A cell: text, or items that it leads to. */
export interface Column {
  readonly name: string
  readonly cell: (item: Item) => string
  readonly sortKey?: (item: Item) => string | number
  readonly items?: (item: Item) => readonly number[]
}

export interface Table {
  readonly name: string
  readonly rows: readonly Item[]
  readonly columns: readonly Column[]
}

const details = (item: Item): Details | undefined => graph.value?.details(item.at)
const names = (items: readonly number[]): string => items.map(at => nameOf(graph.value?.item(nowOf(at)))).join(', ')

const label: Column = { name: say.columns.name, cell: nameOf }
const sure: Column = {
  name: say.columns.sure,
  cell: ({ confidence }) => (confidence < 0 ? '' : `${confidence} %`),
  sortKey: ({ confidence }) => confidence,
}
const article: Column = {
  name: say.columns.article,
  cell: ({ articles }) => articles.map(at => graph.value?.articles[at]?.headline ?? '').join('; '),
}
const outlet: Column = {
  name: say.columns.publisher,
  cell: ({ articles }) => [...new Set(articles.map(at => graph.value?.articles[at]?.publisher ?? ''))].filter(Boolean).join(', '),
}
const status: Column = {
  name: say.columns.status,
  cell: item =>
    item.standing === 'asserted' ? standingNames.asserted : textOf(details(item), 'ng:factuality') || standingNames[item.standing],
  sortKey: ({ standing }) => standing,
}

function linked(name: string, items: (item: Item) => readonly number[]): Column {
  return { name, items, cell: item => names(items(item)) }
}

function date(name: string): Column {
  return { name, cell: ({ from }) => readableDate(from), sortKey: ({ from }) => from }
}

function count(name: string, kind: Item['kind'], end: 'sources' | 'targets'): Column {
  const many = (item: Item): number =>
    graph.value
      ?.namingsOf(item.at)
      .filter(claim => claim.kind === kind && claim[end].includes(item.at) && visible.value.claims.has(claim.at)).length ?? 0
  return { name, cell: item => String(many(item) || ''), sortKey: many }
}

const word = (name: string): Column => ({ name, cell: item => item.word })

const { columns } = say

/** The columns of each table. */
const columnsOf: Readonly<Record<'entities' | 'statement' | 'event' | 'role' | 'relation' | 'article', readonly Column[]>> = {
  entities: [
    label,
    { name: columns.kind, cell: ({ kind, detail }) => [kindNames[kind].one, detail].filter(Boolean).join(' · ') },
    count(columns.by, 'statement', 'sources'),
    count(columns.about, 'statement', 'targets'),
    count(columns.roles, 'role', 'sources'),
    { name: columns.lines, cell: ({ weight }) => String(weight || ''), sortKey: ({ weight }) => weight },
  ],
  statement: [
    {
      name: columns.said,
      cell: item => textOf(details(item), 'schema:text') || item.label,
      sortKey: item => (item.articles[0] ?? 0) * 1e6 + (details(item)?.evidence[0]?.span?.[0] ?? 0),
    },
    linked(columns.speaker, item => item.sources),
    word(columns.act),
    linked(columns.whom, item => item.targets),
    date(columns.on),
    outlet,
    article,
    sure,
  ],
  event: [
    label,
    word(columns.type),
    linked(columns.agent, item => item.sources),
    linked(columns.others, item => item.targets),
    date(columns.date),
    status,
    article,
    sure,
  ],
  role: [
    label,
    linked(columns.heldBy, item => item.sources),
    linked(columns.for, item => item.targets),
    { name: say.former, cell: item => (textOf(details(item), 'ng:former') === 'true' ? say.former : '') },
    article,
    sure,
  ],
  relation: [
    linked(columns.subject, item => item.sources),
    word(columns.relation),
    linked(columns.object, item => item.targets),
    status,
    article,
    sure,
  ],
  article: [label, date(columns.published), outlet],
}

/** Tables that have rows, and what is in them now. */
export function tables(): Table[] {
  const shown = graph.value
  if (shown === null) return []
  const { nodes, claims } = visible.value
  const listed = [...nodes].map(at => shown.items[at]!)
  const claimed = [...claims].map(at => shown.items[at]!)
  const ofClaims = (['statement', 'event', 'role', 'relation'] as const).map((kind): Table => ({
    name: kindNames[kind].many,
    rows: claimed.filter(item => item.kind === kind),
    columns: columnsOf[kind],
  }))
  const entities = listed.filter(({ kind }) => kind !== 'event' && kind !== 'article')
  const articles = shown.nodes.filter(({ kind }) => kind === 'article')
  const all: readonly Table[] = [
    { name: say.entities, rows: entities, columns: columnsOf.entities },
    ...ofClaims,
    { name: kindNames.article.many, rows: articles, columns: columnsOf.article },
  ]
  return all.filter(table => table.rows.length > 0)
}

export function sorted({ rows, columns }: Table, column: number, isDown: boolean): readonly Item[] {
  const by = columns[column]
  if (by === undefined) return rows
  const key = by.sortKey ?? by.cell
  const keyed = rows.map(item => ({ item, key: key(item) }))
  // What a language says of order costs a hundred times what letters say; long lists go by letters.
  const order = rows.length > 5000 ? plainly : compare
  return keyed.sort((a, b) => (isDown ? -1 : 1) * order(a.key, b.key) || a.item.at - b.item.at).map(({ item }) => item)
}

const collator = new Intl.Collator('en', { numeric: true })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

function plainly(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0
}
