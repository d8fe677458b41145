/**
 * Weeks, weekends, months, quarters, years and decades, and stretches that end or begin with the article: "over the weekend",
 * "the past three days". In: the words, and the article's date and tense. Out: an ISO week, month or year, or a first and a last day; in an
 * article of 2022-07-07, "last weekend" → 2022-07-02 until 2022-07-03. Not handled: seasons ("this summer"), quarters of no year ("in the
 * third quarter" may be of a match), a duration that nothing ties to a day ("for two hours").
 */
import { addDays, addMonths, addYears, dayOnOrBefore, isoWeek } from './calendar.js'
import { nearest } from './nearest.js'
import {
  count, fullDate, nth, numberOf, ordinalOf, rule, stepOf, two, year, type Article, type Found, type TimeRule,
} from './time-words.js'

const monday = (date: string): string => dayOnOrBefore(date, 1)

/** Saturday and Sunday. "The weekend" is the one before or, of what is to come, the one after; on Monday and Tuesday "this" may be so. */
function weekend(word: string, { date, tense }: Article): Found | undefined {
  if (!fullDate(date)) return undefined
  const saturday = addDays(monday(date!), 5)
  const isOver = /^the$|past$/iu.test(word) ? date! < saturday : /^this$/iu.test(word) && date! <= addDays(monday(date!), 1)
  const step = /last|previous/iu.test(word) ? -1 : /next/iu.test(word) ? 1 : 0
  const from = addDays(saturday, tense === 'past' && isOver ? -7 : 7 * step)
  return { from, until: addDays(from, 1) }
}

/** "The past three days", "the next two years": up to the article, or from it. */
function stretch(isPast: boolean, amount: number, unit: string, date: string | undefined): Found | undefined {
  const sign = isPast ? -1 : 1
  const inOrder = (now: string, then: string): Found => (isPast ? { from: then, until: now } : { from: now, until: then })
  if (!date || !Number.isFinite(amount) || amount === 0) return undefined
  if (/^(?:year|decade)/iu.test(unit)) return inOrder(date.slice(0, 4), addYears(date, sign * amount * (/^d/iu.test(unit) ? 10 : 1)))
  if (/^month/iu.test(unit)) return date.length >= 7 ? inOrder(date.slice(0, 7), addMonths(date.slice(0, 7), sign * amount)) : undefined
  const days = /^week/iu.test(unit) ? 7 * amount : /^hour/iu.test(unit) ? Math.ceil(amount / 24) : amount
  return fullDate(date) ? inOrder(date, addDays(date, sign * days)) : undefined
}

/** Three months or six of a year. */
function partOfYear(number: number, months: number, ofYear: number): Found | undefined {
  const at = number < 0 ? 12 / months : number
  const month = (number: number): string => `${ofYear}-${two(number)}`
  return at * months > 12 || at < 1 ? undefined : { from: month((at - 1) * months + 1), until: month(at * months) }
}

const yearFrom = (date: string | undefined, step: number): number | undefined => (date ? Number(date.slice(0, 4)) + step : undefined)
/** A year that the words say outright, or the one that they count from the article's. */
const ofYear = '(?:of|in) ((?:1[5-9]|20)\\d\\d|this year|last year|next year|the year)'
const readYear = (words: string, date: string | undefined): number | undefined =>
  (/\d{4}/u.test(words) ? Number(/\d{4}/u.exec(words)![0]) : yearFrom(date, stepOf(words)))

function partOfNamedYear(nth: string, months: number, words: string, { date }: Article): Found | undefined {
  const found = readYear(words, date)
  return found === undefined ? undefined : partOfYear(ordinalOf(nth), months, found)
}

/** "Third-quarter profit": the nearest one. */
function quarterBeside(nth: string, article: Article): Found | undefined {
  if (!figures.test(article.after)) return undefined
  const from = nearest(article, (each) => partOfYear(ordinalOf(nth), 3, each)?.from)
  return from === undefined ? undefined : partOfYear(ordinalOf(nth), 3, Number(from.slice(0, 4)))
}

const figures = /^(profits?|earnings|results?|revenues?|sales|loss|losses|net|growth|gdp|figures|income|report|turnover|operating)$/u

export const periodRules: readonly TimeRule[] = [
  rule('week', '(?:(earlier|later|early|late) )?(this|last|next|the previous|the coming) week',
    [['this week', '2022-W27'], ['last week', '2022-W26'], ['earlier this week', '2022-W27'], ['next week', '2022-W28']], ['a week'],
    (m, { date }) => (fullDate(date) ? { from: isoWeek(addDays(date!, 7 * stepOf(m[2]))) } : undefined)),
  rule('weekend', '(this past|this coming|this|last|next|the past|the previous|the coming|the) weekend',
    [['last weekend', '2022-07-02'], ['over the weekend', '2022-07-02'], ['this weekend', '2022-07-09']], ['a weekend', 'weekends'],
    (m, article) => (article.after === 'of' ? undefined : weekend(m[1] ?? '', article))),
  rule('month', '(?:(earlier|later|early|late) )?(this|last|next|the previous|the coming) month',
    [['last month', '2022-06'], ['earlier this month', '2022-07'], ['next month', '2022-08']], ['a month'],
    (m, { date }) => (date && date.length >= 7 ? { from: addMonths(date.slice(0, 7), stepOf(m[2])) } : undefined)),
  rule('quarter', '(this|last|next|the previous|the coming) quarter',
    [['last quarter', '2022-04'], ['this quarter', '2022-07']], ['a quarter'],
    (m, { date }) => {
      if (!date || date.length < 7) return undefined
      const first = addMonths(`${date.slice(0, 5)}${two(Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1)}`, 3 * stepOf(m[1]))
      return { from: first, until: addMonths(first, 2) }
    }),
  rule('quarter-of-year', `(?:the )?${nth}[ -]quarter ${ofYear}|Q([1-4]) ?(?:of )?${year}`,
    [['the third quarter of 2021', '2021-07'], ['the last quarter of last year', '2021-10'], ['Q1 2022', '2022-01']], ['the third quarter'],
    (m, article) => partOfNamedYear(m[1] ?? `${m[3]}th`, 3, m[2] ?? m[4] ?? '', article)),
  rule('quarter-of-figures', '(?:the )?(first|second|third|fourth)[- ]quarter',
    [['a rise of first-quarter profit', '2022-01']], ['the first quarter'],
    (m, article) => quarterBeside(m[1] ?? '', article)),
  rule('half-of-year', `(?:the )?(first|second|last) (?:half|six months) ${ofYear}`,
    [['the first half of 2021', '2021-01'], ['the second half of last year', '2021-07']], ['the first half'],
    (m, article) => partOfNamedYear(m[1] ?? '', 6, m[2] ?? '', article)),
  rule('year', '(?:(?:earlier|later|early|late) )?(this|last|next|the previous|the coming) year',
    [['last year', '2021'], ['later this year', '2022']], ['a year', 'years'],
    (m, { date }) => { const found = yearFrom(date, stepOf(m[1])); return found === undefined ? undefined : { from: String(found) } }),
  rule('stretch', `(?:the |these )?(past|last|previous|next|coming) (?:few )?(?:${count} )?(hour|day|week|month|year|decade)s?`,
    [['the past three days', '2022-07-04'], ['the last two years', '2020'], ['the past week', '2022-06-30'],
      ['the next two months', '2022-07']],
    ['the past few days', 'last day', 'the past'],
    (m, { date, after }) => {
      const [, word = '', number, unit = ''] = m
      // "The last two weeks of June" end with June; "the past few days" have no first one.
      if (after === 'of' || (number === undefined && !/^the past /iu.test(m[0])) || / few /iu.test(m[0])) return undefined
      return stretch(stepOf(word) < 0, numberOf(number ?? 'a'), unit, date)
    }),
  rule('decade', "(?:the )?(?:early |late |mid-)?(?:(\\d{3})0['’]?s|['’]([2-9])0s)",
    [['the 1990s', '1990'], ["the '60s", '1960']], ['90s'],
    (m) => { const decade = m[1] ?? `19${m[2]}`; return { from: `${decade}0`, until: `${decade}9` } }),
  rule('year-number', `(?:(?:early|late|mid-?) ?)?${year}`,
    [['1989', '1989'], ['2020', '2020']], ['989', '2500'], (m, article) => (isCounted(article) ? undefined : { from: m[1] ?? '' })),
]

/** "2000 people", "at 1600 hours", "Flight 1999", "$ 2000": the number counts, or it is part of a name. */
export function isCounted({ before, after }: Article): boolean {
  return measured.test(after) || numbered.test(before) || (/^\p{Ll}+s$/u.test(after) && !dated.test(before))
}

/** "The 2016 elections", "in 2015 rebels came": a plural after these is not counted. */
const dated = /^(?:the|its|his|her|their|our|[’']s|in|since|of|from|until|by|during)$/u

const measured = new RegExp(`^(?:people|years|men|women|children|troops|soldiers|workers|jobs|homes|houses|votes|cases|seats|tons?|tonnes?
  |percent|%|million|billion|kg|kilos?|meters?|metres?|km|kilometers?|kilometres?|miles?|feet|acres?|hectares?|utc|gmt|hours?|hrs
  |euros?|dollars?|pounds?|cents|points?)$`.replace(/\s+/gu, ''), 'u')
const numbered = new RegExp(`^(?:[$€£#]|about|around|nearly|almost|some|over|than|at|least|flights?|route|highway|room|bus|train|section
  |article|page|chapter|lot|no|no\\.|nos\\.|number|numbers|hwy|unit|model|class|type|gate|channel|platform|suite|apartment|box|badge|case
  |file|form|version|paragraph|line|tram|trains|boeing|airbus|agenda|vision|windows|horizon)$`.replace(/\s+/gu, ''), 'u')
