/** Shows everything known about the selection: a node, a claim or a line; without one, what the graph holds. */

import type { ViewClaim, ViewEdge, ViewNode, ViewRecord } from '../model.js'
import type { CardActions } from './claims.js'
import { claimCard, statusOf, surenessOf, valuesOf } from './claims.js'
import { byId, element } from './dom.js'
import { edgeNames, iconOf, kinds } from './kinds.js'
import type { Lookup } from './lookup.js'
import { textOf } from './lookup.js'
import { overview } from './overview.js'

/** Headings of the lists of claims that name a node, by the property that names it, in order. */
const sections: readonly (readonly [property: string, heading: string])[] = [
  ['org:member', 'Roles'], ['schema:creator', 'Says'], ['schema:about', 'Is spoken about'], ['ng:addressee', 'Is told'],
  ['ng:medium', 'Statements made through it'], ['ng:occasion', 'Statements made there'], ['schema:spatialCoverage', 'Statements made here'],
  ['ng:within', 'Statements quoted in it'], ['ng:agent', 'Acts in'], ['ng:patient', 'Is affected by'], ['sem:hasActor', 'Takes part in'],
  ['sem:hasPlace', 'Events here'], ['rdf:subject', 'Relations'], ['rdf:object', 'Relations'], ['ng:heldFor', 'Roles held here'],
  ['ng:accordingTo', 'Claimed in it'],
]

/** Longer lists are cut until the reader wants all of them. */
const listedAtFirst = 30

/** Fills the upper panel. */
export function showDetails(lookup: Lookup, selected: string | null, actions: CardActions): void {
  const panel = byId('details')
  const record = selected === null ? undefined : lookup.record(selected)
  const edge = selected === null ? undefined : lookup.edge(selected)
  panel.replaceChildren(...record !== undefined ? recordDetails(record, lookup, actions) : edge !== undefined ? edgeDetails(edge, lookup, actions) : overview(lookup, actions))
}

function recordDetails(record: ViewNode | ViewClaim, lookup: Lookup, actions: CardActions): Node[] {
  const isNode = 'names' in record
  const parts: Node[] = [headOf(record)]
  if (isNode && record.names.length > 0) parts.push(element('p', { class: 'names' }, `Also written: ${record.names.join(' · ')}`))
  if (record.kind === 'statement' || record.kind === 'role' || record.kind === 'relation') {
    parts.push(element('ul', { class: 'cards' }, claimCard(record, actions)))
  }
  parts.push(factList(record, lookup, actions))
  if (isNode) parts.push(mentionsOf(record, actions))
  parts.push(...sectionsOf(record.id, lookup, actions))
  if (record.kind === 'article') parts.push(...claimsFrom(record.id, lookup, actions))
  return parts
}

function headOf(record: ViewNode | ViewClaim): HTMLElement {
  const isNode = 'names' in record
  const kind = isNode ? kinds[record.kind].one : { statement: 'Statement', role: 'Role', relation: 'Relation' }[record.kind]
  const eyebrow = element('p', { class: 'eyebrow' }, isNode ? iconOf(record.kind) : null, record.detail === '' ? kind : `${kind} · ${record.detail}`)
  const status = statusOf(record)
  if (status !== null) eyebrow.append(element('span', { class: 'tag status' }, status))
  const head = element('header', {}, eyebrow, element('h2', {}, record.kind === 'statement' ? `${textOf(record, 'schema:creator')} ${textOf(record, 'ng:cue')}` : record.label))
  const sureness = surenessOf(record)
  if (sureness !== null && isNode) head.append(element('p', { class: 'sure' }, sureness))
  return head
}

/** Facts that are not told by a list of claims below. */
function factList(record: ViewRecord, lookup: Lookup, actions: CardActions): HTMLElement {
  const told = new Set(lookup.namingsOf(record.id).flatMap(({ property, record: claim }) => property !== 'rdf:subject' ? [] :
    claim.facts.filter(fact => fact.property === 'rdf:predicate').flatMap(fact => fact.values.map(value => value.text))))
  const list = element('dl', { class: 'facts' })
  for (const fact of record.facts) {
    if (told.has(fact.label.toLowerCase()) || fact.property === 'ng:textSha256') continue
    list.append(element('dt', {}, fact.label), element('dd', {}, ...valuesOf(fact, actions)))
  }
  if (record.rule !== undefined) list.append(element('dt', {}, 'Found by'), element('dd', {}, record.rule))
  return list
}

/** The places of the text where a node is named, as chips that lead there. */
function mentionsOf(node: ViewNode, actions: CardActions): HTMLElement {
  const list = element('ul', { class: 'mentions', 'aria-label': 'Where it is written' })
  for (const evidence of node.evidence.slice(0, 40)) {
    list.append(element('li', {}, element('button', { type: 'button', onclick: () => actions.onShow([evidence]) }, evidence.exact)))
  }
  return list
}

function sectionsOf(id: string, lookup: Lookup, actions: CardActions): Node[] {
  const namings = lookup.namingsOf(id)
  const headings = [...new Set(sections.map(([, heading]) => heading))]
  return headings.flatMap(heading => {
    const properties = new Set(sections.filter(([, name]) => name === heading).map(([property]) => property))
    return section(heading, namings.filter(({ property }) => properties.has(property)).map(({ record }) => record), actions, id)
  })
}

/** A heading and cards; nothing for no claims. */
function section(heading: string, records: readonly (ViewNode | ViewClaim)[], actions: CardActions, subject?: string): Node[] {
  const unique = withoutRepetition([...new Set(records)]).sort((a, b) => firstPosition(a) - firstPosition(b))
  if (unique.length === 0) return []
  const title = element('h3', {}, heading, element('span', { class: 'count' }, String(unique.length)))
  const cards = (some: readonly (ViewNode | ViewClaim)[]): HTMLElement[] => some.map(record => claimCard(record, actions, subject))
  const list = element('ul', { class: 'cards' }, ...cards(unique.slice(0, listedAtFirst)))
  if (unique.length <= listedAtFirst) return [title, list]
  const more = element('button', { type: 'button', class: 'more', onclick: () => { list.append(...cards(unique.slice(listedAtFirst))); more.remove() } }, `Show all ${unique.length}`)
  return [title, list, more]
}

/** The same role or relation, told by several articles, is one card with the passages of all. */
function withoutRepetition(records: readonly (ViewNode | ViewClaim)[]): (ViewNode | ViewClaim)[] {
  const merged = new Map<string, ViewNode | ViewClaim>()
  for (const record of records) {
    const content = record.facts.filter(fact => fact.property !== 'ng:asOf').map(fact => fact.values.map(value => value.ref ?? value.text).join())
    const key = record.kind === 'role' || record.kind === 'relation' ? [record.label, ...content].join('|') : record.id
    const known = merged.get(key)
    merged.set(key, known === undefined ? record : { ...known, evidence: [...known.evidence, ...record.evidence] })
  }
  return [...merged.values()]
}

function firstPosition(record: ViewRecord): number {
  return record.evidence[0]?.span?.[0] ?? 0
}

function claimsFrom(article: string, { graph }: Lookup, actions: CardActions): Node[] {
  const isFrom = (record: ViewRecord): boolean => record.evidence.some(evidence => evidence.article === article)
  return [
    ...section('Statements', graph.claims.filter(claim => claim.kind === 'statement' && isFrom(claim)), actions),
    ...section('Events', graph.nodes.filter(node => node.kind === 'event' && isFrom(node)), actions),
  ]
}

function edgeDetails(edge: ViewEdge, lookup: Lookup, actions: CardActions): Node[] {
  const end = (id: string): Node => element('button', { type: 'button', class: 'ref', onclick: () => actions.onSelect(id) }, lookup.node(id)?.label ?? id)
  const records = edge.claims.map(id => lookup.record(id)).filter(record => record !== undefined)
  const head = element('header', {}, element('p', { class: 'eyebrow' }, edgeNames[edge.kind]),
    element('h2', { class: 'ends' }, end(edge.source), element('span', { class: 'arrow' }, ` ${edge.kind === 'participation' ? '–' : '→'} `), end(edge.target)))
  const text = records.length === 0 ? [element('p', { class: 'line' }, edge.label)] : []
  return [head, ...text, ...section(edge.kind === 'participation' ? 'Event' : edgeNames[edge.kind], records, actions)]
}
