import { describe, expect, test } from 'vitest'
import type { Trigger } from '../../src/model.js'
import { events } from '../../src/extract/events.js'
import { statements } from '../../src/extract/statements.js'
import { tree } from './tree.js'

/** Events of a written tree in which the model is sure of every verb and noun, their triggers as text. */
function happened(...args: Parameters<typeof tree>) {
  const plain = tree(...args)
  const triggers = plain.tokens.flatMap(({ upos }, at): Trigger[] => (upos === 'VERB' || upos === 'NOUN'
    ? [{ start: at, end: at + 1, head: at, kind: 'occurrence', negated: false, confidence: 0.95 }] : []))
  const resolved = { ...plain, triggers }
  return events(resolved, statements(resolved)).map((each) => ({
    ...each, triggers: each.triggers.map(({ start, end }) => resolved.text.slice(start, end)),
  }))
}

const entities = { 'person/lima': ['Lima'], 'place/arvo': ['Arvo'], 'place/kest': ['Kest'], 'organization/harbour': ['Harbour'] }
const times = { Monday: '2024-03-04' }

describe('an event', () => {
  test('has an agent, a patient, a place and a time', () => {
    expect(happened('Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 in/ADP/case/5 Arvo/PROPN/obl/2 on/ADP/case/7 Monday+/PROPN/obl/2 ./PUNCT/punct/2', { entities, times }))
      .toMatchObject([{ type: 'attack', agents: ['person/lima'], patients: ['organization/harbour'], place: 'place/arvo', startDate: '2024-03-04', factuality: 'Asserted', triggers: ['attacked'] }])
  })

  test.each([
    ['an attack by itself', 'The/DET/det/2 strike/NOUN/nsubj/3 shocked/VERB/root/0/shock Kest+/PROPN/obj/3 ./PUNCT/punct/3', 'attack'],
    ['a strike where unions are spoken of', 'The/DET/det/3 union/NOUN/compound/3 strike/NOUN/nsubj/4 shocked/VERB/root/0/shock Kest+/PROPN/obj/4 ./PUNCT/punct/4', 'strike'],
  ])('called a strike is %s', (_, text, type) => {
    expect(happened(text, { entities })[0]).toMatchObject({ type, triggers: ['strike'] })
  })

  test.each([
    ['an attack when shots are fired', 'Lima/PROPN/nsubj/2 fired/VERB/root/0/fire shots/NOUN/obj/2/shot in/ADP/case/5 Arvo+/PROPN/obl/2 ./PUNCT/punct/2', 'attack'],
    ['a dismissal when people are', 'Harbour/PROPN/nsubj/2 fired/VERB/root/0/fire Lima+/PROPN/obj/2 ./PUNCT/punct/2', 'dismissal'],
  ])('of firing is %s', (_, text, type) => {
    expect(happened(text, { entities })[0]).toMatchObject({ type })
  })

  test('is one for a verb and a noun that tell of the same thing', () => {
    expect(happened([
      'Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 in/ADP/case/5 Arvo+/PROPN/obl/2 ./PUNCT/punct/2',
      'The/DET/det/2 attack/NOUN/nsubj/3 shocked/VERB/root/0/shock Kest+/PROPN/obj/3 ./PUNCT/punct/3',
    ].join('\n'), { entities })).toMatchObject([{ triggers: ['attacked', 'attack'] }])
  })

  test('is two when the days differ', () => {
    expect(happened([
      'Lima/PROPN/nsubj/2 visited/VERB/root/0/visit Arvo/PROPN/obj/2 on/ADP/case/5 Monday+/PROPN/obl/2 ./PUNCT/punct/2',
      'Lima/PROPN/nsubj/2 visited/VERB/root/0/visit Arvo/PROPN/obj/2 on/ADP/case/5 Friday+/PROPN/obl/2 ./PUNCT/punct/2',
    ].join('\n'), { entities, times: { ...times, Friday: '2024-03-08' } })).toHaveLength(2)
  })

  test('that somebody only told of is reported, with the statement', () => {
    expect(happened('Lima/PROPN/nsubj/2 said/VERB/root/0/say Kest/PROPN/nsubj/4 attacked/VERB/ccomp/2/attack Arvo+/PROPN/obj/4 ./PUNCT/punct/2', { entities }))
      .toMatchObject([{ factuality: 'Reported', accordingTo: 1 }])
  })

  test('that was called off is negated, and calling it off is another', () => {
    expect(happened('The/DET/det/2 match/NOUN/nsubj:pass/6 in/ADP/case/4 Arvo/PROPN/nmod/2 was/AUX/aux:pass/6 called/VERB/root/0/call off+/ADP/compound:prt/6 ./PUNCT/punct/6', { entities }))
      .toMatchObject([{ type: 'sports-match', factuality: 'Negated', place: 'place/arvo' }, { type: 'cancellation', factuality: 'Asserted' }])
  })
})
