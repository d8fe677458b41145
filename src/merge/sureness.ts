/**
 * How much it takes to say that two names are of one thing.
 * In: how well the names agree, and how near the stories are. Out: yes or no: the full name alone is enough, a variant of it needs
 * articles that share something, a bare surname needs articles of one story and no other bearer there.
 */
import type { Occurrence } from './digests.js'
import { holdsSameOffice, isMarkedApart } from './matching.js'
import type { Likeness } from './person-names.js'
import { kindOf, type Thing } from './things.js'

export interface Candidate { readonly thing: Thing; readonly like: Likeness; readonly near: number; readonly isOnly?: boolean }

/** How near a story must be for a name that agrees only so well; 1 is one shared person whom few others name. Chosen on training parts. */
const NEEDED: Record<Exclude<Likeness, 'apart'>, number> = { same: 0, variant: 0.3, short: 0.5, typo: 0.9, first: 1.2 }

/** So near, people with the same name are one though their roles differ. */
const SAME_CIRCLE = 0.3

/** Initials that only one name has need less; of an outlet nothing: it signs with them whatever the story. */
const ONLY_MEANING = 0.15

export function isSure(said: Occurrence, { thing, like, near, isOnly }: Candidate): boolean {
  if (like === 'apart') return false
  const isShort = like === 'same' && (said.isTied || thing.isTied)
  const byName = isShort ? NEEDED.short : isOnly ? (said.kind === 'outlet' && kindOf(thing) === 'outlet' ? 0 : ONLY_MEANING) : NEEDED[like]
  const needed = isMarkedApart(said, thing) ? Math.max(SAME_CIRCLE, byName) : byName
  const hasOffice = holdsSameOffice(said, thing)
  // "Miller" and "Milner" are two names: a slip of the pen is believed only of somebody who is the same thing for the same body.
  if (like === 'typo') return hasOffice && near >= needed
  return near >= needed || like === 'variant' && hasOffice
}

/** The best, unless another is about as good. */
export function best(candidates: readonly Candidate[]): Candidate | undefined {
  const [first, second] = candidates.toSorted((a, b) => rank(a) - rank(b) || b.near - a.near || b.thing.seen.length - a.thing.seen.length)
  if (!first || !second || second.like !== first.like || first.like === 'same') return first
  return second.near > first.near / 2 ? undefined : first
}

function rank({ like }: Candidate): number {
  return ['same', 'variant', 'short', 'typo', 'first', 'apart'].indexOf(like)
}
