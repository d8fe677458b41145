import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvLine } from '../../src/export/csv.js'

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '＋1', '－1', '＠x', '\u0000=1', '\u200b=1'])(
  'The cell %j is no formula to a spreadsheet',
  (text) => {
    expect(csvLine([text])).toMatch(/^"?'/u)
  },
)

it('Numbers stay numbers, below zero too; names and words stay as they are', () => {
  expect(csvLine([-1.5, 'Ana Berg', 'a-b', true, undefined, 'said, "no"\nthen', ' kept '])).toBe(
    '-1.5,Ana Berg,a-b,true,,"said, ""no""\nthen"," kept "\r\n',
  )
})

it('Whatever the words, a line is one row of as many cells', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (cells) => {
      const read = [...csvLine(cells).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)].map(([, quoted, bare]) =>
        (quoted ?? bare ?? '').replaceAll('""', '"'),
      )
      expect(read.map((text) => text.replace(/^'/u, ''))).toEqual(
        cells.map((text) => text.toWellFormed().replace(/\0/gu, ' ').replace(/^'/u, '')),
      )
    }),
  )
})
