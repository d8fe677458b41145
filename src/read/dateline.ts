/**
 * The dateline before the first sentence.
 *
 *   in:  "MOSCOW, July 6 (Reuters) — Russia slammed …", "LONDON (AP) - …", "NEW DELHI: …", "KYIV, Ukraine — …"
 *   out: place, agency and date, the first two with their characters, and where the sentence begins
 *
 * A place alone counts only in capitals; with an agency or a date also in title case. "NATO — the alliance" is none, as
 * a sentence begins with a capital.
 */
import type { Span } from '../model.js'
import { MONTH, monthNumber } from './dates.js'

export interface Dateline {
  readonly place?: { readonly name: string; readonly span: Span }
  readonly agency?: { readonly name: string; readonly span: Span }
  /** The year is absent where the dateline leaves it out, as most do. */
  readonly date?: { readonly year?: number; readonly month: number; readonly day: number }
  /** Where the first sentence begins. */
  readonly end: number
}

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const NAME = `${WORD}(?: (?:(?:de|del|la|le|el|al|of|da|do|the|upon|and) )*${WORD}){0,3}`
const ANY_CASE = MONTH.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const DAY = String.raw`(?:${ANY_CASE}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? ${ANY_CASE}\.?)`
const DATELINE = new RegExp(
  String.raw`^(?:(?<place>${NAME}?)(?:/${NAME})*(?<region>, ${NAME}?)?)??` +
    String.raw`(?<day>[,.]? ?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?<date>${DAY})(?:,? (?<year>(?:19|20)\d{2}))?)?` +
    String.raw`[,.]?\s*(?:\((?<agency>[^()\n]{2,40})\)|/(?<wire>[A-Z][\w .-]{2,30})/)?[,.]?` +
    String.raw`(?<dash>\s*[—–―]\s*|\s+-{1,3}\s+|(?<=\))-{1,2}\s*|-- ?|:\s+)(?=["“‘'«(]*[\p{Lu}\p{N}])`,
  'u',
)

/** Words in capitals before a dash or colon that are no places. */
const LABELS = /^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|LIVE|OPINION|ANALYSIS|EXPLAINER|FACTBOX|NEWS|NOTE|CORRECTION|VIDEO|PHOTOS?|QUESTION|ANSWER|EDITOR|READ|SUMMARY|TIMELINE|POLL|REVIEW|PREVIEW|ALERT)\b|^.$/

/** The dateline that a paragraph opens with, if it does. */
export function datelineOf(text: string, { start, end }: Span): Dateline | undefined {
  const match = DATELINE.exec(text.slice(start, Math.min(end, start + 160)))
  if (!match?.groups) return undefined
  const { place, region = '', date, year, agency, wire, dash } = match.groups
  const source = agency ?? wire
  if (!place && !source) return undefined
  if (place && LABELS.test(place)) return undefined
  const isSure = date !== undefined || source !== undefined
  if (!isSure && (place !== place?.toUpperCase() || (dash?.startsWith(':') && region !== ''))) return undefined
  return {
    end: start + match[0].length,
    ...(place ? { place: { name: titleCase(place), span: { start, end: start + place.length } } } : {}),
    ...(source ? { agency: { name: source.trim(), span: spanOf(text, source, start) } } : {}),
    ...(date ? { date: { ...dayAndMonth(date), ...(year ? { year: Number(year) } : {}) } } : {}),
  }
}

function spanOf(text: string, part: string, from: number): Span {
  const start = text.indexOf(part, from)
  return { start, end: start + part.length }
}

function dayAndMonth(date: string): { month: number; day: number } {
  return { day: Number(/\d+/.exec(date)?.[0]), month: monthNumber(/[A-Za-z]{3,}/.exec(date)?.[0] ?? '') }
}

/** "NEW DELHI" to "New Delhi"; what is not all in capitals stays. */
function titleCase(place: string): string {
  if (place !== place.toUpperCase() || /^(?:[A-Z]\.)+$/.test(place)) return place
  return place.replace(/\p{L}[\p{L}\p{M}’']*/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}
