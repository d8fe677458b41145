/**
 * The filters that other engines run newsgraph by, when one machine is not enough: JSON Lines in, JSON Lines out.
 *
 *   in:  the name of a filter, bytes
 *   out: its lines, in the order of those that came in
 *
 *   articles → extract → digest → SETTLE → count → FIRST → write → N-Quads
 *
 * Those in capitals see all articles, in one process; the others may run in any number of processes, and need the same memory
 * however many articles there are.
 */
import type { Filter, FilterOptions } from '../options.js'
import { countLines } from './count.js'
import { digestLines } from './digest.js'
import { extractLines } from './extract.js'
import { firstLines } from './first.js'
import { type Line, linesOf } from './lines.js'
import { settleLines } from './settle.js'
import { writeLines } from './write.js'

const filters: Readonly<Record<Filter, (lines: AsyncIterable<Line>, options: FilterOptions) => AsyncIterable<string>>> = {
  extract: extractLines, digest: digestLines, settle: settleLines, count: countLines, first: firstLines, write: writeLines,
}

export function work(filter: Filter, bytes: AsyncIterable<Uint8Array>, options: FilterOptions): AsyncIterable<string> {
  return filters[filter](linesOf(bytes), options)
}
