/**
 * Which descriptions the article gives a named person, so that "the minister" can lead back to Sergey Lavrov.
 * Drafts of people go in; for each the role nouns before the name, in apposition and after a copula come out, lower case.
 * The roles themselves, with organisation and time, are found in extract/roles.ts.
 */
import { countryNamed, countryOfDemonym } from './countries.js'
import type { Draft } from './drafts.js'
import { personNoun, singularOf } from './person-nouns.js'
import type { Syntax } from './syntax.js'

/** Nouns that say the same of a person. */
const alike: readonly (readonly string[])[] = [
  ['spokesman', 'spokeswoman', 'spokesperson'], ['judge', 'justice', 'magistrate'], ['premier', 'minister', 'pm'], ['chairman', 'chairwoman', 'chair', 'chairperson', 'head'],
  ['lawyer', 'attorney', 'counsel', 'solicitor', 'barrister'], ['author', 'writer', 'novelist'], ['leader', 'president', 'chancellor', 'premier', 'minister', 'head', 'dictator'],
  ['doctor', 'physician', 'surgeon'], ['politician', 'senator', 'congressman', 'lawmaker', 'mp', 'candidate', 'nominee', 'president', 'minister', 'mayor', 'governor'], ['coach', 'manager', 'trainer'],
  ['player', 'striker', 'midfielder', 'defender', 'goalkeeper', 'winger', 'forward', 'footballer', 'captain'], ['official', 'commissioner', 'secretary', 'director', 'minister', 'officer'],
  ['boss', 'ceo', 'director', 'head', 'chief', 'manager', 'executive'], ['billionaire', 'mogul', 'tycoon', 'businessman', 'businesswoman', 'entrepreneur'], ['lawmaker', 'mp', 'deputy', 'senator', 'legislator', 'parliamentarian', 'congressman', 'congresswoman'],
  ['nominee', 'candidate', 'contender'], ['aide', 'adviser', 'advisor', 'assistant'], ['expert', 'analyst', 'professor', 'economist', 'researcher'], ['diplomat', 'ambassador', 'envoy'],
  ['chief', 'commissioner', 'head', 'director', 'commander'], ['actor', 'actress', 'star'], ['singer', 'star', 'musician', 'artist'], ['general', 'commander', 'colonel', 'officer'],
]

/** What stands beside a person's name: nouns ("minister") and the states they go with ("Russia"). */
export interface Description { readonly nouns: ReadonlySet<string>; readonly countries: ReadonlySet<string> }
export type Titles = ReadonlyMap<Draft, Description>

export function titlesOf(syntax: Syntax, people: readonly Draft[]): Titles {
  return new Map(people.map((person) => [person, {
    nouns: new Set(person.places.flatMap((place) => titleWords(syntax, place))),
    countries: new Set(person.places.flatMap((place) => countriesBefore(syntax, place.start))),
  }]))
}

/** How well a noun describes someone who bears these titles: 2 the same word, 1 a like one, 0 not. */
export function describes(noun: string, { nouns }: Description): 0 | 1 | 2 {
  const word = singularOf(noun.toLowerCase())
  if (nouns.has(word)) return 2
  return alike.some((words) => words.includes(word) && words.some((other) => nouns.has(other))) ? 1 : 0
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

function titleWords(syntax: Syntax, { start, end, head }: { start: number; end: number; head: number }): string[] {
  const { tokens } = syntax
  const found: string[] = []
  const take = (i: number) => {
    const word = tokens[i]?.text.toLowerCase() ?? ''
    if (personNoun(word)?.isPlural === false) found.push(word)
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
