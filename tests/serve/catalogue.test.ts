import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from '../../src/newsgraph.js'
import { arrival } from '../catalogue/arrival.js'
import { mayor, run, temporaryFolders } from '../catalogue/runs.js'
import { ask, query } from './serving.js'

const folder = temporaryFolders()
const copies = (): string[] => readdirSync(tmpdir()).filter((name) => /^newsgraph-[\da-f-]{36}\.nq$/u.test(name))

describe('A catalogue', () => {
  it('is served as it is, old ids leading to the new ones, and leaves nothing behind', async () => {
    const here = folder()
    run(here, (writer) => writer.add([mayor('a'), arrival('c', [{ name: 'Paula Youngson' }, { name: 'Kim Oh' }])]))
    const decisions = join(here, 'decisions.txt')
    writeFileSync(decisions, `${readFileSync(decisions, 'utf8')}merge person:paul-young person:paula-youngson\n`)
    run(here, (writer) => writer.decide())
    const before = copies().length
    const { url, close } = await serve([here], { port: 0 })
    try {
      const get = async (path: string): Promise<unknown> => (await ask(new URL(path, url))).json()
      expect(await get('/api/entities/person:paul-young')).toMatchObject({ id: 'person:paul-young', articles: 2 })
      expect(await get('/api/entities/person:paula-youngson')).toMatchObject({ id: 'person:paul-young' })
      expect(await get('/reconcile?query=person/paula-youngson')).toMatchObject({ result: [{ id: 'person/paul-young', score: 100 }] })
      const extend = JSON.stringify({ ids: ['person/paula-youngson'], properties: [{ id: 'rdfs:label' }] })
      expect(await get(`/reconcile?extend=${encodeURIComponent(extend)}`)).toMatchObject({ rows: { 'person/paula-youngson': { 'rdfs:label': [{ str: expect.any(String) as string }] } } })
      expect(await get(query('SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a ng:Article }'))).toMatchObject({ results: { bindings: [{ n: { value: '2' } }] } })
    } finally {
      await close()
    }
    await expect.poll(() => copies().length).toBeLessThanOrEqual(before)
  })
})
