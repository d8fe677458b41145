/**
 * `work count`: what each article adds to the whole, so that each can be written apart from the others.
 *
 *   in:  a line an article: what `settle` wrote, a tab, what `extract` wrote
 *   out: a line for each: {"nodes": [["https://…/person/sergey-lavrov", 7]], "triples": 1204, "plain": ["5f1c…"], …}; null for what is left out
 */
import { shareOf } from '../map/shares.js'
import type { FilterOptions } from '../options.js'
import { version } from '../version.js'
import type { Line } from './lines.js'
import { placedIn } from './placed.js'

export async function* countLines(lines: AsyncIterable<Line>, options: FilterOptions): AsyncGenerator<string> {
  for await (const line of lines) {
    const article = placedIn(line)
    yield `${JSON.stringify(article ? shareOf(article, { ...options, version }) : null)}\n`
  }
}
