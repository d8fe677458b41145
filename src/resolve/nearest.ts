/**
 * Which year, or which month, is meant where none is written.
 * In: what the words say in each year, and the article with its date and the verb's tense. Out: the nearest one that the verb may speak of:
 * "The election was held on 12 March" in an article of 5 March 2024 → 2023-03-12; "will be held" → 2024-03-12.
 */
import { addMonths, dayOnOrBefore, firstOnOrAfter, isReal } from './calendar.js'
import { fullDate, weekdayOf, type Article } from './time-words.js'

/** How much farther off a day before its noun may lie on the side that the verb does not speak of: the verb may be about something else. */
const AGAINST_TENSE = 3

/** The nearest of three years. */
export function nearest(article: Article, inYear: (year: number) => string | undefined): string | undefined {
  const year = Number(article.date?.slice(0, 4))
  return article.date === undefined ? undefined : closest(article, [year, year - 1, year + 1].map(inYear))
}

/** The nearest of three months. */
export function nearestInMonths(article: Article, inMonth: (month: string) => string | undefined): string | undefined {
  const month = article.date?.slice(0, 7) ?? ''
  return month.length < 7 ? undefined : closest(article, [month, addMonths(month, -1), addMonths(month, 1)].map(inMonth))
}

function closest({ date = '', tense, isBeforeNoun }: Article, candidates: readonly (string | undefined)[]): string | undefined {
  let best: { time: string; distance: number } | undefined
  for (const time of candidates) {
    if (time === undefined || !isReal(time)) continue
    const days = daysBetween(date, time)
    const isAgainst = (tense === 'past' && days > 0) || (tense === 'future' && days < 0)
    const distance = Math.abs(days) * (isAgainst ? isBeforeNoun ? AGAINST_TENSE : Infinity : 1)
    if (distance < (best?.distance ?? Infinity)) best = { time, distance }
  }
  return best?.time
}

/** From one time to another, as exact as both are: a month is compared with a month. */
function daysBetween(from: string, to: string): number {
  const length = Math.min(from.length, to.length)
  return Math.round((Date.parse(to.slice(0, length)) - Date.parse(from.slice(0, length))) / 86_400_000)
}

/** The date of a weekday: the last one up to the article's date, the next one from it if the verb is in the future. */
export function weekdayDate(word: string, { date, tense }: Article): string | undefined {
  const today = fullDate(date)
  if (!today) return undefined
  return tense === 'future' ? firstOnOrAfter(today, weekdayOf(word)) : dayOnOrBefore(today, weekdayOf(word))
}
