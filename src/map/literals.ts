/**
 * Literals in the one form that every store gives back unchanged.
 * In: JavaScript values. Out: RDF literals: canonical integers and decimals, dates typed by their precision.
 * "in 2020" → `"2020"^^xsd:gYear`, "on Wednesday" → `"2022-07-06"^^xsd:date`; a week or an interval stays a plain string.
 */
import { DataFactory, type Literal } from 'n3'
import { isDay } from '../days.js'
import { xsd } from './vocab.js'

/** A string, or one in a language. Half a surrogate pair has no UTF-8: it becomes U+FFFD, which keeps the offsets. */
export function text(value: string, language?: string): Literal {
  const wellFormed = value.replace(/\p{Cs}/gu, '\ufffd')
  return DataFactory.literal(wellFormed, isLanguageTag(language) ? language.toLowerCase() : undefined)
}

export function integer(value: number): Literal {
  return DataFactory.literal(String(Math.trunc(value)), xsd.integer)
}

/** At most three decimals, never an exponent, no zeros at the end: stores would write it like this too. */
export function decimal(value: number): Literal {
  const digits = value.toFixed(3).replace(/\.?0+$/u, '')
  return DataFactory.literal(digits === '-0' ? '0' : digits, xsd.decimal)
}

export function boolean(value: boolean): Literal {
  return DataFactory.literal(String(value), xsd.boolean)
}

/** An ISO 8601 date with the datatype that fits its precision; what the calendar does not have stays a plain string. */
export function date(iso: string): Literal {
  if (!isOfCalendar(iso)) return text(iso)
  const time = canonicalTime(iso)
  if (time !== null) return DataFactory.literal(time, xsd.dateTime)
  if (/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/u.test(iso)) return DataFactory.literal(iso, xsd.date)
  if (/^\d{4}-(0\d|1[0-2])$/u.test(iso)) return DataFactory.literal(iso, xsd.gYearMonth)
  if (/^\d{4}$/u.test(iso)) return DataFactory.literal(iso, xsd.gYear)
  return text(iso)
}

/** Its day exists, whatever follows it: no 30 February, no month 13. */
function isOfCalendar(iso: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/u.exec(iso) ?? []
  return year !== undefined && isDay(Number(year), Number(month), Number(day))
}

/** XML Schema wants seconds, no zeros at the end of their fraction, and `Z` for UTC; null if it is no time. */
function canonicalTime(iso: string): string | null {
  const parts = /^(\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(?:\.(\d*?)0*)?(Z|[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00))?$/u.exec(iso)
  if (!parts) return null
  const [, minute, second = ':00', fraction = '', zone = ''] = parts
  const colonZone = zone.replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2').replace(/^[+-]00:00$/u, 'Z')
  return `${minute}${second}${fraction && `.${fraction}`}${colonZone}`
}

function isLanguageTag(tag: string | undefined): tag is string {
  return tag !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u.test(tag)
}
