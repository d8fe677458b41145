/**
 * Arithmetic on ISO dates, as strings: "2022-07-07" and two days less is "2022-07-05". All in UTC; no clock is read.
 */
import { isDay } from '../days.js'

export function addDays(date: string, days: number): string {
  return iso(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000))
}

/** `YYYY-MM` and a number of months. */
export function addMonths(month: string, amount: number): string {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + amount
  return `${Math.floor(total / 12)}-${String(((total % 12) + 12) % 12 + 1).padStart(2, '0')}`
}

export function addYears(date: string, amount: number): string {
  return String(Number(date.slice(0, 4)) + amount)
}

/** 0 for Sunday. */
export function dayOfWeek(date: string): number {
  return new Date(Date.parse(`${date}T00:00:00Z`)).getUTCDay()
}

/** The last such weekday up to and including a day. */
export function dayOnOrBefore(date: string, weekday: number): string {
  return addDays(date, -((dayOfWeek(date) - weekday + 7) % 7))
}

export function firstOnOrAfter(date: string, weekday: number): string {
  return addDays(date, (weekday - dayOfWeek(date) + 7) % 7)
}

/** `2022-W27`. */
export function isoWeek(date: string): string {
  const thursday = addDays(date, 4 - (dayOfWeek(date) || 7))
  const first = `${thursday.slice(0, 4)}-01-01`
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000
  return `${thursday.slice(0, 4)}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}

/** Is there such a day, week, month, year or minute of a day? "2021-02-30", "2020-13" and "2022-W60" are none; years have four digits. */
export function isReal(time: string): boolean {
  const week = /^([1-9]\d{3})-W(\d\d)$/.exec(time)
  // The last week of a year is the one with its 28 December.
  if (week) return Number(week[2]) >= 1 && Number(week[2]) <= Number(isoWeek(`${week[1]}-12-28`).slice(6))
  const pattern = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?$/
  const [, year, month = '01', day = '01', hour = '00', minute = '00'] = pattern.exec(time) ?? []
  return year !== undefined && Number(hour) <= 23 && Number(minute) <= 59 && isDay(Number(year), Number(month), Number(day))
}

export function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}
