/**
 * A long batch: does it stay as fast and as small as it began?
 * In: how many articles. Out: a line for each twentieth – seconds of processor time an article, memory in use and held – and what the last
 * fifth has to the second. The articles are those of seeds/ under invented names, a few dozen of them about the same people.
 */
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { kept, stages } from '../../src/build.js'
import { startMerge } from '../../src/merge/merge.js'
import { find } from '../../src/read/files.js'
import { read } from '../../src/read/read.js'
import { openShelf } from '../../src/store/shelf.js'
import { dayOf, word } from './invented.js'

export async function benchSoak(count: number): Promise<void> {
  const analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() })
  const texts: string[] = []
  for await (const found of find(['seeds'])) if ('bytes' in found) for (const { text } of await read(found)) texts.push(text)
  const merge = startMerge(), shelf = openShelf()
  const rows: { seconds: number; used: number; held: number }[] = []
  const step = Math.max(1, Math.floor(count / 20))
  let cpu = process.cpuUsage()
  for (let number = 0; number < count; number += 1) {
    const [reading] = await read({ bytes: Buffer.from(renamed(texts[number % texts.length] ?? '', number)), source: `${number}.txt`, hint: 'text' }, { date: dayOf(number), language: 'en' })
    if (reading) {
      const graph = kept(await stages.extract(reading, analyse), 0)
      merge.add(graph)
      shelf.put(graph)
    }
    if ((number + 1) % step !== 0) continue
    const { user, system } = process.cpuUsage(cpu)
    globalThis.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    rows.push({ seconds: (user + system) / 1e6 / step, used: heapUsed / 1e6, held: rss / 1e6 })
    console.log(`${number + 1} articles: ${rows.at(-1)?.seconds.toFixed(3)} s each, ${rows.at(-1)?.used.toFixed()} MB in use, ${rows.at(-1)?.held.toFixed()} MB held`)
    cpu = process.cpuUsage()
  }
  const meanOf = (from: number, to: number, of: 'seconds' | 'used' | 'held') => rows.slice(from, to).reduce((sum, row) => sum + row[of], 0) / Math.max(1, to - from)
  for (const of of ['seconds', 'used', 'held'] as const) console.log(`${of}: last fifth to second fifth ${(meanOf(16, 20, of) / meanOf(4, 8, of)).toFixed(2)}`)
}

/** Another surname for every capitalised word in the middle of a sentence, the same in the articles of one story, and a line of its own. */
function renamed(text: string, number: number): string {
  const story = Math.floor(number / 36)
  const other = (old: string): string => word(story * 97 + [...old].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0), 3)
  return `${text.replace(/(?<=[a-z] )\p{Lu}\p{Ll}{3,}(?= [a-z])/gu, other)}\n\nThis is number ${number}.`
}
