/**
 * The graph of a file as `newsgraph build` makes it, by the network that is being measured: `--model DIR` counts for graphs too.
 * In: a file, its date, an analyser. Out: what `write` takes.
 */
import { readings } from '../../src/batch.js'
import { stages } from '../../src/build.js'
import type { Analyser, Extracted } from '../../src/model.js'
import { type Built, merge } from '../../src/newsgraph.js'
import { type Options, resolveOptions } from '../../src/options.js'
import { Problem } from '../../src/problem.js'

export async function builtFrom(file: string, analyse: Analyser, options: Partial<Options> = {}): Promise<Built> {
  const articles: Extracted[] = []
  for await (const { outcome } of readings([file], resolveOptions(options))) {
    if (outcome instanceof Problem) throw outcome
    articles.push(await stages.extract(outcome, analyse))
  }
  return merge(articles, options)
}
