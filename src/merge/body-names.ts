/**
 * How names of organisations compare.
 * In: two names as written. Out: "Acme" and "Acme Inc." are the same, "Acme" is short for "Acme Computer", "NU" for "Northern Union".
 * Not handled: nicknames ("the Sixers"), translations.
 */
import { slug } from '../map/iri.js'
import { memo } from './memo.js'
import type { Likeness } from './person-names.js'

const legalForms = new Set(['inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'ltd', 'limited', 'llc', 'plc', 'gmbh', 'ag', 'sa', 'nv', 'spa',
  'holdings', 'holding', 'group', 'kg', 'oy', 'ab', 'as', 'bv', 'pty', 'magazine', 'newspaper', 'com', 'online'])
const small = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'le', 'del', 'des', 'du', 'to', 'against'])
/** Words that do not tell one body from another. */
const general = new Set(['national', 'international', 'federal', 'central', 'united', 'state', 'north', 'south', 'east', 'west', 'northern', 'southern',
  'eastern', 'western', 'new', 'great', 'first', 'royal', 'general', 'world', 'supreme', 'high', 'foreign', 'european', 'american', 'democratic',
  'republican', 'people', 'free', 'public', 'islamic', 'christian', 'social', 'socialist', 'communist', 'university', 'institute', 'ministry',
  'department', 'bank', 'party', 'council', 'committee', 'court', 'association', 'union', 'city', 'county', 'republic', 'saint', 'san', 'los', 'police',
  'army', 'navy', 'school', 'college', 'hospital', 'church', 'office', 'agency', 'service', 'league', 'club', 'team', 'board', 'commission', 'center', 'centre',
  'academy', 'house', 'senate', 'congress', 'government', 'guild', 'federation', 'society', 'fund', 'foundation', 'museum', 'theatre', 'theater', 'awards', 'news'])
/** Behind the name of a body these name a part of it, or what belongs to it. */
const parts = new Set(['board', 'council', 'committee', 'department', 'police', 'court', 'center', 'centre', 'team', 'agency', 'commission', 'service', 'awards',
  'division', 'college', 'institute', 'ministry', 'army', 'navy', 'union', 'association', 'league', 'office', 'bureau', 'unit', 'branch', 'chapter'])

/** Words of the name without article and legal form; plural and singular are one. */
export const coreOf = memo((name: string): readonly string[] => {
  const words = slug(name).split('-').filter((word) => word !== 'the')
  let end = words.length
  while (end > 1 && legalForms.has(words[end - 1] ?? '')) end--
  return words.slice(0, end)
})

export function likeBody(a: string, b: string): Likeness {
  const [x, y] = [coreOf(a), coreOf(b)]
  if (x.join(' ') === y.join(' ')) return 'same'
  const [short, long, shortName, longName] = x.length <= y.length ? [x, y, a, b] : [y, x, b, a]
  if (short.length === long.length) return short.every((word, at) => isPlural(word, long[at] ?? '')) ? 'variant' : 'apart'
  if (isAcronym(shortName) && initialsOf(longName).some((letters) => initialsOf(shortName).includes(letters))) return 'short'
  if (short.every(isGeneral)) return 'apart'
  const isStart = short.every((word, at) => isPlural(word, long[at] ?? ''))
  const isEnd = short.every((word, at) => isPlural(word, long[long.length - short.length + at] ?? ''))
  if (isEnd) return 'short'
  return isStart && !long.slice(short.length).some((word) => parts.has(word)) ? 'short' : 'apart'
}

function isPlural(a: string, b: string): boolean {
  return a === b || `${a}s` === b || `${b}s` === a
}

/** "IMF", "E.U.", "NYPD": several capitals. */
export function isAcronym(name: string): boolean {
  return /^\p{Lu}[\p{L}.&]{1,7}$/u.test(name) && name.replace(/[^\p{Lu}]/gu, '').length > 1
}

/** The letters that an acronym, or the words of a name, begin with; small words counted or not. */
export function initialsOf(name: string): string[] {
  if (isAcronym(name)) return [name.replace(/[.&]/gu, '').toLowerCase()]
  const words = coreOf(name)
  if (words.length < 2) return []
  const first = (some: readonly string[]) => some.map((word) => word[0] ?? '').join('')
  return [...new Set([first(words), first(words.filter((word) => !small.has(word)))])]
}

/** A word that many bodies have in their names. */
export function isGeneral(word: string): boolean {
  return general.has(word) || small.has(word)
}
