/**
 * Dates that never were.
 * In: the quads of a graph. Out: every literal that says it is a date or time and is none: `"2021-02-30"^^xsd:date`.
 */
import type { Quad } from 'n3'
import { isDay } from '../days.js'
import { xsd } from '../map/vocab.js'
import { isLexical } from './datatypes.js'

const DATES: ReadonlySet<string> = new Set([xsd.date, xsd.dateTime, xsd.gYearMonth, xsd.gYear].map(({ value }) => value))

export interface UnrealDate { readonly node: string; readonly value: string }

export function* unrealDates(quads: Iterable<Quad>): Generator<UnrealDate> {
  for (const { subject, object } of quads) {
    if (object.termType === 'Literal' && DATES.has(object.datatype.value) && !isReal(object.value, object.datatype.value)) yield { node: subject.value, value: object.value }
  }
}

/** A date of the right form that stands in the calendar. */
export function isReal(value: string, type: string): boolean {
  if (!isLexical(value, type)) return false
  const [, year, month, day] = /^(-?\d{4,})-(\d\d)-(\d\d)/u.exec(value) ?? []
  return day === undefined || isDay(Number(year), Number(month), Number(day))
}
