import { describe, expect, it } from 'vitest'
import { parseVocabulary, wordPiecesOf } from '../../src/analyse/wordpiece.js'

const PIECES = ['[UNK]', 'nav', '##al', '##ny', 'o', '’', 'brien', 'cafe', '中', 'σ', '##σ', 'u', '.', 's', 'a', '##b']
const vocabulary = parseVocabulary(PIECES.join('\n') + '\n')
const piecesOf = wordPiecesOf(vocabulary, 0)
const named = (word: string): string[] => [...piecesOf(word)].map((piece) => PIECES[piece] ?? '?')

describe('word pieces', () => {
  it.each([
    ['Navalny', ['nav', '##al', '##ny']],
    ['O’Brien', ['o', '’', 'brien']],
    ['Café', ['cafe']],
    ['Cafe\u0301', ['cafe']],
    ['U.S.', ['u', '.', 's', '.']],
    ['中中', ['中', '中']],
    ['ΣΣ', ['σ', '##σ']],
    ['a\u200bb', ['a', '##b']],
    ['zebra', ['[UNK]']],
    ['navx', ['[UNK]']],
    ['\u200b', ['[UNK]']],
    ['a'.repeat(101), ['[UNK]']],
  ])('cuts %s as the reference does', (word, expected) => {
    expect(named(word)).toEqual(expected)
  })

  it('gives the same pieces the second time', () => {
    expect(named('Navalny')).toEqual(named('Navalny'))
  })

  it('reads a vocabulary with either line end', () => {
    expect(parseVocabulary('a\r\nb\r\n')).toEqual(new Map([['a', 0], ['b', 1]]))
  })
})
