/** Reconciliation with what the knowledge base knows, beside what the graph names. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../src/problem.js'
import { serve } from '../../src/newsgraph.js'
import { country, entry, pack, town } from '../link/bases.js'
import { faultsOf } from './reconciliation-api.js'
import { serving } from './serving.js'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-known-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const kb = join(folder, 'small.kb')
writeFileSync(kb, pack([
  entry('Q900021', 'Zora Quillfeather', { title: 'Zora_Quillfeather', from: 1961, facts: ['Minister of Fisheries', 'Qatlantis'], aliases: ['The Quill'] }),
  country('Q900077', 'Qatlantis', 'QA', 'Qatlantean'), town('Q900011', 'Quilltown', 'QA', '01', 900_000), town('Q900012', 'Quilltown', 'QB', '02', 1000), entry('Q900099', 'Harbour Quill', { prior: 1 }),
]))
const graph = '@prefix schema: <https://schema.org/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n<https://w3id.org/newsgraph/data/person/harbour-quill> a schema:Person ; rdfs:label "Harbour Quill" ; owl:sameAs <http://www.wikidata.org/entity/Q900099> .\n'

interface Batch { readonly [key: string]: { readonly result: readonly { readonly id: string; readonly match: boolean; readonly score: number; readonly name: string }[] } }

describe('The reconciliation service', () => {
  const { ask } = serving({ 'graph.ttl': graph }, { kb: [kb] })
  const results = async (queries: object): Promise<Batch> => (await ask('/reconcile', { form: { queries: JSON.stringify(queries) } })).json() as Batch
  const Q = (number: number): string => `http://www.wikidata.org/entity/Q${number}`

  it('answers from the knowledge base what the graph does not name', async () => {
    const answer = await results({ a: { query: 'Zora Quillfeather' }, b: { query: 'the quill', type: 'schema:Person' }, c: { query: 'Zora Quillfeather', type: 'schema:Place' }, d: { query: Q(900021) } })
    expect(faultsOf('batch', answer)).toEqual([])
    expect(Object.values(answer).map(({ result }) => result.map(({ id, match }) => [id, match]))).toEqual([[[Q(900021), true]], [[Q(900021), true], ['person/harbour-quill', false]], [], [[Q(900021), true]]])
  })

  it('names the better known of two first, and takes neither where a person must say', async () => {
    const { a } = await results({ a: { query: 'Quilltown' } })
    expect(a?.result.map(({ id }) => id)).toEqual([Q(900011), Q(900012)])
  })

  it('looks at what the row says beside the name', async () => {
    const { a, b } = await results({ a: { query: 'Zora Quillfeather', properties: [{ pid: 'ng:heldFor', v: 'Qatlantis' }] }, b: { query: 'Zora Quillfeather', properties: [{ pid: 'ng:heldFor', v: 'Ruritania' }] } })
    expect((a?.result[0]?.score ?? 0) - (b?.result[0]?.score ?? 0)).toBeGreaterThan(10)
  })

  it('does not tell twice what the graph says is the same', async () => {
    expect((await results({ a: { query: 'Harbour Quill' } }))['a']?.result.map(({ id, match }) => [id, match])).toEqual([['person/harbour-quill', true]])
  })

  it('suggests, shows and completes what the knowledge base knows', async () => {
    expect((await ask('/reconcile/suggest/entity?prefix=Zora+Quillfeather')).json()).toMatchObject({ result: [{ id: Q(900021), name: 'Zora Quillfeather' }] })
    expect((await ask(`/reconcile/preview?id=${encodeURIComponent(Q(900021))}`)).text).toContain('Minister of Fisheries')
    expect((await ask(`/reconcile/view?id=${encodeURIComponent(Q(900021))}`)).headers['location']).toBe(Q(900021))
    const extend = await ask('/reconcile', { form: { extend: JSON.stringify({ ids: [Q(900011), 'http://www.wikidata.org/entity/Q1234567890'], properties: [{ id: 'geo:lat' }, { id: 'owl:sameAs' }] }) } })
    expect(faultsOf('extension', extend.json())).toEqual([])
    expect((extend.json() as { rows: object }).rows).toEqual({
      [Q(900011)]: { 'geo:lat': [{ float: 10.5 }], 'owl:sameAs': [{ str: Q(900011) }, { str: 'https://sws.geonames.org/8900011/' }] },
      'http://www.wikidata.org/entity/Q1234567890': { 'geo:lat': [], 'owl:sameAs': [] },
    })
  })
})

it('does not start with a base that is named and none, and answers from the graph alone with --no-links', async () => {
  writeFileSync(join(folder, 'none.kb'), 'hello')
  writeFileSync(join(folder, 'graph.ttl'), graph)
  const told: Problem[] = []
  await expect(serve([join(folder, 'graph.ttl')], { port: 0, kb: [join(folder, 'none.kb')], onProblem: (problem) => told.push(problem) })).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(/no knowledge base/) })
  const { url, close } = await serve([join(folder, 'graph.ttl')], { port: 0, links: false })
  const answer = await fetch(`${url}reconcile`, { method: 'POST', body: new URLSearchParams({ queries: JSON.stringify({ a: { query: 'Paris' } }) }) })
  expect(await answer.json()).toEqual({ a: { result: [] } })
  await close()
})
