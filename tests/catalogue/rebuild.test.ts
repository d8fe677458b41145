import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { add, rebuild, remove, status, type Taken } from '../../src/catalogue/catalogue.js'
import { arrivalOf } from '../../src/catalogue/intake.js'
import type { Arrival } from '../../src/catalogue/writing.js'
import { follow } from '../../src/newsgraph.js'
import { Problem } from '../../src/problem.js'
import { graphsIn, run, temporaryFolders } from './runs.js'

const folder = temporaryFolders()
const FERRY = 'seeds/ferry-dispatch.txt'

/** The article as an older version would have left it: without some claims and one of its people. */
let older: Arrival

beforeAll(async () => {
  for await (const made of follow([FERRY], 'extract', { strict: true })) {
    if (made instanceof Problem) throw made
    const { graph, ...rest } = arrivalOf(made)
    older = { ...rest, maker: 'newsgraph 0.0.1, an older model', graph: { ...graph, statements: graph.statements.slice(1), roles: [] } }
  }
}, 120_000)

describe('A rebuild', () => {
  it('extracts every kept article again from what was kept; names and decisions stay, old records go', { timeout: 120_000 }, async () => {
    const here = folder()
    run(here, (writer) => writer.add([older]))
    const person = graphsIn(here)[0]?.entities.find(({ kind, isUnnamed }) => kind === 'person' && !isUnnamed)
    writeFileSync(join(here, 'decisions.txt'), `rename ${person?.id} Somebody Else\n`)
    const before = graphsIn(here)[0]
    const told: Taken[] = []
    expect(await rebuild(here, { onTaken: (taken) => told.push(taken) })).toMatchObject({ added: 0, replaced: 1, unchanged: 0, failures: [] })
    expect(told).toEqual([expect.objectContaining({ source: FERRY, outcome: 'replaced' })])
    const after = graphsIn(here)[0]
    expect(after?.statements.length).toBe((before?.statements.length ?? 0) + 1)
    expect(after?.entities.map(({ id }) => id)).toEqual(before?.entities.map(({ id }) => id))
    expect(after?.entities.find(({ id }) => id === person?.id)?.name).toBe('Somebody Else')
    expect(readdirSync(here).filter((name) => name.startsWith('articles-'))).toEqual(['articles-0002.jsonl.gz'])
    expect(await rebuild(here)).toMatchObject({ replaced: 0, unchanged: 1 })
  })

  it('is what adding does, where an older version extracted the same text', { timeout: 120_000 }, async () => {
    const here = folder()
    run(here, (writer) => writer.add([older]))
    expect((await status(here)).makers).toEqual([{ maker: 'newsgraph 0.0.1, an older model', articles: 1, isPresent: false }])
    expect(await add([FERRY], here)).toMatchObject({ replaced: 1 })
    expect(await add([FERRY], here)).toMatchObject({ replaced: 0, unchanged: 1, changed: [] })
    expect((await status(here)).makers).toMatchObject([{ articles: 1, isPresent: true }])
  })

  it('does not know what was removed, by whichever of its names', async () => {
    for (const name of [`https://w3id.org/newsgraph/data/article/${older.graph.article.id}`, `article:${older.graph.article.id}`, older.graph.article.id, FERRY]) {
      const here = folder()
      run(here, (writer) => writer.add([older]))
      expect(remove([name], here)).toEqual({ removed: [`https://w3id.org/newsgraph/data/article/${older.graph.article.id}`], changed: [] })
      expect(await rebuild(here)).toMatchObject({ added: 0, replaced: 0, unchanged: 0 })
      expect(readFileSync(join(here, 'catalogue.json'), 'utf8')).toContain('"format": 1')
    }
  })
})
