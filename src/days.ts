/**
 * Days of the calendar.
 * In: a year (0 is 1 BC), a month from 1, a day from 1. Out: whether there is such a day: 29 February 2024 is one, 30 February none.
 */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
