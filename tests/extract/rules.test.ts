/** Runs the examples that every rule for statements shows: what it matches and what it misses. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { isUttered } from '../../src/extract/attributions.js'
import { breachesOf } from '../../src/extract/breaches.js'
import { articleOf } from '../../src/extract/candidates.js'
import type { StatementRule } from '../../src/extract/candidates.js'
import { statementRules } from '../../src/extract/drafts.js'
import { extract } from '../../src/extract/extract.js'
import type { Analyser, Reading } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { resolve } from '../../src/resolve/resolve.js'

let analyse: Analyser

beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) })

/** How many statements a rule finds in a sentence. */
async function found(rule: StatementRule, text: string): Promise<number> {
  const reading: Reading = {
    id: 'a', source: '-', text, textSha256: '', blocks: [{ kind: rule.block ?? 'paragraph', start: 0, end: text.length }],
    date: '2024-05-08', authors: [], language: 'en', notes: [],
  }
  const article = articleOf(resolve({ ...reading, ...(await analyse(reading)) }))
  return rule.find(article).filter(({ cue, content }) => content.length > 0 && (cue === undefined || isUttered(article, cue))).length
}

describe.each(statementRules.map((rule) => [rule.name, rule] as const))('the rule %s', (_, rule) => {
  test.each(rule.matches)('finds a statement in: %s', async (text) => { expect(await found(rule, text)).toBeGreaterThan(0) })
  test.each(rule.misses)('finds none in: %s', async (text) => { expect(await found(rule, text)).toBe(0) })
})

test('rules have names of their own', () => {
  expect(new Set(statementRules.map(({ name }) => name)).size).toBe(statementRules.length)
})

describe('the firewall', () => {
  test.each(readdirSync('seeds'))('asserts nothing in %s that is only said, denied, asked or supposed', async (name) => {
    for (const reading of await read({ bytes: readFileSync(`seeds/${name}`), source: name })) {
      expect(breachesOf(extract(resolve({ ...reading, ...(await analyse(reading)) })))).toEqual([])
    }
  })
})
