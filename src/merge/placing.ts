/**
 * Which thing each named entity of a new article is.
 * In: an article's occurrences and all that is known. Out: every one put to a thing, an old or a new one. First what its name alone
 * tells ("Barack Obama", "Chicago"); what is left is looked for in the articles of the same story: "Obama" is the one
 * person of that name there, "Acme" is "Acme Computer" there. At last, what the new article shows to be one is joined (joining.ts).
 */
import type { Occurrence } from './digests.js'
import { joinWhatIsOne } from './joining.js'
import { familyOf, isMarkedApart, isOfKind, keysOfOccurrence, likeness, nameKey, sharesMark } from './matching.js'
import { nearbyThings, type Nearby } from './nearby.js'
import { isSure, best, type Candidate } from './sureness.js'
import type { State } from './state.js'
import { neighboursOf, nearnessTo, type Neighbours } from './stories.js'
import type { Seen, SeenArticle, Thing } from './things.js'

export function place(article: SeenArticle, occurrences: readonly Occurrence[], state: State): void {
  const chosen = new Map<Occurrence, Thing>()
  const taken = new Set<Thing>()
  const choose = (said: Occurrence, thing: Thing | undefined): void => {
    if (!thing) return
    chosen.set(said, thing)
    taken.add(thing)
  }
  for (const said of occurrences) if (!said.isTied) choose(said, plainChoice(said, state, taken))
  const neighbours = neighboursOf(article, chosen.values(), state.articles.size)
  const nearby = nearbyThings(neighbours)
  for (const said of occurrences) if (!chosen.has(said)) choose(said, nearChoice(said, { state, taken, neighbours, nearby }))
  for (const said of occurrences) {
    const thing = chosen.get(said) ?? state.mint(said, article.id)
    state.put(seenOf(article, said), state.pinned(article.id, thing.id) ?? thing)
  }
  joinWhatIsOne(article, state)
}

function seenOf(article: SeenArticle, said: Occurrence): Seen {
  // The thing is set as it is put.
  const seen = { article, said } as Seen
  article.seen.push(seen)
  return seen
}

/** The one thing of that very name, if nothing speaks against it. */
function plainChoice(said: Occurrence, state: State, taken: ReadonlySet<Thing>): Thing | undefined {
  const known = state.names.get(nameKey(said)).filter((thing) => !taken.has(thing) && isOfKind(said, thing) && likeness(said, thing) === 'same')
  const fitting = known.filter((thing) => !isMarkedApart(said, thing))
  const marked = fitting.filter((thing) => sharesMark(said, thing))
  if (marked.length > 0) return largest(marked)
  return known.length === 1 || said.kind !== 'person' ? largest(fitting) : undefined
}

interface Scene { readonly state: State; readonly taken: ReadonlySet<Thing>; readonly neighbours: Neighbours; readonly nearby: Nearby }

/** The one thing that it can be in the story. */
function nearChoice(said: Occurrence, { state, taken, neighbours, nearby }: Scene): Thing | undefined {
  const known = keysOfOccurrence(said).flatMap((key) => state.names.get(key))
  const candidates = [...new Set([...known, ...nearby(said)])].filter((thing) => !taken.has(thing) && isOfKind(said, thing))
  const fitting = candidates.flatMap((thing): Candidate[] => {
    const candidate = { thing, like: likeness(said, thing), near: nearnessTo(thing, neighbours) }
    return isSure(said, candidate) ? [candidate] : []
  })
  return best(fitting)?.thing
}

function largest(things: readonly Thing[]): Thing | undefined {
  return things.reduce<Thing | undefined>((a, b) => (a && a.seen.length >= b.seen.length ? a : b), undefined)
}

export { familyOf }
