import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateInName, parseDate } from '../../src/read/dates.js'

describe('a date', () => {
  test.each([
    ['2022-07-06', '2022-07-06'], ['2022-7-6', '2022-07-06'], ['2022-07', '2022-07'], ['2022-13', undefined], ['2022-07-06T08:05:09.123Z', '2022-07-06T08:05:09Z'], ['2022-07-06 08:05 +0200', '2022-07-06T08:05:00+02:00'],
    ['2022-07-06T08:05', '2022-07-06T08:05:00'], ['2022-07-06T99:05', '2022-07-06'], ['2022-07-06T08:05+99:99', '2022-07-06T08:05:00'], ['2022-07-06T08:05-1430', '2022-07-06T08:05:00'], ['2022-07-06T08:05+14:00', '2022-07-06T08:05:00+14:00'], ['20220706', '2022-07-06'], ['20220706T080509Z', '2022-07-06T08:05:09Z'],
    ['July 6, 2022', '2022-07-06'], ['Jul. 6th 2022', '2022-07-06'], ['SEPT 6, 2022', '2022-09-06'], ['6 July 2022', '2022-07-06'], ['the 6th of July, 2022', '2022-07-06'], ['6-Jul-2022', '2022-07-06'],
    ['Wed, 06 Jul 2022 08:00:00 GMT', '2022-07-06'], ['Mon Aug 03 12:45:00 EDT 2015', '2015-08-03'], ['July 6, 2022 and 7 July 2022', '2022-07-06'],
    ['25/07/2022', '2022-07-25'], ['07.25.2022', '2022-07-25'], ['07/25/2022', '2022-07-25'], ['06.07.2022', '2022-07-06'], ['2022/07/06', '2022-07-06'],
    ['07/08/2022', undefined], ['31 June 2022', undefined], ['2022-02-30', undefined], ['0001-01-01', undefined], ['May 2022', undefined], ['yesterday', undefined], ['', undefined],
  ])('written %j is %s', (written, date) => {
    expect(parseDate(written)).toBe(date)
  })

  test('in numbers is read in the order that is given', () => {
    expect(parseDate('07/08/2022', 'day-first')).toBe('2022-08-07')
    expect(parseDate('07/08/2022', 'month-first')).toBe('2022-07-08')
  })

  test('is a day that exists, whatever is given', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/. TZ:', 'July', 'May') }), (written) => {
      const date = parseDate(written)
      expect(date === undefined || !Number.isNaN(Date.parse(date.slice(0, 10)))).toBe(true)
    }), { numRuns: 500 })
  })

  test.each([
    ['politico_2016-09-17_blast.txt', '2016-09-17'], ['/2016/09/17/blast', '2016-09-17'], ['/2016/9/7/blast', '2016-09-07'], ['https://x.example/2016/sep/17/blast', '2016-09-17'],
    ['20160917.txt', '2016-09-17'], ['/news/2016/blast-17', undefined], ['article-20169917.txt', undefined], ['1234567890123.txt', undefined], ['/a/000_76f42d9db3e3c83c.txt', undefined],
  ])('in the name %j is %s', (name, date) => {
    expect(dateInName(name)).toBe(date)
  })
})
