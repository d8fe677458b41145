import { describe, expect, it } from 'vitest'
import { SHAPES, shapeOf } from '../../src/analyse/shapes.js'
import { windowsOf } from '../../src/analyse/windows.js'

const special = { start: 1, end: 2, unknown: 0 }
/** One piece a letter, so that lengths are easily counted. */
const piecesOf = (word: string): Int32Array => Int32Array.from([...word].map((letter) => letter.charCodeAt(0)))
const by = { piecesOf, special, limit: 10, longestWord: 4 }

describe('windows', () => {
  it('pack as many whole sentences as fit', () => {
    const windows = windowsOf(['aa', 'bb', 'cc', 'dd', 'ee', 'ff'], [{ start: 0, end: 2 }, { start: 2, end: 4 }, { start: 4, end: 6 }], by)
    expect(windows.map(({ start, end }) => [start, end])).toEqual([[0, 4], [4, 6]])
    expect([...windows[0]!.inputs.pieces]).toEqual([1, 97, 97, 98, 98, 99, 99, 100, 100, 2])
    expect([...windows[0]!.inputs.first]).toEqual([1, 3, 5, 7])
    expect([...windows[0]!.inputs.sentence]).toEqual([0, 0, 1, 1])
    expect([...windows[1]!.inputs.sentence]).toEqual([0, 0])
  })

  it('cut a sentence that is longer than a window, without losing a word', () => {
    const words = Array.from({ length: 11 }, () => 'abc')
    const windows = windowsOf(words, [{ start: 0, end: 11 }], by)
    expect(windows.map(({ start, end }) => [start, end])).toEqual([[0, 3], [3, 6], [6, 9], [9, 11]])
  })

  it('keep the beginning of an endless word', () => {
    const [window] = windowsOf(['abcdefghijklmnop'], [{ start: 0, end: 1 }], by)
    expect(window!.inputs.pieces).toHaveLength(6)
  })

  it('are none where nothing is to be read', () => {
    expect(windowsOf([], [], by)).toEqual([])
  })
})

describe('letter shapes', () => {
  it.each([
    ['said', 'lower'], ['Macron', 'title'], ['NATO', 'upper'], ['iPhone', 'mixed'], ['2022', 'digit'], ['$', 'punct'],
    ['—', 'punct'], ['€', 'other'], ['Élysée', 'title'], ['F-16', 'title'], ['U.S.', 'upper'], ['I', 'title'], ['3rd', 'lower'], ['', 'other'],
  ])('%s is %s', (word, shape) => {
    expect(SHAPES[shapeOf(word)]).toBe(shape)
  })
})
