import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date, decimal, integer, text } from '../../src/map/literals.js'

const datatype = (iso: string) => date(iso).datatype.value.replace(/^.*#/u, '')

describe('Literals', () => {
  it.each([
    ['2022-02-20', 'date', '2022-02-20'],
    ['2022-07', 'gYearMonth', '2022-07'],
    ['2020', 'gYear', '2020'],
    ['2022-07-06T20:30', 'dateTime', '2022-07-06T20:30:00'],
    ['2022-07-06T20:30:15.500+00:00', 'dateTime', '2022-07-06T20:30:15.5Z'],
    ['2022-07-06T20:30:00.000+0200', 'dateTime', '2022-07-06T20:30:00+02:00'],
    ['2022-W29', 'string', '2022-W29'],
    ['2022-13-40', 'string', '2022-13-40'],
    ['2021-02-30', 'string', '2021-02-30'],
    ['2021-06-31T10:00', 'string', '2021-06-31T10:00'],
    ['2021-06-30T25:00', 'string', '2021-06-30T25:00'],
    ['2021-06-30T10:00+99:00', 'string', '2021-06-30T10:00+99:00'],
    ['2020-13', 'string', '2020-13'],
    ['last summer', 'string', 'last summer'],
  ])('type the date %s as xsd:%s', (iso, type, value) => {
    expect([datatype(iso), date(iso).value]).toEqual([type, value])
  })

  it('write decimals with at most three places, without exponent or zeros at the end', () => {
    expect([0.5, 1, 0, 0.81249, 0.1 + 0.2, 1e-7, -0].map((value) => decimal(value).value)).toEqual(['0.5', '1', '0', '0.812', '0.3', '0', '0'])
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => /^[01](\.\d{0,2}[1-9])?$/u.test(decimal(value).value)))
  })

  it('write whole numbers as integers', () => {
    expect([integer(0).value, integer(1e6).value]).toEqual(['0', '1000000'])
  })

  it('lower the case of language tags and leave out what is none', () => {
    expect([text('a', 'en-GB').language, text('a', 'not a tag').language, text('a').language]).toEqual(['en-gb', '', ''])
  })

  it('replace half a surrogate pair, which has no UTF-8, and keep the length', () => {
    expect(text('a\ud83dz🐟').value).toBe('a\ufffdz🐟')
  })
})
