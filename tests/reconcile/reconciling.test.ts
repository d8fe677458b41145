import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Linked } from '../../src/model.js'
import type { Problem } from '../../src/problem.js'
import { openReconciling } from '../../src/reconciling.js'
import { temporaryFolder } from '../cli/run.js'
import { article } from '../link/bases.js'

const folder = temporaryFolder(), before = process.env['NEWSGRAPH_CACHE'], closing: (() => void)[] = []
let number = 0
beforeEach(() => { process.env['NEWSGRAPH_CACHE'] = join(folder, String(number += 1)) })
afterEach(() => {
  if (before === undefined) delete process.env['NEWSGRAPH_CACHE']
  else process.env['NEWSGRAPH_CACHE'] = before
  for (const close of closing.splice(0)) close()
})

type Act = (queries: Readonly<Record<string, { query: string; type?: string }>>, response: ServerResponse, time: number) => void

const MANIFEST = { versions: ['0.2'], name: 'Harbour people', identifierSpace: 'https://people.example/', schemaSpace: 'https://schema.org/', defaultTypes: [{ id: 'schema:Person', name: 'person' }], batchSize: 2 }
const json = (response: ServerResponse, value: unknown, status = 200, headers = {}): void => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
const one = (name: string, rest: object = {}) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name, score: 97, match: true, type: [{ id: 'schema:Person', name: 'person' }], ...rest })

/** A real server; what it was asked is kept. */
async function service(act: Act, manifest: unknown = MANIFEST): Promise<{ address: string; asked: string[][]; types: (string | undefined)[] }> {
  const asked: string[][] = [], types: (string | undefined)[] = []
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'GET') return json(response, manifest)
    let text = ''
    for await (const part of request) text += String(part)
    const queries = JSON.parse(new URLSearchParams(text).get('queries') ?? '{}') as Parameters<Act>[0]
    asked.push(Object.values(queries).map(({ query }) => query))
    types.push(...Object.values(queries).map(({ type }) => type))
    act(queries, response, asked.length)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => { server.once('listening', resolve) })
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, types }
}

const known: Act = (queries, response) => json(response, Object.fromEntries(Object.entries(queries).map(([key, { query }]) => [key, { result: [one(query)] }])))
const linked = (...names: string[]): Linked => ({ ...article(names.map((name) => ({ name }))), links: {} })

async function run(address: string, articles: readonly Linked[]): Promise<{ targets: string[]; told: string[] }> {
  const told: string[] = []
  const { reconcile, close } = openReconciling(address, {}, (problem: Problem) => told.push(problem.message), { timeoutMs: 400, patienceMs: 5 })
  const made = []
  for (const each of articles) made.push(await reconcile(each))
  await close()
  return { targets: made.flatMap(({ links }) => Object.values(links).flat().map(({ predicate, target }) => `${predicate} ${target}`)), told }
}

it('asks in batches for what nothing knows, with the type, and takes a match of the very name for probably the same', async () => {
  const { address, asked, types } = await service(known)
  expect(await run(address, [linked('Mara Lindqvist', 'Jonas Weld', 'Vera Holm', 'Lindqvist')])).toEqual({
    targets: ['mara-lindqvist', 'jonas-weld', 'vera-holm'].map((id) => `closeMatch https://people.example/${id}`), told: [],
  })
  expect([asked, types]).toEqual([[['Mara Lindqvist', 'Jonas Weld'], ['Vera Holm']], ['schema:Person', 'schema:Person', 'schema:Person']])
})

it('asks nothing twice, also in the next run, and not while the service is gone', async () => {
  const { address, asked } = await service(known)
  const first = await run(address, [linked('Mara Lindqvist'), linked('Mara Lindqvist')])
  closing.splice(0).forEach((close) => close())
  expect(await run(address, [linked('Mara Lindqvist')])).toEqual({ targets: [first.targets[0]], told: [] })
  expect(asked).toEqual([['Mara Lindqvist']])
})

it.each([
  ['another name', one('Mara Lindholm')], ['no match', one('Mara Lindqvist', { match: false })], ['another kind', one('Mara Lindqvist', { type: ['schema:Place'] })],
  ['an id that is no IRI', one('Mara Lindqvist', { id: 'a> <b' })],
])('takes nothing where the answer is %s', async (_, candidate) => {
  const { address } = await service((__, response) => json(response, { q0: { result: [candidate] } }))
  expect(await run(address, [linked('Mara Lindqvist')])).toEqual({ targets: [], told: [] })
})

it('takes nothing where two match, and leaves what is linked or decided', async () => {
  const { address, asked } = await service((_, response) => json(response, { q0: { result: [one('Mara Lindqvist'), one('Mara Lindqvist', { id: 'other' })] } }))
  const own = { predicate: 'sameAs', target: 'http://www.wikidata.org/entity/Q1' } as never
  expect((await run(address, [linked('Mara Lindqvist'), { ...linked('Jonas Weld'), links: { 'person/0': [own] } }])).targets).toEqual(['sameAs http://www.wikidata.org/entity/Q1'])
  expect(asked).toEqual([['Mara Lindqvist']])
})

it('waits as long as a busy service says, and asks again', async () => {
  const { address, asked } = await service((queries, response, time) => time === 1 ? json(response, {}, 429, { 'retry-after': '0' }) : known(queries, response, time))
  expect((await run(address, [linked('Mara Lindqvist')])).targets).toHaveLength(1)
  expect(asked).toHaveLength(2)
})

const endless: Act = (_, response) => {
  response.writeHead(200)
  const more = (): void => { while (!response.destroyed && response.write('x'.repeat(1 << 16))) { /* as fast as it is taken */ } }
  response.on('drain', more)
  more()
}

it.each<[string, Act, RegExp]>([
  ['hangs', () => undefined, /did not answer within 0\.4 seconds/],
  ['begins and does not end', (_, response) => void response.write('{'), /did not answer within 0\.4 seconds/],
  ['never stops', endless, /larger than 8 MB|did not answer/],
  ['answers garbage', (_, response) => void response.end('<html>hello</html>'), /is no JSON/],
  ['answers something else', (_, response) => json(response, { q0: { result: [{ id: 7 }] } }), /no id, name and score/],
  ['answers less than it was asked', (_, response) => json(response, {}), /less than it was asked/],
  ['fails', (_, response) => json(response, {}, 500), /refuses \(500\)/],
  ['is always busy', (_, response) => json(response, {}, 503), /is busy \(503\)/],
  ['sends us elsewhere', (_, response) => json(response, {}, 302, { location: 'http://169.254.169.254/' }), /sends us to http:\/\/169/],
  ['breaks off', (_, response) => void response.destroy(), /cannot be reached/],
])('says once that a service %s, and goes on without it', async (_, act, message) => {
  const { address } = await service(act)
  const { targets, told } = await run(address, [linked('Mara Lindqvist'), linked('Jonas Weld')])
  expect(targets).toEqual([])
  expect(told).toEqual([expect.stringMatching(message)])
  expect(told[0]).toMatch(/the rest is done without it$/)
})

it.each([['no manifest', []], ['another version', { ...MANIFEST, versions: ['1.0-draft'] }]])('says so where there is %s', async (_, manifest) => {
  const { address } = await service(known, manifest)
  expect((await run(address, [linked('Mara Lindqvist')])).told).toEqual([expect.stringMatching(/is no reconciliation service/)])
})

it('says so where nothing answers', async () => {
  expect((await run('http://127.0.0.1:9/', [linked('Mara Lindqvist')])).told).toEqual([expect.stringMatching(/cannot be reached \(/)])
})
