/**
 * `work write`: articles and what is known of them, to N-Quads.
 *
 *   in:  a line an article, in the order of the whole: what `settle` wrote, a tab, what `extract` wrote, a tab, what `first` wrote;
 *        at the end what `first` wrote at its end, with the tab or tabs that `paste` puts before it
 *   out: its quads – <…/person/sergey-lavrov> <…#label> "Sergey Lavrov" <…/graph/entities> .
 */
import { type DatasetCounts, datasetQuads } from '../map/dataset.js'
import { quadsOf } from '../map/quads.js'
import { isNewIn } from '../map/shares.js'
import type { FilterOptions } from '../options.js'
import { Problem } from '../problem.js'
import { type Part, serialise } from '../store/write.js'
import { version } from '../version.js'
import type { Line } from './lines.js'
import { columnsOf, placedIn } from './placed.js'
import { asRecord, fieldsIn, jsonIn } from './records.js'

export async function* writeLines(lines: AsyncIterable<Line>, { format = 'n-quads', ...options }: FilterOptions): AsyncGenerator<string> {
  for await (const line of lines) {
    const part = partIn(line, options)
    if (part) yield* serialise([part], { format, base: options.base })
  }
}

function partIn(line: Line, options: Omit<FilterOptions, 'format'>): Part | undefined {
  const columns = columnsOf(line)
  const last = columns.at(-1) ?? line
  if (columns.slice(0, -1).every(({ text }) => text === '')) {
    return datasetQuads(asRecord<DatasetCounts>(fieldsIn(last), 'count of the whole', ['articles', 'entities', 'triples', 'models'], line.number), { ...options, version })
  }
  const article = placedIn(line)
  return article && quadsOf(article, { ...options, version }, isNewIn(article, firstIn(columns[2], line.number)))
}

function firstIn(column: Line | undefined, number: number): readonly string[] {
  const first = column && jsonIn(column)
  if (Array.isArray(first)) return first as readonly string[]
  throw new Problem('input', `Line ${number} does not say what the article is the first to describe`, 'Give what first wrote behind a second tab, as paste does.')
}
