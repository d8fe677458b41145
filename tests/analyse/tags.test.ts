import { describe, expect, it } from 'vitest'
import { bestColumn, bestSequence, bestSpans, probability, rowsOf } from '../../src/analyse/decode-tags.js'
import { baseForms } from '../../src/analyse/base-forms.js'
import { parseLemmaScript } from '../../src/analyse/decode-lemmas.js'
import { table, tableOf } from './tables.js'

const LABELS = ['O', 'B-person', 'I-person', 'B-city', 'I-city']

describe('label sequences', () => {
  it('find spans with their types and how certain they are', () => {
    const rows = rowsOf(tableOf([1, 2, 0, 3], 5))
    const spans = bestSpans(rows, LABELS, { start: 0, end: 4 })
    expect(spans.map(({ start, end, type }) => [start, end, type])).toEqual([[0, 2, 'person'], [3, 4, 'city']])
    expect(spans[0]!.confidence).toBeGreaterThan(0.9)
  })

  it('never go inside a span of another type, or one that did not begin', () => {
    const rows = rowsOf(table([[0, 0, 4, 0, 0], [0, 3, 0, 0, 0], [0, 0, 0, 0, 4]]))
    const labels = [...bestSequence(rows, 0, 3)]
    labels.forEach((label, t) => {
      if (label > 0 && label % 2 === 0) expect([label, label - 1]).toContain(labels[t - 1])
    })
  })

  it('are the best of all legal ones', () => {
    const scores = table([[1, 0.5, 3, 0, 0], [0.2, 1, 2.5, 2, 0], [0, 1, 0, 0.4, 2.4]])
    let best = -Infinity
    for (let code = 0; code < 125; code++) {
      const labels = [code % 5, Math.floor(code / 5) % 5, Math.floor(code / 25)]
      const isLegal = labels.every((l, t) => l === 0 || l % 2 === 1 || (t > 0 && [l, l - 1].includes(labels[t - 1] ?? 0)))
      if (isLegal) best = Math.max(best, labels.reduce((sum, l, t) => sum + scores.data[t * 5 + l]!, 0))
    }
    const found = [...bestSequence(rowsOf(scores), 0, 3)].reduce((sum, l, t) => sum + scores.data[t * 5 + l]!, 0)
    expect(found).toBeCloseTo(best, 5)
  })

  it('grow less certain with a higher temperature', () => {
    const rows = rowsOf(tableOf([1], 5))
    expect(bestColumn(rows, 0)).toBe(1)
    expect(probability(rows, 0, 1, 3)).toBeLessThan(probability(rows, 0, 1))
  })
})

describe('base forms that the spelling allows', () => {
  it.each([
    ['clashes', 'NNS', 'clash'], ['studies', 'NNS', 'study'], ['houses', 'NNS', 'house'], ['injured', 'VBN', 'injur'], ['used', 'VBD', 'use'],
    ['hoping', 'VBG', 'hope'], ['stopped', 'VBD', 'stop'], ['broke', 'VBD', 'break'], ['carried', 'VBD', 'carry'], ['dying', 'VBG', 'dy'], ['construction', 'NN', 'construction'],
  ])('of %s as %s begin with %s', (form, xpos, first) => {
    expect(baseForms(form, xpos)?.[0]).toBe(first)
  })

  it.each([['people', 'NNS'], ['Lavrov', 'NNP'], ['better', 'JJR']])('are unknown of %s as %s', (form, xpos) => {
    expect(baseForms(form, xpos)).toBeUndefined()
  })
})

describe('lemma scripts', () => {
  it.each([
    ['lower|0|', 'Reports', 'reports'], ['lower|1|', 'Reports', 'report'], ['lower|2|y', 'said', 'say'],
    ['keep|0|', 'Lavrov', 'Lavrov'], ['lower|*|be', 'was', 'be'], ['lower|9|', 'is', 'is'], ['lower|*|', 'x', ''],
  ])('%s makes of %s %s', (script, form, lemma) => {
    expect(parseLemmaScript(script)(form)).toBe(lemma)
  })
})
