/**
 * The forms that dates take in news, one record a form: a pattern, examples in an article of 2022-07-07 (a Thursday), and
 * how to resolve it. Text goes in, ISO dates come out: "Feb 20" → 2022-02-20.
 */
import { addDays, addMonths, addYears, dayOfWeek, dayOnOrBefore, firstOnOrAfter, isoWeek, isReal, nearestYear } from './calendar.js'

/** What a rule may look at. */
export interface Article {
  /** The article's date, as exact as it is known; absent if it is not. */
  readonly date?: string
  readonly tense: 'past' | 'present' | 'future'
  /** Before the noun whose day it is: "the February 20 primary", "Florida's March vote". */
  readonly isBeforeNoun?: boolean
  /** The words on both sides, lower case. */
  readonly before: string
  readonly after: string
}
export interface Found { readonly from: string; readonly until?: string }
export interface TimeRule {
  readonly name: string
  readonly pattern: RegExp
  /** Text and value in an article of Thursday 2022-07-07, past tense. */
  readonly matches: readonly (readonly [string, string])[]
  readonly misses: readonly string[]
  readonly resolve: (match: RegExpExecArray, article: Article) => Found | undefined
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const month = '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
const weekday = '(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sun\\.|Mon\\.|Tues?\\.|Wed\\.|Thurs?\\.|Fri\\.|Sat\\.)'
const dayPart = '(?: (?:early |late |mid-)?(?:morning|afternoon|evening|night))?'
const numbers: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  fifteen: 15, twenty: 20, thirty: 30, couple: 2, 'a couple of': 2,
}
const count = '(\\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)'

const monthOf = (word: string): number => months.findIndex((name) => name.startsWith(word.toLowerCase().replace('.', '').slice(0, 3)))
const weekdayOf = (word: string): number => weekdays.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3)))
const numberOf = (word: string): number => numbers[word.toLowerCase()] ?? Number(word)
const two = (n: number): string => String(n).padStart(2, '0')
const fullDate = (date: string | undefined): string | undefined => (date && date.length === 10 ? date : undefined)
const rule = (name: string, pattern: string, matches: TimeRule['matches'], misses: readonly string[], resolve: TimeRule['resolve']): TimeRule =>
  ({ name, pattern: new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'), matches, misses, resolve })

/** As it is written, even "February 30, 2021": whoever asked sees that there is no such day, and that the words are no shorter date either. */
function written(day: number, monthIndex: number, year: number): string {
  return `${year}-${two(monthIndex + 1)}-${two(day)}`
}

/** Only days that exist: in "In June 35 people left" there is none. */
function onDay(day: number, monthIndex: number, year: number): Found | undefined {
  const from = written(day, monthIndex, year)
  return isReal(from) ? { from } : undefined
}

/** A day without a year: in the month of the article itself, what has happened lies before its day, and what is to come after. */
function nearestDay(day: number, monthIndex: number, article: Article): Found | undefined {
  const { date = '', tense } = article
  if (article.isBeforeNoun) return onDay(day, monthIndex, yearOfNoun(date, monthIndex, tense))
  const year = nearestYear(date, monthIndex, tense), found = onDay(day, monthIndex, year), today = fullDate(date)
  if (!found || !today) return found
  if (tense === 'past' && found.from > today) return onDay(day, monthIndex, year - 1)
  return tense === 'future' && found.from < today ? onDay(day, monthIndex, year + 1) : found
}

/** How much farther off a day may lie on the side that the verb speaks of: the verb may be about something else than the noun is. */
const AGAINST_TENSE = 3

/** The year of a noun's month: the nearest one, those that the tense does not speak of counted as farther away. */
function yearOfNoun(date: string, monthIndex: number, tense: Article['tense']): number {
  const year = Number(date.slice(0, 4)), now = 12 * year + Number(date.slice(5, 7) || '1') - 1
  const distance = (other: number): number => {
    const months = 12 * other + monthIndex - now
    return Math.abs(months) * ((tense === 'past' && months > 0) || (tense === 'future' && months < 0) ? AGAINST_TENSE : 1)
  }
  return [year, year - 1, year + 1].reduce((best, each) => (distance(each) < distance(best) ? each : best))
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']
const daysIn = (year: number, monthIndex: number): number => new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate()

/** "the second Tuesday of April": the nth such weekday of a month; of "last", the last. */
function nthWeekday(nth: string, weekdayIndex: number, monthIndex: number, year: number): string {
  const first = `${year}-${two(monthIndex + 1)}-01`
  if (/^last$/i.test(nth)) return dayOnOrBefore(addDays(first, daysIn(year, monthIndex) - 1), weekdayIndex)
  return addDays(firstOnOrAfter(first, weekdayIndex), 7 * ordinals.indexOf(nth.toLowerCase()))
}

/** Two days of one month, in order. */
function dayRange(first: number, last: number, monthIndex: number, year: number): Found | undefined {
  const [from, until] = [onDay(first, monthIndex, year), onDay(last, monthIndex, year)]
  return from && until && from.from < until.from ? { from: from.from, until: until.from } : undefined
}

/** The date of a weekday: the last one up to the article's date, the next one from it if the verb is in the future. */
function weekdayDate(word: string, { date, tense }: Article): string | undefined {
  const day = fullDate(date)
  if (!day) return undefined
  return tense === 'future' ? firstOnOrAfter(day, weekdayOf(word)) : dayOnOrBefore(day, weekdayOf(word))
}

export const timeRules: readonly TimeRule[] = [
  rule('iso-date', '(\\d{4})-(\\d{2})-(\\d{2})', [['2021-03-04', '2021-03-04']], ['12-03-04'], (m) => ({ from: m[0] })),
  rule('month-day-year', `(?:${weekday},? )?${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, [['February 20, 2021', '2021-02-20'], ['Feb. 20, 2021', '2021-02-20']], ['February 2021'],
    (m) => ({ from: written(Number(m[3]), monthOf(m[2] ?? ''), Number(m[4])) })),
  rule('day-month-year', `(?:${weekday},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month},? (\\d{4})`, [['20 February 2021', '2021-02-20']], ['20 in February'],
    (m) => ({ from: written(Number(m[2]), monthOf(m[3] ?? ''), Number(m[4])) })),
  rule('month-day', `(?:${weekday},? )?${month} (\\d{1,2})(?:st|nd|rd|th)?`, [['Feb 20', '2022-02-20'], ['September 3rd', '2021-09-03'], ['Monday, June 6', '2022-06-06']], ['May 20th-century', 'may'],
    (m, article) => (article.date && /^\p{Lu}/u.test(m[2] ?? '') ? nearestDay(Number(m[3]), monthOf(m[2] ?? ''), article) : undefined)),
  rule('day-month', `(?:${weekday},? )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}`, [['20 February', '2022-02-20'], ['3rd of June', '2022-06-03']], ['20 in June'],
    (m, article) => (article.date && /^\p{Lu}/u.test(m[3] ?? '') ? nearestDay(Number(m[2]), monthOf(m[3] ?? ''), article) : undefined)),
  rule('slashed-date', '(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})', [['25/12/2021', '2021-12-25'], ['25.12.2021', '2021-12-25'], ['12/25/2021', '2021-12-25']], ['05/06/2021'],
    // Of "05/06" nobody can tell which is the month; with points the day always comes first.
    (m) => { const [a, b, year] = [Number(m[1]), Number(m[3]), Number(m[4])]; return b > 12 ? onDay(b, a - 1, year) : a > 12 || m[2] === '.' ? onDay(a, b - 1, year) : undefined }),
  rule('days-of-month', `(?:from |between )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:to|and|until|till|through|-|–) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?:,? (\\d{4}))?`, [['from 12 to 15 June 2021', '2021-06-12'], ['12-15 June', '2022-06-12']], ['12 to 15 people'],
    (m, { date, tense }) => { const index = monthOf(m[3] ?? ''); return m[4] || date ? dayRange(Number(m[1]), Number(m[2]), index, m[4] ? Number(m[4]) : nearestYear(date!, index, tense)) : undefined }),
  rule('month-and-days', `(?:from |between )?${month} (\\d{1,2})(?:st|nd|rd|th)? ?(?:to|and|until|till|through|-|–) ?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`, [['June 12-15, 2021', '2021-06-12'], ['June 2 to 5', '2022-06-02']], ['June 12'],
    (m, { date, tense }) => { const index = monthOf(m[1] ?? ''); return m[4] || date ? dayRange(Number(m[2]), Number(m[3]), index, m[4] ? Number(m[4]) : nearestYear(date!, index, tense)) : undefined }),
  rule('months-of-year', `(?:from |between )?${month}(?: (\\d{4}))? ?(?:to|and|until|till|through|-|–) ?${month} (\\d{4})`, [['Between May and July 2021', '2021-05'], ['from November 2020 to March 2021', '2020-11']], ['May and July'],
    (m) => { const from = `${m[2] ?? m[4]}-${two(monthOf(m[1] ?? '') + 1)}`, until = `${m[4]}-${two(monthOf(m[3] ?? '') + 1)}`; return from < until ? { from, until } : undefined }),
  rule('day-of-this-month', 'the (\\d{1,2})(?:st|nd|rd|th) of (this|last|next) month', [['the 1st of this month', '2022-07-01'], ['the 3rd of last month', '2022-06-03']], ['the 3rd of them'],
    (m, { date }) => {
      const day = date && date.length >= 7 ? `${addMonths(date.slice(0, 7), /last/i.test(m[2] ?? '') ? -1 : /next/i.test(m[2] ?? '') ? 1 : 0)}-${two(Number(m[1]))}` : undefined
      return day && isReal(day) ? { from: day } : undefined
    }),
  rule('weekday-of-month', `(?:the )?(first|second|third|fourth|last) ${weekday} (?:of|in) ${month}(?:,? (\\d{4}))?`, [['the second Tuesday of June', '2022-06-14'], ['the last Friday in May 2021', '2021-05-28']], ['the second Tuesday'],
    (m, { date, tense }) => { const index = monthOf(m[3] ?? ''), year = m[4] ? Number(m[4]) : date ? nearestYear(date, index, tense) : undefined; return year === undefined ? undefined : { from: nthWeekday(m[1] ?? '', weekdayOf(m[2] ?? ''), index, year) } }),
  rule('edge-of-month', `(?:on )?the (first|last) day of ${month}(?:,? (\\d{4}))?`, [['the first day of February', '2022-02-01'], ['the last day of February 2020', '2020-02-29']], ['the first day of school'],
    (m, { date, tense }) => { const index = monthOf(m[2] ?? ''), year = m[3] ? Number(m[3]) : date ? nearestYear(date, index, tense) : undefined; return year === undefined ? undefined : onDay(/^first$/i.test(m[1] ?? '') ? 1 : daysIn(year, index), index, year) }),
  rule('month-year', `(?:early |late |mid-)?${month},? (?:of )?(\\d{4})`, [['August 2015', '2015-08'], ['late March 2019', '2019-03']], ['August 20'],
    (m) => ({ from: `${m[2]}-${two(monthOf(m[1] ?? '') + 1)}` })),
  rule('relative-month', `(?:(last|this|next|early|late|mid-?) ?)?${month}`, [['January', '2022-01'], ['last December', '2021-12'], ['early May', '2022-05']], ['may', 'march on', 'Mar'],
    (m, { date, tense, before, isBeforeNoun }) => {
      if (!date || !/^\p{Lu}/u.test(m[2] ?? '') || /^(May|March|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/.test(m[2] ?? '') && !/^(in|last|this|next|since|until|by|of|early|late|and|from|to|for|through|until|mid-?)$/.test(m[1]?.toLowerCase() ?? before) && !isBeforeNoun) return undefined
      const index = monthOf(m[2] ?? ''), year = Number(date.slice(0, 4)), now = Number(date.slice(5, 7) || '1') - 1
      const word = m[1]?.toLowerCase()
      if (word === 'last') return { from: `${index < now ? year : year - 1}-${two(index + 1)}` }
      if (word === 'next') return { from: `${index > now ? year : year + 1}-${two(index + 1)}` }
      return { from: `${word === 'this' ? year : isBeforeNoun ? yearOfNoun(date, index, tense) : nearestYear(date, index, before === 'since' ? 'past' : tense)}-${two(index + 1)}` }
    }),
  rule('today', '(?:early |late |earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening))|(?:earlier|later) in the day', [['today', '2022-07-07'], ['this morning', '2022-07-07'], ['later in the day', '2022-07-07']], ['todays'],
    (_, { date }) => (fullDate(date) ? { from: date! } : undefined)),
  rule('yesterday', '(?:the day before )?yesterday(?: (?:morning|afternoon|evening|night))?|last night', [['yesterday', '2022-07-06'], ['last night', '2022-07-06'], ['the day before yesterday', '2022-07-05']], ['yesterdays'],
    (m, { date }) => (fullDate(date) ? { from: addDays(date!, /^the/i.test(m[0]) ? -2 : -1) } : undefined)),
  rule('tomorrow', '(?:the day after )?tomorrow(?: (?:morning|afternoon|evening|night))?', [['tomorrow', '2022-07-08']], [], (m, { date }) => (fullDate(date) ? { from: addDays(date!, /^the/i.test(m[0]) ? 2 : 1) } : undefined)),
  rule('weekday', `(?:(?:early|late) )?(?:on )?${weekday}${dayPart}`, [['Wednesday', '2022-07-06'], ['Thursday', '2022-07-07'], ['on Friday', '2022-07-01'], ['Tuesday afternoon', '2022-07-05']], ['Wednesdays'],
    (m, article) => { const from = weekdayDate(m[1] ?? '', article); return from ? { from } : undefined }),
  rule('weekday-and-weekday', `(?:on )?${weekday} and ${weekday}`, [['Tuesday and Wednesday', '2022-07-05']], ['Tuesday and then'],
    (m, article) => { const from = weekdayDate(m[1] ?? '', article), until = weekdayDate(m[2] ?? '', article); return from && until && from < until ? { from, until } : undefined }),
  rule('clock-on-weekday', `(\\d{1,2})(?::(\\d{2}))? ?([ap])\\.?m\\.?,? (?:local time )?(?:on )?${weekday}`, [['8:30 p.m. on Saturday', '2022-07-02T20:30']], ['8:30 on Saturday'],
    (m, article) => { const day = weekdayDate(m[4] ?? '', article); const hour = Number(m[1]) % 12 + (m[3]?.toLowerCase() === 'p' ? 12 : 0); return day ? { from: `${day}T${two(hour)}:${m[2] ?? '00'}` } : undefined }),
  rule('other-weekday', `(last|next|this|this past|this coming|coming) ${weekday}${dayPart}`, [['last Friday', '2022-07-01'], ['next Monday', '2022-07-11'], ['this Friday', '2022-07-08']], ['last Fridays'],
    (m, { date }) => {
      const day = fullDate(date), index = weekdayOf(m[2] ?? ''), word = m[1]?.toLowerCase() ?? ''
      if (!day) return undefined
      return { from: /last|past/.test(word) ? dayOnOrBefore(addDays(day, -1), index) : firstOnOrAfter(addDays(day, /next|coming/.test(word) ? 1 : 0), index) }
    }),
  rule('week', '(?:(earlier|later) )?(this|last|next|the past|the previous|the coming|the same) week(?:end)?', [['this week', '2022-W27'], ['last week', '2022-W26'], ['earlier this week', '2022-W27'], ['next week', '2022-W28']], ['a week'],
    (m, { date }) => {
      const day = fullDate(date), word = m[2]?.toLowerCase() ?? ''
      if (!day) return undefined
      const shift = /last|past|previous/.test(word) ? -7 : /next|coming/.test(word) ? 7 : 0
      if (/weekend$/i.test(m[0])) { const saturday = firstOnOrAfter(addDays(day, shift + 1 - ((dayOfWeek(day) + 6) % 7) - 1), 6); return { from: saturday, until: addDays(saturday, 1) } }
      return { from: isoWeek(addDays(day, shift)) }
    }),
  rule('month', '(?:(earlier|later) )?(this|last|next|the past|the previous|the coming) month', [['last month', '2022-06'], ['earlier this month', '2022-07'], ['next month', '2022-08']], ['a month'],
    (m, { date }) => (date && date.length >= 7 ? { from: addMonths(date.slice(0, 7), /last|past|previous/i.test(m[2] ?? '') ? -1 : /next|coming/i.test(m[2] ?? '') ? 1 : 0) } : undefined)),
  rule('year', '(?:(earlier|later) )?(this|last|next|the previous|the coming) year', [['last year', '2021'], ['later this year', '2022']], ['a year', 'years'],
    (m, { date }) => (date ? { from: String(Number(date.slice(0, 4)) + (/last|previous/i.test(m[2] ?? '') ? -1 : /next|coming/i.test(m[2] ?? '') ? 1 : 0)) } : undefined)),
  rule('ago', `(?:about |around |nearly |almost |some |just |more than |over )?${count} (day|week|month|year|decade)s? (ago|earlier|previously)`, [['two years ago', '2020'], ['three days ago', '2022-07-04'], ['two weeks ago', '2022-W25'], ['a month ago', '2022-06']], ['two hours ago'],
    (m, { date }) => (date ? shifted(date, -numberOf(m[1] ?? ''), m[2] ?? '') : undefined)),
  rule('in-future', `in ${count} (day|week|month|year)s(?:['’] time)?`, [["in two weeks' time", '2022-W29']], ['in two hours'],
    (m, { date, tense }) => (date && (tense === 'future' || /time$/.test(m[0])) ? shifted(date, numberOf(m[1] ?? ''), m[2] ?? '') : undefined)),
  rule('decade', "(?:the )?(?:early |late |mid-)?(\\d{3})0s", [['the 1990s', '1990']], ['90s'], (m) => ({ from: `${m[1]}0`, until: `${m[1]}9` })),
  rule('year-range', '(?:between |from )?((?:1[5-9]|20)\\d\\d)(?:[-–]| and | to | until )((?:1[5-9]|20)\\d\\d)', [['between 2012 and 2017', '2012'], ['2012-2017', '2012']], ['2012 2017'],
    (m) => ({ from: m[1] ?? '', until: m[2] ?? '' })),
  rule('year-number', '(?:(?:early|late|mid-?) ?)?((?:1[5-9]|20)\\d\\d)', [['1989', '1989'], ['2020', '2020']], ['989', '2500'],
    (m, { after, before }) => (/^(people|years|men|women|troops|soldiers|[a-z]+s|percent|%|million|meters?|metres?|km|miles?|utc|gmt|hours?|euros|dollars)$/.test(after) || /^[$€£]|^(about|around|nearly|almost|some|over|than|at|flight|route|highway|room|bus|train|section|article|page|chapter|lot|no|number|hwy|unit|model|class|type)$/.test(before) ? undefined : { from: m[1] ?? '' })),
]

function shifted(date: string, amount: number, unit: string): Found | undefined {
  if (!Number.isFinite(amount)) return undefined
  if (/^year/i.test(unit)) return { from: addYears(date, amount) }
  if (/^decade/i.test(unit)) return { from: addYears(date, 10 * amount) }
  if (/^month/i.test(unit)) return date.length >= 7 ? { from: addMonths(date.slice(0, 7), amount) } : undefined
  const day = fullDate(date)
  if (!day) return undefined
  return { from: /^week/i.test(unit) ? isoWeek(addDays(day, 7 * amount)) : addDays(day, amount) }
}

