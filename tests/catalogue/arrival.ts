/**
 * An article as it arrives in a catalogue, made by hand: only who and what it names matters.
 * In: names. Out: "Paul Young, mayor of Sund" → an article with a person, a place, a role and a statement. All names are made up.
 */
import { createHash } from 'node:crypto'
import type { Arrival } from '../../src/catalogue/writing.js'
import type { Entity, RoleHolding, Statement } from '../../src/model.js'

type Named = Partial<Entity> & { readonly name: string; readonly title?: string; readonly of?: string; readonly says?: string }

export function arrival(id: string, things: readonly Named[], more: Partial<Arrival['graph']['article']> = {}, maker = 'hand 1'): Arrival {
  const text = more.text ?? [id, ...things.map(({ name, says = '' }) => `${name} ${says}`)].join('\n')
  const entities = things.map(({ title: _title, of: _of, says: _says, ...thing }): Entity => {
    const kind = thing.kind ?? 'person'
    const at = text.indexOf(thing.name)
    return { id: `${kind}/${thing.name.toLowerCase().replaceAll(' ', '-')}`, kind, names: [thing.name], isUnnamed: false, confidence: 0.9, evidence: [{ start: at, end: at + thing.name.length }], ...thing }
  })
  const idOf = (name: string | undefined): string | undefined => entities.find((entity) => entity.name === name)?.id
  const claim = (name: string) => ({ confidence: 0.9, rule: 'by-hand', evidence: [{ start: text.indexOf(name), end: text.indexOf(name) + name.length }] as const })
  const roles = things.flatMap(({ name, title, of }): RoleHolding[] => {
    const place = idOf(of)
    return title ? [{ ...claim(name), kind: 'role', id: `${title}-${name.toLowerCase().replaceAll(' ', '-')}`, holder: idOf(name) ?? '', title, isFormer: false, ...(place && { of: place }) }] : []
  })
  const statements = things.flatMap(({ name, says }): Statement[] => (says ? [{
    ...claim(name), kind: 'statement', id: `said-${createHash('sha256').update(says).digest('hex').slice(0, 8)}`, form: 'direct', speakers: [idOf(name) ?? ''],
    content: [{ start: text.indexOf(says), end: text.indexOf(says) + says.length }], speechAct: 'say', addressees: [], about: [],
  }] : []))
  const textSha256 = createHash('sha256').update(text).digest('hex')
  return {
    graph: {
      article: { id, source: `${id}.txt`, text, textSha256, authors: [], language: 'en', notes: [], ...more },
      entities, roles, statements, events: [], relations: [], model: 'hand 1',
    },
    blocks: [{ start: 0, end: text.length, kind: 'paragraph' }], readAs: textSha256.slice(0, 32), maker,
  }
}
