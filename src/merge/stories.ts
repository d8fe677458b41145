/**
 * Which articles tell the same story: those that name the same people, bodies and places within some days.
 * In: an article of which some things are known. Out: the articles nearest to it, with how near: what few articles name says much,
 * "Russia" says little. Looks at the latest articles of each thing only, so that it costs the same however many there are.
 */
import type { EntityKind } from '../model.js'
import { firstSaidOf, type SeenArticle, type Thing } from './things.js'

/** How many articles of a thing are looked at, and how many of the nearest are weighed in full. */
const LATEST = 40
const NEAREST = 40
/** What says less than this leads to no article; it only makes those nearer to which something else leads. */
const LEADS = 0.1

const WEIGHTS: Record<EntityKind, number> = { person: 1, organization: 0.8, outlet: 0.15, group: 0.3, place: 0.5, work: 0.7 }

/** How near each article is: 1 is one shared person whom hardly any other article names. */
export type Neighbours = ReadonlyMap<SeenArticle, number>

/** How much it says that two articles name this thing. */
function weightOf(thing: Thing, articles: number): number {
  const said = firstSaidOf(thing)
  if (!said || thing.isTied) return 0
  const kind = said.type === 'Country' ? 0.4 : WEIGHTS[said.kind]
  return kind * Math.max(0, Math.log(Math.max(articles, 1000) / Math.max(1, thing.seen.length)) / Math.log(1000))
}

export function neighboursOf(article: SeenArticle, things: Iterable<Thing>, articles: number): Neighbours {
  const weights = new Map([...new Set(things)].map((thing) => [thing, weightOf(thing, articles)] as const))
  const rough = new Map<SeenArticle, number>()
  for (const [thing, weight] of weights) {
    if (weight < LEADS) continue
    for (let at = thing.seen.length - 1; at >= 0 && at >= thing.seen.length - LATEST; at--) {
      const other = thing.seen[at]
      if (other && other !== article) rough.set(other, (rough.get(other) ?? 0) + weight)
    }
  }
  const nearest = rough.size <= NEAREST ? [...rough.keys()] : [...rough].sort((a, b) => b[1] - a[1]).slice(0, NEAREST).map(([other]) => other)
  return new Map(nearest.map((other) => [other, nearness(weights, other) * closeness(article, other)] as const))
}

function nearness(weights: ReadonlyMap<Thing, number>, other: SeenArticle): number {
  let sum = 0
  for (const thing of other.things) sum += (thing && weights.get(thing)) ?? 0
  return sum
}

/** News is of its days. */
function closeness(a: SeenArticle, b: SeenArticle): number {
  if (a.day === undefined || b.day === undefined) return 0.8
  const days = Math.abs(a.day - b.day)
  return days <= 10 ? 1 : days <= 45 ? 0.6 : days <= 400 ? 0.35 : 0.2
}

/** How near the article is to a thing: as to the nearest article that names it, without the thing itself. */
export function nearnessTo(thing: Thing, neighbours: Neighbours): number {
  let best = 0
  for (let at = thing.seen.length - 1; at >= 0 && at >= thing.seen.length - LATEST; at--) {
    const article = thing.seen[at]
    if (article) best = Math.max(best, neighbours.get(article) ?? 0)
  }
  return best
}
