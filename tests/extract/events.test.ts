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
  // Whom a common noun means has no name.
  const known = plain.entities.map((entity) => ({ ...entity, isUnnamed: /^\p{Ll}/u.test(entity.name) }))
  const resolved = { ...plain, triggers, entities: known }
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
      .toMatchObject([{ factuality: 'Reported', accordingTo: expect.stringMatching(/^said-/u) }])
  })

  test('that was called off is cancelled, and calling it off is another', () => {
    expect(happened('The/DET/det/2 match/NOUN/nsubj:pass/6 in/ADP/case/4 Arvo/PROPN/nmod/2 was/AUX/aux:pass/6 called/VERB/root/0/call off+/ADP/compound:prt/6 ./PUNCT/punct/6', { entities }))
      .toMatchObject([{ type: 'sports-match', factuality: 'Cancelled', place: 'place/arvo' }, { type: 'cancellation', factuality: 'Asserted' }])
  })

  test.each([
    ['sending a letter', 'Lima/PROPN/nsubj/2 sent/VERB/root/0/send a/DET/det/4 letter/NOUN/obj/2 to/ADP/case/6 Harbour+/PROPN/obl/2 ./PUNCT/punct/2'],
    ['meeting conditions', 'Lima/PROPN/nsubj/2 met/VERB/root/0/meet the/DET/det/4 conditions+/NOUN/obj/2/condition ./PUNCT/punct/2'],
    ['a meeting place', 'The/DET/det/3 meeting/NOUN/compound/3 place/NOUN/nsubj/4 pleased/VERB/root/0/please visitors+/NOUN/obj/4/visitor ./PUNCT/punct/4'],
  ])('is none for %s', (_, text) => {
    expect(happened(text, { entities }).filter(({ type }) => type !== 'happening')).toEqual([])
  })

  test('that is called off takes along whoever was to take part, and so does calling it off', () => {
    const told = happened('The/DET/det/2 derby/NOUN/nsubj:pass/8 between/ADP/case/4 Harbour/PROPN/nmod/2 and/CCONJ/cc/6 Lima/PROPN/compound/4 was/AUX/aux:pass/8 called/VERB/root/0/call off+/ADP/compound:prt/8 ./PUNCT/punct/8', { entities })
    expect(told).toMatchObject([{ type: 'sports-match', factuality: 'Cancelled' }, { type: 'cancellation', factuality: 'Asserted' }])
    expect(told.map(({ agents, patients, actors }) => [...agents, ...patients, ...actors].sort())).toEqual([['organization/harbour', 'person/lima'], ['organization/harbour', 'person/lima']])
  })

  test('is done by whoever is told to do it, not by whoever tells', () => {
    expect(happened('Lima/PROPN/nsubj/2 ordered/VERB/root/0/order Harbour/PROPN/obj/2 to/PART/mark/5 attack/VERB/xcomp/2 Kest+/PROPN/obj/5 ./PUNCT/punct/2', { entities }))
      .toMatchObject([{ type: 'attack', agents: ['organization/harbour'], patients: ['place/kest'], factuality: 'Planned' }])
  })

  test('takes none who only tell of it or react to it', () => {
    const takers = (text: string) => happened(text, { entities }).filter(({ type }) => type === 'attack').flatMap(({ agents, patients, actors }) => [...agents, ...patients, ...actors])
    expect(takers('Lima/PROPN/nsubj/2 condemned/VERB/root/0/condemn the/DET/det/4 attack/NOUN/obj/2 on/ADP/case/6 Harbour+/PROPN/nmod/4 ./PUNCT/punct/2')).toEqual(['organization/harbour'])
    expect(takers('Lima/PROPN/nsubj/2 reacted/VERB/root/0/react to/ADP/case/5 the/DET/det/5 attack/NOUN/obl/2 on/ADP/case/7 Harbour+/PROPN/nmod/5 ./PUNCT/punct/2')).toEqual(['organization/harbour'])
  })

  test('that a predicate is said to have won is its subject’s', () => {
    expect(happened('Lima/PROPN/nsubj/4 was/AUX/cop/4 the/DET/det/4 first/NOUN/root/0 to/PART/mark/6 win/VERB/acl/4 the/DET/det/8 award+/NOUN/obj/6 ./PUNCT/punct/4', { entities }).flatMap(({ agents, actors }) => [...agents, ...actors]))
      .toContain('person/lima')
  })

  test('of a candidate or a patient is named by more than one word', () => {
    expect(happened('Lima/PROPN/nsubj/3 is/AUX/aux/3 running/VERB/root/0/run for/ADP/case/5 mayor+/NOUN/obl/3 ./PUNCT/punct/3', { entities })[0]).toMatchObject({ type: 'election', agents: ['person/lima'] })
    expect(happened('Lima/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 taken/VERB/root/0/take to/ADP/case/5 hospital+/NOUN/obl/3 ./PUNCT/punct/3', { entities })[0]).toMatchObject({ type: 'disease', patients: ['person/lima'] })
  })

  test('is done to the subject of a verb that needs an object and has none, and of one joined to a passive', () => {
    expect(happened('Lima/PROPN/nsubj/2 killed/VERB/root/0/kill in/ADP/case/4 Arvo/PROPN/obl/2', { entities, headline: true })).toMatchObject([{ patients: ['person/lima'], agents: [], place: 'place/arvo' }])
    expect(happened('Lima/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 shot/VERB/root/0/shoot and/CCONJ/cc/5 killed+/VERB/conj/3/kill ./PUNCT/punct/3', { entities }).map(({ patients }) => patients)).toEqual([['person/lima'], ['person/lima']])
  })

  test('is on the one day that its clause names, but not on that of another clause', () => {
    expect(happened('The/DET/det/2 match/NOUN/nsubj:pass/6 in/ADP/case/4 Arvo/PROPN/nmod/2 was/AUX/aux:pass/6 cancelled/VERB/root/0/cancel with/ADP/case/8 all/PRON/obl/6 of/ADP/case/12 the/DET/det/12 Monday/PROPN/compound/12 games+/NOUN/nmod/8/game ./PUNCT/punct/6', { entities, times })
      .map(({ startDate }) => startDate)).toEqual(['2024-03-04', '2024-03-04'])
    expect(happened('Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 after/SCONJ/mark/6 Kest/PROPN/nsubj/6 won/VERB/advcl/2/win on/ADP/case/8 Monday+/PROPN/obl/6 ./PUNCT/punct/2', { entities, times })[0]?.startDate).toBeUndefined()
  })

  test('has the day on which it did what its clause tells, the day before “when”, and that after its two sides', () => {
    const days = (text: string) => happened(text, { entities, times }).map(({ type, startDate }) => `${type} ${startDate}`)
    expect(days('Lima/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 injured/VERB/root/0/injure on/ADP/case/5 Monday/PROPN/obl/3 by/ADP/case/8 an/DET/det/8 explosion+/NOUN/obl/3 ./PUNCT/punct/3')).toContain('explosion 2024-03-04')
    expect(days('Harbour/PROPN/nsubj/2 suffers/VERB/root/0/suffer since/ADP/case/4 Monday/PROPN/obl/2 when/ADV/advmod/7 Kest/PROPN/nsubj/7 attacked/VERB/advcl/2/attack Lima+/PROPN/obj/7 ./PUNCT/punct/2')).toContain('attack 2024-03-04')
    expect(days('The/DET/det/2 talks/NOUN/nsubj/9/talk between/ADP/case/4 Lima/PROPN/nmod/2 and/CCONJ/cc/6 Harbour/PROPN/dep/9 on/ADP/case/8 Monday/PROPN/dep/9 failed+/VERB/root/0/fail ./PUNCT/punct/9')).toContain('negotiation 2024-03-04')
  })

  test('that did not take place is not the one that did', () => {
    expect(happened([
      'Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 in/ADP/case/5 Arvo+/PROPN/obl/2 ./PUNCT/punct/2',
      'He/PRON/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 attack/VERB/root/0 Harbour/PROPN/obj/4 on/ADP/case/7 Monday+/PROPN/obl/4 ./PUNCT/punct/4',
    ].join('\n'), { entities: { ...entities, 'person/lima': ['Lima', 'He'] }, times })[0]).toMatchObject({ factuality: 'Asserted', triggers: ['attacked'] })
  })

  test('of the headline is told again by the first sentences', () => {
    expect(happened([
      'One/NUM/nummod/2 tourist/NOUN/nsubj/3 killed/VERB/root/0/kill in/ADP/case/5 Arvo/PROPN/obl/3', '',
      'A/DET/det/2 woman/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 killed/VERB/root/0/kill on/ADP/case/6 Monday+/PROPN/obl/4 ./PUNCT/punct/4',
    ].join('\n'), { entities: { ...entities, 'person/tourist': ['tourist'], 'person/woman': ['woman'] }, times, headline: true })).toMatchObject([{ type: 'killing', startDate: '2024-03-04', place: 'place/arvo', triggers: ['killed', 'killed'] }])
  })

  test('that killed people is told beside their death', () => {
    expect(happened('Lima/PROPN/nsubj/2 bombed/VERB/root/0/bomb Harbour/PROPN/obj/2 and/CCONJ/cc/5 killed/VERB/conj/2/kill Okoro+/PROPN/obj/5 ./PUNCT/punct/2', { entities: { ...entities, 'person/okoro': ['Okoro'] } }).map(({ type }) => type)).toEqual(['attack', 'killing'])
  })
})
