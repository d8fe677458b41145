/**
 * Who wrote it.
 *
 *   in:  "By Jane Doe and John Roe, Reuters", "(Reporting by Jane Doe in Moscow; editing by John Roe)"
 *   out: the names with their characters
 */
import type { Span } from '../model.js'

export interface Author { readonly name: string; readonly span: Span }

const PERSON = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|del|la|le|van|von|der|den|bin|al|el|da|dos) )*\p{Lu}[\p{L}\p{M}'’.-]*){1,3}`
const BYLINE = new RegExp(String.raw`^(?:(?:Written|Reported|Story|Words) )?[Bb][Yy]:? (?<names>${PERSON}(?:(?:, | and | & )${PERSON}){0,4})(?<rest>(?:[,|–—/-]| in | for )? ?[^\n]{0,60})$`, 'u')
const CREDIT = new RegExp(String.raw`(?:[Rr]eporting (?:by|from)|Authors? ?:|Interviews? ?:) ?(?<names>${PERSON}(?:(?:(?: in [\p{Lu}\w ]+)?,(?: and)? | in [\p{Lu}\w ]+ and | and )${PERSON}){0,6})`, 'u')
const NAME = new RegExp(PERSON, 'gu')
/** What stands after names in bylines: "Jane Doe, Staff Writer, Associated Press". */
const NO_PERSON = /\b(?:staff|writers?|correspondents?|reporters?|editors?|news|press|agency|service|bureau|desk|times|post)\b/i

/** Longer than five long names and what follows them. */
const LONGEST = 500

/** Authors named by a paragraph that is nothing but a byline; undefined when it is none. */
export function bylineOf(text: string, paragraph: Span): Author[] | undefined {
  if (paragraph.end - paragraph.start > LONGEST) return undefined
  const words = text.slice(paragraph.start, paragraph.end)
  const match = BYLINE.exec(words)
  // "By Friday Kyiv had fallen, …" is a sentence: it goes on, and ends with a full stop.
  if (!match?.groups || /[.!?:]["”]?$/.test(words)) return undefined
  return namesIn(match.groups['names'] ?? '', words, paragraph.start)
}

/** Reporters named by the credit that ends an article: "(Reporting by Jane Doe …)", "Author: Jane Doe Editor: …". */
export function creditedIn(text: string, credit: Span): Author[] {
  const words = text.slice(credit.start, credit.end).replace(/ Editors? ?:.*$/s, '')
  const match = CREDIT.exec(words)
  return match?.groups ? namesIn(match.groups['names'] ?? '', words, credit.start) : []
}

/** The names in a list without "By": "Jane Doe and John Roe". */
export function authorsIn(text: string, list: Span): Author[] {
  const words = text.slice(list.start, list.end)
  return namesIn(words, words, list.start)
}

function namesIn(names: string, words: string, start: number): Author[] {
  const from = words.indexOf(names)
  return names.split(/, | and | & /).flatMap((part) => {
    const name = part.match(NAME)?.[0]?.replace(/(?<=\p{L}{3})\.$/u, '')
    if (!name || NO_PERSON.test(name)) return []
    const at = start + from + names.indexOf(name)
    return [{ name, span: { start: at, end: at + name.length } }]
  })
}
