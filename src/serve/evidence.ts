/**
 * The words that claims and entities rest on.
 * In: nodes of a graph. Out: passages: `{ iri: "…/evidence/76f4…-634-722", exact: "We always say what we think", start: 634, end: 722, article: … }`.
 * Reads evidence with selectors, and evidence that has its place and words on itself.
 */
import { select, type Graph, type Row } from './graph.js'
import { compact, iris, literal, iri } from './names.js'

export interface Evidence {
  readonly iri: string
  /** The words, and those around them. */
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** In characters (code points) of the article's text. */
  readonly start: number
  readonly end: number
  readonly article: { readonly id: string; readonly iri: string; readonly label: string; readonly date?: string }
}

const place = `?evidence oa:hasSource ?article . ?evidence (oa:hasSelector/oa:exact)|oa:exact ?exact .
  OPTIONAL { ?evidence (oa:hasSelector/oa:start)|ng:start ?start } OPTIONAL { ?evidence (oa:hasSelector/oa:end)|ng:end ?end }
  OPTIONAL { ?evidence oa:hasSelector/oa:prefix ?prefix } OPTIONAL { ?evidence oa:hasSelector/oa:suffix ?suffix }
  OPTIONAL { ?article rdfs:label ?label } OPTIONAL { ?article schema:datePublished ?date }`

/** By node, in order of the text. */
export async function evidenceOf(graph: Graph, nodes: readonly string[]): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  const found = new Map<string, Evidence[]>()
  if (nodes.length === 0) return found
  const rows = await select(graph, `SELECT DISTINCT * { VALUES ?node { ${iris(nodes)} } ?node ng:evidence ?evidence . ${place} }`)
  for (const row of rows) {
    const node = row.node?.value ?? ''
    found.set(node, [...(found.get(node) ?? []), evidenceIn(graph, row)])
  }
  for (const list of found.values()) list.sort(inOrder)
  return found
}

/** The places where a node stands, a page of them, or only those with certain words. */
export async function passagesOf(
  graph: Graph,
  node: string,
  { words, limit, offset }: { words?: string; limit: number; offset: number },
): Promise<{ total: number; items: Evidence[] }> {
  const test =
    words === undefined ? '' : `?evidence (oa:hasSelector/oa:exact)|oa:exact ?said FILTER(CONTAINS(LCASE(?said), LCASE(${literal(words)})))`
  const [[count], page] = await Promise.all([
    select(graph, `SELECT (COUNT(DISTINCT ?evidence) AS ?n) { ${iri(node)} ng:evidence ?evidence ${test ? `. ${test}` : ''} }`),
    select(
      graph,
      `SELECT DISTINCT ?evidence { ${iri(node)} ng:evidence ?evidence ${test ? `. ${test}` : ''} } ORDER BY ?evidence LIMIT ${limit} OFFSET ${offset}`,
    ),
  ])
  const wanted = page.flatMap(({ evidence }) => (evidence ? [evidence.value] : []))
  const rows = wanted.length === 0 ? [] : await select(graph, `SELECT DISTINCT * { VALUES ?evidence { ${iris(wanted)} } ${place} }`)
  return { total: Number(count?.n?.value ?? 0), items: rows.map((row) => evidenceIn(graph, row)).toSorted(inOrder) }
}

function evidenceIn(graph: Graph, row: Row): Evidence {
  const text = (name: string): string => row[name]?.value ?? ''
  const article = text('article')
  return {
    iri: text('evidence'),
    exact: text('exact'),
    prefix: text('prefix'),
    suffix: text('suffix'),
    start: Number(text('start')),
    end: Number(text('end')),
    article: { id: compact(graph, article), iri: article, label: text('label') || article, ...(row.date && { date: row.date.value }) },
  }
}

function inOrder(a: Evidence, b: Evidence): number {
  return a.article.iri < b.article.iri ? -1 : a.article.iri > b.article.iri ? 1 : a.start - b.start
}
