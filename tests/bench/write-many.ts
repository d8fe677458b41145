/**
 * Builds and writes a graph of many articles, in a process of its own, whose memory can be measured.
 *
 *   in:  EXTRACTED.jsonl COUNT GRAPH: articles as `newsgraph build --until extract` or `newsgraph work extract` prints them
 *   out: the graph; on standard error a line for each tenth, with the memory that is in use after clearing up where Node was started with --expose-gc
 */
import { merge, write } from '../../src/newsgraph.js'
import { copies, readExtracted } from './copies.js'

const [path = '', count = '1000', graph = ''] = process.argv.slice(2)
const until = Number(count), tenth = Math.max(1, Math.floor(until / 10)), start = performance.now()

function* told<Item>(items: Iterable<Item>, what: string): Generator<Item> {
  let number = 0
  for (const item of items) {
    yield item
    number += 1
    if (number % tenth === 0) tell(`${number} ${what}`)
  }
}

function tell(what: string): void {
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  console.error(`${what}: ${Math.round((performance.now() - start) / 1000)} s, ${Math.round(heapUsed / 1e6)} MB in use, ${Math.round(rss / 1e6)} MB held`)
}

const built = await merge(told(copies(readExtracted(path), until), 'read'))
await write({ ...built, articles: { *[Symbol.iterator]() { yield* told(built.articles, 'written') } } }, graph)
