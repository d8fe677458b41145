/**
 * A graph to look at in, what travels to the page out: "Lavrov accused Macron" becomes a row of the outline with the numbers of both,
 * and in a block the words it rests on as [article, start, end]. unpack.ts of the app turns it back.
 */

import { claimKinds, edgeKinds, nodeKinds, standings } from './model.js'
import type { ViewClaim, ViewEvidence, ViewGraph, ViewNode, ViewRecord, ViewValue } from './model.js'
import type { ArticleRow, EdgeRow, ItemRow, WireBlock, WireDetails, WireEvidence, WireHead, WirePart, WireValue } from './wire.js'
import { blockOf } from './wire.js'

/** JSON texts: the head, the parts of the outline, the blocks. */
export interface Packed {
  readonly head: WireHead
  readonly parts: readonly string[]
  readonly blocks: readonly string[]
}

type Item = ViewNode | ViewClaim

/** Rows that a browser reads in a tenth of a second. */
const rowsPerPart = 20_000

/** What an item's rows need to know of all others. */
interface Numbering {
  readonly base: string
  readonly item: (id: string) => number
  readonly article: (id: string) => number
  readonly label: (item: number) => string | undefined
  /** Whether the text of the article is there. */
  readonly hasText: (article: number) => boolean
}

export function pack(graph: ViewGraph): Packed {
  const items: readonly Item[] = [...graph.nodes, ...graph.claims]
  const numbering = numberingOf(graph, items)
  const rows = items.map(item => itemRow(item, numbering))
  const blockCount = Math.max(1, blockOf(graph.articles.length - 1) + 1)
  const blocks = Array.from({ length: blockCount }, (): WireBlock => ({ details: {}, texts: {} }))
  for (const [at, item] of items.entries()) {
    const block = blocks[blockOf(rows[at]?.[8][0])]
    if (block !== undefined) Object.assign(block.details, { [at]: detailsOf(item, numbering) })
  }
  for (const [at, { text }] of graph.articles.entries()) {
    const block = blocks[blockOf(at)]
    if (block !== undefined && text !== undefined) Object.assign(block.texts, { [at]: text })
  }
  const parts = partsOf(graph, rows, numbering)
  return {
    head: {
      base: numbering.base,
      nodes: graph.nodes.length,
      claims: graph.claims.length,
      edges: graph.edges.length,
      articles: graph.articles.length,
      parts: parts.length,
      blocks: blocks.length,
    },
    parts: parts.map(part => JSON.stringify(part)),
    blocks: blocks.map(block => JSON.stringify(block)),
  }
}

function numberingOf({ articles }: ViewGraph, items: readonly Item[]): Numbering {
  const itemNumbers = new Map(items.map(({ id }, at) => [id, at]))
  const articleNumbers = new Map(articles.map(({ id }, at) => [id, at]))
  return {
    base: commonStart([...items, ...articles].map(({ id }) => id)),
    item: id => itemNumbers.get(id) ?? -1,
    article: id => articleNumbers.get(id) ?? -1,
    label: item => items[item]?.label,
    hasText: article => articles[article]?.text !== undefined,
  }
}

function commonStart(ids: readonly string[]): string {
  let start = ids[0] ?? ''
  for (const id of ids) while (!id.startsWith(start)) start = start.slice(0, -1)
  return start
}

function partsOf(graph: ViewGraph, items: readonly ItemRow[], numbering: Numbering): WirePart[] {
  const articles = graph.articles.map((article): ArticleRow => [
    article.id.slice(numbering.base.length),
    article.headline,
    article.date ?? '',
    article.publisher ?? '',
    article.url ?? '',
  ])
  const edges = graph.edges.map((edge): EdgeRow => {
    const ends = [numbering.item(edge.source), numbering.item(edge.target), edgeKinds.indexOf(edge.kind), edge.label] as const
    const row = [...ends, edge.claims.map(numbering.item), Number(edge.isAsserted)] as const
    return edge.basis === undefined ? row : [...row, edge.basis]
  })
  const stories = graph.stories.map(({ title, span, nodes }) => [title, span[0] ?? '', span[1] ?? '', nodes.map(numbering.item)] as const)
  const small = items.length + edges.length <= rowsPerPart
  if (small) return [{ articles, items, edges, stories }]
  return [{ articles, stories }, ...pieces(items).map(items => ({ items })), ...pieces(edges).map(edges => ({ edges }))]
}

function pieces<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerPart) }, (_, at) => rows.slice(at * rowsPerPart, (at + 1) * rowsPerPart))
}

/** By which properties an item is from somebody, to somebody, and what it says in a word. */
const roles: Readonly<Record<string, { from: readonly string[]; to: readonly string[]; word: string }>> = {
  statement: { from: ['schema:creator'], to: ['ng:addressee', 'schema:about', 'ng:medium', 'ng:occasion'], word: 'ng:speechAct' },
  role: { from: ['org:member'], to: ['ng:heldFor'], word: 'org:role' },
  relation: { from: ['rdf:subject'], to: ['rdf:object'], word: 'rdf:predicate' },
  event: { from: ['ng:agent'], to: ['ng:patient', 'sem:hasActor', 'sem:hasPlace'], word: 'ng:eventType' },
}

function itemRow(item: Item, { base, item: numberOf, article }: Numbering): ItemRow {
  const isClaim = !('names' in item)
  const kind = isClaim ? nodeKinds.length + claimKinds.indexOf(item.kind) : nodeKinds.indexOf(item.kind)
  const role = roles[item.kind]
  const refs = (properties: readonly string[]): number[] => [
    ...new Set(properties.flatMap(property => valuesOf(item, property).flatMap(({ ref }) => (ref === undefined ? [] : numberOf(ref))))),
  ]
  const text = (...properties: readonly string[]): string =>
    properties.map(property => valuesOf(item, property)[0]?.text).find(Boolean) ?? ''
  const articles =
    item.kind === 'article' ? [article(item.id)] : [...new Set(item.evidence.map(each => article(each.article)))].filter(at => at >= 0)
  return [
    item.id.slice(base.length),
    item.label,
    kind,
    item.detail,
    standings.indexOf(item.standing),
    item.confidence === undefined ? -1 : Math.round(item.confidence * 100),
    text('schema:dateCreated', 'schema:startDate', 'schema:datePublished', 'ng:asOf'),
    text('schema:endDate'),
    articles,
    role === undefined ? [] : refs(role.from),
    role === undefined ? [] : refs(role.to),
    role === undefined ? '' : text(role.word),
  ]
}

function valuesOf(record: ViewRecord, property: string): readonly ViewValue[] {
  return record.facts.find(fact => fact.property === property)?.values ?? []
}

function detailsOf(item: Item, numbering: Numbering): WireDetails {
  return {
    facts: item.facts.map(({ property, values }) => [property, ...values.map(value => wireValue(value, numbering))] as const),
    evidence: item.evidence.map(evidence => wireEvidence(evidence, numbering)),
    ...('names' in item && item.names.length > 0 ? { names: item.names } : {}),
    ...('links' in item && item.links.length > 0
      ? {
          links: item.links.map(
            link =>
              [
                link.href,
                Number(link.isSame),
                Math.round((link.confidence ?? 0) * 100),
                link.rule ?? '',
                link.matched,
                link.namesakes ?? 0,
              ] as const,
          ),
        }
      : {}),
    ...(item.rule === undefined ? {} : { rule: item.rule }),
  }
}

function wireValue({ text, ref, href, term }: ViewValue, { item, label }: Numbering): WireValue {
  const at = ref === undefined ? -1 : item(ref)
  if (at >= 0) return label(at) === text ? at : [text, at]
  if (href !== undefined) return [text, -1, href]
  return term === undefined ? text : [text, -1, '', term]
}

/** Where the text is there, the words are known from their place. */
function wireEvidence({ article, exact, prefix, suffix, span, isMismatch }: ViewEvidence, numbering: Numbering): WireEvidence {
  const at = numbering.article(article)
  return span !== undefined && numbering.hasText(at) ? [at, span[0], span[1]] : [at, exact, prefix, suffix, Number(isMismatch === true)]
}
