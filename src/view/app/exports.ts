/**
 * What is selected, or else what the filters leave, in forms for other programs: CSV for tables, GEXF and GraphML for Gephi and the like, Turtle
 * with the claims and the words they rest on.
 */

import { nameOf } from './corrections.js'
import type { Edge, Evidence, Item, Value } from './items.js'
import type { NewsGraph } from './graph.js'
import { namespaces } from '../../map/namespaces.js'
import type { Table } from './rows.js'
import { escaped } from './svg.js'
import type { Visible } from './visible.js'

/** Items and lines to take away. */
export interface Taken {
  readonly nodes: readonly Item[]
  readonly claims: readonly Item[]
  readonly edges: readonly Edge[]
}

/** What concerns the selection: it, its neighbours, and the claims between; without one, all that is visible. */
export function takenOf(graph: NewsGraph, { nodes, claims, edges }: Visible, selected: number | null, line: number | null): Taken {
  const items = (numbers: Iterable<number>): Item[] => [...numbers].map(at => graph.items[at]!)
  if (selected === null && line === null) return { nodes: items(nodes), claims: items(claims), edges }
  const own = edges.filter(
    edge =>
      edge.at === line || edge.source === selected || edge.target === selected || (selected !== null && edge.claims.includes(selected)),
  )
  const named = selected === null ? [] : graph.namingsOf(selected).map(item => item.at)
  const chosen = new Set([
    ...own.flatMap(edge => edge.claims),
    ...named,
    ...(selected !== null && !graph.isNode(selected) ? [selected] : []),
  ])
  const about = items(chosen).filter(({ at }) => claims.has(at))
  const ends = new Set([
    ...own.flatMap(edge => [edge.source, edge.target]),
    ...about.flatMap(item => [...item.sources, ...item.targets]),
    ...(selected !== null && graph.isNode(selected) ? [selected] : []),
  ])
  return { nodes: items(ends), claims: about, edges: own }
}

/** Fields in quotes; what a spreadsheet would take for a formula is made plain. */
export function asCsv({ rows, columns }: Table): string {
  const field = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  return (
    [
      columns.map(({ name }) => field(name)).join(','),
      ...rows.map(item => columns.map(column => field(column.cell(item))).join(',')),
    ].join('\r\n') + '\r\n'
  )
}

export function asGexf(graph: NewsGraph, { nodes, edges }: Taken): string {
  const attribute = (at: number, value: string): string => (value === '' ? '' : `<attvalue for="${at}" value="${escaped(value)}"/>`)
  const points = nodes.map(
    item =>
      `<node id="${item.at}" label="${escaped(nameOf(item))}"><attvalues>${attribute(0, item.kind)}${attribute(1, item.detail)}${attribute(2, graph.iri(item))}</attvalues></node>`,
  )
  const lines = edges.map(
    edge =>
      `<edge id="${edge.at}" source="${edge.source}" target="${edge.target}" type="directed" weight="${Math.max(1, edge.claims.length)}" label="${escaped(edge.label)}"><attvalues>${attribute(0, edge.kind)}</attvalues></edge>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="kind" type="string"/><attribute id="1" title="detail" type="string"/><attribute id="2" title="iri" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="kind" type="string"/></attributes>
<nodes>
${points.join('\n')}
</nodes>
<edges>
${lines.join('\n')}
</edges>
</graph></gexf>
`
}

export function asGraphml(graph: NewsGraph, { nodes, edges }: Taken): string {
  const data = (key: string, value: string): string => (value === '' ? '' : `<data key="${key}">${escaped(value)}</data>`)
  const points = nodes.map(
    item => `<node id="n${item.at}">${data('label', nameOf(item))}${data('kind', item.kind)}${data('iri', graph.iri(item))}</node>`,
  )
  const lines = edges.map(
    edge =>
      `<edge id="e${edge.at}" source="n${edge.source}" target="n${edge.target}">${data('words', edge.label)}${data('line', edge.kind)}${data('claims', String(edge.claims.length))}</edge>`,
  )
  const key = (id: string, on: string, type = 'string'): string => `<key id="${id}" for="${on}" attr.name="${id}" attr.type="${type}"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${key('label', 'node')}${key('kind', 'node')}${key('iri', 'node')}${key('words', 'edge')}${key('line', 'edge')}${key('claims', 'edge', 'int')}
<graph edgedefault="directed">
${[...points, ...lines].join('\n')}
</graph></graphml>
`
}

const classes: Readonly<Record<Item['kind'], string>> = {
  person: 'schema:Person',
  organization: 'schema:Organization',
  outlet: 'schema:NewsMediaOrganization',
  group: 'ng:Group',
  place: 'schema:Place',
  work: 'schema:CreativeWork',
  event: 'ng:Event',
  article: 'ng:Article',
  statement: 'ng:Statement',
  role: 'ng:RoleHolding',
  relation: 'ng:Relation',
}

/** Facts, links and evidence of what is taken, and of the articles it comes from. */
export function asTurtle(graph: NewsGraph, { nodes, claims }: Taken): string {
  const items = [...new Set([...nodes, ...claims])]
  const articles = new Set(items.flatMap(item => item.articles))
  const heads = graph.nodes.filter(item => item.kind === 'article' && articles.has(item.articles[0] ?? -1) && !items.includes(item))
  const prefixes = Object.entries(namespaces).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`)
  return `${[...prefixes, '', ...[...items, ...heads].map(item => turtleOf(graph, item))].join('\n')}\n`
}

function turtleOf(graph: NewsGraph, item: Item): string {
  const details = graph.details(item.at)
  const facts =
    details?.facts.map(({ property, values }) => `${termOf(property)} ${values.map(value => valueOf(graph, value)).join(', ')}`) ?? []
  const names = details?.names.map(name => `skos:altLabel ${quoted(name)}`) ?? []
  const links = details?.links.map(({ href, isSame }) => `${isSame ? 'owl:sameAs' : 'skos:closeMatch'} ${iriOf(href)}`) ?? []
  const sure = item.confidence < 0 ? [] : [`ng:confidence ${item.confidence / 100}`]
  const rule = details?.rule ? [`ng:rule ${quoted(details.rule)}`] : []
  const evidence = (details?.evidence ?? [])
    .filter(() => item.kind !== 'article')
    .map((each, at) => ({ iri: `${graph.iri(item)}/evidence/${at}`, each }))
  const pointers = evidence.length === 0 ? [] : [`ng:evidence ${evidence.map(({ iri }) => iriOf(iri)).join(', ')}`]
  const lines = [
    `a ${classes[item.kind]}`,
    `rdfs:label ${quoted(nameOf(item))}`,
    ...facts,
    ...names,
    ...links,
    ...sure,
    ...rule,
    ...pointers,
  ]
  return `${iriOf(graph.iri(item))} ${lines.join(' ;\n    ')} .\n${evidence.map(({ iri, each }) => evidenceOf(graph, iri, each)).join('')}`
}

function evidenceOf(graph: NewsGraph, iri: string, { article, exact, span }: Evidence): string {
  const where = graph.articles[article]
  const text = graph.text(article)
  if (where === undefined) return ''
  // RDF counts code points; the page counts UTF-16 units.
  const points = (unit: number): number => Array.from((text ?? '').slice(0, unit)).length
  const place = span === undefined ? '' : ` ; ng:start ${points(span[0])} ; ng:end ${points(span[1])}`
  return `${iriOf(iri)} a ng:Evidence ; oa:hasSource ${iriOf(graph.iri(where))} ; oa:exact ${quoted(exact)}${place} .\n`
}

function valueOf(graph: NewsGraph, { text, item, href, term }: Value): string {
  const found = item === undefined ? undefined : graph.item(item)
  if (found !== undefined) return iriOf(graph.iri(found))
  if (href !== undefined) return quoted(text)
  if (term === undefined) return quoted(text)
  if (/^@[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(term)) return `${quoted(text)}${term}`
  return term.startsWith('xsd:') ? `${quoted(text)}^^${termOf(term)}` : termOf(term)
}

/** `ng:cue` stays as it is; anything else is a whole IRI. */
function termOf(term: string): string {
  return /^[a-z]+:[A-Za-z][\w-]*$/.test(term) ? term : term.includes('://') ? iriOf(term) : iriOf(expanded(term))
}

function expanded(term: string): string {
  const [prefix = '', ...rest] = term.split(':')
  return `${(namespaces as Readonly<Record<string, string>>)[prefix] ?? `${prefix}:`}${rest.join(':')}`
}

function iriOf(iri: string): string {
  // eslint-disable-next-line no-control-regex
  return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, character => encodeURIComponent(character))}>`
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', '\\u007F')
}
