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
      .toMatchObject([{ form: 'indirect', speakers: ['person/lima'], content: ['it was over'], cue: 'said', speechAct: 'say', number: 1 }])
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
    )).toMatchObject([{ speakers: ['person/lima'], content: ['Okoro claimed it was over'] }, { speakers: ['person/okoro'], content: ['it was over'], within: 1 }])
  })

  test('is the event at which it was made, also for what is added', () => {
    const resolved = tree([
      'Lima/PROPN/nsubj/2 said/VERB/root/0/say at/ADP/case/5 a/DET/det/5 meeting/NOUN/obl/2 that/SCONJ/mark/9 it/PRON/nsubj/9 was/AUX/cop/9 over+/ADJ/ccomp/2 ./PUNCT/punct/2',
      'It/PRON/nsubj/3 was/AUX/cop/3 late+/ADJ/ccomp/6 ,/PUNCT/punct/3 she/PRON/nsubj/6 added+/VERB/root/0/add ./PUNCT/punct/6',
    ].join('\n'), { entities: people })
    const meeting = resolved.tokens.find(({ text }) => text === 'meeting')!
    const event = {
      kind: 'event' as const, number: 7, type: 'meeting' as const, label: 'meeting', triggers: [meeting] as const, agents: [], patients: [], actors: [],
      factuality: 'Asserted' as const, confidence: 1, rule: 'r', evidence: [meeting] as const,
    }
    expect(placeOccasions(resolved, statements(resolved), [event]).map(({ occasion }) => occasion)).toEqual([7, 7])
  })
})

describe('the model’s attributions', () => {
  const words = 'Lima/PROPN/nsubj/2 WORD/VERB/root/0/LEMMA change/NOUN/dep/2 at/ADP/case/5 once+/ADV/dep/2 ./PUNCT/punct/2'
  const attribution = { source: [{ start: 0, end: 1 }], cue: { start: 1, end: 2 }, content: [{ start: 2, end: 5 }], confidence: 0.9 }
  const made = (word: string, lemma: string) => said(words.replace('WORD', word).replace('LEMMA', lemma), { entities: people, attributions: [attribution] })

  test('become statements if their cue is a word of saying', () => {
    expect(made('demanded', 'demand')).toMatchObject([{ speechAct: 'demand', content: ['change at once'], speakers: ['person/lima'] }])
  })

  test('are left out if it is a wish or a deed', () => {
    expect(made('wanted', 'want')).toEqual([])
    expect(made('opposed', 'oppose')).toEqual([])
  })
})
