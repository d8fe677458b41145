import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, serialise } from '../../src/newsgraph.js'
import type { Options } from '../../src/options.js'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-identity-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What is claimed, by the IRI of the claim. */
async function claimsOf(files: readonly string[], options: Partial<Options> = {}): Promise<Map<string, string>> {
  const lines = [...await serialise(await build(files, options), 'n-triples')].join('').split('\n')
  const claims = lines.flatMap((line) => {
    const [, subject, label] = /^<[^>]*\/data\/((?:holding|statement|event|relation)\/[^>]*)> <[^>]*#label> (.*) \.$/u.exec(line) ?? []
    return subject && label ? [[subject, label] as const] : []
  })
  return new Map(claims)
}

const page = readFileSync('seeds/ferry-inquiry.html', 'utf8')

/** The page with a sentence more, as its outlet would correct it: the address stays. */
function corrected(words: string): string {
  const file = join(folder, 'ferry-inquiry.html')
  writeFileSync(file, page.replace(/<\/p>(?![\s\S]*<\/p>)/u, ` ${words}</p>`))
  return file
}

describe('The IRI of a claim', () => {
  let alone: Map<string, string>
  beforeAll(async () => { alone = await claimsOf(['seeds/ferry-inquiry.html']) }, 120_000)

  it('names the same claim with other options', async () => {
    const certain = await claimsOf(['seeds/ferry-inquiry.html'], { minConfidence: 0.5, body: false, evidence: 'span' })
    expect(certain.size).toBeGreaterThan(5)
    expect(certain.size).toBeLessThan(alone.size)
    for (const [iri, label] of certain) expect([iri, label]).toEqual([iri, alone.get(iri)])
  }, 120_000)

  it('names the same claim with one article more', async () => {
    const both = await claimsOf(['seeds/lost-symphony.md', 'seeds/ferry-inquiry.html'])
    expect(both.size).toBeGreaterThan(alone.size)
    for (const iri of alone.keys()) expect([iri, both.has(iri)]).toEqual([iri, true])
  }, 120_000)

  it('names the same claim with one sentence added elsewhere in the article', async () => {
    const longer = await claimsOf([corrected('The library in the town stays closed on Sundays.')])
    expect([...alone].filter(([iri, label]) => longer.get(iri) !== label)).toEqual([])
  }, 120_000)
})
