/**
 * A batch of articles, each taken through the stages on its own.
 *
 *   in:  names of files, how far to go, options
 *   out: the articles one after the other; in place of one that failed, the problem – "There is no file missing.txt"
 *
 * The language model is loaded once, when the first article is there.
 */
import { createAnalyser } from './analyse/analyse.js'
import { loadFromDisk } from './analyse/model-disk.js'
import { stages } from './build.js'
import type { Analyser, Reading } from './model.js'
import type { Options, Stage } from './options.js'
import { Problem } from './problem.js'
import { find } from './read/files.js'
import { readEach } from './read/read.js'

/** What an article is after a stage. */
export type Made<S extends Stage> = Awaited<ReturnType<(typeof stages)[S]>>

export async function* follow<S extends Stage>(inputs: readonly string[], until: S, options: Options): AsyncGenerator<Made<S> | Problem> {
  const analyse = analyserWhenNeeded(options)
  let done = 0
  let failed = 0
  for await (const { source, outcome } of readings(inputs, options)) {
    const made = outcome instanceof Problem ? outcome : await attempt(source, () => stages[until](outcome, analyse) as Promise<Made<S>>)
    if (made instanceof Problem && options.strict) throw made
    if (made instanceof Problem) failed += 1
    else done += 1
    options.onArticle?.({ source, done, failed, ...(made instanceof Problem ? { problem: made } : {}) })
    yield made
  }
}

async function* readings(inputs: readonly string[], options: Options): AsyncGenerator<{ source: string; outcome: Reading | Problem }> {
  for await (const found of find(inputs)) {
    const { source } = found
    if ('problem' in found) yield { source, outcome: found.problem }
    else for await (const outcome of readEach(found, options)) yield { source, outcome }
  }
}

/** One bad article never stops a batch; a missing model does, as it would fail every one. */
async function attempt<T>(source: string, act: () => Promise<T>): Promise<T | Problem> {
  try {
    return await act()
  } catch (cause) {
    if (cause instanceof Problem && cause.code !== 'input') throw cause
    if (cause instanceof Problem) return cause
    const what = cause instanceof Error ? cause.message : String(cause)
    return new Problem('input', `${source} made newsgraph stumble (${what})`, 'Please report it with the article.', { cause })
  }
}

function analyserWhenNeeded({ engine }: Options): Analyser {
  let loading: Promise<Analyser> | undefined
  return async (reading) => (await (loading ??= createAnalyser({ engine, loader: loadFromDisk() })))(reading)
}
