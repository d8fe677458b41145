/** ISO dates in, dates to read out: "4 March 2026", "March 2026", "4–9 March 2026"; what is no such date stays as it is. */

import { language, say } from './words.js'

export function readableDate(iso: string): string {
  const [, weekYear, week] = /^(\d{4})-W(\d\d)$/.exec(iso) ?? []
  if (weekYear !== undefined && week !== undefined) return say.week(Number(week), weekYear)
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)/.exec(iso) ?? []
  if (year === undefined || month === undefined) return iso
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  return date.toLocaleDateString(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day === undefined ? {} : { day: 'numeric' }),
  })
}

/** "4–9 March 2026", "March – May 2026"; empty without dates. */
export function readableSpan(from: string, until: string): string {
  if (from === '' || until === '' || from === until) return readableDate(from || until)
  const days = [from, until].map(day => new Date(`${day}T00:00:00Z`))
  const [first, last] = days
  if (first === undefined || last === undefined || days.some(day => Number.isNaN(day.getTime()))) return `${from} – ${until}`
  const isLong = last.getTime() - first.getTime() > 62 * 864e5
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
    ...(isLong ? {} : { day: 'numeric' }),
  })
  return format.formatRange(first, last)
}
