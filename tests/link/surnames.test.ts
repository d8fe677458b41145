import { expect, it } from 'vitest'
import { sharedBy, sharedName } from '../../src/link/surnames.js'
import { readTitles, writeTitles } from '../../src/link/titles.js'

const steps = (word: string, place: 'first' | 'last', ...least: readonly number[]): string[] => least.map((each) => sharedName(word, place, each))
const names = [...steps('weld', 'last', 10), ...steps('smith', 'last', 10, 30, 100, 300, 1000), ...steps('john', 'first', 10, 30, 100, 300, 1000, 3000), ...steps('mara', 'first', 10)]
const list = readTitles(Buffer.concat(writeTitles(names, { name: 'n', version: '1', licence: '', attribution: [] })), 'n')

it('tells a name that few bear from one that many do', () => {
  expect(['Mara Lindqvist', 'Mara Weld', 'John Weld', 'Mara Smith', 'John Smith'].map((name) => sharedBy(name, list))).toEqual(['few', 'few', 'some', 'some', 'many'])
})

it('says nothing of a single word, or without a list', () => {
  expect([sharedBy('Smith', list), sharedBy('John Smith', undefined)]).toEqual([undefined, undefined])
})
