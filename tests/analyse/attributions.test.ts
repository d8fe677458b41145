import { describe, expect, it } from 'vitest'
import { attributionsOf } from '../../src/analyse/decode-attributions.js'
import { rowsOf } from '../../src/analyse/decode-tags.js'
import { quotationsOf } from '../../src/analyse/quotes.js'
import { type Surroundings, withWholeContents } from '../../src/analyse/whole-contents.js'
import type { Attribution, Span } from '../../src/model.js'
import { tableOf as tableOfColumns, tokensOf } from './tables.js'

const LABELS = ['O', 'B-source', 'I-source', 'B-content', 'I-content']
/** Plain heads that say for each word O, B or I. */
const plain = (...columns: number[]) => rowsOf(tableOfColumns(columns, 3))
const headsOf = (words: number) => ({ labels: LABELS, temperature: 1, source: plain(...Array<number>(words).fill(0)), content: plain(...Array<number>(words).fill(0)) })

/** One row a cue: the label of each word. */
function tableOf(rows: Readonly<Record<number, readonly number[]>>, words: number) {
  const data = new Float32Array(words * words * 5)
  for (let row = 0; row < words; row++) {
    for (let word = 0; word < words; word++) data[(row * words + word) * 5 + (rows[row]?.[word] ?? 0)] = 6
  }
  return { data, dims: [words, words, 5] }
}
const cue = (start: number, end = start + 1) => ({ start, end, type: '', confidence: 1 })

describe('attributions', () => {
  it('join the source and content of each cue', () => {
    const found = attributionsOf(tableOf({ 1: [1, 0, 3, 4] }, 4), [cue(1)], headsOf(4))
    expect(found).toMatchObject([{ source: [{ start: 0, end: 1 }], cue: { start: 1, end: 2 }, content: [{ start: 2, end: 4 }] }])
    expect(found[0]?.confidence).toBeGreaterThan(0.9)
  })

  it('may be nested: a word is in the content of one and the cue of another', () => {
    const found = attributionsOf(tableOf({ 1: [1, 0, 3, 4, 4], 3: [0, 0, 1, 0, 3] }, 5), [cue(1), cue(3)], headsOf(5))
    expect(found.map((a) => a.content)).toEqual([[{ start: 2, end: 4 }, { start: 4, end: 5 }], [{ start: 4, end: 5 }]])
  })

  it('keep a content in several parts around the cue', () => {
    const found = attributionsOf(tableOf({ 2: [3, 4, 3, 1, 3, 4] }, 6), [cue(2)], headsOf(6))
    expect(found[0]?.content).toEqual([{ start: 0, end: 2 }, { start: 4, end: 6 }])
  })

  it('have the borders of the plain heads\' spans, each with the cue whose it likeliest is', () => {
    const found = attributionsOf(tableOf({ 1: [1, 0, 3, 4, 4, 0], 5: [0, 0, 0, 0, 3, 0] }, 6), [cue(1), cue(5)], {
      ...headsOf(6), source: plain(1, 0, 0, 0, 0, 0), content: plain(0, 0, 1, 2, 2, 0),
    })
    expect(found).toMatchObject([
      { source: [{ start: 0, end: 1 }], content: [{ start: 2, end: 5 }] },
      { source: [], content: [{ start: 4, end: 5 }] },
    ])
  })

  it('are none without content', () => {
    expect(attributionsOf(tableOf({ 1: [1, 0] }, 2), [cue(1)], headsOf(2))).toEqual([])
  })

  const whole = (attribution: Partial<Attribution>, around: Partial<Surroundings>) =>
    withWholeContents([{ cue: { start: 0, end: 1 }, source: [], content: [], confidence: 1, ...attribution }], { names: [], tokens: [], sentences: [], quotations: [], ...around })[0]?.content

  it('are widened to the end of a quotation that they begin', () => {
    expect(whole({ content: [{ start: 2, end: 4 }] }, { quotations: [{ start: 1, end: 9, isClosed: true }] })).toEqual([{ start: 1, end: 9 }])
  })

  it('are widened to the end of a quotation that they run into', () => {
    const quotations = [{ start: 3, end: 5, isClosed: true }, { start: 5, end: 9, isClosed: true }]
    expect(whole({ content: [{ start: 2, end: 6 }] }, { quotations })).toEqual([{ start: 2, end: 9 }])
  })

  it('are not widened over their own cue or to a mark that never closes', () => {
    const content = [{ start: 1, end: 4 }]
    expect(whole({ cue: { start: 5, end: 6 }, content }, { quotations: [{ start: 1, end: 9, isClosed: true }] })).toEqual(content)
    expect(whole({ content }, { quotations: [{ start: 1, end: 9, isClosed: false }] })).toEqual(content)
  })

  it('hold whole names and nothing of their cue', () => {
    expect(whole({ content: [{ start: 0, end: 3 }] }, { names: [{ start: 2, end: 5 }] })).toEqual([{ start: 1, end: 5 }])
    expect(whole({ cue: { start: 3, end: 4 }, content: [{ start: 2, end: 6 }] }, {})).toEqual([{ start: 4, end: 6 }])
  })

  it('end before a full stop that is not part of a quotation', () => {
    expect(whole({ content: [{ start: 1, end: 3 }] }, { tokens: tokensOf('said it .') })).toEqual([{ start: 1, end: 2 }])
  })

  const said = 'But aides had left , sources said .'
  it('begin where the sentence does when the speaker ends it', () => {
    const tokens = tokensOf(said)
    expect(whole({ source: [{ start: 5, end: 6 }], cue: { start: 6, end: 7 }, content: [{ start: 2, end: 4 }] }, { tokens, sentences: [{ start: 0, end: 8, block: 0 }] }))
      .toEqual([{ start: 0, end: 4 }])
  })

  it('do not where the speaker does not end it, or no comma stands between', () => {
    const content = [{ start: 2, end: 4 }]
    const spans = { source: [{ start: 5, end: 6 }], cue: { start: 6, end: 7 }, content }
    expect(whole(spans, { tokens: tokensOf(`${said.slice(0, -2)} to us on Monday .`), sentences: [{ start: 0, end: 12, block: 0 }] })).toEqual(content)
    expect(whole(spans, { tokens: tokensOf(said.replace(' ,', ' that')), sentences: [{ start: 0, end: 8, block: 0 }] })).toEqual(content)
  })
})

describe('quotations', () => {
  const words = (text: string): Span[] => [...text.matchAll(/[“”"„]|[^\s“”"„]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const quoted = (text: string): string[] => {
    const all = words(text)
    return quotationsOf(text, all, { start: 0, end: all.length }).map((q) => text.slice(all[q.start]?.start, all[q.end - 1]?.end) + (q.isClosed ? '' : ' …'))
  }
  it.each([
    ['“We say what we think,” he said.', ['“We say what we think,”']],
    ['“We say what we think," he said.', ['“We say what we think,"']],
    ['”We go,” he said. ”We stay.”', ['”We go,”', '”We stay.”']],
    ['He said "yes" and "no".', ['"yes"', '"no"']],
    ['He said “this goes on', ['“this goes on …']],
    ['“This goes on and “that too” is closed', ['“that too”']],
    ['No marks at all', []],
    ['A lone mark” here', []],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual(expected)
  })
})
