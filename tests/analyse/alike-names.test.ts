import { expect, it } from 'vitest'
import { alike } from '../../src/analyse/alike-names.js'
import { bestSpans } from '../../src/analyse/decode-tags.js'

const LABELS = ['O', 'B-person', 'I-person', 'B-place', 'I-place']

/** Scores in which each word's label stands out by so much. */
function scored(words: readonly [string, number, number][]) {
  const data = new Float32Array(words.length * LABELS.length)
  words.forEach(([, column, score], row) => { data[row * LABELS.length + column] = score })
  return { rows: { data, width: LABELS.length, offset: 0 }, words: words.map(([word]) => word) }
}

const types = ({ rows, words }: ReturnType<typeof scored>): string[] =>
  bestSpans(alike(rows, LABELS, words), LABELS, { start: 0, end: words.length }).map(({ start, type }) => `${words[start]} ${type}`)

it('a name that is once taken for something else is what it is elsewhere', () => {
  expect(types(scored([['Qazigund', 3, 6], ['said', 0, 6], ['Qazigund', 1, 1], ['fell', 0, 6], ['Qazigund', 3, 6]])))
    .toEqual(['Qazigund place', 'Qazigund place', 'Qazigund place'])
})

it('words in small letters keep their own scores', () => {
  expect(types(scored([['may', 1, 6], ['may', 0, 6], ['may', 0, 6], ['may', 0, 6]]))).toEqual(['may person'])
})

it('how a name is divided stays as it is', () => {
  expect(types(scored([['Pedro', 1, 6], ['Caballero', 2, 6], ['saw', 0, 6], ['Caballero', 1, 6]]))).toEqual(['Pedro person', 'Caballero person'])
})
