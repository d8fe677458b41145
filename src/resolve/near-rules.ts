/**
 * Days that are told by how far they are from the article: "yesterday", "late on Tuesday", "two years ago", "in two weeks' time".
 * In: the words, and the article's date and tense. Out: an ISO date; "last Friday" in an article of Thursday 2022-07-07 → 2022-07-01.
 * Not handled: hours that are counted ("two hours ago").
 */
import { addDays, dayOnOrBefore, firstOnOrAfter } from './calendar.js'
import { weekdayDate } from './nearest.js'
import { shifted } from './shifts.js'
import {
  about, count, dayPart, fullDate, numberOf, real, rule, stepOf, weekday, weekdayOf, type Article, type Found, type TimeRule,
} from './time-words.js'

/** "Last Friday", "this coming Monday"; "the following Tuesday" is counted from the day told last. */
function otherWeekday(word: string, name: string, { date, told }: Article): Found | undefined {
  const [today, index, other] = [fullDate(date), weekdayOf(name), fullDate(told?.slice(0, 10))]
  if (/follow/iu.test(word)) return other ? { from: firstOnOrAfter(addDays(other, 1), index) } : undefined
  if (!today) return undefined
  if (/last|past|previous/iu.test(word)) return { from: dayOnOrBefore(addDays(today, -1), index) }
  return { from: firstOnOrAfter(addDays(today, /next|coming/iu.test(word) ? 1 : 0), index) }
}

export const nearRules: readonly TimeRule[] = [
  rule('today', '(?:early |late |earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening))|(?:earlier|later) in the day',
    [['today', '2022-07-07'], ['this morning', '2022-07-07'], ['later in the day', '2022-07-07']], ['todays'],
    (_, { date }) => shifted(date, 0, 'day')),
  rule('yesterday', '(?:early |late )?(?:the day before )?yesterday(?: (?:morning|afternoon|evening|night))?|last night',
    [['yesterday', '2022-07-06'], ['last night', '2022-07-06'], ['the day before yesterday', '2022-07-05']], ['yesterdays'],
    (m, { date }) => shifted(date, /the day/iu.test(m[0]) ? -2 : -1, 'day')),
  rule('tomorrow', '(?:the day after )?tomorrow(?: (?:morning|afternoon|evening|night))?', [['tomorrow', '2022-07-08']], [],
    (m, { date }) => shifted(date, /^the/iu.test(m[0]) ? 2 : 1, 'day')),
  rule('weekday', `(?:(?:early|late) )?(?:on )?${weekday}${dayPart}`,
    [['Wednesday', '2022-07-06'], ['Thursday', '2022-07-07'], ['on Friday', '2022-07-01'], ['Tuesday afternoon', '2022-07-05']],
    ['Wednesdays'],
    (m, article) => real(weekdayDate(m[1] ?? '', article))),
  rule('other-weekday', `(last|next|this|this past|this coming|coming|the following) ${weekday}${dayPart}`,
    [['last Friday', '2022-07-01'], ['next Monday', '2022-07-11'], ['this Friday', '2022-07-08']], ['last Fridays'],
    (m, article) => otherWeekday(m[1] ?? '', m[2] ?? '', article)),
  rule('weekday-of-week', `${weekday} (?:of )?(this|last|next) week`,
    [['Tuesday of last week', '2022-06-28'], ['Wednesday this week', '2022-07-06'], ['on Monday next week', '2022-07-11']],
    ['Tuesday of Holy Week'],
    (m, { date }) => {
      const monday = fullDate(date) && dayOnOrBefore(addDays(date!, 7 * stepOf(m[2])), 1)
      return monday ? { from: addDays(monday, (weekdayOf(m[1] ?? '') + 6) % 7) } : undefined
    }),
  rule('ago', `${about}${count} (day|week|month|year|decade)s? ago`,
    [['two years ago', '2020'], ['three days ago', '2022-07-04'], ['two weeks ago', '2022-W25'], ['a month ago', '2022-06']],
    ['two hours ago'],
    (m, { date }) => shifted(date, -numberOf(m[1] ?? ''), m[2] ?? '')),
  rule('in-future', `in ${count} (day|week|month|year)s?(?:['’] time|['’]s time)?`,
    [["in two weeks' time", '2022-W29'], ["in a year's time", '2023']], ['in two hours', 'in a week'],
    (m, { date, tense }) => (tense === 'future' || /time$/u.test(m[0]) ? shifted(date, numberOf(m[1] ?? ''), m[2] ?? '') : undefined)),
  rule('from-now', `${count} (day|week|month|year)s? from (?:now|today)`, [['three days from now', '2022-07-10']], ['three hours from now'],
    (m, { date }) => shifted(date, numberOf(m[1] ?? ''), m[2] ?? '')),
]
