import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { graphFiles, type GraphFile } from '../../src/store/load.js'
import { openStandingStore, type StandingStore } from '../../src/store/standing-store.js'
import { harbourText } from '../fixtures/harbour-graph.js'

let graphs: StandingStore | undefined
afterEach(() => graphs?.close())

const count = { sparql: 'SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a ng:Article }', format: 'csv' } as const
const endless = { sparql: 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }', format: 'csv' } as const

async function pathOf(text: string, name = 'harbour.nq'): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'newsgraph-graphs-')), name)
  await writeFile(file, text)
  return file
}

const fileOf = async (text: string): Promise<GraphFile> => ({ path: await pathOf(text), format: 'n-quads', name: 'harbour.nq' })

describe('Graphs that are kept loaded', () => {
  it('answer one question after the other, also of named graphs, every triple once', async () => {
    graphs = await openStandingStore([await fileOf(harbourText('n-quads'))])
    expect(await graphs.ask(count)).toEqual({ text: 'n\r\n2\r\n' })
    const all = await graphs.ask({ sparql: 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', format: 'csv' })
    expect(all).toHaveProperty('text')
    expect(await graphs.ask({ sparql: 'SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }', format: 'csv' })).toEqual(all)
  }, 60_000)

  it('have their own prefixes, also where their lines cannot declare them', async () => {
    const elsewhere = harbourText('n-quads').replaceAll('https://w3id.org/newsgraph/data/', 'https://example.org/news/')
    graphs = await openStandingStore([await fileOf(elsewhere)])
    expect(graphs.prefixes.person).toBe('https://example.org/news/person/')
    expect(await graphs.ask({ sparql: 'ASK { person:tomas-reyk a schema:Person }', format: 'csv' })).toEqual({ text: 'true\n' })
  }, 60_000)

  it('are loaded again after a question that took too long', async () => {
    graphs = await openStandingStore([await fileOf(harbourText('n-quads'))], { timeoutMs: 3000 })
    const [slow, alsoSlow, next] = await Promise.all([graphs.ask(endless), graphs.ask(endless), graphs.ask(count)])
    expect([slow, alsoSlow]).toEqual([1, 2].map(() => ({ refused: 'time', what: 'The query took longer than 3 seconds.' })))
    expect(next).toEqual({ text: 'n\r\n2\r\n' })
  }, 60_000)

  it('refuse what needs too much memory, and go on', async () => {
    graphs = await openStandingStore([await fileOf(harbourText('n-quads'))], { maxMemoryMb: 150, maxRows: 1e9 })
    const many = await graphs.ask({ sparql: 'SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?b ?e ?h', format: 'json' })
    expect(many).toMatchObject({ refused: 'memory' })
    expect(await graphs.ask(count)).toEqual({ text: 'n\r\n2\r\n' })
  }, 90_000)

  it('that are no graphs, or are missing, are a problem', async () => {
    await expect(graphFiles(['/nowhere/graph.ttl'])).rejects.toMatchObject({
      code: 'input',
      message: 'There is no file /nowhere/graph.ttl.',
    })
    await expect(openStandingStore([await fileOf('this is no graph')])).rejects.toMatchObject({ code: 'input' })
  }, 60_000)

  it('say so when their files are gone by the time they must be loaded again', async () => {
    const file = await fileOf(harbourText('n-quads'))
    graphs = await openStandingStore([file], { timeoutMs: 200 })
    await rm(file.path)
    await Promise.all([graphs.ask(endless), graphs.ask(endless)])
    await expect(graphs.ask(count)).rejects.toMatchObject({ code: 'input' })
  }, 60_000)

  it('answer nobody once they are closed', async () => {
    graphs = await openStandingStore([await fileOf(harbourText('n-quads'))])
    await graphs.close()
    await expect(graphs.ask(count)).rejects.toMatchObject({ code: 'query' })
  }, 60_000)
})
