/**
 * Days and months that are called by their name or number, one record a form: "Feb 20", "25.12.2021", "the second Tuesday of April",
 * "late March". In: the words, and the article's date and tense. Out: an ISO date; in an article of 2022-07-07, "Feb 20" → 2022-02-20.
 * Not handled: feasts ("Christmas Day"), days of other calendars.
 */
import { addDays, addMonths, dayOnOrBefore, firstOnOrAfter, isoWeek } from './calendar.js'
import { nearest, nearestInMonths } from './nearest.js'
import {
  day, isCapital, month, monthOf, nth, ordinalOf, real, rule, stepOf, two, weekday, weekdayOf, written,
  type Article, type Found, type TimeRule,
} from './time-words.js'

/** A month that the words say outright ("April 2021", "last month"), or the nearest of its name. */
const inMonth = `(?:${month}(?:,? (\\d{4}))?|(this|last|next) month)`

/** @param words name, year and step of a month, as `inMonth` captures them */
function ofMonth(words: readonly (string | undefined)[], article: Article, inIt: (month: string) => string): string | undefined {
  const [name, year, step] = words
  const now = article.date?.slice(0, 7) ?? ''
  if (step !== undefined) return now.length === 7 ? inIt(addMonths(now, stepOf(step))) : undefined
  const named = (ofYear: number | string): string => inIt(`${ofYear}-${two(monthOf(name ?? '') + 1)}`)
  return year === undefined ? nearest(article, named) : named(year)
}

/** A day without its year. "On 31 April" is no day, nor is it April; "in June 35 people left" is June. */
function dayOf(number: number, name = '', article: Article, isSure: boolean): Found | undefined {
  if (!article.date || !isCapital(name)) return undefined
  const inYear = (year: number): string => written(number, monthOf(name), year)
  const from = nearest(article, inYear) ?? (isSure && number <= 31 ? inYear(Number(article.date.slice(0, 4))) : undefined)
  return from === undefined ? undefined : { from }
}

/** The nth such weekday of a month; of "last", the last. */
function nthWeekday(number: number, index: number, ofMonth: string): string {
  if (number < 0) return dayOnOrBefore(lastDay(ofMonth), index)
  const found = addDays(firstOnOrAfter(`${ofMonth}-01`, index), 7 * (number - 1))
  return found.startsWith(ofMonth) ? found : ''
}

const lastDay = (ofMonth: string): string => addDays(`${addMonths(ofMonth, 1)}-01`, -1)

/** A month without its year. Short names, and those that are other words too, are read after a word that leads to a time only. */
function nameOfMonth([, word, name = '']: readonly (string | undefined)[], article: Article): Found | undefined {
  const { date, before, isBeforeNoun } = article
  const isUnsure = /^(May|March|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/.test(name) && !isBeforeNoun
  if (!date || !isCapital(name) || (isUnsure && !leading.test(word ?? before))) return undefined
  const [index, year, now] = [monthOf(name), Number(date.slice(0, 4)), Number(date.slice(5, 7) || '1') - 1]
  const inYear = (ofYear: number): string => `${ofYear}-${two(index + 1)}`
  if (/^last$/iu.test(word ?? '')) return { from: inYear(index < now ? year : year - 1) }
  if (/^next$/iu.test(word ?? '')) return { from: inYear(index > now ? year : year + 1) }
  return real(/^this$/iu.test(word ?? '') ? inYear(year) : nearest(article, inYear))
}

const leading = /^(in|last|this|next|since|until|till|by|of|early|late|and|from|to|for|through|between|before|after|mid-?)$/iu

export const dayRules: readonly TimeRule[] = [
  rule('iso-date', '(\\d{4})-(\\d{2})-(\\d{2})', [['2021-03-04', '2021-03-04']], ['12-03-04'], (m) => ({ from: m[0] })),
  rule('month-day-year', `(?:${weekday},? )?${month} ${day},? (\\d{4})`,
    [['February 20, 2021', '2021-02-20'], ['Feb. 20, 2021', '2021-02-20']], ['February 2021'],
    (m) => ({ from: written(Number(m[3]), monthOf(m[2] ?? ''), Number(m[4])) })),
  rule('day-month-year', `(?:${weekday},? )?(?:the )?${day}(?: of)? ${month},? (\\d{4})`,
    [['20 February 2021', '2021-02-20']], ['20 in February'],
    (m) => ({ from: written(Number(m[2]), monthOf(m[3] ?? ''), Number(m[4])) })),
  rule('month-day', `(?:${weekday},? )?${month} ${day}`,
    [['Feb 20', '2022-02-20'], ['September 3rd', '2021-09-03'], ['Monday, June 6', '2022-06-06']], ['May 20th-century', 'may'],
    (m, article) => dayOf(Number(m[3]), m[2], article, article.before === 'on')),
  rule('day-month', `(?:${weekday},? )?(?:the )?${day}(?: of)? ${month}`,
    [['20 February', '2022-02-20'], ['3rd of June', '2022-06-03']], ['20 in June'],
    (m, article) => dayOf(Number(m[2]), m[3], article, true)),
  // Of "05/06" nobody can tell which is the month, if it is not one number twice; with points the day always comes first.
  rule('slashed-date', '(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})',
    [['25/12/2021', '2021-12-25'], ['25.12.2021', '2021-12-25'], ['12/25/2021', '2021-12-25'], ['6/6/2021', '2021-06-06']], ['05/06/2021'],
    (m) => {
      const [a, b, year] = [Number(m[1]), Number(m[3]), Number(m[4])]
      if (b > 12) return real(written(b, a - 1, year))
      return a > 12 || a === b || m[2] === '.' ? real(written(a, b - 1, year)) : undefined
    }),
  rule('day-of-this-month', 'the (\\d{1,2})(?:st|nd|rd|th) of (this|last|next) month',
    [['the 1st of this month', '2022-07-01'], ['the 3rd of last month', '2022-06-03']], ['the 3rd of them'],
    (m, article) => real(ofMonth([undefined, undefined, m[2]], article, (month) => `${month}-${two(Number(m[1]))}`))),
  rule('day-of-no-month', 'the (\\d{1,2})(?:st|nd|rd|th)', [['on the 4th', '2022-07-04'], ['on the 29th', '2022-06-29']], ['the 4th'],
    (m, article) => (article.before === 'on' && !article.isBeforeNoun && /^(?:[.,;:)]|and|when|after|at|with|but|)$/u.test(article.after)
      ? real(nearestInMonths(article, (month) => `${month}-${two(Number(m[1]))}`)) : undefined)),
  rule('weekday-of-month', `(?:the )?${nth} ${weekday} (?:of|in) ${inMonth}`,
    [['the second Tuesday of June', '2022-06-14'], ['the last Friday in May 2021', '2021-05-28'],
      ['the first Monday of last month', '2022-06-06']],
    ['the second Tuesday'],
    (m, article) => real(ofMonth(m.slice(3), article, (month) => nthWeekday(ordinalOf(m[1] ?? ''), weekdayOf(m[2] ?? ''), month)))),
  rule('edge-of-month', `(?:on )?the (first|last) day (?:of|in) ${inMonth}`,
    [['the first day of February', '2022-02-01'], ['the last day of February 2020', '2020-02-29'],
      ['the last day of last month', '2022-06-30']],
    ['the first day of school'],
    (m, article) => real(ofMonth(m.slice(2), article, (month) => (/^first$/iu.test(m[1] ?? '') ? `${month}-01` : lastDay(month))))),
  rule('week-of-month', `(?:the )?${nth} week (?:of|in) ${inMonth}`,
    [['the first week of June', '2022-W22'], ['the last week of May 2021', '2021-W22']], ['the first week of school'],
    (m, article) => {
      const number = ordinalOf(m[1] ?? '')
      const found = real(ofMonth(m.slice(2), article, (month) => (number < 0 ? lastDay(month) : addDays(`${month}-01`, 7 * (number - 1)))))
      return found && { from: isoWeek(found.from) }
    }),
  rule('weekend-of-month', `(?:the )?${nth} weekend (?:of|in) ${inMonth}`,
    [['the first weekend of June', '2022-06-04']], ['the first weekend of summer'],
    (m, article) => {
      const from = ofMonth(m.slice(2), article, (month) => nthWeekday(ordinalOf(m[1] ?? ''), 6, month))
      return real(from) && { from: from!, until: addDays(from!, 1) }
    }),
  rule('month-year', `(?:early |late |mid-)?${month},? (?:of )?(?:(\\d{4})|(last|this|next) year)`,
    [['August 2015', '2015-08'], ['late March 2019', '2019-03'], ['March last year', '2021-03'], ['May of this year', '2022-05']],
    ['August 20'],
    (m, { date }) => {
      const year = m[2] ?? (date && String(Number(date.slice(0, 4)) + stepOf(m[3])))
      return year === undefined ? undefined : { from: `${year}-${two(monthOf(m[1] ?? '') + 1)}` }
    }),
  rule('relative-month', `(?:(last|this|next|early|late|mid-?) ?)?${month}`,
    [['January', '2022-01'], ['last December', '2021-12'], ['early May', '2022-05']], ['may', 'march on', 'Mar'], nameOfMonth),
]
