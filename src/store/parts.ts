/**
 * Graphs article by article, so that of a hundred thousand articles one is in memory.
 * In: files. Out: for each article its quads – the article, its claims, their evidence – with the descriptions of things that
 * stand beside them, as newsgraph writes them. Files in which an article's quads lie about are sorted on disk first (regroup.ts).
 */
import type { Quad } from 'n3'
import { isArticleType, isBelonging, isShared } from './belonging.js'
import { readQuads, type GraphFile } from './load.js'
import { regroup } from './regroup.js'

export type ArticlePart = readonly Quad[]

/** Thrown, and caught, in this file: a quad stands far from its article. */
class Misplaced extends Error {}

/**
 * Goes through all parts.
 * @param begin is called at the start, and again if the files turn out to need sorting: what it counted before is void
 */
export async function eachPart<Result>(files: readonly GraphFile[], begin: () => PartVisitor<Result>): Promise<Result> {
  try {
    return await visit(partsInOrder(files), begin())
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error
    return visit(regroup(files), begin())
  }
}

export interface PartVisitor<Result> {
  part(quads: ArticlePart): void | Promise<void>
  end(): Result | Promise<Result>
}

async function visit<Result>(parts: AsyncIterable<ArticlePart>, { part, end }: PartVisitor<Result>): Promise<Result> {
  for await (const quads of parts) await part(quads)
  return end()
}

/**
 * Goes through all parts, and says how to go through them again without finding out anew whether they need sorting.
 * @param begin as with `eachPart`
 */
export async function lookThrough<Result>(
  files: readonly GraphFile[], begin: () => PartVisitor<Result>,
): Promise<{ seen: Result; parts: () => AsyncIterable<ArticlePart> }> {
  try {
    return { seen: await visit(partsInOrder(files), begin()), parts: () => partsInOrder(files) }
  } catch (error) {
    if (!(error instanceof Misplaced)) throw error
    return { seen: await visit(regroup(files), begin()), parts: () => regroup(files) }
  }
}

/** The parts as an iterable; for files that need sorting it looks twice. */
export async function* partsOf(files: readonly GraphFile[]): AsyncGenerator<ArticlePart> {
  const isInOrder = await eachOf(partsInOrder(files)).then(() => true, (error: unknown) => {
    if (error instanceof Misplaced) return false
    throw error
  })
  yield* isInOrder ? partsInOrder(files) : regroup(files)
}

/** The parts as they come, for what does not mind if an article comes in several. */
export async function* roughParts(files: readonly GraphFile[]): AsyncGenerator<ArticlePart> {
  yield* partsInOrder(files, false)
}

async function eachOf(parts: AsyncIterable<unknown>): Promise<void> {
  for await (const part of parts) void part
}

/** @throws Misplaced when an article's quads are not together, if that matters */
async function* partsInOrder(files: readonly GraphFile[], isStrict = true): AsyncGenerator<ArticlePart> {
  for (const file of files) {
    const cutter = partCutter(isStrict)
    for await (const quads of readQuads(file)) yield* cutter.add(quads)
    const last = cutter.rest()
    if (last.length > 0) yield last
  }
}

/** Cuts a file's quads where the next article begins: its graph does or, in a graph of many, the article itself. */
function partCutter(isStrict: boolean): { add: (quads: readonly Quad[]) => Generator<ArticlePart>; rest: () => ArticlePart } {
  const closed = new Set<string>()
  let part: Quad[] = [], graph = '', subject = '', subjectStart = 0, article = ''
  const take = (end: number): ArticlePart => {
    const taken = end === part.length ? part : part.slice(0, end)
    part = part.slice(end)
    subjectStart = 0
    article = ''
    return isStrict ? inPlace(taken) : taken
  }
  return {
    *add(quads) {
      for (const quad of quads) {
        const name = quad.graph.value
        if (name !== graph && !isShared(name)) {
          if (isStrict && closed.has(name)) throw new Misplaced()
          // What the last article is the first to mention is described behind it and belongs to it.
          if (graph !== '') {
            yield take(part.length)
            closed.add(graph)
          }
          graph = name
        }
        if (quad.subject.value !== subject) {
          subject = quad.subject.value
          subjectStart = part.length
        }
        if (isArticleType(quad)) {
          if (article !== '' && article !== subject && subjectStart > 0) yield take(subjectStart)
          article = subject
        }
        part.push(quad)
      }
      if (part.length > LARGEST) {
        if (isStrict) throw new Misplaced()
        yield take(part.length)
      }
    },
    rest: () => (isStrict ? inPlace(part) : part),
  }
}

/** More quads than any article has: where so many come without an article, the file is of another order. */
const LARGEST = 500_000

/** @throws Misplaced when a node says that it belongs to an article that is not in its part */
function inPlace(part: ArticlePart): ArticlePart {
  const articles = new Set<string>(), named = new Set<string>()
  for (const quad of part) {
    if (isArticleType(quad)) articles.add(quad.subject.value)
    else if (isBelonging(quad)) named.add(quad.object.value)
  }
  for (const article of named) if (!articles.has(article)) throw new Misplaced()
  return part
}
