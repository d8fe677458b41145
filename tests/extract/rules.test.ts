/** Runs the examples that every rule for statements shows: what it matches and what it misses. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { breachesOf } from '../../src/extract/breaches.js'
import type { StatementRule } from '../../src/extract/candidates.js'
import { statementRules } from '../../src/extract/drafts.js'
import { extract } from '../../src/extract/extract.js'
import { statements } from '../../src/extract/statements.js'
import type { Analyser, Reading, Statement } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { resolve } from '../../src/resolve/resolve.js'

let analyse: Analyser

beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) }, 60_000)

/** The statements of a sentence. */
async function said(text: string, rule: StatementRule): Promise<readonly Statement[]> {
  const reading: Reading = {
    id: 'a', source: '-', text, textSha256: '', blocks: [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({ kind: rule.block ?? 'paragraph', start: index, end: index + line.length })),
    date: '2024-05-08', authors: [], language: 'en', notes: [],
  }
  return statements(resolve({ ...reading, ...(await analyse(reading)) }))
}

// A surer rule may come first: what a rule over the order of words matches is mostly found in the tree already.
describe.each(statementRules.map((rule) => [rule.name, rule] as const))('the rule %s', (name, rule) => {
  test.each(rule.matches)('matches, or leaves to a surer one: %s', async (text) => { expect(await said(text, rule)).not.toEqual([]) })
  test.each(rule.misses)('misses: %s', async (text) => { expect((await said(text, rule)).map((each) => each.rule)).not.toContain(name) })
})

test('a turn ends with its question: the answer in the same paragraph is not the interviewer’s', async () => {
  const text = 'DW: When did you see the letter? I saw it last week.'
  const turn = statementRules.find(({ name }) => name === 'turn-of-speech')!
  const spans = (await said(text, turn)).filter(({ rule }) => rule === turn.name).flatMap(({ content }) => content)
  expect(spans.map(({ start, end }) => text.slice(start, end)).join(' ')).toMatch(/letter\??$/u)
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
