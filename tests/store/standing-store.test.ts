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
  it('come from files of any form, or as N-Quads from anywhere', async () => {
    graphs = await openStandingStore({ files: [await fileOf(harbourText('n-quads'))] })
    expect(await graphs.ask(count)).toEqual({ text: 'n\r\n2\r\n' })
    const { size } = graphs
    await graphs.close()
    const lines = harbourText('n-quads').split(/(?<=\n)/u)
    graphs = await openStandingStore({
      async *nQuads() {
        for (let at = 0; at < lines.length; at += 100) yield lines.slice(at, at + 100).join('')
      },
    })
    expect(graphs.size).toBe(size)
    expect(await graphs.ask(count)).toEqual({ text: 'n\r\n2\r\n' })
  }, 60_000)

  it('have their own prefixes, also where their lines cannot declare them', async () => {
    const elsewhere = harbourText('n-quads').replaceAll('https://w3id.org/newsgraph/data/', 'https://example.org/news/')
    graphs = await openStandingStore({ files: [await fileOf(elsewhere)] })
    expect(graphs.prefixes.person).toBe('https://example.org/news/person/')
    expect(await graphs.ask({ sparql: 'ASK { person:tomas-reyk a schema:Person }', format: 'csv' })).toEqual({ text: 'true\n' })
  }, 60_000)

  it('are loaded again after a question that took too long, from wherever they came', async () => {
    let times = 0
    graphs = await openStandingStore(
      {
        nQuads: () => {
          times += 1
          return [harbourText('n-quads')]
        },
      },
      { timeoutMs: 3000 },
    )
    const [slow, next] = await Promise.all([graphs.ask(endless), graphs.ask(count)])
    expect(slow).toEqual({ refused: 'time', what: 'The query took longer than 3 seconds.' })
    expect([next, times]).toEqual([{ text: 'n\r\n2\r\n' }, 2])
  }, 60_000)

  it('refuse what needs too much memory, and go on', async () => {
    graphs = await openStandingStore({ files: [await fileOf(harbourText('n-quads'))] }, { maxMemoryMb: 150, maxRows: 1e9 })
    const many = await graphs.ask({ sparql: 'SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?b ?e ?h', format: 'json' })
    expect(many).toMatchObject({ refused: 'memory' })
    expect(await graphs.ask(count)).toEqual({ text: 'n\r\n2\r\n' })
  }, 90_000)

  it('that are no graphs, or are missing, are a problem', async () => {
    await expect(openStandingStore({ files: await graphFiles(['/nowhere/graph.ttl']) })).rejects.toMatchObject({
      code: 'input',
      message: 'There is no file /nowhere/graph.ttl.',
    })
    await expect(openStandingStore({ files: [await fileOf('this is no graph')] })).rejects.toMatchObject({ code: 'input' })
  }, 60_000)

  it('say so when their files are gone by the time they must be loaded again', async () => {
    const file = await fileOf(harbourText('n-quads'))
    graphs = await openStandingStore({ files: [file] }, { timeoutMs: 200 })
    await rm(file.path)
    await Promise.all([graphs.ask(endless), graphs.ask(endless)])
    await expect(graphs.ask(count)).rejects.toMatchObject({ code: 'input' })
  }, 60_000)

  it('answer nobody once they are closed', async () => {
    graphs = await openStandingStore({ files: [await fileOf(harbourText('n-quads'))] })
    await graphs.close()
    await expect(graphs.ask(count)).rejects.toMatchObject({ code: 'query' })
  }, 60_000)
})
