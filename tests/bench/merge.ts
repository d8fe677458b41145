/**
 * Merging alone, without the model and without writing: does it stay in proportion, and how much memory does it hold?
 * In: extracted articles, and how many copies of them, under names of their own (copies.ts). Out: a table: processor time and memory of each
 * step – digests made, all placed, all named – and how large the digests are. Started with `--expose-gc` it tells what is in use, not what is held.
 */
import { digest } from '../../src/merge/digests.js'
import { keep, startMerge } from '../../src/merge/merge.js'
import type { Extracted } from '../../src/model.js'
import { copies } from './copies.js'

/** One digest of so many is measured. */
const SAMPLED = 97

export function benchMerge(extracted: readonly Extracted[], count: number): void {
  const merge = startMerge()
  const sizes: number[] = []
  const rows: Record<string, object> = {}
  let work = 0, peak = 0
  const timed = <Result>(act: () => Result): Result => {
    const start = process.cpuUsage()
    const result = act()
    const { user, system } = process.cpuUsage(start)
    work += (user + system) / 1e6
    peak = Math.max(peak, process.memoryUsage.rss())
    return result
  }
  const tell = (what: string): void => {
    globalThis.gc?.()
    rows[what] = { 'work s': Number(work.toPrecision(3)), 'ms/article': Number((1000 * work / count).toPrecision(3)), 'peak MB': Math.round(peak / 1e6), 'in use MB': Math.round(process.memoryUsage().heapUsed / 1e6) }
    work = 0
  }
  let number = 0
  for (const article of copies(extracted, count)) {
    const graph = keep(article)
    timed(() => merge.add(graph))
    if (number++ % SAMPLED === 0) sizes.push(Buffer.byteLength(JSON.stringify(digest(graph))))
  }
  tell('digests made')
  timed(() => merge.order())
  tell('placed')
  for (const article of copies(extracted, count)) timed(() => merge.apply(keep(article)))
  tell('named')
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  console.log(`Merging ${count} articles; a digest has ${Math.round(mean)} bytes, the largest ${Math.max(...sizes)}`)
  console.table(rows)
}
