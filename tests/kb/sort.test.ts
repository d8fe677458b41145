import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sorter } from '../../src/kb/sort.js'
import { changed, lineFor, type Statement } from '../../src/kb/statements.js'
import { temporaryFolder } from '../cli/run.js'

const folder = temporaryFolder()
const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
let number = 0

it('sorts any lines, however many runs they take, as often as they are asked for', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\n\r]/gu, '·'))), fc.integer({ min: 1, max: 200 }), (lines, most) => {
    const sorter = new Sorter({ folder, name: `any-${number += 1}`, most })
    for (const line of lines) sorter.put(line)
    expect([...sorter]).toEqual(lines.toSorted(byUnits))
    expect([...sorter]).toEqual(lines.toSorted(byUnits))
    sorter.drop()
  }), { numRuns: 60 })
})

it('merges more runs than it may have open', () => {
  const lines = Array.from({ length: 600 }, (_, at) => String(at * 7919 % 600).padStart(3, '0')), sorter = new Sorter({ folder, name: 'many', most: 1 })
  for (const line of lines) sorter.put(line)
  expect([...sorter]).toEqual(lines.toSorted(byUnits))
  sorter.drop()
  expect(readdirSync(folder)).toEqual([])
})

it('keeps statements in order when their keys change', () => {
  const statement = (key: number): Statement => ({ key: `Q${key}`, sort: 'row', text: `{"number":${key}}` })
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 1, max: 9 }), (keys, by) => {
    const before = new Sorter({ folder, name: `before-${number += 1}` })
    for (const key of keys) before.put(lineFor(statement(key)))
    const after = changed(before, { folder, name: `after-${number}`, step: { see: (_, line, emit) => {
      const key = Number(/\d+/u.exec(line)?.[0])
      emit(key % by === 0 ? lineFor(statement(key * 13 % 51)) : line)
    } } })
    expect([...after]).toEqual(keys.map((key) => lineFor(statement(key % by === 0 ? key * 13 % 51 : key))).toSorted(byUnits))
    after.drop()
  }), { numRuns: 60 })
})
