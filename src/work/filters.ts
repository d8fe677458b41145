/**
 * The filters that other engines run newsgraph by, when one machine is not enough: JSON Lines in, JSON Lines out.
 *
 *   in:  the name of a filter, bytes
 *   out: its lines, in the order of those that came in; memory does not grow with their number (`settle` apart)
 *
 *   articles → extract → digest → settle, once for all → write → N-Quads
 */
import type { Filter, FilterOptions } from '../options.js'
import { digestLines } from './digest.js'
import { extractLines } from './extract.js'
import { type Line, linesOf } from './lines.js'
import { settleLines } from './settle.js'
import { writeLines } from './write.js'

const filters: Readonly<Record<Filter, (lines: AsyncIterable<Line>, options: FilterOptions) => AsyncIterable<string>>> = {
  extract: extractLines, digest: digestLines, settle: settleLines, write: writeLines,
}

export function work(filter: Filter, bytes: AsyncIterable<Uint8Array>, options: FilterOptions): AsyncIterable<string> {
  return filters[filter](linesOf(bytes), options)
}
