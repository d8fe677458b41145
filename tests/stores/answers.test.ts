/**
 * One question, one answer: whatever form a graph is in, on disk or in a store.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, write } from '../../src/newsgraph.js'
import { graphFiles } from '../../src/store/load.js'
import { push } from '../../src/store/push.js'
import { pushFiles } from '../../src/store/push-files.js'
import type { QueryResult, ResultTerm } from '../../src/store/query-result.js'
import { query } from '../../src/store/query.js'
import { queryEndpoint } from '../../src/store/remote/query.js'
import type { StoreReply } from '../../src/store/standing-store-reply.js'
import { openStandingStore } from '../../src/store/standing-store.js'
import { storeOf } from './contents.js'
import { names, servers, type RunningServer } from './servers.js'

const queries = new URL('../../ontology/queries/', import.meta.url)
const questions = readdirSync(queries).map((file) => [file.replace('.rq', ''), readFileSync(new URL(file, queries), 'utf8')] as const)

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-answers-'))
const endings = ['ttl', 'nt', 'nq', 'trig', 'jsonld'] as const
const seeds = (ending: (typeof endings)[number]): string => join(folder, `seeds.${ending}`)
const expected = new Map<string, string[]>()

beforeAll(async () => {
  const built = await build(['seeds'])
  for (const ending of endings) await write(built, seeds(ending))
  for (const [name, sparql] of questions) expected.set(name, rowsOf(await query({ files: await graphFiles([seeds('ttl')]) }, sparql)))
}, 240_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Rows as text, in one order: stores sort names with and without accents differently. */
function rowsOf(result: QueryResult): string[] {
  if (result.kind !== 'rows') throw new Error('no SELECT')
  return result.rows.map((row) => result.variables.map((variable) => `${variable}=${plain(row[variable])}`).join(' | ')).sort()
}

function rowsIn(reply: StoreReply): string[] {
  if (!('text' in reply)) throw new Error(reply.what)
  const { head, results } = JSON.parse(reply.text) as { head: { vars: string[] }; results: { bindings: Record<string, ResultTerm>[] } }
  return rowsOf({ kind: 'rows', variables: head.vars, rows: results.bindings })
}

/** Stores write numbers and booleans in forms of their own; what they mean is the same. */
function plain(term: ResultTerm | undefined): string {
  if (!term) return ''
  const { type, value, datatype = '' } = term
  if (/#boolean$/u.test(datatype)) return String(value === 'true' || value === '1')
  if (/#(?:integer|decimal|nonNegativeInteger|int|long|double)$/u.test(datatype)) return String(Number(value))
  return `${type} ${value} ${term['xml:lang'] ?? ''}`
}

describe('The supplied questions', () => {
  it('find something in the seeds', () => {
    expect(questions.filter(([name]) => expected.get(name)?.length === 0).map(([name]) => name)).toEqual([])
  })

  it.each(endings)('have the same answers in a .%s file, whether it is loaded for one or for all', async (ending) => {
    const files = await graphFiles([seeds(ending)])
    const [first = '', sparql = ''] = questions[0] ?? []
    expect(rowsOf(await query({ files }, sparql)), first).toEqual(expected.get(first))
    const graphs = await openStandingStore(files)
    try {
      for (const [name, sparql] of questions) expect(rowsIn(await graphs.ask({ sparql, format: 'json' })), name).toEqual(expected.get(name))
    } finally {
      await graphs.close()
    }
  }, 240_000)

  it('find each row once', () => {
    for (const [name, rows] of expected) expect(new Set(rows).size, name).toBe(rows.length)
  })
})

describe.each(names)('The supplied questions in %s', (name) => {
  const { missing, start } = servers[name]
  describe.skipIf(missing !== undefined)(`started here${missing === undefined ? '' : `: ${missing}`}`, () => {
    let server: RunningServer
    const ask = (sparql: string) => queryEndpoint(server.to, sparql, { profile: name, credentials: server.credentials, timeoutMs: 60_000 })

    beforeAll(async () => {
      server = await start()
    }, 150_000)
    afterAll(() => server?.stop())

    it.each(['nq', 'ttl'] as const)('have the same answers as in files once a .%s file was pushed', async (ending) => {
      await push(await pushFiles(await graphFiles([seeds(ending)])), await storeOf(server))
      for (const [question, sparql] of questions) expect(rowsOf(await ask(sparql)), question).toEqual(expected.get(question))
    }, 240_000)

    it('are answered in every form that questions to files are', async () => {
      expect(await ask('ASK { person:sergey-lavrov a schema:Person }')).toEqual({ kind: 'boolean', value: true })
      expect(await ask('CONSTRUCT { ?who schema:knows ?office } WHERE { ?who ng:ministerOf ?office FILTER(?who = person:sergey-lavrov) }')).toEqual({
        kind: 'graph', nTriples: '<https://w3id.org/newsgraph/data/person/sergey-lavrov> <https://schema.org/knows> <https://w3id.org/newsgraph/data/place/russia> .\n',
      })
      const graphs = await ask('SELECT DISTINCT ?graph { GRAPH ?graph { ?article a ng:Article } }')
      expect(graphs.kind === 'rows' && graphs.rows.length).toBe(4)
    })

    it('that are no SPARQL are a problem of the question', async () => {
      await expect(ask('SELECT ?who { ?who a }')).rejects.toMatchObject({ code: 'query', message: expect.stringMatching(/^The query is not valid SPARQL: ./u) as string })
    })
  })
})
