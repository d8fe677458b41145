import { expect, it } from 'vitest'
import { onlyCertain } from '../../src/extract/certain.js'
import type { Entity, Extracted, NewsEvent, Relation, Statement } from '../../src/model.js'

const evidence = [{ start: 0, end: 1 }] as const
const entity = (id: string, confidence: number, more: Partial<Entity> = {}): Entity => ({ id, kind: 'person', name: id, names: [id], isUnnamed: false, confidence, evidence, ...more })
const said = (id: string, confidence: number, more: Partial<Statement> = {}): Statement => ({
  kind: 'statement', id, form: 'direct', speakers: ['speaker'], content: evidence, speechAct: 'say', addressees: [], about: [], confidence, rule: 'test', evidence, ...more,
})
const happened = (id: string, confidence: number, more: Partial<NewsEvent> = {}): NewsEvent => ({
  kind: 'event', id, type: 'happening', label: 'x', triggers: evidence, agents: [], patients: [], actors: [], places: [], factuality: 'Asserted', confidence, rule: 'test', evidence, ...more,
})
const related = (confidence: number, more: Partial<Relation> = {}): Relation => ({
  kind: 'relation', id: 'r', subject: 'speaker', predicate: 'memberOf', object: 'party', factuality: 'Asserted', isFormer: false, confidence, rule: 'test', evidence, ...more,
})

function article(claims: Partial<Extracted>): Extracted {
  return {
    id: '1', source: '-', text: 'x', textSha256: '', blocks: [], authors: [], language: 'en', notes: [], tokens: [], sentences: [], mentions: [], antecedents: [],
    attributions: [], triggers: [], happenings: [], titles: [], meanings: [], relationCandidates: [], model: 'none', entities: [], references: [], entityOf: [], times: [], roles: [], statements: [], events: [], relations: [], ...claims,
  }
}

it('keeps everything when nothing is asked for', () => {
  const whole = article({ statements: [said('1', 0.01)] })
  expect(onlyCertain(whole, 0)).toBe(whole)
})

it('leaves out the uncertain, but never an entity that a certain claim needs', () => {
  const entities = [entity('speaker', 0.2), entity('stranger', 0.2), entity('known', 0.9), entity('state', 0.1), entity('voice', 0.9, { standsFor: 'state' })]
  const kept = onlyCertain(article({ entities, statements: [said('1', 0.9), said('2', 0.5)] }), 0.8)
  expect(kept.statements.map(({ id }) => id)).toEqual(['1'])
  expect(kept.entities.map(({ id }) => id)).toEqual(['speaker', 'known', 'state', 'voice'])
})

it('leaves out what is known only from an uncertain statement', () => {
  const kept = onlyCertain(article({ statements: [said('1', 0.5)], events: [happened('1', 0.9, { accordingTo: '1' })], relations: [related(0.9, { accordingTo: '1' }), related(0.9)] }), 0.8)
  expect(kept.events).toEqual([])
  expect(kept.relations).toHaveLength(1)
})

it('cuts references to what is gone', () => {
  const kept = onlyCertain(article({ statements: [said('1', 0.5), said('2', 0.9, { within: '1', occasion: '1' }), said('3', 0.9, { within: '2', occasion: '2' })], events: [happened('1', 0.5), happened('2', 0.9)] }), 0.8)
  expect(kept.statements).toEqual([said('2', 0.9), said('3', 0.9, { within: '2', occasion: '2' })])
})
