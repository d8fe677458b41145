/**
 * Mentions of one and the same happening brought together: "the airstrike … the bombing … the incident".
 * In: mentions in order of text. Out: groups of them, in order of their first. Not handled: parts of a larger happening.
 */
import type { Time } from '../model.js'
import type { EventArguments } from './event-arguments.js'
import type { EventMention } from './event-mentions.js'
import { kinship } from './event-types.js'

export function merged(mentions: readonly EventMention[]): EventMention[][] {
  const groups: EventMention[][] = []
  for (const mention of mentions) {
    const home = groups.findLast((group) => belongs(mention, group))
    if (home) home.push(mention)
    else groups.push([mention])
  }
  return groups
}

/** The same happening: the same or a kindred kind, nothing that contradicts, and something that ties them together. */
function belongs(mention: EventMention, group: readonly EventMention[]): boolean {
  const closeness = Math.max(...group.map((other) => kinship(mention.type, other.type)))
  if (closeness === 0 || mention.type === 'happening') return mention.type === 'happening' && group.some((other) => other.lemma === mention.lemma && !contradicts(mention, other) && (!mention.isVerb || sharesArgument(mention, other)))
  if (group.some((other) => contradicts(mention, other))) return false
  const sharesWord = !mention.isVerb && group.some((other) => !other.isVerb && other.lemma === mention.lemma && other.isPlural === mention.isPlural)
  // "Rejected the argument in a ruling": one clause tells of it twice.
  const isSameClause = closeness === 2 && group.some((other) => other.head === mention.governor || mention.head === other.governor)
  return isSameClause || sharesWord || (closeness === 2 && mention.isDefinite) || group.some((other) => sharesArgument(mention, other))
}

/** Another day, other people in the same part, or many of them against one elsewhere. */
function contradicts(a: EventMention, b: EventMention): boolean {
  const [x, y] = [a.arguments, b.arguments]
  const differ = (p: readonly string[], q: readonly string[]): boolean => p.length > 0 && q.length > 0 && !p.some((id) => q.includes(id))
  if (x.time && y.time && !sameTime(x.time, y.time)) return true
  if (x.place && y.place && x.place !== y.place && a.isPlural !== b.isPlural) return true
  // Two teams make a match: other teams play another one.
  if (a.type === 'sports-match' && b.type === 'sports-match' && !sameSides(x, y)) return true
  const parts = [differ(x.agents, y.agents), differ(x.patients, y.patients), differ(x.actors, y.actors)].filter(Boolean).length
  return parts > (a.isDefinite || b.isDefinite ? 1 : 0)
}

/** Whether the sides of one may be sides of the other. */
function sameSides(a: EventArguments, b: EventArguments): boolean {
  const sides = ({ agents, patients, actors }: EventArguments): string[] => [...agents, ...patients, ...actors]
  const [x, y] = [sides(a), sides(b)]
  return x.every((id) => y.includes(id)) || y.every((id) => x.includes(id))
}

function sharesArgument(a: EventMention, b: EventMention): boolean {
  const all = ({ agents, patients, actors, place }: EventArguments): string[] => [...agents, ...patients, ...actors, ...(place ? [place] : [])]
  const others = new Set(all(b.arguments))
  return all(a.arguments).some((id) => others.has(id))
}

function sameTime(a: Time, b: Time): boolean {
  return a.from.startsWith(b.from) || b.from.startsWith(a.from) || (a.until !== undefined && a.from <= b.from && b.from <= a.until) || (b.until !== undefined && b.from <= a.from && a.from <= b.until)
}
