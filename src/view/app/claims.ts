/** One claim as a card: what was said or stated, by whom, when, how sure, and the way to its words in the article. */

import type { ViewClaim, ViewEvidence, ViewFact, ViewNode, ViewRecord, ViewValue } from '../model.js'
import { element, outwardLink, readableDate } from './dom.js'
import { textOf } from './lookup.js'

/** What a reader can do with a card. */
export interface CardActions { onSelect(id: string): void; onShow(passage: readonly ViewEvidence[]): void }

const datedProperties = new Set(['schema:dateCreated', 'schema:startDate', 'schema:endDate', 'ng:asOf', 'schema:datePublished'])

/** The card of a statement, role, relation or event; `subject` is the node whose page it stands on. */
export function claimCard(record: ViewClaim | ViewNode, actions: CardActions, subject?: string): HTMLElement {
  const sureness = surenessOf(record)
  const card = element('li', { class: `card card-${record.kind}` },
    tagsOf(record), headlineOf(record, actions), bylineOf(record, actions, subject),
    element('p', { class: 'actions' }, ...showButtons(record.evidence, actions),
      element('button', { type: 'button', onclick: () => actions.onSelect(record.id) }, 'All details'),
      sureness === null ? null : element('span', { class: 'sure', title: 'How sure the analysis is' }, sureness)))
  evidenceOfCard.set(card, record.evidence)
  return card
}

const evidenceOfCard = new WeakMap<Element, readonly ViewEvidence[]>()

/** Marks the card whose words are being pointed at. */
export function markCard(panel: Element, passage: readonly ViewEvidence[]): void {
  for (const card of panel.querySelectorAll('.card')) {
    card.classList.toggle('is-current', passage.some(evidence => evidenceOfCard.get(card)?.includes(evidence)))
  }
}

/** One button, and further numbered ones for what is written in several places. */
function showButtons(evidence: readonly ViewEvidence[], actions: CardActions): Node[] {
  const [first, ...others] = passagesOf(evidence)
  if (first === undefined) return []
  return [
    element('button', { type: 'button', class: 'show', onclick: () => actions.onShow(first) }, 'Show in article'),
    ...others.slice(0, 9).map((passage, index) => element('button', {
      type: 'button', class: 'show', 'aria-label': `Show passage ${index + 2} in article`, onclick: () => actions.onShow(passage),
    }, String(index + 2))),
  ]
}

/** Cue and content stand near one another and are shown together; what is told again elsewhere is a passage of its own. */
function passagesOf(evidence: readonly ViewEvidence[]): ViewEvidence[][] {
  const passages: ViewEvidence[][] = []
  for (const each of evidence) {
    const last = passages.at(-1)?.at(-1)
    const isNear = last?.article === each.article && (each.span?.[0] ?? 0) - (last.span?.[1] ?? 0) < 300
    if (isNear) passages.at(-1)?.push(each)
    else passages.push([each])
  }
  return passages
}

/** "Reported speech · accuse" */
function tagsOf(record: ViewClaim | ViewNode): HTMLElement {
  const tags = element('p', { class: 'tags' })
  const forms: Readonly<Record<string, string>> = { 'direct statement': 'Direct quote', 'mixed statement': 'Partly quoted', 'indirect statement': 'Reported speech' }
  const names = [forms[record.detail] ?? record.detail, textOf(record, 'ng:speechAct'), textOf(record, 'ng:former') === 'true' ? 'former' : '']
  for (const name of names) if (name !== '') tags.append(element('span', { class: 'tag' }, name))
  const status = statusOf(record)
  if (status !== null) tags.append(element('span', { class: 'tag status' }, status))
  return tags
}

/** What to call a claim that the article does not assert; null for those that it does. */
export function statusOf(record: ViewRecord): string | null {
  if (record.isAsserted) return null
  const status = textOf(record, 'ng:factuality')
  return status === '' || status === 'reported' ? 'only reported' : status
}

export function surenessOf({ confidence }: ViewRecord): string | null {
  return confidence === undefined ? null : `${Math.round(confidence * 100)} % sure`
}

function headlineOf(record: ViewClaim | ViewNode, actions: CardActions): HTMLElement {
  if (record.kind === 'statement') {
    const text = (textOf(record, 'schema:text') || record.label).replace(/,\s*$/, '')
    return element('blockquote', {}, record.detail === 'direct statement' ? `“${text}”` : text)
  }
  if (record.kind === 'relation') {
    return element('p', { class: 'line' }, ...inlineValues(record, 'rdf:subject', actions), ` ${textOf(record, 'rdf:predicate')} `, ...inlineValues(record, 'rdf:object', actions))
  }
  if (record.kind === 'role') {
    const place = inlineValues(record, 'ng:heldFor', actions)
    return element('p', { class: 'line' }, record.label, ...place.length === 0 ? [] : [', ', ...place])
  }
  return element('p', { class: 'line' }, record.label)
}

/** "Oskar Lindmark “accused” · about Helena Brandt · 4 March 2026" */
function bylineOf(record: ViewClaim | ViewNode, actions: CardActions, subject: string | undefined): HTMLElement {
  const parts: readonly (readonly [lead: string, property: string])[] = record.kind === 'statement'
    ? [['', 'schema:creator'], ['to ', 'ng:addressee'], ['about ', 'schema:about'], ['through ', 'ng:medium'], ['at ', 'ng:occasion'], ['in ', 'schema:spatialCoverage'], ['', 'schema:dateCreated']]
    : record.kind === 'role'
      ? [['', 'org:member']]
      : [['', 'ng:agent'], ['affecting ', 'ng:patient'], ['with ', 'sem:hasActor'], ['in ', 'sem:hasPlace'], ['', 'schema:startDate'], ['until ', 'schema:endDate'], ['according to ', 'ng:accordingTo']]
  const byline = element('p', { class: 'byline' })
  for (const [lead, property] of record.kind === 'relation' ? [['according to ', 'ng:accordingTo']] as const : parts) {
    const values = inlineValues(record, property, actions)
    const isSaidAlready = property === 'org:member' && values.length === 1 && record.facts.some(fact => fact.property === property && fact.values[0]?.ref === subject)
    if (values.length === 0 || isSaidAlready) continue
    const cue = property === 'schema:creator' ? textOf(record, 'ng:cue') : ''
    byline.append(element('span', {}, lead, ...values, cue === '' ? null : element('i', { class: 'cue' }, ` ${cue}`)))
  }
  return byline
}

function inlineValues(record: ViewRecord, property: string, actions: CardActions): Node[] {
  const fact = record.facts.find(each => each.property === property)
  return fact === undefined ? [] : valuesOf(fact, actions)
}

/** The values of a fact with commas between them. */
export function valuesOf(fact: ViewFact, actions: CardActions): Node[] {
  return fact.values.flatMap((value, index) => [...index === 0 ? [] : [document.createTextNode(', ')], valueNode(fact.property, value, actions)])
}

function valueNode(property: string, { text, ref, href }: ViewValue, actions: CardActions): Node {
  if (ref !== undefined) return element('button', { type: 'button', class: 'ref', onclick: () => actions.onSelect(ref) }, text)
  if (href !== undefined) return outwardLink(href, text)
  return document.createTextNode(datedProperties.has(property) ? readableDate(text) : text)
}
