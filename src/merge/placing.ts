/**
 * Which thing each named entity of a new article is.
 * In: an article's occurrences and all that is known. Out: every one put to a thing, an old or a new one. First what its name alone
 * tells ("Barack Obama", "Chicago"); what is left is looked for in the articles of the same story: "Obama" is the one
 * person of that name there, "Acme" is "Acme Computer" there. At last, what the new article shows to be one is joined (joining.ts).
 */
import type { Occurrence } from './digests.js'
import { joinWhatIsOne, type Scene } from './joining.js'
import { isMarkedApart, isOfKind, isOnlyMeaning, keysOfOccurrence, likeness, nameKey, sameInitials, sharesMark, tiedThings } from './matching.js'
import { nearbyThings } from './nearby.js'
import { isSure, best, type Candidate } from './sureness.js'
import type { State } from './state.js'
import { nearnessTo, neighboursOf } from './stories.js'
import { tallyOf, type SeenArticle, type Thing } from './things.js'

/** @param before the article when it was read the last time */
export function place(article: SeenArticle, state: State, before?: SeenArticle): void {
  const { said: occurrences } = article
  const chosen = new Map<Occurrence, Thing>()
  const taken = new Set<Thing>()
  const choose = (said: Occurrence, thing: Thing | undefined): void => {
    if (!thing) return
    chosen.set(said, thing)
    taken.add(thing)
  }
  if (before) for (const said of occurrences) choose(said, sameAsBefore(said, before, taken))
  for (const said of occurrences) if (!said.isTied && !chosen.has(said)) choose(said, tiedThings(said, state.names).find((thing) => !taken.has(thing)))
  for (const said of occurrences) if (!said.isTied && !chosen.has(said)) choose(said, plainChoice(said, state, taken))
  for (const said of occurrences) if (!said.isTied && !chosen.has(said)) choose(said, aliasChoice(said, state, taken))
  const neighbours = neighboursOf(article, chosen.values(), state.articles.size)
  const nearby = nearbyThings(neighbours, occurrences)
  const plain = chosen.size
  for (const said of occurrences) if (!chosen.has(said)) choose(said, nearChoice(said, { state, taken, neighbours, nearby }))
  for (const [at, said] of occurrences.entries()) {
    const thing = chosen.get(said) ?? state.mint(said, article.id)
    state.put(article, at, state.pinned(article.id, thing.id) ?? thing)
  }
  // What was chosen last makes the story clearer.
  const isClearer = chosen.size > plain
  const now = isClearer ? neighboursOf(article, chosen.values(), state.articles.size) : neighbours
  joinWhatIsOne(article, { state, neighbours: now, nearby: isClearer ? nearbyThings(now, occurrences) : nearby })
}

/** Joins what is one by the rules in an article that was placed before. */
export function joinAgain(article: SeenArticle, state: State): void {
  const neighbours = neighboursOf(article, article.things.filter((thing) => thing !== undefined), state.articles.size)
  joinWhatIsOne(article, { state, neighbours, nearby: nearbyThings(neighbours, article.said) })
}

/** An id once given is kept, though another version of the article would speak for another. */
function sameAsBefore(said: Occurrence, before: SeenArticle, taken: ReadonlySet<Thing>): Thing | undefined {
  const [only, ...others] = before.things.flatMap((thing, at) => (thing && before.said[at]?.key === said.key && !taken.has(thing) ? [thing] : []))
  return others.length === 0 ? only : undefined
}

/** The one thing of that very name, if nothing speaks against it. */
function plainChoice(said: Occurrence, state: State, taken: ReadonlySet<Thing>): Thing | undefined {
  const known = state.names.get(nameKey(said)).filter((thing) => !taken.has(thing) && isOfKind(said, thing) && likeness(said, thing) === 'same')
  const fitting = known.filter((thing) => !isMarkedApart(said, thing))
  const marked = fitting.filter((thing) => sharesMark(said, thing))
  if (marked.length > 0) return largest(marked)
  return known.length === 1 || said.kind !== 'person' ? largest(fitting) : undefined
}

interface Choosing extends Scene { readonly taken: ReadonlySet<Thing> }

/** The one thing that some article calls so beside its full name. */
function aliasChoice(said: Occurrence, state: State, taken: ReadonlySet<Thing>): Thing | undefined {
  const known = state.names.get(nameKey(said)).filter((thing) => tallyOf(thing).names.has(said.name))
  const [only, ...others] = known
  return only && others.length === 0 && !taken.has(only) && isOfKind(said, only) && !isMarkedApart(said, only) ? only : undefined
}

/** The one thing that it can be in the story. */
function nearChoice(said: Occurrence, { state, taken, neighbours, nearby }: Choosing): Thing | undefined {
  const known = keysOfOccurrence(said).flatMap((key) => state.names.get(key))
  // A full name is not put to what has only a surname so far: that will be joined to it, and its id yields.
  const candidates = [...new Set([...known, ...sameInitials(said, state.names), ...nearby(said)])].filter((thing) => !taken.has(thing) && isOfKind(said, thing) && (said.isTied || !thing.isTied))
  const fitting = candidates.flatMap((thing): Candidate[] => {
    const like = likeness(said, thing)
    const candidate = { thing, like, near: nearnessTo(thing, neighbours), isOnly: like === 'short' && isOnlyMeaning(said, state.names) }
    return isSure(said, candidate) ? [candidate] : []
  })
  return best(fitting)?.thing
}

function largest(things: readonly Thing[]): Thing | undefined {
  return things.reduce<Thing | undefined>((a, b) => (a && a.seen.length >= b.seen.length ? a : b), undefined)
}
