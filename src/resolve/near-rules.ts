/**
 * Times that are told by how far they are from the article, or from the time told last: "yesterday", "late on Tuesday", "two years ago", "the next day".
 * In: the words, and the article's date and tense. Out: an ISO date, a minute where a clock is read: "8:30 p.m. on Saturday" → 2022-07-02T20:30.
 * Not handled: hours that are counted ("two hours ago"), a clock without a day.
 */
import { addDays, addMonths, addYears, dayOnOrBefore, firstOnOrAfter, isoWeek } from './calendar.js'
import { weekdayDate } from './nearest.js'
import { about, count, dayPart, fullDate, numberOf, real, rule, two, weekday, weekdayOf, type Article, type Found, type TimeRule } from './time-words.js'

const dayFrom = (date: string | undefined, days: number): Found | undefined => (fullDate(date) ? { from: addDays(date!, days) } : undefined)

/** A time so many days, weeks, months or years from another, as exact as what is counted. */
function shifted(date: string | undefined, amount: number, unit: string): Found | undefined {
  if (!date || !Number.isFinite(amount)) return undefined
  if (/^year/iu.test(unit)) return { from: addYears(date, amount) }
  if (/^decade/iu.test(unit)) return { from: addYears(date, 10 * amount) }
  if (/^month/iu.test(unit)) return /^\d{4}-\d\d/u.test(date) ? { from: addMonths(date.slice(0, 7), amount) } : undefined
  const today = fullDate(date.slice(0, 10))
  if (!today) return undefined
  return { from: /^week/iu.test(unit) ? isoWeek(addDays(today, 7 * amount)) : addDays(today, amount) }
}

/** "Last Friday", "this coming Monday", "the following Tuesday". */
function otherWeekday(word: string, name: string, { date, told }: Article): Found | undefined {
  const [today, index, other] = [fullDate(date), weekdayOf(name), fullDate(told?.slice(0, 10))]
  if (/follow/iu.test(word)) return other ? { from: firstOnOrAfter(addDays(other, 1), index) } : undefined
  if (!today) return undefined
  if (/last|past|previous/iu.test(word)) return { from: dayOnOrBefore(addDays(today, -1), index) }
  return { from: firstOnOrAfter(addDays(today, /next|coming/iu.test(word) ? 1 : 0), index) }
}

function onClock(day: string | undefined, hour: string | undefined, minute = '00', half = ''): Found | undefined {
  const inDay = Number(hour) % 12 + (/^p/iu.test(half) ? 12 : 0)
  return day ? real(`${day.slice(0, 10)}T${two(inDay)}:${minute}`) : undefined
}

const clock = '(\\d{1,2})(?:[:.](\\d{2}))? ?([ap])\\.?m\\.?'
const zone = '(?: (?:local time|[A-Z]{2,4}T?))?'

export const nearRules: readonly TimeRule[] = [
  rule('today', '(?:early |late |earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening))|(?:earlier|later) in the day',
    [['today', '2022-07-07'], ['this morning', '2022-07-07'], ['later in the day', '2022-07-07']], ['todays'], (_, { date }) => dayFrom(date, 0)),
  rule('yesterday', '(?:early |late )?(?:the day before )?yesterday(?: (?:morning|afternoon|evening|night))?|last night',
    [['yesterday', '2022-07-06'], ['last night', '2022-07-06'], ['the day before yesterday', '2022-07-05']], ['yesterdays'],
    (m, { date }) => dayFrom(date, /^the/iu.test(m[0]) ? -2 : -1)),
  rule('tomorrow', '(?:the day after )?tomorrow(?: (?:morning|afternoon|evening|night))?', [['tomorrow', '2022-07-08']], [],
    (m, { date }) => dayFrom(date, /^the/iu.test(m[0]) ? 2 : 1)),
  rule('weekday', `(?:(?:early|late) )?(?:on )?${weekday}${dayPart}`,
    [['Wednesday', '2022-07-06'], ['Thursday', '2022-07-07'], ['on Friday', '2022-07-01'], ['Tuesday afternoon', '2022-07-05']], ['Wednesdays'],
    (m, article) => real(weekdayDate(m[1] ?? '', article))),
  rule('other-weekday', `(last|next|this|this past|this coming|coming|the following) ${weekday}${dayPart}`,
    [['last Friday', '2022-07-01'], ['next Monday', '2022-07-11'], ['this Friday', '2022-07-08']], ['last Fridays'],
    (m, article) => otherWeekday(m[1] ?? '', m[2] ?? '', article)),
  rule('weekday-of-week', `(?:on )?${weekday} (?:of )?(this|last|next) week`,
    [['Tuesday of last week', '2022-06-28'], ['Wednesday this week', '2022-07-06'], ['on Monday next week', '2022-07-11']], ['Tuesday of Holy Week'],
    (m, { date }) => {
      const shift = /last/iu.test(m[2] ?? '') ? -7 : /next/iu.test(m[2] ?? '') ? 7 : 0
      return fullDate(date) ? { from: addDays(dayOnOrBefore(addDays(date!, shift), 1), (weekdayOf(m[1] ?? '') + 6) % 7) } : undefined
    }),
  rule('clock-on-day', `${clock}${zone},? (?:on )?(?:${weekday}|(today|yesterday|tomorrow))`,
    [['8:30 p.m. on Saturday', '2022-07-02T20:30'], ['9 a.m. yesterday', '2022-07-06T09:00']], ['8:30 on Saturday'],
    (m, article) => onClock(m[4] ? weekdayDate(m[4], article) : dayFrom(article.date, { yesterday: -1, tomorrow: 1 }[m[5]!.toLowerCase()] ?? 0)?.from, m[1], m[2], m[3])),
  rule('day-and-clock', `(?:on )?${weekday}${dayPart},? (?:at |around |about |shortly after |shortly before |just after |just before )*${clock}`,
    [['Saturday at 8:30 p.m.', '2022-07-02T20:30'], ['Tuesday around 9 a.m.', '2022-07-05T09:00']], ['Saturday at 8:30'],
    (m, article) => onClock(weekdayDate(m[1] ?? '', article), m[2], m[3], m[4])),
  rule('ago', `${about}${count} (day|week|month|year|decade)s? ago`,
    [['two years ago', '2020'], ['three days ago', '2022-07-04'], ['two weeks ago', '2022-W25'], ['a month ago', '2022-06']], ['two hours ago'],
    (m, { date }) => shifted(date, -numberOf(m[1] ?? ''), m[2] ?? '')),
  rule('earlier', `${about}${count} (day|week|month|year|decade)s? (?:earlier|previously)`, [['two years earlier', '2020'], ['a day earlier', '2022-07-06']], ['hours earlier'],
    (m, { date, told }) => shifted(told ?? date, -numberOf(m[1] ?? ''), m[2] ?? '')),
  rule('later', `${about}${count} (day|week|month|year|decade)s? (?:later|afterwards?)`, [['1 May 2019 and, two days later', '2019-05-03'], ['2019 and, a year later', '2020']], ['a year later'],
    (m, { told }) => shifted(told, numberOf(m[1] ?? ''), m[2] ?? '')),
  rule('next-to-told', 'the (next|following|previous|same) (day|morning|afternoon|evening|night)|(that) (?:same )?(day|morning|afternoon|evening|night)',
    [['1 May 2019 and the next day', '2019-05-02'], ['1 May 2019, that night', '2019-05-01']], ['the next day', 'that day'],
    (m, { told }) => dayFrom(told?.slice(0, 10), { next: 1, following: 1, previous: -1 }[(m[1] ?? '').toLowerCase()] ?? 0)),
  rule('beside-told', 'the day (before|after)', [['1 May 2019, and again the day after', '2019-05-02']], ['the day after'],
    (m, { told, after }) => (/^(?:[.,;:)]|)$/u.test(after) ? dayFrom(told?.slice(0, 10), /^after$/iu.test(m[1] ?? '') ? 1 : -1) : undefined)),
  rule('following', 'the (following|same) (week|month|year)', [['May 2019 and the following month', '2019-06'], ['2019 and the following year', '2020']], ['the following week'],
    (m, { told }) => shifted(told, /^following$/iu.test(m[1] ?? '') ? 1 : 0, m[2] ?? '')),
  rule('in-future', `in ${count} (day|week|month|year)s?(?:['’] time|['’]s time)?`, [["in two weeks' time", '2022-W29'], ["in a year's time", '2023']], ['in two hours', 'in a week'],
    (m, { date, tense }) => (tense === 'future' || /time$/u.test(m[0]) ? shifted(date, numberOf(m[1] ?? ''), m[2] ?? '') : undefined)),
  rule('from-now', `${count} (day|week|month|year)s? from (?:now|today)`, [['three days from now', '2022-07-10']], ['three hours from now'],
    (m, { date }) => shifted(date, numberOf(m[1] ?? ''), m[2] ?? '')),
]
