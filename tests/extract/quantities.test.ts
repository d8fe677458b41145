import { describe, expect, test } from 'vitest'
import { withMain } from '../../src/extract/main-event.js'
import { withQuantities } from '../../src/extract/quantities.js'
import type { EventType, NewsEvent, Resolved } from '../../src/model.js'
import { tree } from './tree.js'

/** An event that a word of the article names. */
function event(resolved: Resolved, word: string, type: EventType): NewsEvent {
  const { start, end } = resolved.tokens.find(({ text }) => text === word)!
  return {
    kind: 'event', id: word, type, label: word, triggers: [{ start, end }], evidence: [{ start, end }],
    agents: [], patients: [], actors: [], places: [], factuality: 'Asserted', confidence: 1, rule: 'r',
  }
}

const counted = (text: string, word: string, type: EventType) => {
  const resolved = tree(text)
  return withQuantities([event(resolved, word, type)], resolved)[0]!.quantities?.map(({ of, value, unit, currency }) => [of, value, currency ?? unit])
}

describe('A number of an event', () => {
  test.each<[string, string, EventType, string, [string, number, string][] | undefined]>([
    ['counts whom a verb befell', 'killed', 'killing', 'A/DET/det/2 blast/NOUN/nsubj/3 killed/VERB/root/0/kill four/NUM/nummod/5 people+/NOUN/obj/3 ./PUNCT/punct/3', [['killed', 4, 'people']]],
    ['counts those who died', 'died', 'death', 'A/DET/det/2 dozen/NOUN/nsubj/3 died+/VERB/root/0/die ./PUNCT/punct/3', [['killed', 12, '']]],
    ['is what was paid', 'bought', 'acquisition', 'Lima/PROPN/nsubj/2 bought/VERB/root/0/buy it/PRON/obj/2 for/ADP/case/6 $/SYM/nmod/6 3.5/NUM/obl/2 million+/NUM/flat/6 ./PUNCT/punct/2', [['amount', 3_500_000, 'USD']]],
    ['is the score of a match', 'beat', 'sports-match', 'Lima/PROPN/nsubj/2 beat/VERB/root/0 Okoro/PROPN/obj/2 3-1+/NUM/obl/2 ./PUNCT/punct/2', [['score', 3, '3-1']]],
    ['is no sum where nothing is paid', 'attacked', 'attack', 'Lima/PROPN/nsubj/2 attacked/VERB/root/0/attack the/DET/det/7 $/SYM/nmod/5 3/NUM/nummod/7 million/NUM/flat/5 house+/NOUN/obj/2 ./PUNCT/punct/2', undefined],
    ['is no count of those who did it', 'killed', 'killing', 'Four/NUM/nummod/2 men/NOUN/nsubj/3 killed/VERB/root/0/kill Okoro+/PROPN/obj/3 ./PUNCT/punct/3', undefined],
  ])('%s', (_, word, type, text, expected) => {
    expect(counted(text, word, type)).toEqual(expected)
  })
})

describe('The main event', () => {
  test('is what the opening tells, of several the one that is told again', () => {
    const resolved = tree('Rebels/NOUN/nsubj/2 attacked/VERB/root/0/attack after/ADP/case/5 a/DET/det/5 meeting+/NOUN/obl/2 ./PUNCT/punct/2')
    const [attack, meeting] = [event(resolved, 'attacked', 'attack'), event(resolved, 'meeting', 'meeting')]
    const mainOf = (events: NewsEvent[]) => withMain(events, resolved).filter(({ isMain }) => isMain).map(({ id }) => id)
    expect(mainOf([attack, meeting])).toEqual(['attacked'])
    expect(mainOf([attack, { ...meeting, triggers: [...meeting.triggers, { start: 900, end: 907 }] }])).toEqual(['meeting'])
    expect(mainOf([{ ...attack, factuality: 'Negated' }])).toEqual([])
  })
})
