/**
 * A batch of articles, each taken through the stages on its own.
 *
 *   in:  names of files, how far to go, options
 *   out: the articles one after the other, in the order in which they were found; in place of one that failed, the problem –
 *        "There is no file missing.txt"
 */
import type { stages } from './build.js'
import type { Linked, Reading } from './model.js'
import type { Options, Stage } from './options.js'
import { presentBases } from './linking.js'
import { isOutOfMemory, outOfMemory, Problem } from './problem.js'
import { find } from './read/files.js'
import { openReadingRoom } from './reading-room.js'
import type { Reconciling } from './reconciling.js'
import { startWorkshop } from './workshop.js'

/** What an article is after a stage. */
export type Made<S extends Stage> = Awaited<ReturnType<(typeof stages)[S]>>

export async function* follow<S extends Stage>(inputs: readonly string[], until: S, options: Options): AsyncGenerator<Made<S> | Problem> {
  yield* followEach(readings(inputs, options), until, options)
}

/** The same for articles that come from elsewhere than files. */
export async function* followEach<S extends Stage>(found: AsyncIterable<Found>, until: S, options: Options): AsyncGenerator<Made<S> | Problem> {
  let done = 0
  let failed = 0
  for await (const { source, made } of work(found, until, options)) {
    if (made instanceof Problem && options.strict) throw made
    if (made instanceof Problem) failed += 1
    else done += 1
    options.onArticle?.({ source, done, failed, ...(made instanceof Problem ? { problem: made } : {}) })
    yield made
  }
}

/** A reading, or why there is none, and the words that name it in a Problem; and the same after a stage. */
export interface Found { readonly source: string; readonly outcome: Reading | Problem }
export interface Settled<S extends Stage> { readonly source: string; readonly made: Made<S> | Problem }

/** Takes readings as far as a stage, several at once. */
export async function* work<S extends Stage>(found: AsyncIterable<Found>, until: S, options: Options): AsyncGenerator<Settled<S>> {
  // A base that was named and is none would fail every article.
  const bases = until === 'link' ? await presentBases(options) : undefined
  const cache = options.cache === undefined || until !== 'link' ? undefined : await (await import('./cache.js')).openCache(options.cache, options.engine, bases)
  // What was kept needs no model: it is loaded for the first article that was not.
  let workshop = cache ? undefined : startWorkshop(until, options)
  const makeOne = (reading: Reading): Promise<Made<S>> => (workshop ??= startWorkshop(until, options)).make(reading)
  const makeOrTake = (reading: Reading): Promise<Made<S>> => cache ? cache.through(reading, () => makeOne(reading)) : makeOne(reading)
  const make = async ({ source, outcome }: Found): Promise<Settled<S>> =>
    ({ source, made: outcome instanceof Problem ? outcome : await attempt(source, async () => more(await makeOrTake(outcome))) })
  const reconciling = until === 'link' && options.links && options.reconcile !== undefined ? await openService(options.reconcile, options) : undefined
  const more = (made: Made<S>): Made<S> | Promise<Made<S>> => reconciling ? reconciling.reconcile(made as Linked) as Promise<Made<S>> : made
  try {
    yield* ahead(found, make, options.workers)
  } finally {
    await Promise.all([workshop?.close(), reconciling?.close()])
  }
}

/** Loaded only where it is asked for. */
async function openService(address: string, options: Options): Promise<Reconciling> {
  const { openReconciling } = await import('./reconciling.js')
  return openReconciling(address, options, (problem) => options.onArticle?.({ source: address, done: 0, failed: 0, problem }))
}

export async function* readings(inputs: readonly string[], options: Options): AsyncGenerator<Found> {
  const room = openReadingRoom(options)
  try {
    for await (const found of find(inputs, options.inputFormat)) {
      const { source } = found
      if ('problem' in found) yield { source, outcome: found.problem }
      else for await (const outcome of 'lines' in found ? room.lines(found.lines, source, options) : room.each(found, options)) yield { source, outcome }
    }
  } finally {
    await room.close()
  }
}

/** Works on several items at once, and gives the results in the order of the items. */
async function* ahead<In, Out>(items: AsyncIterable<In>, act: (item: In) => Promise<Out>, width: number): AsyncGenerator<Out> {
  const running: Promise<Out>[] = []
  for await (const item of items) {
    const result = act(item)
    // Whoever waits for an earlier one must not be told that a later one was never waited for.
    result.catch(() => undefined)
    running.push(result)
    if (running.length >= width) yield await (running.shift() as Promise<Out>)
  }
  for (const result of running) yield await result
}

/** One bad article never stops a batch; a missing model does, as it would fail every one. */
async function attempt<T>(source: string, act: () => Promise<T>): Promise<T | Problem> {
  try {
    return await act()
  } catch (cause) {
    if (cause instanceof Problem && cause.code !== 'input') throw cause
    if (cause instanceof Problem) return cause
    if (isOutOfMemory(cause)) return outOfMemory(source, cause)
    const what = cause instanceof Error ? cause.message : String(cause)
    return new Problem('input', `${source} made newsgraph stumble (${what})`, 'Please report it with the article.', { cause })
  }
}
