/**
 * Mentions of one and the same happening brought together: "the airstrike … the bombing … the incident".
 * In: mentions in order of text. Out: groups of them, in order of their first. Not handled: parts of a larger happening.
 */
import type { Time } from '../model.js'
import type { EventArguments } from './event-arguments.js'
import type { EventMention } from './event-mentions.js'
import { kinship } from './event-types.js'

/** What is known of the entities that take part. */
export interface Takers {
  /** Whoever an entity stands for, or the entity itself: what Moscow does is done by Russia. */
  readonly masterOf: (entity: string) => string
  readonly isNamed: (entity: string) => boolean
}

export function merged(mentions: readonly EventMention[], { masterOf, isNamed }: Takers): EventMention[][] {
  const groups: Group[] = []
  const homes = new Map<EventMention, Group>()
  for (const written of mentions) {
    // Whom a headline calls "tourist", the article may call "a woman visiting from Canada".
    const compared = withTakers(written, (ids) => ids.map(masterOf).filter((id) => !written.isInHeadline || isNamed(id)))
    const isAgain = (group: Group): boolean => tellsHeadlineAgain(withTakers(compared, (ids) => ids.filter(isNamed)), group.compared)
    const home = linked(written, compared, mentions[written.same ?? -1], homes) ?? (written.isInLead ? groups.find(isAgain) : undefined)
      ?? groups.slice(-MOST_GROUPS).findLast(({ compared: others }) => belongs(compared, others))
    const group = home ?? { written: [], compared: [] }
    if (!home) groups.push(group)
    group.written.push(written)
    // What a happening is known for is said when it is first told of.
    if (group.compared.length < MOST_COMPARED) group.compared.push(compared)
    homes.set(written, group)
  }
  return groups.map(({ written }) => written)
}

/** What is told of is one of so many happenings told of last; it is held against so many mentions of each. */
const MOST_GROUPS = 150
const MOST_COMPARED = 40

/** A group in the making: its mentions as they are written, and with those who take part as they are compared. */
interface Group { readonly written: EventMention[]; readonly compared: EventMention[] }

/** So sure must the model be that words of kinds that have nothing to do with each other name one happening. */
const SURE = 0.8

/** The group of the mention that the model takes for the same happening, unless something contradicts. */
function linked(written: EventMention, compared: EventMention, near: EventMention | undefined, homes: ReadonlyMap<EventMention, Group>): Group | undefined {
  const group = near && homes.get(near)
  if (!near || !group || group.compared.some((other) => contradicts(compared, other))) return undefined
  const isKin = near.type === 'happening' || written.type === 'happening' || kinship(near.type, written.type) > 0
  return isKin || (written.sameConfidence ?? 0) >= SURE ? group : undefined
}

function withTakers(mention: EventMention, change: (ids: readonly string[]) => string[]): EventMention {
  const { agents, patients, actors } = mention.arguments
  return { ...mention, arguments: { ...mention.arguments, agents: change(agents), patients: change(patients), actors: change(actors) } }
}

/** The first sentences say again what the headline says. */
function tellsHeadlineAgain(mention: EventMention, group: readonly EventMention[]): boolean {
  return mention.isInLead && mention.type !== 'happening' && group.every((other) => other.isInHeadline && other.type === mention.type && !contradicts(mention, other))
}

/** The same happening: the same or a kindred kind, nothing that contradicts, and something that ties them together. */
function belongs(mention: EventMention, group: readonly EventMention[]): boolean {
  const closeness = Math.max(...group.map((other) => kinship(mention.type, other.type)))
  if (group.some((other) => contradicts(mention, other))) return false
  if (closeness === 0 || mention.type === 'happening') return mention.type === 'happening' && group.some((other) => other.lemma === mention.lemma && (!mention.isVerb || sharesArgument(mention, other)))
  const sharesWord = !mention.isVerb && group.some((other) => !other.isVerb && other.lemma === mention.lemma && other.isPlural === mention.isPlural)
  // "Rejected the argument in a ruling": one clause tells of it twice.
  const isSameClause = closeness === 2 && group.some((other) => other.head === mention.governor || mention.head === other.governor)
  // "The attack" is no one of "attacks" told of before.
  const isMeant = closeness === 2 && mention.isDefinite && group.some((other) => other.isVerb || other.isPlural === mention.isPlural)
  return isSameClause || sharesWord || isMeant || group.some((other) => sharesArgument(mention, other) || (closeness === 2 && sharesTime(mention, other) && !differInNumber(mention, other)))
}

/** Another day, other people in the same part, many of them against one elsewhere, or one that did not come about. */
function contradicts(a: EventMention, b: EventMention): boolean {
  const [x, y] = [a.arguments, b.arguments]
  // "He did not attack him that day" is not the attack of the next; a match called off is the same that was to be played.
  if (isNotDone(a) !== isNotDone(b)) return true
  if ((a.isJoinedNoun && a.governor === b.head) || (b.isJoinedNoun && b.governor === a.head)) return true
  const differ = (p: readonly string[], q: readonly string[]): boolean => p.length > 0 && q.length > 0 && !p.some((id) => q.includes(id))
  if (x.time && y.time && !sameTime(x.time, y.time)) return true
  if (differ(x.places, y.places) && a.isPlural !== b.isPlural) return true
  // Two teams make a match: other teams play another one.
  if (a.type === 'sports-match' && b.type === 'sports-match' && !sameSides(x, y)) return true
  // Those who merely have to do with it differ from mention to mention.
  const parts = [differ(x.agents, y.agents), differ(x.patients, y.patients)].filter(Boolean).length
  return parts > (a.isDefinite || b.isDefinite ? 1 : 0)
}

/** "An explosion" and "explosions" of one day are not the same by the day alone. */
const differInNumber = (a: EventMention, b: EventMention): boolean => !a.isVerb && !b.isVerb && a.isPlural !== b.isPlural

const isNotDone = ({ isVerb, standing }: EventMention): boolean => isVerb && standing.factuality === 'Negated'

/** Whether the sides of one may be sides of the other. */
function sameSides(a: EventArguments, b: EventArguments): boolean {
  const sides = ({ agents, patients, actors }: EventArguments): string[] => [...agents, ...patients, ...actors]
  const [x, y] = [sides(a), sides(b)]
  return x.every((id) => y.includes(id)) || y.every((id) => x.includes(id))
}

function sharesArgument(a: EventMention, b: EventMention): boolean {
  const all = ({ agents, patients, actors, places }: EventArguments): string[] => [...agents, ...patients, ...actors, ...places]
  const others = new Set(all(b.arguments))
  return all(a.arguments).some((id) => others.has(id))
}

/** Both of one week or day; of one year where there is one a year. */
function sharesTime({ arguments: { time: x }, type }: EventMention, { arguments: { time: y } }: EventMention): boolean {
  const least = type === 'award' || type === 'election' ? 4 : 8
  return x !== undefined && y !== undefined && x.from.length >= least && y.from.length >= least && sameTime(x, y)
}

function sameTime(a: Time, b: Time): boolean {
  return a.from.startsWith(b.from) || b.from.startsWith(a.from) || (a.until !== undefined && a.from <= b.from && b.from <= a.until) || (b.until !== undefined && b.from <= a.from && a.from <= b.until)
}
