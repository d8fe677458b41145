/**
 * Things in the articles of one story, by what their names have in common.
 * In: neighbour articles. Out: for a name, the things there that may be meant: for "Obama" all whose surname begins alike, for "NYPD" those with
 * these initials. A rough choice; likeness decides.
 */
import type { Occurrence } from './digests.js'
import { coreOf, initialsOf, isGeneral } from './body-names.js'
import { skeleton } from '../sounds.js'
import { memo } from './memo.js'
import { parsePerson } from './person-names.js'
import type { Neighbours } from './stories.js'
import type { Thing } from './things.js'

export type Nearby = (said: Occurrence) => Iterable<Thing>

/** Less near than this, articles are of other stories. */
const LEAST = 0.25

/** @param asked what will be asked for */
export function nearbyThings(neighbours: Neighbours, asked: readonly Occurrence[]): Nearby {
  let buckets: Map<string, Set<Thing>> | undefined
  return function* (said) {
    buckets ??= bucketsOf(neighbours, asked)
    for (const key of roughKeys(said)) yield* buckets.get(key) ?? []
  }
}

function bucketsOf(neighbours: Neighbours, asked: readonly Occurrence[]): Map<string, Set<Thing>> {
  const buckets = new Map(asked.flatMap(roughKeys).map((key) => [key, new Set<Thing>()]))
  for (const [article, near] of neighbours) {
    if (near < LEAST) continue
    for (const [at, said] of article.said.entries()) {
      const thing = article.things[at]
      if (thing) for (const key of roughKeys(said)) buckets.get(key)?.add(thing)
    }
  }
  return buckets
}

const none: readonly string[] = []

function roughKeys({ kind, name }: Occurrence): readonly string[] {
  if (kind === 'place' || kind === 'work' || kind === 'group') return none
  return kind === 'person' ? personKeys(name) : bodyKeys(name)
}

const personKeys = memo((name: string): readonly string[] => {
  const { words } = parsePerson(name)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return [...new Set([`person ${skeleton(last).slice(0, 2)}`, `given ${first}`])]
})

const bodyKeys = memo((name: string): readonly string[] => {
  const core = coreOf(name)
  return [...new Set([...core.filter((word) => !isGeneral(word)).map((word) => `body ${word.slice(0, 4)}`), ...initialsOf(name).map((letters) => `initials ${letters}`)])]
})
