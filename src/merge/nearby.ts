/**
 * Things in the articles of one story, by what their names have in common.
 * In: neighbour articles. Out: for a name, the things there that may be meant: for "Obama" all whose surname begins alike, for "NYPD" those with
 * these initials. A rough choice; likeness decides.
 */
import type { Occurrence } from './digests.js'
import { coreOf, initialsOf, isGeneral } from './body-names.js'
import { familyOf } from './matching.js'
import { parsePerson, skeleton } from './person-names.js'
import type { Neighbours } from './stories.js'
import type { Thing } from './things.js'

export type Nearby = (said: Occurrence) => Iterable<Thing>

/** Less near than this, articles are of other stories. */
const LEAST = 0.2

export function nearbyThings(neighbours: Neighbours): Nearby {
  const buckets = new Map<string, Set<Thing>>()
  for (const [article, near] of neighbours) {
    if (near < LEAST) continue
    for (const { said, thing } of article.seen) for (const key of roughKeys(said)) buckets.set(key, (buckets.get(key) ?? new Set<Thing>()).add(thing))
  }
  return function* (said) {
    for (const key of roughKeys(said)) yield* buckets.get(key) ?? []
  }
}

const known = new Map<string, readonly string[]>()

function roughKeys({ kind, name }: Occurrence): readonly string[] {
  const family = familyOf(kind)
  const id = `${family} ${name}`
  const found = known.get(id)
  if (found) return found
  const made = family === 'person' ? personKeys(name) : family === 'organization' ? bodyKeys(name) : []
  if (known.size > 50_000) known.clear()
  known.set(id, made)
  return made
}

function personKeys(name: string): string[] {
  const { words } = parsePerson(name)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return [...new Set([`person ${skeleton(last).slice(0, 2)}`, `given ${first}`])]
}

function bodyKeys(name: string): string[] {
  const core = coreOf(name)
  return [...new Set([...core.filter((word) => !isGeneral(word)).map((word) => `body ${word.slice(0, 4)}`), ...initialsOf(name).map((letters) => `initials ${letters}`)])]
}
