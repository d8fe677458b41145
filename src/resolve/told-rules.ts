/**
 * Times that lean on another one: "the next day" and "two years later" on the time told last, a clock on its day.
 * In: the words, the article's date, and what was told last, in this sentence or the two before it. Out: an ISO date, a minute where a
 * clock is read: "8:30 p.m. on Saturday" → 2022-07-02T20:30. Not handled: zones, a clock is the place's own.
 */
import { weekdayDate } from './nearest.js'
import { shifted } from './shifts.js'
import {
  about, count, dayPart, fullDate, numberOf, real, rule, two, weekday, type Article, type Found, type TimeRule,
} from './time-words.js'

const near = '(?:at |around |about |shortly after |shortly before |just after |just before |by )'
const clock = '(?:(\\d{1,2})(?:[:.] ?(\\d{2}))? ?([ap])\\.? ?m\\.?)'
const zone = '(?: (?:local time|[A-Z]{1,3}T))?'
const unit = '(day|week|month|year|decade)s?'

/** A minute of a day that is known. */
function onClock(day: string | undefined, hour = '', minute = '00', half = ''): Found | undefined {
  const inDay = half === '' ? Number(hour) : Number(hour) % 12 + (/^p/iu.test(half) ? 12 : 0)
  return fullDate(day?.slice(0, 10)) ? real(`${day!.slice(0, 10)}T${two(inDay)}:${minute}`) : undefined
}

/** A weekday, "yesterday", "today" or "tomorrow". */
function dayNamed(word: string, article: Article): string | undefined {
  const days = ['yesterday', 'today', 'tomorrow'].indexOf(word.toLowerCase()) - 1
  return days < -1 ? weekdayDate(word, article) : shifted(article.date, days, 'day')?.from
}

export const toldRules: readonly TimeRule[] = [
  rule('clock-on-day', `${near}*${clock}${zone},? (?:on )?(${weekday.slice(1, -1)}|today|yesterday|tomorrow)`,
    [['8:30 p.m. on Saturday', '2022-07-02T20:30'], ['9 a.m. yesterday', '2022-07-06T09:00']], ['8:30 on Saturday'],
    (m, article) => onClock(dayNamed(m[4] ?? '', article), m[1], m[2], m[3])),
  rule('day-and-clock', `(?:early |late )?(${weekday.slice(1, -1)}|today|yesterday|tomorrow)${dayPart},? ${near}*${clock}`,
    [['Saturday at 8:30 p.m.', '2022-07-02T20:30'], ['Tuesday around 9 a.m.', '2022-07-05T09:00']], ['Saturday at 8:30'],
    (m, article) => onClock(dayNamed(m[1] ?? '', article), m[2], m[3], m[4])),
  rule('clock-of-told-day', `${near}*${clock}${zone}`,
    [['May 1, 2019, with a stop at 8:30 p.m.', '2019-05-01T20:30']], ['8:30 p.m.', '8:30'],
    (m, { told }) => onClock(told, m[1], m[2], m[3])),
  rule('noon', `${near}*noon(?: (?:on )?(${weekday.slice(1, -1)}|today|yesterday|tomorrow))?`,
    [['noon on Saturday', '2022-07-02T12:00'], ['May 1, 2019, around noon', '2019-05-01T12:00']], ['noon', 'noons'],
    (m, article) => onClock(m[1] ? dayNamed(m[1], article) : article.told, '12')),
  rule('long-clock', `${near}*([01]?\\d|2[0-3])[:.]?([0-5]\\d) (?:local time|hours|GMT|BST|UTC|CES?T)`,
    [['May 1, 2019, with a stop at 20:30 GMT', '2019-05-01T20:30']], ['20:30'], (m, { told }) => onClock(told, m[1], m[2])),
  rule('earlier', `${about}${count} ${unit} (?:earlier|previously)`,
    [['two years earlier', '2020'], ['a day earlier', '2022-07-06']], ['hours earlier'],
    (m, { date, told }) => shifted(told ?? date, -numberOf(m[1] ?? ''), m[2] ?? '')),
  rule('later', `${about}${count} ${unit} (?:later|afterwards?)`,
    [['1 May 2019 and, two days later', '2019-05-03'], ['2019 and, a year later', '2020']], ['a year later'],
    (m, { told }) => shifted(told, numberOf(m[1] ?? ''), m[2] ?? '')),
  rule('next-to-told', '(?:the (next|following|previous|same)|that(?: same)?) (?:day|morning|afternoon|evening|night)',
    [['1 May 2019 and the next day', '2019-05-02'], ['1 May 2019, that night', '2019-05-01']], ['the next day', 'that day'],
    (m, { told }) => shifted(told, { next: 1, following: 1, previous: -1 }[(m[1] ?? '').toLowerCase()] ?? 0, 'day')),
  rule('beside-told', 'the day (before|after)', [['1 May 2019, and again the day after', '2019-05-02']], ['the day after'],
    (m, { told, after }) => (/^(?:[.,;:)]|)$/u.test(after) ? shifted(told, /^after$/iu.test(m[1] ?? '') ? 1 : -1, 'day') : undefined)),
  rule('following', 'the (following|same) (week|month|year)',
    [['May 2019 and the following month', '2019-06'], ['2019 and the following year', '2020']], ['the following week'],
    (m, { told }) => shifted(told, /^following$/iu.test(m[1] ?? '') ? 1 : 0, m[2] ?? '')),
]
