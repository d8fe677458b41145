/**
 * Dates as files and pages write them.
 *
 *   in:  "2022-07-07", "July 7, 2022", "Thursday, 7 Jul 2022 14:05 GMT", "/2022/07/07/…", "07/25/2022"
 *   out: ISO 8601, a day or a day with a time, or nothing where there is no such day or its order is in doubt
 *
 * "07/08/2022" is left unread unless the caller says which part is the day.
 */
import { isDay } from '../days.js'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

const ISO = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)/i
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?(?!\d)/
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?,?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:at\\s+[\\d:]+\\s*[ap]m,?\\s+)?(\\d{4})\\b`, 'i')
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?(${MONTH})\\.?,?[\\s-]+(\\d{4})\\b`, 'i')
const NUMERIC = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/
/** As Unix and Java print it: "Mon Aug 03 12:45:00 EDT 2015". */
const YEAR_LAST = new RegExp(`\\b(${MONTH})\\s+(\\d{1,2})\\s+[\\d:]{5,8}\\s+(?:\\S{1,9}\\s+)?(\\d{4})\\b`, 'i')
const YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})([/.])(\d{1,2})\2(\d{1,2})(?!\d)/

const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s+)?'
const DATE_LINE = new RegExp(
  `^(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?\\s+)?${WEEKDAY}` +
    `(?:${MONTH}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\.?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2})(?:[ ,|T].{0,30})?$`,
  'i',
)

/** "Published July 6, 2022", "Wednesday, 6 July 2022 | 10:05": a line that is a date and nothing else. */
export function isDateLine(line: string): boolean {
  return line.length < 300 && DATE_LINE.test(line)
}

/** The calendar day as ISO, if there is one of that number between 1800 and 2100. */
export function day(year: number, month: number, date: number): string | undefined {
  if (year < 1800 || year > 2100 || !isDay(year, month, date)) return undefined
  return [year, month, date].map((part) => String(part).padStart(2, '0')).join('-')
}

/** 7 for "July" or "Jul.". */
export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

/** What comes after so many characters is no date of an article. */
const LONGEST = 1000

/** The first date in `written`; `order` says how to read "07/08/2022". */
export function parseDate(written: string, order?: 'day-first' | 'month-first'): string | undefined {
  const words = written.slice(0, LONGEST)
  return monthAlone(words) ?? isoDate(words) ?? wordedDate(words) ?? numericDate(words, order)
}

/** "2022-07", where it is all that is written. */
function monthAlone(written: string): string | undefined {
  const [, year, month] = /^\s*(\d{4})-(\d{2})\s*$/.exec(written) ?? []
  return day(Number(year), Number(month), 1) ? `${year}-${month}` : undefined
}

function isoDate(written: string): string | undefined {
  const match = ISO.exec(written) ?? COMPACT.exec(written)
  if (!match) return undefined
  const date = day(Number(match[1]), Number(match[2]), Number(match[3]))
  const [, , , , hour, minute, second = '00', zone = ''] = match
  if (!date || hour === undefined || minute === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zoneOf(zone)}`
}

/** Nothing for one that is nowhere, as "+99:99". */
function zoneOf(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z'
  const [, hours = '', minutes = ''] = /^([+-](?:0\d|1[0-4])):?([0-5]\d)$/.exec(zone) ?? []
  return hours === '' || (hours.endsWith('14') && minutes !== '00') ? '' : `${hours}:${minutes}`
}

function wordedDate(written: string): string | undefined {
  const us = MONTH_FIRST.exec(written) ?? YEAR_LAST.exec(written)
  const uk = DAY_FIRST.exec(written)
  if (us && (!uk || us.index <= uk.index)) return day(Number(us[3]), monthNumber(us[1] ?? ''), Number(us[2]))
  return uk ? day(Number(uk[3]), monthNumber(uk[2] ?? ''), Number(uk[1])) : undefined
}

function numericDate(written: string, order?: 'day-first' | 'month-first'): string | undefined {
  const big = YEAR_FIRST.exec(written)
  if (big) return day(Number(big[1]), Number(big[3]), Number(big[4]))
  const match = NUMERIC.exec(written)
  if (!match) return undefined
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  if (!order && match[2] !== '.' && first <= 12 && second <= 12 && first !== second) return undefined
  // A dot between the numbers is a European habit: 07.08.2022 is in August; 01.21.2020 can be of January only.
  const isDayFirst = first > 12 || (second <= 12 && (order ? order === 'day-first' : match[2] === '.'))
  return isDayFirst ? day(year, second, first) : day(year, first, second)
}

/** A date in a file name or URL: "politico_2016-09-17_blast.txt", "/2016/09/17/blast", "/2016/sep/17/blast". */
export function dateInName(name: string): string | undefined {
  const match =
    /(?<!\d)((?:19|20)\d{2})([-_/.]?)(\d{2})\2(\d{2})(?!\d)/.exec(name) ??
    new RegExp(`/((?:19|20)\\d{2})/?()(${MONTH})/?(\\d{1,2})(?=[/-])`, 'i').exec(name) ??
    /\/((?:19|20)\d{2})(\/)(\d{1,2})\/(\d{1,2})(?=\/)/.exec(name)
  if (!match) return undefined
  const month = /\d/.test(match[3] ?? '') ? Number(match[3]) : monthNumber(match[3] ?? '')
  return day(Number(match[1]), month, Number(match[4]))
}
