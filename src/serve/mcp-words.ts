/**
 * Records in words for a language model or a person.
 * In: records with their evidence. Out:
 *   Sergey Lavrov (person:sergey-lavrov) said on 2022-07-06: “We always say what we think”
 *     statement https://…/statement/76f4…
 *     evidence https://…/evidence/76f4…-634-722: …he said. “[We always say what we think],” Lavrov added… – Russia slams Macron, 2022-07-07, 634–722
 */
import type { PageOf } from './claims.js'
import type { Entity, Found } from './entities.js'
import type { Evidence } from './evidence.js'
import type { Record, Reference } from './records.js'

export function wordsOfPage<Item>(
  { total, offset, items }: Pick<PageOf<Item>, 'total' | 'offset' | 'items'>,
  what: string,
  wordsOf: (item: Item) => string,
): string {
  if (items.length === 0) return total === 0 ? `No ${what}.` : `No more ${what}; there are ${total}.`
  const head = total === items.length ? `${total} ${what}:` : `${what} ${offset + 1}–${offset + items.length} of ${total}:`
  const more = offset + items.length < total ? `\nMore with offset ${offset + items.length}.` : ''
  return `${head}\n${items.map(wordsOf).join('\n')}${more}`
}

export function wordsOfEntity(entity: Entity | Found): string {
  const also = entity.names.length > 0 ? `; also ${entity.names.slice(0, 8).join(', ')}` : ''
  return `- ${entity.label} (${entity.id}), ${entity.kind}, in ${entity.articles} article${entity.articles === 1 ? '' : 's'}${also}\n  ${entity.iri}`
}

export function wordsOfRecord(record: Record): string {
  return [
    `- ${sentence(record)}`,
    `  ${record.kind} ${record.iri}`,
    ...(record.evidence ?? []).map((evidence) => `  evidence ${wordsOfEvidence(evidence)}`),
  ].join('\n')
}

export function wordsOfEvidence({ iri, prefix, exact, suffix, start, end, article }: Evidence): string {
  const quote = `…${prefix}[${exact}]${suffix}…`.replace(/\s+/gu, ' ')
  return `${iri}: ${quote} – ${article.label}${article.date === undefined ? '' : `, ${article.date.slice(0, 10)}`} (${article.id}), ${start}–${end}`
}

function sentence(record: Record): string {
  const { kind, label } = record
  switch (kind) {
    case 'statement':
      return `${names(record.speakers) || 'Somebody'} – ${string(record.speechAct) ?? 'said'}${record.date ? `, ${string(record.date)}` : ''}: “${string(record.text) ?? label}”${about(record)}`
    case 'event':
      return `${label}${record.start ? `, ${string(record.start)}` : ''}: ${string(record.type) ?? 'event'}, ${standing(record)}${about(record, record.actors ?? record.agents, 'with')}`
    case 'role':
      return `${names(record.holder)}: ${string(record.title) ?? label}${about(record, record.heldFor, 'of')}${record.former === true ? ' (former)' : ''}`
    case 'relation':
      return `${names(record.subject)} – ${string(record.predicate) ?? label} – ${names(record.object)}, ${standing(record)}`
    case 'article':
      return `${string(record.headline) ?? label} (${record.id})${record.date ? `, ${string(record.date)}` : ''}${about(record, record.publisher, 'in')}`
  }
}

/** What the article vouches for, and what it only reports. */
function standing({ factuality, accordingTo }: Record): string {
  const source = names(accordingTo)
  return `${string(factuality) ?? 'asserted'}${source ? ` according to ${source}` : ''}`
}

function about(record: Record, values: unknown = record.about, word = 'about'): string {
  const told = names(values)
  return told ? `; ${word} ${told}` : ''
}

function names(value: unknown): string {
  const references = (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly Reference[]
  return references.map(({ label, id }) => `${label} (${id})`).join(', ')
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
