/**
 * What sort of body a noun or a name speaks of: "the union" is no Harford Hospital, "the tribunal" may be the Supreme Court.
 * A description's noun and the names of a body go in; whether they exclude each other comes out.
 * Not handled: what a body is without its name saying so ("Norvex", a bank).
 */
import { fold } from './name-forms.js'
import { singularOf } from './person-nouns.js'

/** Nouns of a line may be said of one body. What stands in no line, as "company", may be said of all. */
const sorts: readonly (readonly string[])[] = `court tribunal|hospital clinic|university college school institute academy faculty campus|union|bank lender|party|police|army navy military militia forces brigade battalion
  church mosque cathedral parish diocese|museum theatre theater orchestra ballet gallery|council parliament senate congress assembly legislature house caucus|airline carrier airways airlines|club team side squad fc
  newspaper magazine broadcaster tabloid|government cabinet|embassy consulate|prison jail|insurer|commission committee board panel council|ministry department office agency bureau directorate
  federation association league|foundation charity trust ngo|court judiciary|gang cartel|campaign`.split(/[|\n]/).map((line) => line.trim().split(' '))

const sortsOf = (word: string): number[] => sorts.flatMap((words, sort) => (words.includes(word) ? [sort] : []))

/** What a firm's name says of it, and what no firm is. */
const firm = /(^| )(corp|corporation|inc|ltd|llc|plc|company|co|holdings|electric|motors|airlines)( |$)/
const isPublic = (word: string): boolean => /^(court|tribunal|police|army|government|parliament|ministry|church|embassy|union|council|university|hospital|congress|senate|prison)$/.test(word)

/** Whether a body's names say that it is of another sort than a noun. */
export function contradicts(noun: string, names: Iterable<string>): boolean {
  const wanted = sortsOf(singularOf(noun.toLowerCase()))
  if (wanted.length === 0) return false
  const folded = [...names].map(fold)
  if (isPublic(singularOf(noun.toLowerCase())) && folded.some((name) => firm.test(name))) return true
  const said = folded.flatMap((name) => name.split(' ').flatMap((word) => sortsOf(singularOf(word))))
  return said.length > 0 && !said.some((sort) => wanted.includes(sort))
}

/** Whether two nouns may be said of one body: the same, of one sort, or one that says little. */
export function mayBeOne(noun: string, other: string): boolean {
  const [a, b] = [singularOf(noun.toLowerCase()), singularOf(other.toLowerCase())]
  return a === b || sortsOf(a).some((sort) => sortsOf(b).includes(sort)) || [a, b].some((word) => /^(company|firm|group|body|organi[sz]ation|institution)$/.test(word)) && !isPublic(a) && !isPublic(b)
}
