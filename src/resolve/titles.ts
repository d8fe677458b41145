/**
 * Which descriptions the article gives a named person, so that "the minister" can lead back to Sergey Lavrov.
 * Drafts of people go in; for each the role nouns before the name, in apposition and after a copula come out, lower case.
 * The roles themselves, with organisation and time, are found in extract/roles.ts.
 */
import { isHyphen } from './borders.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import type { Draft } from './drafts.js'
import { personNoun, singularOf } from './person-nouns.js'
import type { Syntax } from './syntax.js'

/** Nouns that say the same of a person. */
const same: readonly (readonly string[])[] = [
  ['spokesman', 'spokeswoman', 'spokesperson'], ['judge', 'justice', 'magistrate'], ['premier', 'pm'], ['chairman', 'chairwoman', 'chair', 'chairperson'],
  ['lawyer', 'attorney', 'counsel', 'solicitor', 'barrister'], ['author', 'writer', 'novelist'], ['doctor', 'physician'], ['coach', 'manager', 'trainer'], ['lawmaker', 'mp', 'legislator', 'parliamentarian', 'congressman', 'congresswoman', 'senator'],
  ['nominee', 'candidate', 'contender'], ['aide', 'adviser', 'advisor', 'assistant'], ['diplomat', 'ambassador', 'envoy'], ['billionaire', 'mogul', 'tycoon'], ['boss', 'ceo', 'chief'],
]
/** Nouns that may be said of the same person. */
const akin: readonly (readonly string[])[] = [
  ['leader', 'president', 'chancellor', 'premier', 'minister', 'head', 'dictator'], ['player', 'striker', 'midfielder', 'defender', 'goalkeeper', 'winger', 'forward', 'footballer', 'captain'],
  ['politician', 'senator', 'congressman', 'lawmaker', 'mp', 'candidate', 'nominee', 'president', 'minister', 'mayor', 'governor', 'leader'], ['official', 'commissioner', 'secretary', 'director', 'minister', 'officer'],
  ['boss', 'ceo', 'director', 'head', 'chief', 'manager', 'executive', 'chairman'], ['billionaire', 'mogul', 'businessman', 'businesswoman', 'entrepreneur', 'founder'], ['expert', 'analyst', 'professor', 'economist', 'researcher', 'scientist'],
  ['chief', 'commissioner', 'head', 'director', 'commander'], ['actor', 'actress', 'star'], ['singer', 'star', 'musician', 'artist'], ['general', 'commander', 'colonel', 'officer'], ['lawmaker', 'deputy', 'mp'],
]

/** Offices of which a person holds one: who is called a mayor is not meant by "the minister". */
const offices: ReadonlySet<string> = new Set(['president', 'chancellor', 'premier', 'minister', 'mayor', 'governor', 'senator', 'congressman', 'congresswoman', 'ambassador', 'judge', 'justice', 'magistrate', 'sheriff',
  'king', 'queen', 'pope', 'bishop', 'archbishop', 'prosecutor', 'commissioner', 'superintendent', 'principal', 'rector', 'dean'])
/** Nouns that a person's other titles speak against, if none of them is alike: an engineer is not "the mayor", nor "the doctor". */
const callings: ReadonlySet<string> = new Set([...offices, 'secretary', 'lawyer', 'attorney', 'doctor', 'nurse', 'teacher', 'general', 'colonel', 'priest', 'pilot', 'coach', 'spokesman', 'spokeswoman', 'spokesperson', 'economist',
  'professor', 'engineer', 'farmer', 'actor', 'actress', 'singer', 'driver', 'banker', 'student', 'diplomat', 'policeman', 'soldier'])
/** Short titles before names, and the noun that a description uses. */
const written: Readonly<Record<string, string>> = { gov: 'governor', sen: 'senator', rep: 'representative', gen: 'general', col: 'colonel', capt: 'captain', lt: 'lieutenant', sgt: 'sergeant', prof: 'professor', dr: 'doctor', pres: 'president', rev: 'reverend' }

/** What stands beside a person's name: nouns ("minister") and the states they go with ("Russia"). */
export interface Description {
  readonly nouns: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  /** Nouns with the word before them: "artistic director". */
  readonly pairs: ReadonlySet<string>
  /** Nouns that are said of the past only: "ex-president". */
  readonly former: ReadonlySet<string>
  /** Nouns that stand without a noun before them: "President", not "Judge President". */
  readonly bare: ReadonlySet<string>
}
export type Titles = ReadonlyMap<Draft, Description>

export function titlesOf(syntax: Syntax, people: readonly Draft[]): Titles {
  return new Map(people.map((person) => [person, {
    former: new Set(person.places.flatMap((place) => formerWords(syntax, place.start))),
    nouns: new Set(person.places.flatMap((place) => titleWords(syntax, place))),
    pairs: new Set(person.places.flatMap((place) => titlePairs(syntax, place.start))),
    bare: new Set(person.places.flatMap((place) => bareWords(syntax, place.start))),
    countries: new Set(person.places.flatMap((place) => countriesBefore(syntax, place.start))),
  }]))
}

/** How well a noun describes someone who bears these titles: 2 the same word, 1.6 a word for the same, 1 one akin, 0 not. */
export function describes(noun: string, { nouns, pairs }: Description): number {
  const word = singularOf(noun.toLowerCase().replace(/^ex-/, '').replace('-', ' '))
  const among = (lists: readonly (readonly string[])[]) => lists.some((words) => words.includes(word) && words.some((other) => nouns.has(other)))
  if (/^(pm|premier)$/.test(word) && pairs.has('prime minister') || word === 'ag' && pairs.has('attorney general')) return 2
  const isOtherOffice = offices.has(word) && [...nouns].some((noun) => offices.has(noun))
  return nouns.has(word) || pairs.has(word) ? 2 : among(same) ? 1.6 : among(akin) && !isOtherOffice ? 1 : 0
}

/** Whether what a person is called speaks against a noun: the engineer Lucy Marsh is not "the mayor". */
export function speaksAgainst(noun: string, title: Description): boolean {
  const word = singularOf(noun.toLowerCase())
  return callings.has(word) && describes(noun, title) === 0 && [...title.nouns].some((other) => callings.has(other))
}

/** States named in the words right before a token: "Russia's President", "the French leader". */
export function countriesBefore({ tokens }: Syntax, start: number): string[] {
  const found: string[] = []
  for (let i = start - 1; i >= start - 6 && tokens[i]?.sentence === tokens[start]?.sentence; i--) {
    const word = tokens[i]?.text ?? '', two = `${tokens[i - 1]?.text ?? ''} ${word}`
    const country = countryOfDemonym(two) ?? countryNamed(two) ?? countryOfDemonym(word) ?? countryNamed(word)
    if (country) found.push(country.name)
    if (!/^(NOUN|PROPN|ADJ|PART)$/.test(tokens[i]?.upos ?? '')) break
  }
  return found
}

/** "former president [Fujimori]", "ex-president [Fujimori]" → president. */
function formerWords({ tokens }: Syntax, start: number): string[] {
  const found: string[] = []
  for (let i = start - 1; i >= start - 4 && tokens[i]?.sentence === tokens[start]?.sentence; i--) {
    const word = tokens[i]?.text.toLowerCase() ?? ''
    if (word.startsWith('ex-')) found.push(word.slice(3))
    else if (/^(former|ex)$/.test(tokens[i - 1]?.text.toLowerCase() ?? '') || /^[-–]$/.test(tokens[i - 1]?.text ?? '') && /^ex$/i.test(tokens[i - 2]?.text ?? '')) found.push(word)
  }
  return found
}

/** "Vice" of "Vice President", with a space: who stands in for the president is not the president. */
export function deputyBefore({ tokens }: Syntax, noun: number): string {
  const before = isHyphen(tokens, noun - 1) ? tokens[noun - 2] : tokens[noun - 1]
  return /^(vice|deputy|assistant|associate|under)$/i.test(before?.text ?? '') && before?.sentence === tokens[noun]?.sentence ? `${before?.text.toLowerCase()} ` : ''
}

/** The noun right before a name, where no other noun narrows it. */
function bareWords({ tokens }: Syntax, start: number): string[] {
  const noun = tokens[start - 1], before = tokens[start - 2]
  const isNarrowed = before?.sentence === noun?.sentence && /^(NOUN|PROPN)$/.test(before?.upos ?? '') && !countryNamed(before?.text ?? '') && !countryOfDemonym(before?.text ?? '')
  return noun && /^(NOUN|PROPN)$/.test(noun.upos) && !isNarrowed ? [noun.text.toLowerCase()] : []
}

function titlePairs({ tokens }: Syntax, start: number): string[] {
  return [1, 2, 3].filter((back) => /^(NOUN|PROPN|ADJ)$/.test(tokens[start - back - 1]?.upos ?? ''))
    .map((back) => `${tokens[start - back - 1]?.text.toLowerCase()} ${tokens[start - back]?.text.toLowerCase()}`)
}

function titleWords(syntax: Syntax, { start, end, head }: { start: number; end: number; head: number }): string[] {
  const { tokens } = syntax
  const found: string[] = []
  const take = (i: number) => {
    const word = tokens[i]?.text.toLowerCase() ?? ''
    const short = written[word.replace(/\.$/, '')]
    if (personNoun(word)?.isPlural === false) found.push(`${deputyBefore(syntax, i)}${word}`)
    else if (short && i === start - 1) found.push(short, ...(short === 'representative' ? ['congressman', 'lawmaker'] : []))
  }
  // "Culture Minister Vladimir Medinsky", "captain and defender Davide Astori", "the mayor, Bill de Blasio"
  for (let i = start - 1; i >= start - 7 && tokens[i]?.sentence === tokens[start]?.sentence; i--) {
    if (!/^(NOUN|PROPN|ADJ|CCONJ|PUNCT|ADP|DET|PART)$/.test(tokens[i]?.upos ?? '') || /^[.;:“”"()]$/.test(tokens[i]?.text ?? '')) break
    take(i)
    if (tokens[i]?.upos === 'ADP' && i < start - 5) break
  }
  // ", the general director of …", ", mayor of …"
  if (/^[,(]$/.test(tokens[end]?.text ?? '')) {
    for (let i = end + 1; i < end + 8 && tokens[i]?.sentence === tokens[start]?.sentence && !/^(PUNCT|VERB|AUX|ADP|PRON)$/.test(tokens[i]?.upos ?? ''); i++) take(i)
  }
  for (const child of syntax.dependents[head] ?? []) if (tokens[child]?.deprel === 'appos') take(child)
  const governor = tokens[head]?.head ?? -1
  if (governor >= 0 && /^nsubj/.test(tokens[head]?.deprel ?? '') && (syntax.dependents[governor] ?? []).some((i) => tokens[i]?.deprel === 'cop')) take(governor)
  if (governor >= 0 && /^(appos|flat|compound)$/.test(tokens[head]?.deprel ?? '')) take(governor)
  return found
}
