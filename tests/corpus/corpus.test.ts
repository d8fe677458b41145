/**
 * How graphs of invented news behave. Neither rules nor models are made for it, so what fails stays written here: held.json says how many
 * lines hold, and no fewer may; `npx tsx tests/corpus.ts` shows which fail and raises it.
 */
import { beforeAll, expect, it } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import type { Analyser } from '../../src/model.js'
import { articles, heldBefore, heldNow, sentences, topics } from './fixtures.js'

let analyse: Analyser

beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) }, 60_000)

it('there are sixty sentences and six articles', () => { expect([sentences.length, articles.length]).toEqual([60, 6]) })

it.each(topics)('of the lines on %s no fewer hold than did', async (topic) => {
  const { must, mustNot, lines, failing } = await heldNow(topic, analyse)
  const before = heldBefore()[topic] ?? { must: 0, mustNot: 0, lines: 0 }
  const told = `These do not hold:\n  ${failing.join('\n  ')}\n`
  expect(lines).toBe(before.lines)
  expect(must, told).toBeGreaterThanOrEqual(before.must)
  expect(mustNot, told).toBeGreaterThanOrEqual(before.mustNot)
}, 60_000)
