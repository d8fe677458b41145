/**
 * How names of people compare.
 * In: two names as written. Out: whether they can be one person's, and how well: "Sergei Lavrov" and "Sergey Lavrov" are variants,
 * "Biden" is short for "Joseph R. Biden", "George W. Bush" and "George H. W. Bush" are apart.
 * Not handled: names in other scripts, pen names, names changed by marriage.
 */
import { slug } from '../map/iri.js'
import { skeleton } from '../sounds.js'
import { memo } from './memo.js'

const honorifics = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'professor', 'sir', 'dame', 'lord', 'lady', 'president', 'king',
  'queen', 'prince', 'princess', 'pope', 'minister', 'senator', 'sen', 'rep', 'general', 'gen', 'colonel', 'col', 'captain', 'judge',
  'officer', 'detective', 'sgt', 'sergeant', 'lt', 'capt', 'const', 'gov', 'governor', 'justice', 'rev', 'reverend', 'sheikh', 'ayatollah'])

const suffixes = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv'])

/** Given names and what they are shortened to or written as; each line one name. */
const SAME = `william bill billy will|robert bob bobby rob robbie|james jim jimmy jamie|john jack johnny jon|jonathan jon|joseph joe joey|michael mike mick mikey
  richard dick rick ricky rich|thomas tom tommy|edward ed eddie ted|charles charlie chuck|david dave|daniel dan danny|stephen steven steve|anthony tony
  andrew andy drew|alexander alex sasha|benjamin ben benny|christopher chris|donald don donny|gregory greg|jeffrey jeff geoff geoffrey|kenneth ken kenny
  lawrence larry laurence|matthew matt|nicholas nick|patrick pat|peter pete|ronald ron ronnie|samuel sam|timothy tim|walter walt|philip phil|gerald gerry jerry
  elizabeth liz beth betty|katherine kate kathy katie catherine kathryn cathy|margaret maggie peggy|deborah debbie deb|susan sue|jennifer jen jenny|barbara barb
  bernard bernie|theodore ted|frederick fred|leonard len leo|raymond ray|douglas doug|joshua josh|zachary zach|albert al|alfred al|alan al|vincent vince
  victoria vicky|christine chris|cynthia cindy|patricia pat patty|rebecca becky|pamela pam|abigail abby|nathaniel nate nathan|eugene gene|francis frank|stanley stan
  alexei aleksei alexey aleksey|yevgeny evgeny yevgeni evgeni|vladimir volodymyr|mohammed muhammad mohamed mohammad mahomed`
const usual = new Map<string, string[]>()
for (const line of SAME.split(/[|\n]/u)) {
  const names = line.trim().split(' ')
  for (const name of names) usual.set(name, [...(usual.get(name) ?? []), names[0] ?? name])
}

/** Without honorific and middle initial, so that "Joseph R. Biden" and "Joseph Biden" meet; "Falk Jr." keeps its end. */
export const plainName = memo((name: string): string => {
  const words = wordsOf(name)
  const last = words.findLastIndex((word) => !suffixes.has(bare(word)))
  return words.filter((word, at) => at === 0 || at >= last || !/^\p{Lu}\.?$/u.test(word)).join(' ')
})

/** Whether it is a given name and a surname at least. */
export const isFullName = memo((name: string): boolean => wordsOf(name).filter((word) => !suffixes.has(bare(word))).length > 1)

/** Without nicknames in quotation marks, scores, and what stands before the name; "JK" are two initials. */
function wordsOf(name: string): string[] {
  const plain = name.replace(/["“”][^"“”]+["“”]|(?<=\s)['‘][^'’]+['’](?=\s)/gu, ' ').replace(/\b([B-DF-HJ-NP-TV-XZ])([B-DF-HJ-NP-TV-XZ])(?=\s+\p{Lu}\p{Ll})/gu, '$1. $2.')
  const words = plain.split(/[\s,]+/u).filter((word) => /\p{L}/u.test(word) && !/\d/u.test(word))
  const start = words.findIndex((word) => !honorifics.has(bare(word)))
  return words.slice(Math.max(start, 0))
}

function bare(word: string): string {
  return word.toLowerCase().replace(/\./gu, '')
}

/** A name in its parts, folded. */
export interface PersonName { readonly words: readonly string[]; readonly suffix: string }

export const parsePerson = memo((name: string): PersonName => {
  const words = wordsOf(name.replace(/\.(?=\p{L})/gu, '. ')).map((word) => slug(word)).filter((word) => word !== '')
  return { words: words.filter((word) => !suffixes.has(word)), suffix: words.find((word, at) => at > 0 && suffixes.has(word)) ?? '' }
})

/**
 * `same`: the same words but for middle names; `variant`: another spelling or a short form of the given name, initials;
 * `typo`: one letter of the surname; `short`: the surname or end of the other; `first`: its given name; `apart`: not one person's.
 */
export type Likeness = 'same' | 'variant' | 'typo' | 'short' | 'first' | 'apart'

export function likePerson(a: PersonName, b: PersonName): Likeness {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (short.words.length === 0 || short.words.length > 1 && areOfOtherAge(a.suffix, b.suffix)) return 'apart'
  if (short.words.length === 1) return likeShort(short.words[0] ?? '', long)
  const last = likeWord(short.words.at(-1) ?? '', long.words.at(-1) ?? '')
  const given = likeGiven(short.words[0] ?? '', long.words[0] ?? '')
  if (last === 'apart' || given === 'apart') return isEnd(short.words, long.words) ? 'short' : 'apart'
  if (!agree(short.words.slice(1, -1), long.words.slice(1, -1))) return 'apart'
  if (last === 'typo' || given === 'typo') return last === 'typo' && given === 'typo' ? 'apart' : 'typo'
  return last === 'same' && given === 'same' && a.suffix === b.suffix ? 'same' : 'variant'
}

/** Father and son; a "Sr." is often left out, a "Jr." is not. */
function areOfOtherAge(a: string, b: string): boolean {
  const plain = (suffix: string) => suffix.replace(/^(?:sr|senior)$/u, '').replace('junior', 'jr')
  return plain(a) !== plain(b)
}

function likeShort(word: string, long: PersonName): Likeness {
  if (long.words.length === 1) return long.words[0] === word ? 'same' : 'apart'
  if (long.words.at(-1) === word || long.words.slice(1).join('-') === word || skeleton(long.words.at(-1) ?? '') === skeleton(word)) return 'short'
  return long.words[0] === word && word.length > 1 ? 'first' : 'apart'
}

function likeGiven(a: string, b: string): Likeness {
  if (a === b) return 'same'
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'variant' : 'apart'
  const same = usual.get(a)?.some((name) => usual.get(b)?.includes(name))
  return same ? 'variant' : likeWord(a, b)
}

/** Middle names agree if one name has none, or each is or abbreviates the other. */
function agree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true
  return a.length === b.length && a.every((word, at) => word === b[at] || (word.length === 1 || b[at]?.length === 1) && word[0] === b[at]?.[0])
}

function isEnd(short: readonly string[], long: readonly string[]): boolean {
  return short.length < long.length && short.every((word, at) => word === long[long.length - short.length + at])
}

function likeWord(a: string, b: string): Likeness {
  if (a === b) return 'same'
  if (skeleton(a) === skeleton(b)) return 'variant'
  return isTypo(a, b) ? 'typo' : 'apart'
}

/** One letter more, less, other, or two changed round, in a word of six or more. */
function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.max(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const [x, y] = [a.slice(at), b.slice(at)]
  return x.slice(1) === y.slice(1) || x === y.slice(1) || x.slice(1) === y || x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2)
}

/** Keys under which a full name and its variants meet: given name in its usual form, surname, both as they sound. */
export function soundKeys({ words, suffix }: PersonName): string[] {
  const [given = '', last = ''] = [words[0], words.at(-1)]
  if (words.length < 2 || given.length === 1) return []
  return [...new Set((usual.get(given) ?? [given]).map((name) => `${skeleton(name)} ${skeleton(last)} ${suffix}`))]
}
