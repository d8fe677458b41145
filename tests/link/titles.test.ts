import { expect, it } from 'vitest'
import { readTitles, writeTitles } from '../../src/link/titles.js'

const names = Array.from({ length: 5000 }, (_, at) => `Somebody Number ${at}`)
const about = { name: 'titles', version: '1', licence: 'CC BY-SA', attribution: [] }
const pack = (some: readonly string[]): Buffer => Buffer.concat(writeTitles(some, about))

it('has every name that was put in, and hardly another', () => {
  const titles = readTitles(pack(names), 'titles.list')
  expect(names.filter((name) => !titles.has(name))).toEqual([])
  expect(Array.from({ length: 5000 }, (_, at) => `Nobody Number ${at}`).filter((name) => titles.has(name)).length).toBeLessThan(25)
  expect(titles.head.count).toBe(5000)
})

it('takes less than two bytes for a name, and is the same in any order', () => {
  expect(pack(names).length).toBeLessThan(2 * names.length)
  expect(pack(names.toReversed()).equals(pack(names))).toBe(true)
})

it.each([['nothing', Buffer.alloc(0)], ['another file', Buffer.from('{}')], ['one that was cut off', pack(names).subarray(0, -5)], ['a newer one', Buffer.from('newsgraph-titles 9\n{}\n')]])('says in a line that %s is none', (_, bytes) => {
  expect(() => readTitles(bytes, 'titles.list')).toThrow(/titles\.list/)
})
