/**
 * The dateline before the first sentence.
 *
 *   in:  "MOSCOW, July 6 (Reuters) — Russia slammed …", "LONDON (AP) - …", "NEW DELHI: …", "KYIV, Ukraine — …", "LONDON Britain …"
 *   out: place, agency and date, the first two with their characters, and where the sentence begins
 *
 * A place alone counts in capitals, or as one word before a dash; with an agency or a date in any form. "NATO — the
 * alliance" is none, as a sentence begins with a capital.
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

const WORD = String.raw`\p{Lu}(?:[\p{L}\p{M}'’.-]*[\p{L}\p{M}.])?`
const NAME = `${WORD}(?: (?:(?:de|del|la|le|el|al|of|da|do|the|upon|on|and) )*${WORD}){0,3}`
const ANY_CASE = MONTH.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const DAY = String.raw`(?:${ANY_CASE}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? ${ANY_CASE}\.?)`
const DATE = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?<date>${DAY})(?:,? (?<year>(?:19|20)\d{2}))?`
const DASH = String.raw`(?:\s*[—–―]\s*|\s+-{1,3}\s*|(?<=[\p{Lu})])-{1,2}\s+|(?<=\))-{1,2}|\.-\s+)`
const DATELINE = new RegExp(
  String.raw`^(?:(?<place>${NAME}?)(?:/${NAME})*(?<region>, ${NAME}?)?)??` +
    String.raw`(?:(?:[,.]? ?|${DASH}|\s\()${DATE}\)?)?` +
    String.raw`[,.]?(?:\s*|--)(?:\((?<agency>[^()\n]{2,40})\)|/(?<wire>[A-Z][\w .-]{2,30})/)?[,.]?` +
    String.raw`(?<dash>${DASH}|:\s+|(?<=\p{Lu}\))\s+)(?=["“‘'«(]*[\p{Lu}\p{N}])`,
  'u',
)

/** Words in capitals before a dash or colon that are no places. */
const LABELS = /^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|LIVE|OPINION|ANALYSIS|EXPLAINER|FACTBOX|NEWS|NOTE|CORRECTION|VIDEO|PHOTOS?|QUESTION|ANSWER|EDITOR|READ|SUMMARY|TIMELINE|POLL|REVIEW|PREVIEW|ALERT)\b|^.$/

/** Outlets that stand where places do: "ECHO NEWS - Russia slammed …". */
const OUTLET = /(?:^|[ .-])(?:NEWS|NEWSPAPER|TV|RADIO|PRESS|AGENCY|NEWSWIRE|WIRE|MEDIA|ONLINE|MAGAZINE|COM|NET|ORG|DE)$|TV$/

/** Cities that are so well known that the dash after them may be missing: "WASHINGTON Barack Obama pardoned …". */
const KNOWN =
  /^(?:ATLANTA|BALTIMORE|BOSTON|CHICAGO|CLEVELAND|DALLAS|DENVER|DETROIT|HONOLULU|HOUSTON|LAS VEGAS|LOS ANGELES|MIAMI|NEW ORLEANS|NEW YORK|OKLAHOMA CITY|PHILADELPHIA|PHOENIX|PITTSBURGH|SAN ANTONIO|SAN DIEGO|SAN FRANCISCO|SEATTLE|WASHINGTON|UNITED NATIONS|AMSTERDAM|ANKARA|ATHENS|BAGHDAD|BANGKOK|BEIJING|BEIRUT|BERLIN|BRUSSELS|CAIRO|CANBERRA|DUBLIN|FRANKFURT|GENEVA|HAVANA|HONG KONG|ISLAMABAD|ISTANBUL|JAKARTA|JERUSALEM|JOHANNESBURG|KABUL|KIEV|KYIV|LISBON|LONDON|MADRID|MANILA|MELBOURNE|MEXICO CITY|MILAN|MONTREAL|MOSCOW|MUMBAI|NAIROBI|NEW DELHI|OTTAWA|PARIS|PRAGUE|RIO DE JANEIRO|RIYADH|ROME|SEOUL|SHANGHAI|SINGAPORE|STOCKHOLM|SYDNEY|TEHRAN|TOKYO|TORONTO|VIENNA|WARSAW|ZURICH)\s+(?=\p{Lu}\p{Ll}+\s)(?!(?:Mayor|Hilton|Post|Times|Bridge|Street|Airport|University|Police|City|County|State|Stock)\b)/u

/** "POLL: Voters tired of campaign" is a headline; a lead is longer. */
const SHORTEST_LEAD = 90

/** The dateline that a paragraph opens with, if it does. */
export function datelineOf(text: string, { start, end }: Span): Dateline | undefined {
  const words = text.slice(start, Math.min(end, start + 160))
  const match = DATELINE.exec(words)
  if (!match?.groups) return withoutDash(words, start)
  const { place, region = '', date, year, agency = '', wire, dash = '' } = match.groups
  const source = wire ?? /^(?!\d)(?:(?! [-–] ).)+/u.exec(agency)?.[0]
  if ((!place && !source) || (place && LABELS.test(place))) return undefined
  if (place && /['’]s /i.test(place)) return undefined
  if (place && OUTLET.test(place)) return dash.startsWith(':') ? undefined : { agency: { name: place, span: spanOf(text, place, start) }, end: start + match[0].length }
  if (date === undefined && !isPlain(place ?? '', region, source, dash)) return undefined
  if (date === undefined && source === undefined && dash.startsWith(':') && end - start < SHORTEST_LEAD) return undefined
  return {
    end: start + match[0].length,
    ...(place ? { place: placeAt(place, start) } : {}),
    ...(source ? { agency: { name: source.trim(), span: spanOf(text, source, start) } } : {}),
    ...(date ? { date: { ...dayAndMonth(date), ...(year ? { year: Number(year) } : {}) } } : {}),
  }
}

function withoutDash(words: string, start: number): Dateline | undefined {
  const found = KNOWN.exec(words)?.[0]
  return found === undefined ? undefined : { place: placeAt(found.trimEnd(), start), end: start + found.length }
}

/** Without a date: is it plain from the place and the agency that this is no sentence? */
function isPlain(place: string, region: string, source: string | undefined, dash: string): boolean {
  const isCapital = place === place.toUpperCase() && (place.length > 3 || region !== '')
  // "WASHINGTON (RNS) Evangelical leaders", but not "NATO Secretary General (NSG) Jens".
  if (dash.trim() === '' || dash.startsWith(':')) return isCapital && region === '' && !/ (?:IS|ARE|IN|OF|TO|ON|THE|FOR|AND) /.test(` ${place} `) && (source === undefined || /^\p{Lu}{2,6}$/u.test(source))
  return source !== undefined || isCapital || (/^\s*[—–]\s+$/.test(dash) && region === '' && !place.includes(' '))
}

/** The first of two: "SYDNEY and KUALA LUMPUR". */
function placeAt(places: string, start: number): { name: string; span: Span } {
  const place = /^[^\p{Ll}]+(?= and \p{Lu}{2})/u.exec(places)?.[0] ?? places
  return { name: titleCase(place), span: { start, end: start + place.length } }
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
