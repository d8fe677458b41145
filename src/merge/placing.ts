/**
 * Which thing each named entity of a new article is.
 * In: an article's occurrences and all that is known. Out: every one put to a thing, an old or a new one. First what its name alone
 * tells ("Barack Obama", "Chicago"); what is left is looked for in the articles of the same story: "Obama" is the one
 * person of that name there, "Acme" is "Acme Computer" there. At last, what the new article shows to be one is joined.
 */
import type { Occurrence } from './digests.js'
import { familyOf, isMarkedApart, keysOfOccurrence, likeness, sharesMark } from './matching.js'
import type { Likeness } from './person-names.js'
import type { State } from './state.js'
import { nearnessTo, neighboursOf, type Neighbours } from './stories.js'
import { kindOf, type Seen, type SeenArticle, type Thing } from './things.js'

/** How near a story must be for a name that agrees only so well. */
export const NEEDED: Record<Exclude<Likeness, 'apart'>, number> = { same: 0, variant: 0.3, short: 0.9, typo: 0.9 }

/** So near, people with the same name are one though their roles differ. */
export const SAME_CIRCLE = 0.3

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
  for (const said of occurrences) if (!chosen.has(said)) choose(said, nearChoice(said, { state, taken, neighbours }))
  for (const said of occurrences) {
    const thing = chosen.get(said) ?? state.mint(said, article.id)
    state.put(seenOf(article, said), state.pinned(article.id, thing.id) ?? thing)
  }
}

function seenOf(article: SeenArticle, said: Occurrence): Seen {
  // The thing is set as it is put.
  const seen = { article, said } as Seen
  article.seen.push(seen)
  return seen
}

/** The one thing of that very name, if nothing speaks against it. */
function plainChoice(said: Occurrence, state: State, taken: ReadonlySet<Thing>): Thing | undefined {
  const own = `${familyOf(said.kind)}/${said.key.slice(said.key.indexOf('/') + 1)}`
  const known = state.names.get(own).filter((thing) => !taken.has(thing) && isOfKind(said, thing) && likeness(said, thing) === 'same')
  const fitting = known.filter((thing) => !isMarkedApart(said, thing))
  const marked = fitting.filter((thing) => sharesMark(said, thing))
  if (marked.length > 0) return largest(marked)
  return fitting.length === 1 && known.length === 1 || said.kind !== 'person' ? largest(fitting) : undefined
}

interface Scene { readonly state: State; readonly taken: ReadonlySet<Thing>; readonly neighbours: Neighbours }

/** The one thing that it can be in the story. */
function nearChoice(said: Occurrence, { state, taken, neighbours }: Scene): Thing | undefined {
  const candidates = new Set([...keysOfOccurrence(said).flatMap((key) => state.names.get(key)), ...thingsNear(said, neighbours)])
  const fitting = [...candidates].filter((thing) => !taken.has(thing) && isOfKind(said, thing)).flatMap((thing) => {
    const like = likeness(said, thing)
    if (like === 'apart') return []
    const near = nearnessTo(thing, neighbours)
    const byName = like === 'same' && said.isTied ? NEEDED.short : NEEDED[like]
    const needed = isMarkedApart(said, thing) ? Math.max(SAME_CIRCLE, byName) : byName
    const isSure = near >= needed || like === 'variant' && sharesMark(said, thing)
    return isSure ? [{ thing, like, near }] : []
  })
  const rank = (like: Likeness) => ['same', 'variant', 'short', 'typo'].indexOf(like)
  const [first, second] = fitting.toSorted((a, b) => rank(a.like) - rank(b.like) || b.near - a.near || b.thing.seen.length - a.thing.seen.length)
  if (!first) return undefined
  const isDoubtful = second && second.like === first.like && first.like !== 'same' && second.near > first.near / 2
  return isDoubtful ? undefined : first.thing
}

/** Things in the articles of the story. */
function thingsNear(said: Occurrence, neighbours: Neighbours): Set<Thing> {
  const found = new Set<Thing>()
  for (const article of neighbours.keys()) for (const { thing, said: other } of article.seen) if (familyOf(other.kind) === familyOf(said.kind)) found.add(thing)
  return found
}

function isOfKind(said: Occurrence, thing: Thing): boolean {
  return familyOf(said.kind) === familyOf(kindOf(thing))
}

function largest(things: readonly Thing[]): Thing | undefined {
  return things.reduce<Thing | undefined>((a, b) => (a && a.seen.length >= b.seen.length ? a : b), undefined)
}
