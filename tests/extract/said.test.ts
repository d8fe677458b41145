import { describe, expect, test } from 'vitest'
import { standing } from '../../src/extract/said.js'
import { statements } from '../../src/extract/statements.js'
import { tree } from './tree.js'

/** How a word of a sentence stands, with the statements that are found in it. */
function how(word: string, written: string): string {
  const resolved = tree(written, { entities: { 'person/minister': ['minister'] } })
  const { factuality, accordingTo } = standing(resolved, statements(resolved), resolved.tokens.findIndex(({ text }) => text === word))
  return accordingTo === undefined ? factuality : `${factuality} in ${accordingTo.split('-')[0]}`
}

describe('the firewall', () => {
  test.each([
    ['Asserted', 'attacked', 'Rebels/NOUN/nsubj/2 attacked/VERB/root/0 the/DET/det/4 town+/NOUN/obj/2 ./PUNCT/punct/2'],
    ['Negated', 'attack', 'Rebels/NOUN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 attack/VERB/root/0 the/DET/det/6 town+/NOUN/obj/4 ./PUNCT/punct/4'],
    ['Negated', 'talks', 'No/DET/det/2 talks/NOUN/nsubj:pass/4 were/AUX/aux:pass/4 held+/VERB/root/0/hold ./PUNCT/punct/4'],
    ['Asserted', 'attack', 'The/DET/det/2 attack/NOUN/nsubj/5 did/AUX/aux/5 not/PART/advmod/5 kill/VERB/root/0 anyone+/PRON/obj/5 ./PUNCT/punct/5'],
    ['Negated', 'attack', 'They/PRON/nsubj/2 failed/VERB/root/0/fail to/PART/mark/4 attack/VERB/xcomp/2 it+/PRON/obj/4 ./PUNCT/punct/2'],
    ['Cancelled', 'visit', 'He/PRON/nsubj/2 cancelled/VERB/root/0/cancel the/DET/det/4 visit+/NOUN/obj/2 ./PUNCT/punct/2'],
    ['Cancelled', 'derby', 'The/DET/det/2 match/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 called/VERB/root/0/call off/ADP/compound:prt/4 along/ADP/case/9 with/ADP/fixed/6 the/DET/det/9 derby+/NOUN/obl/4 ./PUNCT/punct/4'],
    ['Cancelled', 'derby', 'The/DET/det/2 match/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 called/VERB/root/0/call off/ADP/compound:prt/4 along/ADP/case/14 with/ADP/case/14 all/DET/obl/4 other/ADJ/amod/10 matches+/NOUN/nmod/8 ,/PUNCT/punct/14 including/VERB/case/14 the/DET/det/14 derby+/NOUN/nmod/8 ./PUNCT/punct/4'],
    ['Asserted', 'attack', 'The/DET/det/2 match/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 called/VERB/root/0/call off/ADP/compound:prt/4 after/ADP/case/8 the/DET/det/8 attack+/NOUN/obl/4 ./PUNCT/punct/4'],
    ['Negated', 'derby', 'The/DET/det/2 derby/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 postponed+/VERB/root/0/postpon ./PUNCT/punct/4'],
    ['Negated', 'derby', 'The/DET/det/2 derby/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 put/VERB/root/0/put off+/ADP/compound:prt/4 ./PUNCT/punct/4'],
    ['Planned', 'election', 'The/DET/det/2 election/NOUN/nsubj:pass/4 was/AUX/aux:pass/4 delayed+/VERB/root/0/delay ./PUNCT/punct/4'],
    ['Planned', 'visit', 'He/PRON/nsubj/3 will/AUX/aux/3 visit/VERB/root/0 Rome+/PROPN/obj/3 ./PUNCT/punct/3'],
    ['Planned', 'visit', 'He/PRON/nsubj/2 plans/VERB/root/0/plan to/PART/mark/4 visit/VERB/xcomp/2 Rome+/PROPN/obj/4 ./PUNCT/punct/2'],
    ['Possible', 'attack', 'Rebels/NOUN/nsubj/3 may/AUX/aux/3 attack/VERB/root/0 Rome+/PROPN/obj/3 ./PUNCT/punct/3'],
    ['Possible', 'war', 'The/DET/det/2 threat/NOUN/nsubj/5 of/ADP/case/4 war/NOUN/nmod/2 grew+/VERB/root/0/grow ./PUNCT/punct/5'],
    ['Possible', 'attack', 'If/SCONJ/mark/3 rebels/NOUN/nsubj/3 attack+/VERB/advcl/6 ,/PUNCT/punct/3 we/PRON/nsubj/6 leave+/VERB/root/0 ./PUNCT/punct/6'],
    ['Possible', 'attack', 'Did/AUX/aux/3 rebels/NOUN/nsubj/3 attack+/VERB/root/0 ?/PUNCT/punct/3'],
    ['Possible', 'attack', 'The/DET/det/3 alleged/ADJ/amod/3 attack/NOUN/nsubj/4 shocked/VERB/root/0/shock them+/PRON/obj/4 ./PUNCT/punct/4'],
    ['Reported in said', 'attacked', 'The/DET/det/2 minister/NOUN/nsubj/3 said/VERB/root/0/say rebels/NOUN/nsubj/5 attacked+/VERB/ccomp/3/attack ./PUNCT/punct/3'],
    ['Negated in said', 'attack', 'The/DET/det/2 minister/NOUN/nsubj/3 said/VERB/root/0/say rebels/NOUN/nsubj/7 did/AUX/aux/7 not/PART/advmod/7 attack+/VERB/ccomp/3 ./PUNCT/punct/3'],
    ['Reported', 'attacked', 'It/PRON/expl/3 was/AUX/aux:pass/3 reported/VERB/root/0/report that/SCONJ/mark/6 rebels/NOUN/nsubj/6 attacked+/VERB/ccomp/3/attack ./PUNCT/punct/3'],
  ])('takes for %s: “%s” in “%s”', (expected, word, written) => {
    expect(how(word, written)).toBe(expected)
  })

  test('lets nothing between quotation marks pass for a fact, whoever said it', () => {
    expect(how('attacked', '“+/PUNCT/punct/3 Rebels/NOUN/nsubj/3 attacked/VERB/root/0/attack the/DET/det/5 town+/NOUN/obj/3 .+/PUNCT/punct/3 ”/PUNCT/punct/3')).toBe('Reported')
  })
})
