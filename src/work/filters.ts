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
import { type Line, linesOf } from './lines.js'

type Lines = (lines: AsyncIterable<Line>, options: FilterOptions) => AsyncIterable<string>

/** Each is loaded alone: a process starts for every partition, and only one of them needs the language model. */
const filters: Readonly<Record<Filter, () => Promise<Lines>>> = {
  extract: async () => (await import('./extract.js')).extractLines,
  digest: async () => (await import('./digest.js')).digestLines,
  settle: async () => (await import('./settle.js')).settleLines,
  count: async () => (await import('./count.js')).countLines,
  first: async () => (await import('./first.js')).firstLines,
  write: async () => (await import('./write.js')).writeLines,
}

export async function* work(filter: Filter, bytes: AsyncIterable<Uint8Array>, options: FilterOptions): AsyncGenerator<string> {
  const lines = await filters[filter]()
  yield* lines(linesOf(bytes), options)
}
