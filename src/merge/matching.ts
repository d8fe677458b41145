/**
 * Whether an entity of a new article is a thing that is known.
 * In: an occurrence and a thing. Out: how well their names agree, and whether anything speaks against it.
 * "Mr Biden" may be short for the thing known as "Joe Biden" and "Joseph R. Biden"; a singer is not the mayor of Memphis.
 */
import { slug } from '../map/iri.js'
import type { EntityKind, Tie } from '../model.js'
import { coreOf, initialsOf, isAcronym, likeBody } from './body-names.js'
import { areMarkedApart, sharesOffice } from './callings.js'
import type { Occurrence } from './digests.js'
import { memo } from './memo.js'
import type { NameIndex } from './name-index.js'
import { isFullName, likePerson, parsePerson, plainName, soundKeys, type Likeness, type PersonName } from './person-names.js'
import { kindOf, tallyOf, type Tally, type Thing } from './things.js'

/** Kinds of which one may turn out to be the other share a family. */
function familyOf(kind: EntityKind): string {
  return kind === 'outlet' ? 'organization' : kind
}

const slugOf = memo(slug)

export function isOfKind(said: Occurrence, thing: Thing): boolean {
  return familyOf(said.kind) === familyOf(kindOf(thing))
}

/** The key of its very name. */
export function nameKey({ kind, key }: Occurrence): string {
  const family = familyOf(kind)
  // The same text, not an equal one: names are most of what a registry keeps.
  return key.startsWith(`${family}/`) ? key : `${family}/${plainKey(key)}`
}

/** Keys under which it is looked for: its own, those of its other full names, and of people how they sound. */
export function keysOfOccurrence(said: Occurrence): string[] {
  const family = familyOf(said.kind)
  const own = nameKey(said)
  if (said.isTied) return [own]
  const full = fullNames(said)
  const keys = new Set([own, ...tieKeys(said)])
  for (const name of full) keys.add(family === 'person' ? personKeyOf(name) : `${family}/${slugOf(name)}`)
  if (family === 'person') for (const name of full) for (const key of soundKeysOf(name)) keys.add(key)
  return [...keys]
}

/** What is surely the same elsewhere is one here: it meets under `is/http://www.wikidata.org/entity/Q58217`. */
function tieKeys({ tie }: Occurrence): string[] {
  const [first] = tie?.targets ?? []
  return tie?.predicate === 'sameAs' && first !== undefined ? [`is/${first}`] : []
}

const personKeyOf = memo((name) => `person/${slug(plainName(name))}`)
const soundKeysOf = memo((name) => soundKeys(parsePerson(name)).map((key) => `sound/${key}`))

/** Keys under which it can be found: those under which it is looked for, and its initials. */
export function indexKeys(said: Occurrence): string[] {
  return [...keysOfOccurrence(said), ...initialKeys(said)]
}

/** "UN" and "United Nations" meet under `initials/un`. */
function initialKeys({ kind, name }: Occurrence): readonly string[] {
  return familyOf(kind) === 'organization' ? initialKeysOf(name) : []
}

const initialKeysOf = memo((name): readonly string[] => initialsOf(name).map((letters) => `initials/${letters}`))

/** Initials that more bodies have than this tell nothing. */
const MOST_MEANINGS = 6

export function sameInitials(said: Occurrence, names: NameIndex): Thing[] {
  return initialKeys(said).flatMap((key) => {
    const found = names.get(key)
    return found.length > MOST_MEANINGS ? [] : found
  })
}

/** Whether an acronym has one meaning only among all that is known, or a name one acronym. */
export function isOnlyMeaning(said: Occurrence, names: NameIndex): boolean {
  const things = new Set(sameInitials(said, names).filter((thing) => thing.seen.length > 0))
  const meanings = new Set([...things].flatMap((thing) => labelsOf(tallyOf(thing)).filter((label) => !isAcronym(label)).slice(0, 1)))
  return things.size > 0 && things.size <= 2 && meanings.size <= 1
}

/** Names that say of themselves who it is. */
function fullNames(said: Occurrence): string[] {
  if (said.kind !== 'person') return [said.name, ...(said.names ?? []).filter((name) => /^\p{Lu}[\p{Lu}.&]{1,6}$|^\p{Lu}.* .*\p{Lu}/u.test(name))]
  const own = parsePerson(said.name)
  const others = (said.names ?? []).filter((name) => isFullName(name) && /^(?:same|variant)$/u.test(likePerson(own, parsePerson(name))))
  return [said.name, ...others]
}

const RANK: Record<Likeness, number> = { same: 5, variant: 4, short: 3, typo: 2, first: 1, apart: 0 }

/** How well the names agree: the best that one of the thing's names gives; a name that it cannot have speaks against all others. */
export function likeness(said: Occurrence, thing: Thing): Likeness {
  const tally = tallyOf(thing)
  const own = plainKey(said.key)
  if (said.kind !== 'person') {
    if ([...tally.keys.keys()].some((key) => plainKey(key) === own)) return 'same'
    if (familyOf(said.kind) !== 'organization') return 'apart'
    return noOther(best(labelsOf(tally).map((name) => likeBody(said.name, name))), () => areOtherBodies(said.name, labelsOf(tally)))
  }
  const mine = parsePerson(said.name)
  const labels = labelsOf(tally)
  const theirs = labels.map((name) => likePerson(mine, parsePerson(name)))
  const found = best(theirs)
  if (found !== 'apart' && found !== 'short' && found !== 'first' && hasOtherMiddle(mine.words, tally.names.keys())) return 'apart'
  if (found !== 'apart') return noOther(found, () => areOthers(mine, labels))
  return best(fullNames(said).slice(1).flatMap((name) => labels.map((label) => likePerson(parsePerson(name), parsePerson(label)))))
}

/** A short name is no way from one full name to another: "Michelle Obama" is not whoever is called "Obama" and "Barack Obama". */
function noOther(found: Likeness, areOther: () => boolean): Likeness {
  return (found === 'short' || found === 'first') && areOther() ? 'apart' : found
}

function areOthers(mine: PersonName, labels: readonly string[]): boolean {
  return mine.words.length > 1 && labels.map(parsePerson).some((other) => other.words.length > 1 && likePerson(mine, other) === 'apart')
}

function areOtherBodies(name: string, labels: readonly string[]): boolean {
  return coreOf(name).length > 1 && labels.some((label) => coreOf(label).length > 1 && likeBody(name, label) === 'apart')
}

/** A thing has few best names; where it has many, the first found are enough. */
const MOST_LABELS = 24

function labelsOf({ labels }: Tally): string[] {
  const all = [...labels.keys()]
  return all.length > MOST_LABELS ? all.slice(0, MOST_LABELS) : all
}

/** "George W." where the thing is "George H. W.", though both were called "George Bush" too. */
function hasOtherMiddle(words: readonly string[], names: Iterable<string>): boolean {
  if (words.length < 3) return false
  return [...names].some((name) => {
    const other = parsePerson(name).words
    return other.length > 2 && other[0] === words[0] && other.at(-1) === words.at(-1) && likePerson({ words, suffix: '' }, { words: other, suffix: '' }) === 'apart'
  })
}

function plainKey(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}

function best(all: readonly Likeness[]): Likeness {
  return all.reduce<Likeness>((a, b) => (RANK[b] > RANK[a] ? b : a), 'apart')
}

/** The thing that is surely the same elsewhere. */
export function tiedThings(said: Occurrence, names: NameIndex): Thing[] {
  return tieKeys(said).flatMap((key) => names.get(key)).filter((thing) => isOfKind(said, thing) && thing.seen.length > 0)
}

/** Whether both are surely something elsewhere, and not the same: by their ids, for a title of Wikipedia may lead to another. */
function isTiedApart({ tie }: Occurrence, thing: Thing): boolean {
  if (tie?.predicate !== 'sameAs') return false
  const theirs = [...tallyOf(thing).ties.keys()].map((text) => JSON.parse(text) as Tie).filter(({ predicate }) => predicate === 'sameAs')
  return theirs.some((other) => contradicts(tie, other)) && !theirs.some(({ targets }) => targets.some((target) => tie.targets.includes(target)))
}

/** Two ids of one data set that are not the same. */
function contradicts(one: Tie, other: Tie): boolean {
  return ID_SPACES.some((space) => {
    const [a, b] = [one, other].map(({ targets }) => targets.find((target) => target.startsWith(space)))
    return a !== undefined && b !== undefined && a !== b
  })
}

const ID_SPACES = ['http://www.wikidata.org/entity/', 'https://sws.geonames.org/'] as const

/** Whether what is told of both speaks against one thing. */
export function isMarkedApart(said: Occurrence, thing: Thing): boolean {
  if (isTiedApart(said, thing)) return true
  const { marks } = tallyOf(thing)
  if (!said.marks || marks.size === 0) return false
  return said.kind === 'person' ? areMarkedApart(said.marks, marks) : !sharesMark(said, thing)
}

export function sharesMark(said: Occurrence, thing: Thing): boolean {
  const { marks } = tallyOf(thing)
  return said.marks?.some((mark) => marks.has(mark)) ?? false
}

/** Both hold the same title for the same. */
export function holdsSameOffice(said: Occurrence, thing: Thing): boolean {
  return sharesOffice(said.marks ?? [], tallyOf(thing).marks)
}
