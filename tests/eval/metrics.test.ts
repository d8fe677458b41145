import { describe, expect, it } from 'vitest'
import { calibration } from './calibrate.js'
import { bestAssignment, CoreferenceCounts } from './conll-coreference.js'
import { readConllu } from './conllu.js'
import { readingOf, unitsOf, wordKey } from './corpora.js'
import { Counts } from './counts.js'

const clusters = (...groups: string[]) => groups.map((group) => new Set(group))

describe('coreference metrics', () => {
  it('are 100 for the same clusters', () => {
    const counts = new CoreferenceCounts()
    counts.add(clusters('abc', 'd'), clusters('abc', 'd'))
    expect(counts.conll).toBeCloseTo(1)
  })

  // The example of Pradhan et al. 2014: key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
  it('agree with the published example', () => {
    const counts = new CoreferenceCounts()
    counts.add(clusters('ab', 'cd', 'fghi'), clusters('abc', 'defg'))
    expect(counts.f1('muc')).toBeCloseTo(0.4, 4)
    expect(counts.f1('b3')).toBeCloseTo(0.4545, 4)
    expect(counts.f1('ceafe')).toBeCloseTo(0.52, 2)
  })

  it('assign clusters in the best way, not greedily', () => {
    expect(bestAssignment([new Map([[0, 0.9], [1, 0.8]]), new Map([[0, 0.8]])], 2)).toBeCloseTo(1.6)
    expect(bestAssignment([new Map([[2, 0.5]])], 3)).toBeCloseTo(0.5)
    expect(bestAssignment([], 0)).toBeCloseTo(0)
  })
})

describe('counts', () => {
  it('give F1, misses and extras', () => {
    const counts = new Counts()
    expect(counts.add(['a', 'b'], ['b', 'c', 'd'])).toEqual({ misses: ['c', 'd'], extras: ['a'] })
    expect(counts.f1).toBeCloseTo(0.4)
  })
})

describe('calibration', () => {
  const claims = (raw: number, right: number, wrong: number) => [true, false].flatMap((isRight) => Array.from({ length: isRight ? right : wrong }, () => ({ rule: 'kinship', raw, isRight, says: '' })))

  it('counts how often claims are true, rising with how sure they are', () => {
    const { 'relations kinship': steps = [] } = calibration('relations', [...claims(0.5, 20, 20), ...claims(0.6, 15, 15), ...claims(0.9, 38, 2)])
    expect(steps.map(([from]) => from)).toEqual([0, 0.9])
    expect(steps[0]?.[1]).toBeCloseTo(0.51, 2)
    expect(steps[1]?.[1]).toBeCloseTo(0.92, 2)
  })

  it('makes no step of a few lucky claims', () => {
    expect(calibration('relations', [...claims(0.5, 20, 20), ...claims(0.99, 3, 0)])['relations kinship']).toHaveLength(1)
  })
})

describe('corpora', () => {
  it('count in UTF-16 units after an emoji', () => {
    expect(unitsOf('a😀b')(2)).toBe(3)
    expect(unitsOf('ab')(1)).toBe(1)
  })

  it('give paragraphs between blank lines', () => {
    expect(readingOf('x', ' One\ntwo.\n \nThree.\n').blocks.map(({ start, end }) => [start, end])).toEqual([[1, 9], [12, 18]])
  })

  it('find the words under a span', () => {
    expect(wordKey([{ start: 0, end: 3 }, { start: 4, end: 6 }, { start: 7, end: 9 }], [1, 6])).toBe('0-2')
  })

  it('read treebanks with contractions', () => {
    const row = (...cells: (string | number)[]) => cells.join('\t')
    const [document] = readConllu(['# newdoc id = GUM_x', '# newpar', row(1, 'He', 'he', 'PRON', 'PRP', '_', 4, 'nsubj', '_', '_'), row('2-3', 'didn’t', '_', '_', '_', '_', '_', '_', '_', '_'),
      row(2, 'did', 'do', 'AUX', 'VBD', '_', 4, 'aux', '_', '_'), row(3, 'n’t', 'not', 'PART', 'RB', '_', 4, 'advmod', '_', '_'), row(4, 'go', 'go', 'VERB', 'VB', '_', 0, 'root', '_', 'SpaceAfter=No'), ''].join('\n'))
    expect(document?.text).toBe('He didn’t go')
    expect(document?.words.map((word) => word.key)).toEqual(['0-2', '3-6', '6-9', '10-12'])
    expect(document?.words.map((word) => word.head)).toEqual([3, 3, 3, -1])
  })
})
