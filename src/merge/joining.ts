/**
 * What a new article shows to be one.
 * In: an article that was just placed. Out: things joined: yesterday's "Obama" and today's "Barack Obama" of the same story; "NU" and "Northern
 * Union" where this article gives both names to one body. Never two things that one article names apart.
 */
import { slug } from '../map/iri.js'
import { isAcronym, likeBody } from './body-names.js'
import type { Occurrence } from './digests.js'
import { isOfKind, isOnlyMeaning, keysOfOccurrence, likeness, sameInitials } from './matching.js'
import type { Nearby } from './nearby.js'
import { plainName } from './person-names.js'
import type { State } from './state.js'
import { nearnessTo, type Neighbours } from './stories.js'
import { best, isSure, type Candidate } from './sureness.js'
import { describe, tallyOf, type SeenArticle, type Thing } from './things.js'

/** All that is known, and the articles of the same story. */
export interface Scene { readonly state: State; readonly neighbours: Neighbours; readonly nearby: Nearby }

export function joinWhatIsOne(article: SeenArticle, scene: Scene): void {
  for (const [at, said] of article.said.entries()) {
    const thing = article.things[at]
    if (!thing || said.kind === 'place' || said.kind === 'work' || said.kind === 'group') continue
    const other = oneWith(said, thing, scene)
    if (other) scene.state.join(thing, other)
  }
}

function oneWith(said: Occurrence, thing: Thing, { state, neighbours, nearby }: Scene): Thing | undefined {
  const alias = aliased(said, thing, state)
  if (alias) return alias
  const candidates = [...new Set([...nearby(said), ...sameInitials(said, state.names)])].filter((other) => other !== thing && isOfKind(said, other)).flatMap((other): Candidate[] => {
    const like = likeness(said, other)
    const candidate = { thing: other, like, near: nearnessTo(other, neighbours), isOnly: like === 'short' && isOnlyMeaning(said, state.names) }
    return isSure(said, candidate) ? [candidate] : []
  })
  const found = best(candidates)
  if (!found || state.isApart(thing, found.thing)) return undefined
  return areInOneArticle(thing, found.thing) && !isOneAllTheSame(said, found, state) ? undefined : found.thing
}

/** An article may name a body in full and in short, or a person with a nickname and without, and not have noticed. */
function isOneAllTheSame(said: Occurrence, { thing, like }: Candidate, state: State): boolean {
  const labels = [...tallyOf(thing).labels.keys()]
  if (said.kind === 'person') return like === 'same' && labels.some((label) => label !== said.name && plainName(label).toLowerCase() === plainName(said.name).toLowerCase())
  return like === 'same' || labels.some((label) => isOfPlace(said.name, label, state) || isOfPlace(label, said.name, state))
}

/** "New Orleans Saints" of "Saints", where "New Orleans" is a place, or the team of that place. */
function isOfPlace(short: string, long: string, { names }: State): boolean {
  if (!long.endsWith(` ${short}`) || likeBody(short, long) !== 'short') return false
  const rest = slug(long.slice(0, -short.length))
  return names.get(`place/${rest}`).length > 0 || names.get(`organization/${rest}`).length > 0
}

/** A thing known by another name that this article gives to it. */
function aliased(said: Occurrence, thing: Thing, state: State): Thing | undefined {
  const others = new Set(keysOfOccurrence(said).slice(1).flatMap((key) => state.names.get(key)))
  return [...others].find((other) => other !== thing && isOfKind(said, other) && !state.isApart(thing, other) && isNamedSo(said, other)
    && (isAcronym(describe(other).name) || !areInOneArticle(thing, other)))
}

function isNamedSo(said: Occurrence, other: Thing): boolean {
  return (said.names ?? []).includes(describe(other).name) && other.seen.length > 0
}

/** Whoever names both tells them apart. */
function areInOneArticle(a: Thing, b: Thing): boolean {
  const [few, many] = a.seen.length <= b.seen.length ? [a, b] : [b, a]
  return few.seen.some(({ things }) => things.includes(many))
}
