import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Problem } from '../src/problem.js'
import { readEach } from '../src/read/read.js'
import { parse } from '../src/store/load.js'

const threats = readFileSync(new URL('../docs/threats.md', import.meta.url), 'utf8')

describe('The threats in docs/threats.md', () => {
  const rows = threats.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| threat'))

  it('each have a test, and it is there', () => {
    expect(rows.length).toBeGreaterThan(25)
    for (const row of rows) {
      const named = [...row.matchAll(/`(tests\/[^`]+)`(?: \(([^)]*)\))?/gu)]
      expect(named, row).not.toHaveLength(0)
      for (const [, file = '', words = ''] of named) {
        expect(existsSync(file), file).toBe(true)
        const text = readFileSync(file, 'utf8') + (file.includes('/fuzz/') ? readFileSync('tests/fuzz/targets.ts', 'utf8') : '')
        for (const word of words.replace(/…/gu, '').split(' ').filter((each) => each.length > 5)) expect(text, `${file}: ${word}`).toContain(word)
      }
    }
  })
})

describe('Entities that a document declares', () => {
  const bomb = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
  it.each([
    ['of a file', '<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;', /root:/u],
    ['of an address', '<!ENTITY x SYSTEM "http://127.0.0.1:1/">', '&x;', /refused|ECONN/u],
    ['ten times ten times ten', `<!ENTITY e0 "lol">${bomb}`, '&e12;', /(?:lol){100}/u],
  ])('are not looked up in a feed: %s', async (_, declared, used, never) => {
    const text = `<?xml version="1.0"?><!DOCTYPE rss [${declared}]><rss version="2.0"><channel><title>Post</title><item><title>A</title><description>The mayor left on Monday, ${used} police said.</description></item></channel></rss>`
    for await (const outcome of readEach({ bytes: Buffer.from(text), source: '-' }, { language: 'en' })) {
      expect(outcome instanceof Problem ? outcome.message : outcome.text).not.toMatch(never)
    }
  })
})

it('A context of JSON-LD that lies elsewhere is not fetched', async () => {
  const graph = '{"@context": "http://127.0.0.1:1/context.jsonld", "@id": "https://example.org/a", "name": "Ann"}'
  const asked: string[] = []
  const { fetch } = globalThis
  globalThis.fetch = (address) => { asked.push(String(address)); return Promise.reject(new Error('no network')) }
  try {
    await parse(graph, 'json-ld').catch((error: unknown) => expect(error).toBeInstanceOf(Problem))
  } finally {
    globalThis.fetch = fetch
  }
  expect(asked).toEqual([])
})
