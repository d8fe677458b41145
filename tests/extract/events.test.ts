import { describe, expect, test } from 'vitest'
import type { EventType, Happening } from '../../src/model.js'
import { events } from '../../src/extract/events.js'
import { statements } from '../../src/extract/statements.js'
import { tree } from './tree.js'

/** What the model would say of words: their kind, how they stand, and which words are their parts. */
interface Seen { readonly type: EventType; readonly standing?: string; readonly parts?: Readonly<Record<string, string>> }

/** Events of a written tree in which the model sees the given happenings, their triggers as text. */
function happened(seen: Readonly<Record<string, EventType | Seen>>, ...args: Parameters<typeof tree>) {
  const plain = tree(...args)
  const happenings = plain.tokens.flatMap(({ text, sentence }, at): Happening[] => {
    const found = seen[text]
    if (!found) return []
    const { type, standing = 'asserted', parts = {} } = typeof found === 'string' ? { type: found } : found
    const tokenOf = (word: string) => plain.tokens.findIndex((token) => token.text === word && token.sentence === sentence)
    return [{
      start: at, end: at + 1, head: at, type, typeConfidence: 0.9, standing, confidence: 0.9,
      parts: Object.entries(parts).map(([word, part]) => ({ part, token: tokenOf(word), confidence: 0.9 })),
    }]
  })
  // Whom a common noun means has no name.
  const known = plain.entities.map((entity) => ({ ...entity, isUnnamed: /^\p{Ll}/u.test(entity.name) }))
  const resolved = { ...plain, happenings, entities: known }
  return events(resolved, statements(resolved)).map((each) => ({
    ...each, triggers: each.triggers.map(({ start, end }) => resolved.text.slice(start, end)),
  }))
}

const entities = { 'person/lima': ['Lima'], 'place/arvo': ['Arvo'], 'place/kest': ['Kest'], 'organization/harbour': ['Harbour'] }
const times = { Monday: '2024-03-04' }

describe('an event', () => {
  test('has an agent, a patient, a place and a time', () => {
    expect(happened({ attacked: 'attack' }, 'Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 in/ADP/case/5 Arvo/PROPN/obl/2 on/ADP/case/7 Monday+/PROPN/obl/2 ./PUNCT/punct/2', { entities, times }))
      .toMatchObject([{ type: 'attack', agents: ['person/lima'], patients: ['organization/harbour'], places: ['place/arvo'], startDate: '2024-03-04', factuality: 'Asserted', triggers: ['attacked'] }])
  })

  test('is one for a verb and a noun that tell of the same thing', () => {
    expect(happened({ attacked: 'attack', attack: 'attack' }, [
      'Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 in/ADP/case/5 Arvo+/PROPN/obl/2 ./PUNCT/punct/2',
      'The/DET/det/2 attack/NOUN/nsubj/3 shocked/VERB/root/0/shock Kest+/PROPN/obj/3 ./PUNCT/punct/3',
    ].join('\n'), { entities })).toMatchObject([{ triggers: ['attacked', 'attack'] }])
  })

  test('is two when the days differ', () => {
    expect(happened({ visited: 'visit' }, [
      'Lima/PROPN/nsubj/2 visited/VERB/root/0/visit Arvo/PROPN/obj/2 on/ADP/case/5 Monday+/PROPN/obl/2 ./PUNCT/punct/2',
      'Lima/PROPN/nsubj/2 visited/VERB/root/0/visit Arvo/PROPN/obj/2 on/ADP/case/5 Friday+/PROPN/obl/2 ./PUNCT/punct/2',
    ].join('\n'), { entities, times: { ...times, Friday: '2024-03-08' } })).toHaveLength(2)
  })

  test('that somebody only told of is reported, with the statement', () => {
    expect(happened({ attacked: 'attack' }, 'Lima/PROPN/nsubj/2 said/VERB/root/0/say Kest/PROPN/nsubj/4 attacked/VERB/ccomp/2/attack Arvo+/PROPN/obj/4 ./PUNCT/punct/2', { entities }))
      .toMatchObject([{ factuality: 'Reported', accordingTo: expect.stringMatching(/^said-/u) }])
  })

  test('that was called off is cancelled, and calling it off is another', () => {
    expect(happened({ match: 'sports-match', called: 'cancellation' }, 'The/DET/det/2 match/NOUN/nsubj:pass/6 in/ADP/case/4 Arvo/PROPN/nmod/2 was/AUX/aux:pass/6 called/VERB/root/0/call off+/ADP/compound:prt/6 ./PUNCT/punct/6', { entities }))
      .toMatchObject([{ type: 'sports-match', factuality: 'Cancelled', places: ['place/arvo'] }, { type: 'cancellation', factuality: 'Asserted' }])
  })

  test('is done by whoever is told to do it, not by whoever tells', () => {
    expect(happened({ attack: 'attack' }, 'Lima/PROPN/nsubj/2 ordered/VERB/root/0/order Harbour/PROPN/obj/2 to/PART/mark/5 attack/VERB/xcomp/2 Kest+/PROPN/obj/5 ./PUNCT/punct/2', { entities }))
      .toMatchObject([{ type: 'attack', agents: ['organization/harbour'], patients: ['place/kest'], factuality: 'Planned' }])
  })

  test('takes none who only tell of it or react to it', () => {
    const takers = (text: string) => happened({ attack: 'attack' }, text, { entities }).filter(({ type }) => type === 'attack').flatMap(({ agents, patients, actors }) => [...agents, ...patients, ...actors])
    expect(takers('Lima/PROPN/nsubj/2 condemned/VERB/root/0/condemn the/DET/det/4 attack/NOUN/obj/2 on/ADP/case/6 Harbour+/PROPN/nmod/4 ./PUNCT/punct/2')).toEqual(['organization/harbour'])
    expect(takers('Lima/PROPN/nsubj/2 reacted/VERB/root/0/react to/ADP/case/5 the/DET/det/5 attack/NOUN/obl/2 on/ADP/case/7 Harbour+/PROPN/nmod/5 ./PUNCT/punct/2')).toEqual(['organization/harbour'])
  })

  test('that a predicate is said to have won is its subject’s', () => {
    expect(happened({ win: 'award' }, 'Lima/PROPN/nsubj/4 was/AUX/cop/4 the/DET/det/4 first/NOUN/root/0 to/PART/mark/6 win/VERB/acl/4 the/DET/det/8 award+/NOUN/obj/6 ./PUNCT/punct/4', { entities }).flatMap(({ agents, actors }) => [...agents, ...actors]))
      .toContain('person/lima')
  })

  test('is done to the subject of a verb that needs an object and has none, and of one joined to a passive', () => {
    expect(happened({ killed: 'killing', shot: 'shooting' }, 'Lima/PROPN/nsubj/2 killed/VERB/root/0/kill in/ADP/case/4 Arvo/PROPN/obl/2', { entities, headline: true })).toMatchObject([{ patients: ['person/lima'], agents: [], places: ['place/arvo'] }])
    expect(happened({ killed: 'killing', shot: 'shooting' }, 'Lima/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 shot/VERB/root/0/shoot and/CCONJ/cc/5 killed+/VERB/conj/3/kill ./PUNCT/punct/3', { entities }).map(({ patients }) => patients)).toEqual([['person/lima'], ['person/lima']])
  })

  test('is on the one day that its clause names, but not on that of another clause', () => {
    expect(happened({ match: 'sports-match', cancelled: 'cancellation', attacked: 'attack' }, 'The/DET/det/2 match/NOUN/nsubj:pass/6 in/ADP/case/4 Arvo/PROPN/nmod/2 was/AUX/aux:pass/6 cancelled/VERB/root/0/cancel with/ADP/case/8 all/PRON/obl/6 of/ADP/case/12 the/DET/det/12 Monday/PROPN/compound/12 games+/NOUN/nmod/8/game ./PUNCT/punct/6', { entities, times })
      .map(({ startDate }) => startDate)).toEqual(['2024-03-04', '2024-03-04'])
    expect(happened({ match: 'sports-match', cancelled: 'cancellation', attacked: 'attack' }, 'Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 after/SCONJ/mark/6 Kest/PROPN/nsubj/6 won/VERB/advcl/2/win on/ADP/case/8 Monday+/PROPN/obl/6 ./PUNCT/punct/2', { entities, times })[0]?.startDate).toBeUndefined()
  })

  test('has the day on which it did what its clause tells, the day before “when”, and that after its two sides', () => {
    const days = (text: string) => happened({ injured: 'injury', explosion: 'explosion', attacked: 'attack', talks: 'negotiation' }, text, { entities, times }).map(({ type, startDate }) => `${type} ${startDate}`)
    expect(days('Lima/PROPN/nsubj:pass/3 was/AUX/aux:pass/3 injured/VERB/root/0/injure on/ADP/case/5 Monday/PROPN/obl/3 by/ADP/case/8 an/DET/det/8 explosion+/NOUN/obl/3 ./PUNCT/punct/3')).toContain('explosion 2024-03-04')
    expect(days('Harbour/PROPN/nsubj/2 suffers/VERB/root/0/suffer since/ADP/case/4 Monday/PROPN/obl/2 when/ADV/advmod/7 Kest/PROPN/nsubj/7 attacked/VERB/advcl/2/attack Lima+/PROPN/obj/7 ./PUNCT/punct/2')).toContain('attack 2024-03-04')
    expect(days('The/DET/det/2 talks/NOUN/nsubj/9/talk between/ADP/case/4 Lima/PROPN/nmod/2 and/CCONJ/cc/6 Harbour/PROPN/dep/9 on/ADP/case/8 Monday/PROPN/dep/9 failed+/VERB/root/0/fail ./PUNCT/punct/9')).toContain('negotiation 2024-03-04')
  })

  test('that did not take place is not the one that did', () => {
    expect(happened({ attacked: 'attack', attack: 'attack' }, [
      'Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack Harbour/PROPN/obj/2 in/ADP/case/5 Arvo+/PROPN/obl/2 ./PUNCT/punct/2',
      'He/PRON/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 attack/VERB/root/0 Harbour/PROPN/obj/4 on/ADP/case/7 Monday+/PROPN/obl/4 ./PUNCT/punct/4',
    ].join('\n'), { entities: { ...entities, 'person/lima': ['Lima', 'He'] }, times })[0]).toMatchObject({ factuality: 'Asserted', triggers: ['attacked'] })
  })

  test('of the headline is told again by the first sentences', () => {
    expect(happened({ killed: 'killing' }, [
      'One/NUM/nummod/2 tourist/NOUN/nsubj/3 killed/VERB/root/0/kill in/ADP/case/5 Arvo/PROPN/obl/3', '',
      'A/DET/det/2 woman/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 killed/VERB/root/0/kill on/ADP/case/6 Monday+/PROPN/obl/4 ./PUNCT/punct/4',
    ].join('\n'), { entities: { ...entities, 'person/tourist': ['tourist'], 'person/woman': ['woman'] }, times, headline: true })).toMatchObject([{ type: 'killing', startDate: '2024-03-04', places: ['place/arvo'], triggers: ['killed', 'killed'] }])
  })

  test('that killed people is told beside their death', () => {
    expect(happened({ bombed: 'attack', killed: 'killing' }, 'Lima/PROPN/nsubj/2 bombed/VERB/root/0/bomb Harbour/PROPN/obj/2 and/CCONJ/cc/5 killed/VERB/conj/2/kill Okoro+/PROPN/obj/5 ./PUNCT/punct/2', { entities: { ...entities, 'person/okoro': ['Okoro'] } }).map(({ type }) => type)).toEqual(['attack', 'killing'])
  })

  test('has the parts that the model sees, wherever the tree hangs them', () => {
    expect(happened({ blast: { type: 'explosion', parts: { Kest: 'agent', Harbour: 'patient', Lima: 'participant', Arvo: 'place', Monday: 'time' } } },
      'A/DET/det/2 blast/NOUN/root/0 ,/PUNCT/punct/2 Kest/PROPN/dep/2 Harbour/PROPN/dep/2 Lima/PROPN/dep/2 Arvo/PROPN/dep/2 Monday+/PROPN/dep/2 ./PUNCT/punct/2', { entities, times }))
      .toMatchObject([{ agents: ['place/kest'], patients: ['organization/harbour'], actors: ['person/lima'], places: ['place/arvo'], startDate: '2024-03-04' }])
  })

  test('that the model doubts is not asserted, and what somebody said stays said however sure the model is', () => {
    expect(happened({ attack: { type: 'attack', standing: 'planned' } }, 'An/DET/det/2 attack/NOUN/nsubj/3 shocked/VERB/root/0/shock Kest+/PROPN/obj/3 ./PUNCT/punct/3', { entities })).toMatchObject([{ factuality: 'Planned' }])
    expect(happened({ attacked: { type: 'attack', standing: 'asserted' } }, 'Lima/PROPN/nsubj/2 said/VERB/root/0/say Kest/PROPN/nsubj/4 attacked/VERB/ccomp/2/attack Arvo+/PROPN/obj/4 ./PUNCT/punct/2', { entities })).toMatchObject([{ factuality: 'Reported' }])
  })

  test('in the words of an attribution of which no statement came stands as the model says, unless that attribution is sure', () => {
    const resolved = tree('Lima/PROPN/nsubj/2 survived/VERB/root/0/survive the/DET/det/4 bombing/NOUN/obj/2 of/ADP/case/6 Arvo+/PROPN/nmod/4 ./PUNCT/punct/2', { entities })
    const happening: Happening = { start: 3, end: 4, head: 3, type: 'attack', typeConfidence: 0.9, standing: 'asserted', confidence: 0.9, parts: [] }
    const attributed = (confidence: number, standing = 'asserted') => events({
      ...resolved, happenings: [{ ...happening, standing }], attributions: [{ source: [{ start: 0, end: 1 }], cue: { start: 1, end: 2 }, content: [{ start: 2, end: 6 }], confidence }],
    }, []).map(({ factuality }) => factuality)
    expect([attributed(0.5), attributed(0.9), attributed(0.5, 'said')]).toEqual([['Asserted'], ['Reported'], ['Reported']])
    const off = tree('The/DET/det/2 match/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 called/VERB/root/0/call off+/ADP/compound:prt/4 ./PUNCT/punct/4', { entities })
    const match: Happening = { ...happening, start: 1, end: 2, head: 1, type: 'sports-match' }
    const attributions = [{ source: [], cue: { start: 3, end: 4 }, content: [{ start: 0, end: 5 }], confidence: 0.5 }]
    expect(events({ ...off, happenings: [match], attributions }, [])).toMatchObject([{ factuality: 'Cancelled' }])
  })

  test('takes nobody in from what is only planned of it', () => {
    const resolved = tree('Lima/PROPN/nsubj/2 bombed/VERB/root/0/bomb Harbour+/PROPN/obj/2 ./PUNCT/punct/2\nThe/DET/det/2 raid/NOUN/nsubj/3 shocked/VERB/root/0/shock Kest+/PROPN/obj/3 ./PUNCT/punct/3', { entities })
    const seen = (head: number, more: Partial<Happening>): Happening => ({ start: head, end: head + 1, head, type: 'attack', typeConfidence: 0.9, standing: 'asserted', confidence: 0.9, parts: [], ...more })
    const again = (standing: string) => seen(5, { standing, same: 0, sameConfidence: 0.9, parts: [{ part: 'participant', token: 7, confidence: 0.9 }] })
    const actors = (standing: string) => events({ ...resolved, happenings: [seen(1, {}), again(standing)] }, []).map((event) => event.actors)
    expect([actors('asserted'), actors('planned')]).toEqual([[['place/kest']], [[]]])
  })

  test('is one where the model takes two words for the same, unless something contradicts', () => {
    const two = (second: string) => tree(`Lima/PROPN/nsubj/2 bombed/VERB/root/0/bomb Harbour+/PROPN/obj/2 ./PUNCT/punct/2\nThe/DET/det/2 ${second}/NOUN/nsubj/3 shocked/VERB/root/0/shock Kest+/PROPN/obj/3 ./PUNCT/punct/3`, { entities })
    const resolved = two('tragedy')
    const seen = (head: number, type: EventType, same?: number): Happening => ({ start: head, end: head + 1, head, type, typeConfidence: 0.9, standing: 'asserted', confidence: 0.9, parts: [], ...(same !== undefined && { same }) })
    expect(events({ ...resolved, happenings: [seen(1, 'attack'), seen(5, 'happening', 0)] }, [])).toHaveLength(1)
    expect(events({ ...resolved, happenings: [seen(1, 'attack'), seen(5, 'happening')] }, [])).toHaveLength(2)
  })
})
