/**
 * A time that lies so many days, weeks, months or years from another, as exact as what is counted.
 * In: a time, how many and of what. Out: a time: two weeks before 2022-07-07 → 2022-W25, two years before it → 2020.
 * Not handled: hours and minutes.
 */
import { addDays, addMonths, addYears, isoWeek } from './calendar.js'
import { fullDate, type Found } from './time-words.js'

export function shifted(time: string | undefined, amount: number, unit: string): Found | undefined {
  if (!time || !Number.isFinite(amount)) return undefined
  if (/^year/iu.test(unit)) return { from: addYears(time, amount) }
  if (/^decade/iu.test(unit)) return { from: addYears(time, 10 * amount) }
  if (/^month/iu.test(unit)) return /^\d{4}-\d\d/u.test(time) ? { from: addMonths(time.slice(0, 7), amount) } : undefined
  const today = fullDate(time.slice(0, 10))
  if (!today) return undefined
  return { from: /^week/iu.test(unit) ? isoWeek(addDays(today, 7 * amount)) : addDays(today, amount) }
}
