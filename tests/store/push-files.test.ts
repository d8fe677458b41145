import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from 'n3'
import { afterAll, describe, expect, it } from 'vitest'
import { byGraph } from '../../src/store/by-graph.js'
import { graphFiles } from '../../src/store/load.js'
import { openDescriptions } from '../../src/store/descriptions.js'
import { pushFiles } from '../../src/store/push-files.js'
import { triplesOf } from '../../src/store/remote/triples.js'
import type { Format } from '../../src/store/write.js'
import { harbour, harbourQuads, harbourText } from '../fixtures/harbour-graph.js'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-push-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let number = 0
function file(text: string, ending: string): string {
  const path = join(folder, `${(number += 1)}.${ending}`)
  writeFileSync(path, text)
  return path
}

const base = 'https://w3id.org/newsgraph/data/'

/** By graph all lines, as a push would send them. */
async function graphsOf(...paths: string[]): Promise<Record<string, string[]>> {
  const source = await pushFiles(await graphFiles(paths))
  const graphs: Record<string, string[]> = {}
  for await (const { graph, quads } of source.articles()) graphs[graph] = triplesOf(quads())
  const described: Quad[] = []
  for await (const { quads } of source.entities()) described.push(...quads())
  return { ...graphs, [`${source.base}graph/entities`]: triplesOf(described), [`${source.base}graph/dataset`]: triplesOf(source.dataset()) }
}

const expected = Object.fromEntries(byGraph(harbourQuads()).map(([graph, quads]) => [graph.value, triplesOf(quads)]))

/** The same lines in another order. */
function shuffled(text: string): string {
  return text.split('\n').filter((line) => line !== '').map((line, at) => [(at * 7919) % 10_007, line] as const).toSorted(([a], [b]) => a - b).map(([, line]) => `${line}\n`).join('')
}

describe('Graph files to push', () => {
  const forms: [string, Format][] = [['ttl', 'turtle'], ['trig', 'trig'], ['nt', 'n-triples'], ['nq', 'n-quads'], ['jsonld', 'json-ld']]

  it.each(forms)('are the graphs that they were written from, in .%s', async (ending, format) => {
    expect(await graphsOf(file(harbourText(format), ending))).toEqual(expected)
  })

  it('may have their lines in any order', async () => {
    expect(await graphsOf(file(shuffled(harbourText('n-quads')), 'nq'))).toEqual(expected)
  })

  it('without graph names lose no triple in any order', async () => {
    const union = (graphs: Record<string, string[]>): string[] => [...new Set(Object.values(graphs).flat())].sort()
    const graphs = await graphsOf(file(shuffled(harbourText('n-triples')), 'nt'))
    expect(union(graphs)).toEqual(union(expected))
    expect(Object.keys(graphs).sort()).toEqual(Object.keys(expected).sort())
  })

  it('may be several, with one description of each entity', async () => {
    const [courier, radio] = harbour.map((article) => file(harbourText('turtle', [article]), 'ttl'))
    const graphs = await graphsOf(courier ?? '', radio ?? '')
    expect(Object.keys(graphs).sort()).toEqual(Object.keys(expected).sort())
    expect(graphs[`${base}graph/dataset`]?.filter((line) => line.includes('void#documents'))).toEqual([])
  })

  it('may tell the same article twice, but not in two ways', async () => {
    const one = file(harbourText('trig'), 'trig'), same = file(harbourText('turtle'), 'ttl')
    expect(Object.keys(await graphsOf(one, same)).sort()).toEqual(Object.keys(expected).sort())
    const other = file(harbourText('trig').replace('Minister denies harbour payment', 'Minister admits harbour payment'), 'trig')
    await expect(graphsOf(one, other)).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(/^Two of the files tell the article .* differently$/u) as string })
  })

  it('of two bases are a problem, as are files without articles and graphs of others', async () => {
    const elsewhere = file(harbourText('turtle').replaceAll(base, 'https://example.org/news/'), 'ttl')
    expect(Object.keys(await graphsOf(elsewhere))).toContain('https://example.org/news/graph/entities')
    await expect(graphsOf(file(harbourText(), 'ttl'), elsewhere)).rejects.toMatchObject({ code: 'input', message: expect.stringContaining('two bases') as string })
    await expect(graphsOf(file('<https://x.org/a> <https://x.org/b> <https://x.org/c> .', 'nt'))).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(/^There is no article in /u) as string })
    await expect(graphsOf(file('<https://x.org/a> <https://x.org/b> <https://x.org/c> <https://x.org/g> .', 'nq'))).rejects.toMatchObject({ code: 'input', message: expect.stringContaining('is no name that newsgraph gives') as string })
  })

  it('with nodes without names are refused: a store that is sent one twice has two', async () => {
    const path = file(`${harbourText('turtle')}\n<${base}person/a> <https://schema.org/knows> [] .`, 'ttl')
    await expect(graphsOf(path)).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(/^A node without a name/u) as string })
  })
})

describe('Descriptions', () => {
  it('that do not fit in memory wait on disk, each node in one piece', async () => {
    const quads = harbourQuads().filter(({ graph }) => graph.value.endsWith('/entities'))
    const near = openDescriptions(), far = openDescriptions(500)
    for (const quad of [...quads, ...quads]) for (const descriptions of [near, far]) descriptions.add(quad)
    const all = async (descriptions: ReturnType<typeof openDescriptions>) => {
      const found: Record<string, string[]> = {}
      for await (const { entity, quads: own } of descriptions.all()) found[entity] = triplesOf(own())
      return found
    }
    const found = await all(far)
    expect(found).toEqual(await all(near))
    expect(Object.values(found).flat().sort()).toEqual(triplesOf(quads))
  })
})
