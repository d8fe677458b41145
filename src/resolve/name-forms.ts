/**
 * How names compare: folding, initials, acronyms, short for long. Strings in, yes or no out:
 * "Sergei Lavrov" is "Sergey Lavrov"; "PSOE" may stand for "Partido Socialista Obrero Español"; "Macron" for "Emmanuel Macron".
 * Not handled: translations ("Holy See" and "Vatican"), save those in the list of states.
 */

import { skeleton } from '../sounds.js'
import { isBody } from './person-nouns.js'

/** Folding is asked for the same names again and again. */
const folded = new Map<string, string>()

/** Lower case, plain letters, no dots or commas, one kind of apostrophe, no article: what names are compared by. */
export function fold(name: string): string {
  const known = folded.get(name)
  if (known !== undefined) return known
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'").toLowerCase().replace(/^(the|a|an) /, '')
    .replace(/'s$/, '').replace(/(?<=[\p{L}.]),(?= \p{L})|\./gu, '').replace(/[-–]/g, ' ').replace(/\s+/g, ' ').trim()
  if (folded.size > 20_000) folded.clear()
  folded.set(name, plain)
  return plain
}

/** "MAYA O'BRIEN-LI", as transcripts write who speaks, is Maya O'Brien-Li; initials and numbers stay. */
export function unshouted(name: string): string {
  return name.replace(/\p{Lu}[\p{Lu}\p{M}]+(?![\p{Lu}.])/gu, (word) => (/^(?:II|III|IV|JJ|[BCDFGHJKLMNPQRSTVWXZ]{2})$/.test(word) ? word : `${word[0]}${word.slice(1).toLowerCase()}`))
    .replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}

const particles = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'le', 'del', 'des', 'du', 'y', 'e', 'et', 'und', 'der', 'di', '&', 'to', 'against', 'al'])
/** First names and what they are shortened to; each line one person. */
const nicknames = `william bill billy will|robert bob bobby rob|james jim jimmy|john jack johnny|joseph joe|michael mike mick|richard dick rick ricky|thomas tom tommy
  edward ed eddie ted|charles charlie chuck|david dave|daniel dan danny|stephen steven steve|anthony tony|andrew andy drew|alexander alex sasha|benjamin ben benny
  christopher chris|donald don donny|gregory greg|jeffrey jeff|kenneth ken|lawrence larry|matthew matt|nicholas nick|patrick pat|peter pete|ronald ron|samuel sam
  timothy tim|walter walt|elizabeth liz beth betty|katherine kate kathy katie|margaret maggie peggy|deborah debbie deb|susan sue|jennifer jen jenny|barbara barb
  bernard bernie|theodore ted|alexei aleksei alexey aleksey|sergei sergey serge|dmitri dmitry dimitri dmitriy|yuri yury yuriy|vladimir volodymyr|mohammed muhammad mohamed mohammad`
  .split(/[|\n]/).map((line) => new Set(line.trim().split(' ')))

/** Whether two given names may be one: equal, initial, short form. */
export function sameGivenName(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  if (x === y || near(x, y)) return true
  if (x.length === 1 || y.length === 1) return x[0] === y[0]
  return nicknames.some((names) => names.has(x) && names.has(y))
}

/** Whether two longer words differ by one letter only, as spellings of foreign names do. */
export function near(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i)
}

/**
 * Whether two full names (two words or more) may be one person's: `same`, also in another spelling or shorter; `typo`, but for one letter that
 * is heard, which makes another name of many: "Miller" and "Milner".
 */
export function likePerson(a: string, b: string): 'same' | 'typo' | 'apart' {
  const x = fold(a).split(' '), y = fold(b).split(' ')
  if (x.join(' ') === y.join(' ')) return 'same'
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (short.length < 2 || areOtherInitials(short, long)) return 'apart'
  const likes = [likeWord(short.at(-1) ?? '', long.at(-1) ?? ''), likeGiven(short[0] ?? '', long[0] ?? '')]
  const inner = short.length === 2 || short.slice(1, -1).every((word) => long.slice(1, -1).some((other) => other === word || other[0] === word && (word.length === 1 || other.length === 1)))
  if (inner && likes.every((like) => like !== 'apart') && likes.includes('same')) return likes.includes('typo') ? 'typo' : 'same'
  return short.length < long.length && isSubsequence(short, long) ? 'same' : 'apart'
}

/** "George W." and "George H. W.": who tells the middle initials tells them all. */
function areOtherInitials(a: readonly string[], b: readonly string[]): boolean {
  const initials = (words: readonly string[]) => words.slice(1, -1).filter((word) => word.length === 1).join(' ')
  return a[0]?.length !== 1 && b[0]?.length !== 1 && initials(a) !== '' && initials(b) !== '' && initials(a) !== initials(b)
}

function likeGiven(a: string, b: string): 'same' | 'typo' | 'apart' {
  return sameGivenName(a, b) ? (near(fold(a), fold(b)) ? likeWord(fold(a), fold(b)) : 'same') : 'apart'
}

/** Spelled apart and heard alike is the same. */
export function likeWord(a: string, b: string): 'same' | 'typo' | 'apart' {
  if (a === b || (near(a, b) && skeleton(a) === skeleton(b))) return 'same'
  return near(a, b) ? 'typo' : 'apart'
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}

/** Whether `short` is made of the initials of `long`, "IMF", "PSOE", "E.U.", or of the openings of its words: "IISc". */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/\./g, '').normalize('NFD').replace(/\p{M}/gu, '')
  if (!/^[A-Z][A-Za-z]{1,7}$/.test(letters) || letters.replace(/[a-z]/g, '').length < 2) return false
  const words = long.replace(/[’']s\b/g, '').normalize('NFD').replace(/\p{M}/gu, '').split(/[\s-]+/).filter((word) => /^[\p{L}&]/u.test(word))
  if (words.length < 2 || !words.every((word) => /^\p{L}|^&$/u.test(word))) return false
  const initials = words.map((word) => `${word[0]?.toUpperCase()}${particles.has(word.toLowerCase()) ? '?' : ''}`).join('')
  return new RegExp(`^${initials}$`, 'u').test(letters.toUpperCase()) || isMadeOfOpenings(letters, words)
}

/** "IISc" of "Indian Institute of Science": each capital with the small letters after it opens a word, in order; small words may be left out. */
function isMadeOfOpenings(letters: string, words: readonly string[]): boolean {
  const parts = letters.match(/\p{Lu}\p{Ll}*/gu) ?? []
  const content = words.filter((word) => !particles.has(word.toLowerCase()))
  return letters.length > 2 && parts.length > 1 && parts.length === content.length && parts.every((part, i) => content[i]?.toLowerCase().startsWith(part.toLowerCase()))
}

/** "Ministry of the Interior" is "Interior Ministry", "University of Arvo" "Arvo University": one order for both, with whatever stands before. */
export function inOneOrder(name: string): string {
  const [, before = '', sort = '', rest = ''] = /^(|.+ )(Ministry|Department|University|Parliament|Embassy|Faculty) (?:of|for) (?:the )?(\p{Lu}.*)$/u.exec(name) ?? []
  return sort === '' ? name : `${before}${rest} ${sort}`
}

const generic = /^(national|international|federal|central|united|state|north|south|east|west|northern|southern|eastern|western|new|great|first|royal|general|world|supreme|high|foreign|european|american|democratic|republican|people|free|public|american|islamic|christian|social|socialist|communist|university|institute|ministry|department|bank|party|council|committee|court|association|union|group|company|city|county|republic|saint|san|los|las|el|la|le|al|de|united)$/

/** Whether one name of a body is the other's opening or ending: "Bolshoi" – "Bolshoi Theater", "Foreign Ministry" – "Chinese Foreign Ministry". */
export function isShortFor(short: string, long: string): 'start' | 'end' | undefined {
  const x = fold(short).split(' '), y = fold(long).split(' ')
  if (x.length >= y.length) return undefined
  if (x.every((word, i) => word === y[i])) return x.length > 1 || !generic.test(x[0] ?? '') ? 'start' : undefined
  if (x.every((word, i) => word === y[y.length - x.length + i])) return x.length > 1 || !generic.test(x[0] ?? '') || isBody(x[0] ?? '') || /^(post|times|herald|star)$/.test(x[0] ?? '') ? 'end' : undefined
  return undefined
}
