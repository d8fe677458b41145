import { describe, expect, it } from 'vitest'
import { parseDecisions, TEMPLATE } from '../../src/catalogue/decisions.js'

const BASE = 'https://news.example/data/'
const parse = (text: string) => parseDecisions(text, BASE, 'decisions.txt')

describe('Decisions', () => {
  it.each([
    ['merge person:a-b person/c-d <https://news.example/data/person/e>', { decide: 'merge', things: ['person/a-b', 'person/c-d', 'person/e'] }],
    ['split person:a as person:a-poet in article:01 article:02', { decide: 'split', thing: 'person/a', newId: 'person/a-poet', articles: ['01', '02'] }],
    ['split person:a in article:01', { decide: 'split', thing: 'person/a', articles: ['01'] }],
    ['different person:a person:b', { decide: 'different', things: ['person/a', 'person/b'] }],
    ['rename outlet:a “The A Times”   # as it says itself', { decide: 'rename', thing: 'outlet/a', label: 'The A Times' }],
    ['rename person:%D0%B0 А', { decide: 'rename', thing: 'person/а', label: 'А' }],
    ['drop statement:01ab-said-23cd', { decide: 'drop', article: '01ab', claim: 'said-23cd' }],
    ['add person:a memberOf organization:b in article:01ab a member of “the” club', { decide: 'add', article: '01ab', subject: 'person/a', predicate: 'memberOf', object: 'organization/b', words: 'a member of “the” club' }],
    ['speaker statement:01ab-said-23cd person:a person:b', { decide: 'speaker', article: '01ab', claim: 'said-23cd', speakers: ['person/a', 'person/b'] }],
  ])('%s', (line, decision) => {
    expect(parse(line)).toEqual([decision])
  })

  it('are told by examples in a new file, which decide nothing', () => {
    expect(parse(TEMPLATE)).toEqual([])
    expect(parse(TEMPLATE.replaceAll(/^# {3}/gmu, ''))).toHaveLength(7)
  })

  it.each(['join person:a person:b', 'merge person:a', 'split person:a article:1', 'different person:a', 'rename person:a', 'drop', 'speaker statement:1-a', 'add person:a memberOf organization:b', 'add person:a memberOf organization:b in article:1', 'merge person:a http://other.example/b'])('cannot be: %s', (line) => {
    expect(() => parse(`# one\n${line}`)).toThrow(`decisions.txt, line 2, is not understood: ${line}`)
  })
})
