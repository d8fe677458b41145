import { describe, expect, test } from 'vitest'
import type { Statement } from '../../src/model.js'
import { placeOccasions, statements } from '../../src/extract/statements.js'
import { tree } from './tree.js'

/** Statements of a written tree, their spans as text. */
function said(...args: Parameters<typeof tree>): (Omit<Partial<Statement>, 'content' | 'cue'> & { content: string[]; cue: string })[] {
  const resolved = tree(...args)
  return statements(resolved).map((each) => ({
    ...each, content: each.content.map(({ start, end }) => resolved.text.slice(start, end)),
    cue: each.cue === undefined ? '' : resolved.text.slice(each.cue.start, each.cue.end),
  }))
}

const people = { 'person/lima': ['Lima', 'she'], 'person/okoro': ['Okoro', 'he'] }
const outlets = { 'outlet/vitosha': ['Vitosha'] }

describe('a statement', () => {
  test('is indirect without marks, and leaves out "that"', () => {
    expect(said('Lima/PROPN/nsubj/2 said/VERB/root/0/say that/SCONJ/mark/6 it/PRON/nsubj/6 was/AUX/cop/6 over+/ADJ/ccomp/2 ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ form: 'indirect', speakers: ['person/lima'], content: ['it was over'], cue: 'said', speechAct: 'say', id: expect.stringMatching(/^said-[0-9a-f]{8}$/u) }])
  })

  test('is direct with all of it in marks, without them and the last comma; the next quotation belongs to it', () => {
    expect(said([
      '“+/PUNCT/punct/3 We/PRON/nsubj/3 won+/VERB/ccomp/6/win ,+/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/root/0/say Lima+/PROPN/nsubj/6 ./PUNCT/punct/6',
      '“+/PUNCT/punct/3 Nobody/PRON/nsubj/3 slept+/VERB/root/0/sleep .+/PUNCT/punct/3 ”/PUNCT/punct/3',
    ].join('\n'), { entities: people })).toMatchObject([{ form: 'direct', content: ['We won', 'Nobody slept'], speakers: ['person/lima'] }])
  })

  test('is mixed with some words in marks, which stay', () => {
    expect(said('Lima/PROPN/nsubj/2 said/VERB/root/0/say it/PRON/nsubj/6 was/AUX/cop/6 “+/PUNCT/punct/6 shameful+/ADJ/ccomp/2 .+/PUNCT/punct/2 ”/PUNCT/punct/6', { entities: people }))
      .toMatchObject([{ form: 'mixed', content: ['it was “shameful.”'] }])
  })

  test('is one of its own when it is a quotation after an indirect one', () => {
    expect(said([
      'Lima/PROPN/nsubj/2 said/VERB/root/0/say it/PRON/nsubj/5 was/AUX/cop/5 over+/ADJ/ccomp/2 ./PUNCT/punct/2',
      '',
      '“+/PUNCT/punct/3 Nobody/PRON/nsubj/3 slept/VERB/root/0/sleep at/ADP/case/5 all+/PRON/obl/3 .+/PUNCT/punct/3 ”/PUNCT/punct/3',
    ].join('\n'), { entities: people })).toMatchObject([
      { form: 'indirect', content: ['it was over'] },
      { form: 'direct', content: ['Nobody slept at all'], speakers: ['person/lima'], cue: 'said' },
    ])
  })

  test('keeps the subject that the tree hangs on the verb of saying, and what it was said as', () => {
    expect(said('Lima/PROPN/nsubj/2 said/VERB/root/0/say Nunavut+/PROPN/obj/2 ,/PUNCT/punct/3 the/DET/det/6 youngest+/ADJ/appos/3 ,/PUNCT/punct/3 has/VERB/ccomp/2/have a/DET/det/10 chance+/NOUN/obj/8 ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ content: ['Nunavut, the youngest, has a chance'] }])
    expect(said('Lima/PROPN/nsubj/2 said/VERB/root/0/say that/SCONJ/mark/9 as/ADP/case/6 a/DET/det/6 member+/NOUN/obl/9 ,/PUNCT/punct/6 she/PRON/nsubj/9 knows+/VERB/ccomp/2/know ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ content: ['as a member, she knows'] }])
  })

  test('whose quotation begins in the midst of a clause goes on to the end of the quotation', () => {
    expect(said([
      'Lima/PROPN/nsubj/2 said/VERB/root/0/say Okoro/PROPN/nsubj/6 “+/PUNCT/punct/6 was/AUX/cop/6 late+/ADJ/ccomp/2 ./PUNCT/punct/2',
      'Nobody/PRON/nsubj/2 waited+/VERB/root/0/wait .+/PUNCT/punct/2 ”/PUNCT/punct/2',
    ].join('\n'), { entities: people })).toMatchObject([{ form: 'mixed', content: ['Okoro “was late. Nobody waited.”'] }])
  })

  test('of one of several people is that one’s, who is named beside', () => {
    expect(said('One/NUM/nsubj/7 of/ADP/case/3 two/NUM/nmod/1 ,/PUNCT/punct/5 Lima/PROPN/appos/1 ,/PUNCT/punct/5 said/VERB/root/0/say it/PRON/nsubj/10 was/AUX/cop/10 over+/ADJ/ccomp/7 ./PUNCT/punct/7', { entities: people }))
      .toMatchObject([{ speakers: ['person/lima'] }])
  })

  test('is told to nobody where the speaker is named with whom he works for', () => {
    expect(said('It/PRON/nsubj/3 was/AUX/cop/3 over+/ADJ/ccomp/5 ,/PUNCT/punct/3 said/VERB/root/0/say Lima/PROPN/nsubj/5 with/ADP/case/8 Vitosha+/PROPN/obl/5 ./PUNCT/punct/5', { entities: { ...people, ...outlets } }))
      .toMatchObject([{ speakers: ['person/lima'], addressees: [] }])
  })

  test('is that of the one turned round behind the verb, and not of those it is about', () => {
    expect(said('Okoro/PROPN/nsubj/2 lied+/VERB/ccomp/4/lie ,/PUNCT/punct/2 said/VERB/root/0/say Lima+/PROPN/iobj/4 ./PUNCT/punct/4', { entities: people }))
      .toMatchObject([{ speakers: ['person/lima'], content: ['Okoro lied'] }])
  })

  test('is made by those who are pleased to announce something', () => {
    expect(said('Vitosha/PROPN/nsubj/3 is/AUX/cop/3 pleased/ADJ/root/0/pleased to/PART/mark/5 announce/VERB/xcomp/3/announce that/SCONJ/mark/8 it/PRON/nsubj/8 won+/VERB/ccomp/5/win ./PUNCT/punct/3', { entities: outlets }))
      .toMatchObject([{ speakers: ['outlet/vitosha'], content: ['it won'] }])
  })

  test('keeps the clause before the comma where the tree takes the speaker into it', () => {
    expect(said('Okoro/PROPN/nsubj/2 died/VERB/ccomp/9 of/ADP/case/4 illness/NOUN/obl/2 on/ADP/case/6 Sunday+/PROPN/obl/2 ,/PUNCT/punct/8 Vitosha/PROPN/nsubj/2 said+/VERB/root/0/say ./PUNCT/punct/9', { entities: { ...people, ...outlets } }))
      .toMatchObject([{ speakers: ['outlet/vitosha'], content: ['Okoro died of illness on Sunday'] }])
  })

  test('does not hold those who were told', () => {
    expect(said('Okoro/PROPN/nsubj/2 told/VERB/root/0/tell Lima/PROPN/iobj/5 it/PRON/nsubj/5 rained+/VERB/ccomp/2/rain ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ speakers: ['person/okoro'], content: ['it rained'] }])
  })

  test('is none where a charge is told without accuser, whatever the order', () => {
    expect(said('Charged/VERB/root/0/charge with/SCONJ/mark/3 lying/VERB/advcl/1/lie was/AUX/aux:pass/1 Okoro+/PROPN/nsubj:pass/1 ./PUNCT/punct/1', { entities: people })).toEqual([])
  })

  test('of two speakers is one statement with both', () => {
    expect(said('Lima/PROPN/nsubj/4 and/CCONJ/cc/3 Okoro/PROPN/conj/1 said/VERB/root/0/say it/PRON/nsubj/7 was/AUX/cop/7 over+/ADJ/ccomp/4 ./PUNCT/punct/4', { entities: people }))
      .toMatchObject([{ speakers: ['person/lima', 'person/okoro'] }])
  })

  test('takes its speaker from the verb above a participle', () => {
    expect(said('Lima/PROPN/nsubj/2 resigned+/VERB/root/0/resign ,/PUNCT/punct/2 saying/VERB/advcl/2/say it/PRON/nsubj/7 was/AUX/cop/7 over+/ADJ/ccomp/4 ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ speakers: ['person/lima'], cue: 'saying' }])
  })

  test('is that of the last speaker where a pronoun reports, whatever the pronoun was resolved to', () => {
    expect(said([
      'Okoro/PROPN/nsubj/2 said/VERB/root/0/say Lima/PROPN/nsubj/4 lied+/VERB/ccomp/2/lie ./PUNCT/punct/2',
      'It/PRON/nsubj/3 was/AUX/cop/3 shameful+/ADJ/ccomp/6 ,/PUNCT/punct/3 he/PRON/nsubj/6 added+/VERB/root/0/add ./PUNCT/punct/6',
    ].join('\n'), { entities: { 'person/okoro': ['Okoro'], 'person/lima': ['Lima', 'he'] } }))
      .toMatchObject([{ speakers: ['person/okoro'] }, { speakers: ['person/okoro'] }])
  })

  test('by a document is by whoever stands behind it, also when it is named again', () => {
    expect(said([
      'A/DET/det/2 report/NOUN/nsubj/5 by/ADP/case/4 Lima/PROPN/nmod/2 said/VERB/root/0/say it/PRON/nsubj/8 was/AUX/cop/8 over+/ADJ/ccomp/5 ./PUNCT/punct/5',
      'The/DET/det/2 report/NOUN/nsubj/3 said/VERB/root/0/say nobody/PRON/nsubj/5 slept+/VERB/ccomp/3/sleep ./PUNCT/punct/3',
    ].join('\n'), { entities: people })).toMatchObject([{ speakers: ['person/lima'] }, { speakers: ['person/lima'], content: ['nobody slept'] }])
  })

  test('is not made of what nobody, or nobody named, said', () => {
    expect(said('It/PRON/expl/3 was/AUX/aux:pass/3 reported/VERB/root/0/report that/SCONJ/mark/7 it/PRON/nsubj/7 was/AUX/cop/7 over+/ADJ/ccomp/3 ./PUNCT/punct/3', { entities: people })).toEqual([])
    expect(said('Some/DET/nsubj/2 fear/VERB/root/0 it/PRON/nsubj/5 is/AUX/cop/5 over+/ADJ/ccomp/2 ./PUNCT/punct/2', { entities: people })).toEqual([])
  })

  test('is not made of what was not said, or will be, or might be', () => {
    expect(said('Lima/PROPN/nsubj/4 did/AUX/aux/4 not/PART/advmod/4 say/VERB/root/0 it/PRON/nsubj/7 was/AUX/cop/7 over+/ADJ/ccomp/4 ./PUNCT/punct/4', { entities: people })).toEqual([])
    expect(said('Lima/PROPN/nsubj/3 will/AUX/aux/3 say/VERB/root/0 it/PRON/nsubj/6 is/AUX/cop/6 over+/ADJ/ccomp/3 ./PUNCT/punct/3', { entities: people })).toEqual([])
    expect(said('Lima/PROPN/nsubj/2 refused/VERB/root/0/refuse to/PART/mark/4 say/VERB/xcomp/2 why+/ADV/ccomp/4 ./PUNCT/punct/2', { entities: people })).toEqual([])
  })
})

describe('where the tree is wrong or says too much', () => {
  test('the United States speak too: "US" is no pronoun', () => {
    expect(said('US/PROPN/nsubj/2 complained/VERB/root/0/complain that/SCONJ/mark/6 it/PRON/nsubj/6 was/AUX/cop/6 over+/ADJ/ccomp/2 ./PUNCT/punct/2', { entities: { 'place/us': ['US'] } }))
      .toMatchObject([{ speakers: ['place/us'] }])
  })

  test('an adverb does not hide the verb after it', () => {
    expect(said('Lima/PROPN/nsubj/2 further/VERB/root/0 asserted/VERB/dep/2/assert that/SCONJ/mark/7 it/PRON/nsubj/7 was/AUX/cop/7 over+/ADJ/ccomp/3 ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ speakers: ['person/lima'], content: ['it was over'] }])
  })

  test('who opens the sentence speaks, even if the tree puts them into what was said', () => {
    expect(said('Vitosha/PROPN/compound/6 also/ADV/advmod/3 reported/VERB/root/0/report that/SCONJ/mark/7 the/DET/det/6 bridge/NOUN/nsubj/7 fell+/VERB/ccomp/3/fall ./PUNCT/punct/3', { entities: outlets }))
      .toMatchObject([{ speakers: ['outlet/vitosha'], content: ['the bridge fell'] }])
  })

  test('whoever stands right before the verb speaks where its subject is nobody', () => {
    expect(said('Fears/NOUN/nsubj/3 Lima/PROPN/nmod/1 warned/VERB/root/0/warn that/SCONJ/mark/7 it/PRON/nsubj/7 was/AUX/cop/7 over+/ADJ/ccomp/3 ./PUNCT/punct/3', { entities: people }))
      .toMatchObject([{ speakers: ['person/lima'] }])
    expect(said('Friends/NOUN/nsubj/4 of/ADP/case/3 Lima/PROPN/nmod/1 warned/VERB/root/0/warn that/SCONJ/mark/8 it/PRON/nsubj/8 was/AUX/cop/8 over+/ADJ/ccomp/4 ./PUNCT/punct/4', { entities: people })).toEqual([])
  })

  test('two names that open a sentence speak together, though the tree does not join them', () => {
    expect(said('Chancellor/NOUN/nmod/5 Lima/PROPN/flat/1 and/CCONJ/cc/4 President/NOUN/nmod/5 Okoro/PROPN/nsubj/6 said/VERB/root/0/say it/PRON/nsubj/9 was/AUX/cop/9 over+/ADJ/ccomp/6 ./PUNCT/punct/6', { entities: people }))
      .toMatchObject([{ speakers: ['person/lima', 'person/okoro'] }])
  })

  test('what came of it is not what was told, and what a report says is not what was answered', () => {
    expect(said('Lima/PROPN/nsubj/2 told/VERB/root/0/tell so/ADV/advmod/4 many/ADJ/amod/5 lies/NOUN/obj/2/lie that/SCONJ/mark/8 Okoro/PROPN/nsubj/8 left+/VERB/ccomp/2/leave ./PUNCT/punct/2', { entities: people })).toEqual([])
    expect(said('Lima/PROPN/nsubj/2 responded/VERB/root/0/respond to/ADP/case/4 reports/NOUN/obl/2/report that/SCONJ/mark/7 Okoro/PROPN/nsubj/7 left+/VERB/advcl/2/leave ./PUNCT/punct/2', { entities: people })).toEqual([])
  })

  test('the source follows "according to", wherever the tree looks for it', () => {
    expect(said(
      'Okoro/PROPN/nsubj/2 left/VERB/root/0/leave at/ADP/case/4 night+/NOUN/obl/2 ,/PUNCT/punct/2 according/VERB/case/1 to/ADP/fixed/6 Sofia/PROPN/nmod:poss/10 \'s/PART/case/8 Vitosha+/PROPN/obj/2 ./PUNCT/punct/2',
      { entities: { ...people, ...outlets, 'place/sofia': ['Sofia'] } },
    )).toMatchObject([{ speakers: ['outlet/vitosha'], content: ['Okoro left at night'] }])
  })

  test('what something is declared is a statement', () => {
    expect(said('Lima/PROPN/nsubj/2 declared/VERB/root/0/declare the/DET/det/4 vote/NOUN/nsubj/6 a/DET/det/6 farce+/NOUN/xcomp/2 ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ content: ['the vote a farce'], speechAct: 'announce' }])
  })

  test('who is expected to act also acts in what is added with "by"', () => {
    const words = 'Lima/PROPN/nsubj/2 expects/VERB/root/0/expect Okoro/PROPN/obj/2 to/PART/mark/5 help/VERB/xcomp/2 by/SCONJ/mark/7 criticising/VERB/advcl/2/criticise the/DET/det/9 plan+/NOUN/obj/7 ./PUNCT/punct/2'
    expect(said(words, { entities: people })).toMatchObject([{ speakers: ['person/okoro'], content: ['the plan'] }])
  })

  test('what was said begins with its subject', () => {
    expect(said('Lima/PROPN/nsubj/2 said/VERB/root/0/say interest/NOUN/obj/2 in/ADP/case/5 it/PRON/nmod/3 was/VERB/aux/7 growing+/VERB/ccomp/2/grow ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ content: ['interest in it was growing'] }])
  })
  test('words before the cue that belong to its subject are no part of what was said', () => {
    expect(said('Okoro+/PROPN/nsubj/6 ,/PUNCT/punct/1 who/PRON/nsubj/4 left+/VERB/ccomp/6/leave ,/PUNCT/punct/4 said/VERB/root/0/say it/PRON/nsubj/9 was/AUX/cop/9 over+/ADJ/ccomp/6 ./PUNCT/punct/6', { entities: people }))
      .toMatchObject([{ content: ['it was over'] }])
  })

  test('what the speaker did meanwhile is told by the reporter', () => {
    expect(said(
      'It/PRON/nsubj/3 was/AUX/cop/3 over+/ADJ/ccomp/6 ,/PUNCT/punct/6 Lima/PROPN/nsubj/6 said+/VERB/root/0/say ,/PUNCT/punct/6 as/SCONJ/mark/10 she/PRON/nsubj/10 left+/VERB/advcl/3/leave ./PUNCT/punct/6',
      { entities: people },
    )).toMatchObject([{ content: ['It was over'] }])
  })

  test('a second "that" clause goes on with what was said', () => {
    expect(said(
      'Lima/PROPN/nsubj/2 said/VERB/root/0/say that/SCONJ/mark/6 it/PRON/nsubj/6 was/AUX/cop/6 over+/ADJ/ccomp/2 ,/PUNCT/punct/12 but/CCONJ/cc/12 that/SCONJ/mark/12 it/PRON/nsubj/12 was/AUX/cop/12 late+/ADJ/conj/2 ./PUNCT/punct/2',
      { entities: people },
    )).toMatchObject([{ content: ['it was over, but that it was late'] }])
  })

  test('a clause that leads up to quoted words goes with them', () => {
    expect(said(
      'Lima/PROPN/nsubj/2 said/VERB/root/0/say that/SCONJ/mark/10 if/SCONJ/mark/6 it/PRON/nsubj/6 came+/VERB/advcl/10/come ,/PUNCT/punct/10 “+/PUNCT/punct/10 she/PRON/nsubj/10 signs/VERB/ccomp/2/sign it/PRON/obj/10 at/ADP/case/13 once+/ADV/obl/10 .+/PUNCT/punct/10 ”/PUNCT/punct/10',
      { entities: { 'person/lima': ['Lima'] } },
    )).toMatchObject([{ form: 'mixed', content: ['if it came, “she signs it at once.”'] }])
  })

  test('a mark that was forgotten does not make one voice of two', () => {
    expect(said([
      '“+/PUNCT/punct/3 We/PRON/nsubj/3 won+/VERB/ccomp/6/win ,+/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/root/0/say Lima+/PROPN/nsubj/6 ./PUNCT/punct/6',
      '“+/PUNCT/punct/3 Nobody/PRON/nsubj/3 slept/VERB/root/0/sleep at/ADP/case/5 all+/PRON/obl/3 ./PUNCT/punct/3',
      '',
      '“+/PUNCT/punct/3 We/PRON/nsubj/3 lost+/VERB/ccomp/6/lose ,+/PUNCT/punct/3 ”/PUNCT/punct/3 said/VERB/root/0/say Okoro+/PROPN/nsubj/6 ./PUNCT/punct/6',
    ].join('\n'), { entities: people })).toMatchObject([
      { speakers: ['person/lima'], content: ['We won', 'Nobody slept at all'] }, { speakers: ['person/okoro'], content: ['We lost'] },
    ])
  })

  test('a paragraph set apart after a colon is a quotation', () => {
    expect(said([
      'Lima/PROPN/nsubj/2 added+/VERB/root/0/add :/PUNCT/punct/2',
      '',
      'This/PRON/nsubj/4 is/AUX/cop/4 a/DET/det/4 farce+/NOUN/root/0 ./PUNCT/punct/4',
    ].join('\n'), { entities: people })).toMatchObject([{ form: 'direct', speakers: ['person/lima'], content: ['This is a farce'], rule: 'introduced-paragraph' }])
  })
})

describe('what is told about a statement', () => {
  test('is to whom, where, when and through which outlet', () => {
    expect(said(
      'Lima/PROPN/nsubj/2 told/VERB/root/0/tell Vitosha/PROPN/iobj/2 in/ADP/case/5 Sofia/PROPN/obl/2 on/ADP/case/7 Monday/PROPN/obl/2 that/SCONJ/mark/11 it/PRON/nsubj/11 was/AUX/cop/11 over+/ADJ/ccomp/2 ./PUNCT/punct/2',
      { entities: { ...people, ...outlets, 'place/sofia': ['Sofia'] }, times: { Monday: '2024-05-06' } },
    )).toMatchObject([{ addressees: ['outlet/vitosha'], medium: 'outlet/vitosha', place: 'place/sofia', date: '2024-05-06', content: ['it was over'] }])
  })

  test('is the target of an accusation; its content is the whole complement', () => {
    expect(said('Lima/PROPN/nsubj/2 accused/VERB/root/0/accuse Okoro/PROPN/obj/2 of/SCONJ/mark/5 lying+/VERB/advcl/2/lie ./PUNCT/punct/2', { entities: people }))
      .toMatchObject([{ speechAct: 'accuse', content: ['Okoro of lying'], about: ['person/okoro'], addressees: [] }])
  })

  test('is the outlet that quotes somebody', () => {
    expect(said(
      'Vitosha/PROPN/nsubj/2 quoted/VERB/root/0/quote Lima/PROPN/obj/2 as/SCONJ/mark/5 saying/VERB/advcl/2/say it/PRON/nsubj/8 was/AUX/cop/8 over+/ADJ/ccomp/5 ./PUNCT/punct/2',
      { entities: { ...people, ...outlets } },
    )).toMatchObject([{ speakers: ['person/lima'], medium: 'outlet/vitosha', content: ['it was over'], rule: 'quoted-as-saying' }])
  })

  test('is the statement that it is nested in', () => {
    expect(said(
      'Lima/PROPN/nsubj/2 said/VERB/root/0/say Okoro/PROPN/nsubj/4 claimed/VERB/ccomp/2/claim it/PRON/nsubj/7 was/AUX/cop/7 over+/ADJ/ccomp/4 ./PUNCT/punct/2', { entities: people },
    )).toMatchObject([{ speakers: ['person/lima'], content: ['Okoro claimed it was over'] }, { speakers: ['person/okoro'], content: ['it was over'], within: expect.stringMatching(/^said-/u) }])
  })

  test('is the event at which it was made, also for what is added', () => {
    const resolved = tree([
      'Lima/PROPN/nsubj/2 said/VERB/root/0/say at/ADP/case/5 a/DET/det/5 meeting/NOUN/obl/2 that/SCONJ/mark/9 it/PRON/nsubj/9 was/AUX/cop/9 over+/ADJ/ccomp/2 ./PUNCT/punct/2',
      'It/PRON/nsubj/3 was/AUX/cop/3 late+/ADJ/ccomp/6 ,/PUNCT/punct/3 she/PRON/nsubj/6 added+/VERB/root/0/add ./PUNCT/punct/6',
    ].join('\n'), { entities: people })
    const meeting = resolved.tokens.find(({ text }) => text === 'meeting')!
    const event = {
      kind: 'event' as const, id: 'seven', type: 'meeting' as const, label: 'meeting', triggers: [meeting] as const, agents: [], patients: [], actors: [], places: [],
      factuality: 'Asserted' as const, confidence: 1, rule: 'r', evidence: [meeting] as const,
    }
    expect(placeOccasions(resolved, statements(resolved), [event]).map(({ occasion }) => occasion)).toEqual(['seven', 'seven'])
  })
})

describe('the model’s attributions', () => {
  const words = 'Lima/PROPN/nsubj/2 WORD/VERB/root/0/LEMMA change/NOUN/dep/2 at/ADP/case/5 once+/ADV/dep/2 ./PUNCT/punct/2'
  const attribution = { source: [{ start: 0, end: 1 }], cue: { start: 1, end: 2 }, content: [{ start: 2, end: 5 }], confidence: 0.9 }
  const made = (word: string, lemma: string) => said(words.replace('WORD', word).replace('LEMMA', lemma), { entities: people, attributions: [attribution] })

  test('become statements if their cue is a word of saying', () => {
    expect(made('demanded', 'demand')).toMatchObject([{ speechAct: 'demand', content: ['change at once'], speakers: ['person/lima'] }])
  })

  test('are left out, if they are unsure, where what was said only stands beside the cue', () => {
    const beside = 'Lima/PROPN/nsubj/2 left/VERB/root/0/leave after/SCONJ/mark/4 posting/VERB/advcl/2/post bonds+/NOUN/obj/4 and/CCONJ/cc/8 is/AUX/aux/8 banned/VERB/conj/2/ban from/ADP/case/10 towns+/NOUN/obl/8 ./PUNCT/punct/2'
    const unsure = { source: [{ start: 0, end: 1 }], cue: { start: 3, end: 4 }, content: [{ start: 4, end: 10 }], confidence: 0.4 }
    expect(said(beside, { entities: people, attributions: [unsure] })).toEqual([])
  })

  test('are left out where only an infinitive is said to be praised', () => {
    const praise = 'Lima/PROPN/nsubj/2 praised/VERB/root/0/praise plans/NOUN/obj/2 to/PART/mark/5 rebuild/VERB/acl/3/rebuild towns+/NOUN/obj/5 ./PUNCT/punct/2'
    const infinitive = { source: [{ start: 0, end: 1 }], cue: { start: 1, end: 2 }, content: [{ start: 3, end: 6 }], confidence: 0.9 }
    expect(said(praise, { entities: people, attributions: [infinitive] }).map(({ content }) => content)).not.toContainEqual(['to rebuild towns'])
  })

  test('are left out if it is a wish or a deed', () => {
    expect(made('wanted', 'want')).toEqual([])
    expect(made('opposed', 'oppose')).toEqual([])
  })
})

describe('an interview', () => {
  const question = 'DW+/PROPN/dep/4 :/PUNCT/punct/4 Who/PRON/nsubj/4 won+/VERB/root/0/win ?/PUNCT/punct/4'
  const answer = 'Nobody/PRON/nsubj/2 won/VERB/root/0/win at/ADP/case/4 all+/PRON/obl/2 ./PUNCT/punct/2'
  const lead = 'Lima/PROPN/nsubj/2 told/VERB/root/0/tell DW/PROPN/iobj/2 why+/ADV/obj/2 ./PUNCT/punct/2'
  const answersOf = (...paragraphs: readonly string[]) => said(paragraphs.join('\n\n'), { entities: people }).filter(({ rule }) => rule === 'answer-in-interview')

  test('has answers without label, said by the one who told the outlet', () => {
    expect(answersOf(lead, question, answer, question, answer, question, answer, answer)).toMatchObject(
      Array.from({ length: 3 }, () => ({ form: 'direct', speakers: ['person/lima'], content: ['Nobody won at all'] })),
    )
  })

  test('is not made of two questions, nor of one whose guest is not told', () => {
    expect(answersOf(lead, question, answer, question, answer)).toEqual([])
    expect(answersOf('Nobody/PRON/nsubj/2 won+/VERB/root/0/win ./PUNCT/punct/2', question, answer, question, answer, question, answer)).toEqual([])
  })
})
