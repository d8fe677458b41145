/**
 * Shows what of the invented corpus does not hold, and raises tests/corpus/held.json by what does; with --lower it may fall as well.
 *
 *   npx tsx tests/corpus.ts [--model DIR] [--lower]
 */
import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createAnalyser } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { HELD, type Held, heldBefore, heldNow, topics } from './corpus/fixtures.js'

const { values: options } = parseArgs({ options: { model: { type: 'string' }, lower: { type: 'boolean', default: false } } })

const analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk(options.model) })
const before = existsSync(HELD) ? heldBefore() : {}
const after: Record<string, Held> = {}
for (const topic of topics) {
  const { must, mustNot, lines, failing } = await heldNow(topic, analyse)
  console.log(`\n${topic}: ${must + mustNot} of ${lines} hold\n  ${failing.join('\n  ')}`)
  const least = options.lower || before[topic]?.lines !== lines ? undefined : before[topic]
  after[topic] = { must: Math.max(must, least?.must ?? 0), mustNot: Math.max(mustNot, least?.mustNot ?? 0), lines }
}
const all = Object.values(after).reduce((sum, { must, mustNot, lines }) => [sum[0]! + must + mustNot, sum[1]! + lines], [0, 0])
console.log(`\nIn all ${all.join(' of ')}`)
writeFileSync(HELD, `${JSON.stringify(after, undefined, 2)}\n`)
