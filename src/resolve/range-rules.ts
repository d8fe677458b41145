/**
 * Stretches with two ends: "from 12 to 15 June 2021", "May-July", "between Monday and Wednesday", "2012-13".
 * In: the words of both ends, and the article's date and tense. Out: the first day, month or year and the last; an end borrows the month
 * and the year that only the other has. Not handled: ends of different kinds ("from Monday to 15 June"), two days
 * that are no stretch ("12 June and 3 July").
 */
import { dayOnOrBefore, firstOnOrAfter } from './calendar.js'
import { nearest, weekdayDate } from './nearest.js'
import { isCounted } from './period-rules.js'
import {
  day, isCapital, month, monthOf, real, rule, two, weekday, weekdayOf, written, year, type Article, type Found, type TimeRule,
} from './time-words.js'

/** A day or a month, as far as the words tell. */
interface End { readonly day?: number | undefined; readonly month?: number; readonly year?: number | undefined }

const bare = (pattern: string): string => pattern.replace(/\((?!\?)/gu, '(?:')
const end = `(?:${weekday},? )?(?:${month}(?: ${day})?|(?:the )?${day}(?: (?:of )?${month})?)(?:,? ${year})?`
const readEnd = new RegExp(`^${end}$`, 'iu')

function endOf(words: string): End | undefined {
  const [, , first, dayAfter, dayBefore, last, ofYear] = readEnd.exec(words) ?? []
  const [name, number] = [first ?? last, dayAfter ?? dayBefore]
  if ((name === undefined && number === undefined) || (name !== undefined && !isCapital(name))) return undefined
  return { ...(number && { day: Number(number) }), ...(name && { month: monthOf(name) }), ...(ofYear && { year: Number(ofYear) }) }
}

const valueOf = ({ day: number, month: index = 0 }: End, ofYear: number): string =>
  (number === undefined ? `${ofYear}-${two(index + 1)}` : written(number, index, ofYear))

/** "May [to] July 2021": the year of the second is the first one's too, or the year before it. */
function between(first: End | undefined, second: End | undefined, article: Article): Found | undefined {
  if (!first || !second || (first.month ?? second.month) === undefined) return undefined
  const from: End = { ...second, day: undefined, year: undefined, ...first }
  const until: End = { ...first, day: undefined, year: undefined, ...second }
  if ((from.day === undefined) !== (until.day === undefined)) return undefined
  if (from.year !== undefined && until.year !== undefined) return inOrder(valueOf(from, from.year), valueOf(until, until.year))
  const chosen = from.year ?? until.year ?? Number(nearest(article, (each) => valueOf(from, each))?.slice(0, 4))
  if (Number.isNaN(chosen)) return undefined
  // Across a new year, months only: "from 15 to 12 June" is no stretch.
  const turn = valueOf(from, chosen) > valueOf(until, chosen) ? 1 : 0
  if (turn && from.month === until.month) return undefined
  const begins = until.year === undefined ? chosen : chosen - turn
  return inOrder(valueOf(from, begins), valueOf(until, begins + turn))
}

const inOrder = (from: string, until: string): Found | undefined =>
  (real(from) && real(until) && from < until ? { from, until } : undefined)

/** Both up to the article, or both after it. */
function weekdays(first: string, second: string, article: Article): Found | undefined {
  const isToCome = article.tense === 'future'
  const near = weekdayDate(isToCome ? first : second, article)
  if (near === undefined) return undefined
  return isToCome ? inOrder(near, firstOnOrAfter(near, weekdayOf(second))) : inOrder(dayOnOrBefore(near, weekdayOf(first)), near)
}

/** "2012-13" and "2012 to 2017"; "2012-2013" may as well be written. */
function years(first: string, second: string): Found | undefined {
  return inOrder(first, second.length === 2 ? `${first.slice(0, 2)}${second}` : second)
}

const to = ' ?(?:to|until|till|through|[-–—]) ?(?:the )?'

export const rangeRules: readonly TimeRule[] = [
  rule('between-days', `(?:from |between )?(${bare(end)})${to.replace('to|', 'to|and|')}(${bare(end)})`,
    [['from 12 to 15 June 2021', '2021-06-12'], ['12-15 June', '2022-06-12'], ['June 12-15, 2021', '2021-06-12'], 
      ['June 2 to 5', '2022-06-02'], ['Between May and July 2021', '2021-05'], ['from November 2020 to March 2021', '2020-11'], 
      ['from 28 May to 3 June', '2022-05-28'], ['May-July 2021', '2021-05']],
    ['12 to 15 people', 'May and July', 'from 15 to 12 June'],
    (m, article) => {
      const [first, second] = [endOf(m[1] ?? ''), endOf(m[2] ?? '')]
      // "In May and July 2021" are two months, "12 and 13 June" two days beside one another.
      const isTwo = / and /iu.test(m[0]) && !/^between /iu.test(m[0]) && (first?.month !== undefined || first?.day === undefined)
      return isTwo ? undefined : between(first, second, article)
    }),
  rule('between-weekdays', `(?:on |from |between )?${weekday}(?:${to}| and )${weekday}`,
    [['Tuesday and Wednesday', '2022-07-05'], ['from Monday to Wednesday', '2022-07-04'], ['Friday through Sunday', '2022-07-01']],
    ['Tuesday and then'],
    (m, article) => weekdays(m[1] ?? '', m[2] ?? '', article)),
  rule('between-years', `(?:between |from )?${year}(?:[-–/]| and | to | until )(?:${year}|(?<=[-–/])(\\d\\d))`,
    [['between 2012 and 2017', '2012'], ['2012-2017', '2012'], ['2012-13', '2012']],
    ['2012 2017', '2013-12'],
    (m, article) => {
      const isTwo = / and /iu.test(m[0]) && !/^between/iu.test(m[0])
      return isTwo || isCounted(article) ? undefined : years(m[1] ?? '', m[2] ?? m[3] ?? '')
    }),
]
