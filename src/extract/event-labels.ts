/**
 * What an event is called: who did what to whom, as a headline would have it.
 *   "Police arrested two men" → "Police arrested two men"; "Two men were arrested" → "two men arrested"; "the attack on Zagora" → "attack on Zagora"
 * In: the mention that tells it best, and its parts. Out: words for people. What hangs on a noun is said as the text says it.
 * Not handled: happenings that only several mentions together name.
 */
import type { Entity, Resolved } from '../model.js'
import type { EventArguments, Referents } from './event-arguments.js'
import type { EventMention } from './event-mentions.js'
import { caseOf, charactersOf, dependents, type Syntax } from './syntax.js'

interface Scene { readonly resolved: Resolved; readonly syntax: Syntax; readonly referents: Referents }

type Parts = Pick<EventArguments, 'agents' | 'patients' | 'places'>

export function labelOf(scene: Scene, lead: EventMention, { agents, patients, places }: Parts): string {
  const { start, end } = charactersOf(scene.resolved.tokens, lead.span)
  const word = scene.resolved.text.slice(start, end).replace(/\s+/gu, ' ')
  const called = new Map(scene.resolved.entities.map((entity) => [entity.id, shortName(entity)]))
  const names = (ids: readonly string[]): string => ids.slice(0, 2).map((id) => called.get(id)).join(' and ')
  const { upos, xpos } = scene.resolved.tokens[lead.head]!
  if (upos !== 'VERB') return nounLabel(scene, lead, word, { agents, patients, places }, called)
  // "two men [arrested]", "the mayor [to resign]"
  const [subject, object] = agents.length > 0 ? [names(agents), names(patients.slice(0, 1))] : [names(patients), '']
  const isComing = xpos === 'VB' && lead.standing.factuality === 'Planned'
  return [subject, isComing && subject !== '' ? 'to' : '', word, object].filter(Boolean).join(' ')
}

/** "attack on Zagora", "Martin's release", "meeting in Geneva": as the text ties them, else where it was, else whose it was. */
function nounLabel({ resolved, syntax, referents }: Scene, { head }: EventMention, word: string, { agents, patients, places }: Parts, called: ReadonlyMap<string, string>): string {
  const parties = [...patients, ...agents]
  const tied = dependents(syntax, head, 'nmod', 'compound', 'amod').flatMap((child) => {
    const id = referents.entityAt[child]?.id
    return id !== undefined && parties.includes(id) ? [{ id, child }] : []
  }).sort((a, b) => parties.indexOf(a.id) - parties.indexOf(b.id))[0]
  const name = called.get(tied?.id ?? '')
  if (tied && name !== undefined && !word.includes(name)) {
    const joint = caseOf(syntax, tied.child) || 'of'
    // "exchanges between Lindt and Benes" are between both.
    const others = joint === 'between' ? parties.filter((id) => id !== tied.id).slice(0, 1).flatMap((id) => called.get(id) ?? []) : []
    if (tied.child > head) return [`${word} ${joint} ${name}`, ...others].join(' and ')
    return resolved.tokens[tied.child]!.deprel === 'nmod:poss' ? `${name}${/s$/u.test(name) ? '’' : '’s'} ${word}` : word
  }
  const where = called.get(places[0] ?? '')
  if (where !== undefined && !word.includes(where)) return `${word} in ${where}`
  const who = called.get(agents[0] ?? '')
  return who === undefined ? word : `${word} by ${who}`
}

/** How many words a description has in a label. */
const WORDS = 6

/** A name in full, a description without what hangs on it where it is long: "families of people" for "families of people killed by …". */
function shortName({ name, isUnnamed }: Entity): string {
  const words = name.split(' ')
  if (!isUnnamed || words.length <= WORDS) return name
  const cut = words.slice(0, WORDS).findLastIndex((each) => /^(?:of|in|from|at|for|by|with|to|on|and|who|that|which)$/u.test(each))
  return words.slice(0, cut > 0 ? cut : WORDS).join(' ')
}
