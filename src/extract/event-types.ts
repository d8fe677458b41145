/**
 * Kinds of happenings that often tell of one and the same: "the shooting … the attack".
 * In: two concepts of the event-type scheme. Out: how close they are.
 */
import type { EventType } from '../model.js'

/** The shooting is the attack; that it killed people is another. */
const families: readonly (readonly EventType[])[] = [
  ['attack', 'explosion', 'shooting', 'crime'],
  ['war', 'deployment'],
  ['killing', 'death'],
  ['flood', 'storm'],
  ['press-conference', 'meeting', 'conference'],
  ['meeting', 'negotiation', 'visit'],
  ['appointment', 'resignation', 'dismissal'],
  ['telephone-call', 'leak'],
]

/** 2: the same kind; 1: kinds of one family; 0: different things. */
export function kinship(a: EventType, b: EventType): 0 | 1 | 2 {
  if (a === b) return 2
  return families.some((family) => family.includes(a) && family.includes(b)) ? 1 : 0
}
