/**
 * What settling says of each article, apart from the article: so that a graph can be rewritten where it lies.
 * In: the digests of all articles. Out: a placement each, in the same order, as plain JSON: "Lavrov" of article 76f4…, the 18th of the
 * whole, is `person/sergey-lavrov`.
 *
 * All names of a thing go only to the article that mentions it first, as it alone may have to write them; others keep their own, and are
 * told those by which their author or outlet is known. Else each of a million articles would carry every name that Russia goes by.
 */
import type { ArticleGraph } from '../model.js'
import { type Digest, digest } from './digests.js'
import { applyRegistry, settleAll } from './merge.js'
import type { Registry } from './registry.js'
import type { Merged } from './rewrite.js'
import type { Share } from './sharing.js'

export interface Placement {
  /** Its place in the whole, from 0; null for the copy of an article that is there already, which is left out. */
  readonly order: number | null
  /** Its named things, by their id within the article; without names where the article's own will do. */
  readonly things: Readonly<Record<string, Placed>>
}

type Placed = Omit<Merged, 'names'> & { readonly names?: readonly string[] }

/** A digest, and who wrote and published the article. */
export interface SignedDigest extends Digest {
  readonly origins: readonly string[]
}

export function signedDigest(graph: ArticleGraph): SignedDigest {
  const { authors, publisher } = graph.article
  return { ...digest(graph), origins: [...authors.map(({ name }) => name), ...(publisher ? [publisher.name] : [])] }
}

/** Takes every digest before it gives the first placement. @param share what the digests went through, if they did */
export function* placements(digests: readonly SignedDigest[], share?: Share): Generator<Placement> {
  const { order, registry } = settleAll(digests, share)
  const orderOf = new Map(order.map((number, at) => [number, at]))
  const firstOf = firstMentions(order.flatMap((number) => digests[number] ?? []), registry)
  for (const [number, one] of digests.entries()) {
    const at = orderOf.get(number)
    const things = at === undefined ? [] : thingsOf(one, registry).map(([local, thing]) => [local, namedFor(thing, one, firstOf.get(thing.id) === at)])
    yield { order: at ?? null, things: Object.fromEntries(things) as Record<string, Placed> }
  }
}

function thingsOf({ articleId, occurrences }: Digest, registry: Registry): (readonly [string, Merged])[] {
  return occurrences.flatMap(({ local }) => {
    const thing = registry.thingOf(articleId, local)
    return thing ? [[local, thing] as const] : []
  })
}

/** Where in the whole each thing is mentioned first. */
function firstMentions(inOrder: readonly Digest[], registry: Registry): Map<string, number> {
  const first = new Map<string, number>()
  for (const [at, one] of inOrder.entries()) {
    for (const [, { id }] of thingsOf(one, registry)) if (!first.has(id)) first.set(id, at)
  }
  return first
}

function namedFor(thing: Merged, { origins }: SignedDigest, isFirst: boolean): Placed {
  const { names, ...rest } = thing
  return isFirst || origins.some((name) => names.includes(name)) ? thing : rest
}

/** The article's graph with the ids, labels and types of the whole. */
export function place(graph: ArticleGraph, { things }: Placement): ArticleGraph {
  const own = new Map(graph.entities.map(({ id, names }) => [id, names]))
  return applyRegistry(graph, {
    thingOf: (_, local) => {
      const thing = things[local]
      return thing && { ...thing, names: thing.names ?? own.get(local) ?? [] }
    },
  })
}
