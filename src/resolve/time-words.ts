/**
 * The words that dates are made of, as pieces of patterns and as numbers: "Sept." → 8, "Tues." → 2, "a couple of" → 2, "third" → 3.
 * In: words of the text. Out: patterns and numbers. What a rule of times is and what it may look at is told here too.
 */
import { isReal } from './calendar.js'

/** What a rule may look at. */
export interface Article {
  /** The article's date, as exact as it is known; absent if it is not. */
  readonly date?: string
  readonly tense: 'past' | 'present' | 'future'
  /** Before the noun whose day it is: "the February 20 primary", "Florida's March vote". */
  readonly isBeforeNoun?: boolean
  /** The time that was told last, in this sentence or the two before it: "the next day" is counted from there. */
  readonly told?: string
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

type Examples = TimeRule['matches']

export function rule(name: string, pattern: string, matches: Examples, misses: readonly string[], resolve: TimeRule['resolve']): TimeRule {
  return { name, pattern: new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'), matches, misses, resolve }
}

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const numbers: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12,
  fifteen: 15, twenty: 20, thirty: 30, couple: 2, 'a couple of': 2,
}
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

export const month = '(January|February|March|April|May|June|July|August|September|October|November|December'
  + '|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
export const weekday = '(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sun\\.|Mon\\.|Tues?\\.|Wed\\.|Thurs?\\.|Fri\\.|Sat\\.)'
export const day = '(\\d{1,2})(?:st|nd|rd|th)?'
export const year = '((?:1[5-9]|20)\\d\\d)'
export const count = '(\\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)'
export const about = '(?:about |around |nearly |almost |some |just |more than |over )?'
export const dayPart = '(?: (?:early |late |mid-)?(?:morning|afternoon|evening|night))?'
export const nth = '(first|second|third|fourth|fifth|last|1st|2nd|3rd|4th)'

const opening = (word: string): string => word.slice(0, 3).toLowerCase()
const indexIn = (names: readonly string[], word: string): number => names.findIndex((name) => opening(name) === opening(word))
export const monthOf = (word: string): number => indexIn(months, word)
export const weekdayOf = (word: string): number => indexIn(weekdays, word)
export const numberOf = (word: string): number => numbers[word.toLowerCase()] ?? Number(word)
/** From 1; -1 for "last". */
export function ordinalOf(word: string): number {
  return /^last$/iu.test(word) ? -1 : Number(/^\d/u.exec(word)?.[0] ?? ordinals.indexOf(word.toLowerCase()) + 1)
}
/** How far "last", "this" and "next" are from now. */
export const stepOf = (word = ''): number => (/last|past|previous/iu.test(word) ? -1 : /next|coming/iu.test(word) ? 1 : 0)

export const two = (n: number): string => String(n).padStart(2, '0')
/** As it stands, even "February 30, 2021": whoever asked sees that there is no such day, and that the words are no shorter date either. */
export const written = (dayOf: number, monthIndex: number, ofYear: number): string => `${ofYear}-${two(monthIndex + 1)}-${two(dayOf)}`
export const fullDate = (date: string | undefined): string | undefined => (date && date.length === 10 ? date : undefined)
/** Only days that exist: in "In June 35 people left" there is none. */
export const real = (from: string | undefined): Found | undefined => (from !== undefined && isReal(from) ? { from } : undefined)
/** "May" and "March" are months with their capital only. */
export const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? '')
