import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ng } from '../../src/map/vocab.js'
import { byGraph } from '../../src/store/by-graph.js'
import { openStore, type RemoteStore } from '../../src/store/remote/store.js'
import type { ProfileName } from '../../src/store/remote/profiles.js'
import { triplesOf } from '../../src/store/remote/triples.js'
import { manyArticles } from '../fixtures/many-articles.js'
import { contents } from '../stores/contents.js'
import { servers, type RunningServer, type ServerName } from '../stores/servers.js'
import { CLI, newsgraph, temporaryFolder } from './run.js'

const base = 'https://w3id.org/newsgraph/data/'
const folder = temporaryFolder()

/** Forty articles; and then ten gone, every third corrected, a name changed. */
const before = manyArticles(40)
const after = before.split('\n').filter((line) => !/\/graph\/0{15}\d> \.$/u.test(line)).join('\n')
  .replaceAll(/"Minister denies harbour payment"(?=.*\/graph\/\w*[0369c]> \.)/gu, '"Minister admits harbour payment"').replaceAll('"Halden Courier"', '"Halden Herald"')
const files = { before: file('before', before), after: file('after', after) }

function file(name: string, text: string): string {
  const path = join(folder, `${name}.nq`)
  writeFileSync(path, text)
  return path
}

function contentsOf(nQuads: string): Record<string, string[]> {
  return Object.fromEntries(byGraph(new Parser({ format: 'application/n-quads' }).parse(nQuads)).map(([graph, quads]) => [graph.value, triplesOf(quads)]))
}

const started = new Map<ServerName, RunningServer>()
afterAll(async () => { for (const server of started.values()) await server.stop() })

/** The server, empty; one start is for all tests of this file. */
async function emptied(name: ServerName): Promise<RunningServer> {
  const server = started.get(name) ?? await servers[name].start()
  started.set(name, server)
  await (await openStore(server.to, server)).update('DROP ALL')
  return server
}

function withPassword({ credentials: { user, password } = { user: '', password: '' } }: RunningServer): Record<string, string> {
  return { NEWSGRAPH_STORE_USER: user, NEWSGRAPH_STORE_PASSWORD: password }
}

/** Servers, and the way without a Graph Store Protocol, for which Fuseki's one address for everything serves. */
const ways: [string, ServerName, ProfileName][] = [['fuseki', 'fuseki', 'fuseki'], ['oxigraph', 'oxigraph', 'oxigraph'], ['fuseki by SPARQL Update alone', 'fuseki', 'blazegraph']]

describe.each(ways)('A killed push to %s', (_, name, profile) => {
  const { missing } = servers[name]
  describe.skipIf(missing !== undefined)(`started here${missing === undefined ? '' : `: ${missing}`}`, () => {
    let server: RunningServer
    let store: RemoteStore

    beforeAll(async () => {
      server = await emptied(name)
      store = await openStore(server.to, { profile, credentials: server.credentials })
    }, 150_000)

    const noted = async (): Promise<number> => Number((await store.rows(`SELECT (COUNT(*) AS ?n) { GRAPH <${base}graph/dataset> { ?graph ?p ?hash VALUES ?p { <${ng.graphSha256.value}> <${ng.descriptionSha256.value}> } } }`))[0]?.n?.value)

    /** Runs the command; kills it once the store has changed so many times, and a little later. @returns its exit code, or nothing */
    async function pushing(path: string, changes?: number): Promise<number | null> {
      const child = spawn(process.execPath, [CLI, 'push', path, '--to', server.to, '--profile', profile], {
        stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...withPassword(server) },
      })
      const ended = once(child, 'exit')
      let seen = await noted()
      for (let left = changes ?? -1; left > 0 && child.exitCode === null;) {
        const now = await noted()
        if (now !== seen) left -= 1
        seen = now
      }
      if (changes !== undefined) setTimeout(() => child.kill('SIGKILL'), Math.random() * 60)
      return (await ended)[0] as number | null
    }

    it('is taken up where it broke off', async () => {
      for (const changes of [1, 2]) await pushing(files.before, changes)
      expect(await pushing(files.before)).toBe(0)
      expect(await contents(store, base)).toEqual(contentsOf(before))
    }, 300_000)

    it('leaves nothing behind of what is gone or was corrected', async () => {
      for (const changes of [1, 2, 3]) await pushing(files.after, changes)
      expect(await pushing(files.after)).toBe(0)
      expect(await contents(store, base)).toEqual(contentsOf(after))
    }, 300_000)

    it('goes on where the graph is another one by then', async () => {
      await pushing(files.before, 2)
      await pushing(files.after, 1)
      expect(await pushing(files.before)).toBe(0)
      expect(await contents(store, base)).toEqual(contentsOf(before))
    }, 300_000)
  })
})

describe.skipIf(servers.oxigraph.missing !== undefined)(`The commands with oxigraph${servers.oxigraph.missing === undefined ? '' : `: ${servers.oxigraph.missing}`}`, () => {
  it('say what a push would do, do it, and then have nothing to do', async () => {
    const { to } = await emptied('oxigraph')
    const dry = await newsgraph(['push', files.after, '--to', to, '--dry-run'])
    expect(dry).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^30 articles to send, 0 as before, 0 to take out; \d+ descriptions to send, 0 as before, 0 to take out\n$/u) as string })
    expect((await newsgraph(['push', files.after, '--to', to])).stdout).toMatch(/^30 articles sent, 0 as before, 0 taken out; /u)
    expect((await newsgraph(['push', files.after, '--to', to, '--resume'])).stdout).toMatch(/^0 articles sent, 30 as before, 0 taken out; 0 descriptions sent, \d+ as before, 0 taken out; 0 triples\n$/u)
    expect((await newsgraph(['push', files.after, '--to', to, '--all'])).stdout).toMatch(/^30 articles sent, 0 as before/u)
  }, 300_000)

  it('ask it the questions that files are asked', async () => {
    const { to } = await emptied('oxigraph')
    await newsgraph(['push', files.after, '--to', to])
    for (const question of ['holders-of-a-kind-of-role', 'SELECT ?title { person:tomas-reyk schema:jobTitle ?title } LIMIT 1']) {
      expect(await newsgraph(['query', question, '--endpoint', to, '--format', 'csv'])).toEqual(await newsgraph(['query', question, files.after, '--format', 'csv']))
    }
    expect(await newsgraph(['query', 'SELECT {', '--endpoint', to])).toMatchObject({ code: 5, stderr: expect.stringMatching(/^newsgraph: The query is not valid SPARQL: .*\n$/u) as string })
  }, 300_000)
})

describe.skipIf(servers.fuseki.missing !== undefined)(`The commands with fuseki${servers.fuseki.missing === undefined ? '' : `: ${servers.fuseki.missing}`}`, () => {
  it('end with 7 and one line, without the password, where the store does not let them in', async () => {
    const server = await emptied('fuseki')
    const refused = [
      [server.to, withPassword(server).NEWSGRAPH_STORE_USER ?? '', 'wr0ng', 'does not let the user in (401)'],
      [server.to, '', '', 'asks who is there (401)'],
      [server.to.replace('/news', '/nowhere'), 'admin', 'secret', 'is not there (404'],
    ] as const
    for (const [to, user, password, words] of refused) {
      for (const args of [['push', files.after, '--to', to], ['query', 'ASK {}', '--endpoint', to]]) {
        const { code, stdout, stderr } = await newsgraph([...args, '--profile', 'fuseki'], { env: { NEWSGRAPH_STORE_USER: user, NEWSGRAPH_STORE_PASSWORD: password } })
        expect({ code, stdout }, stderr).toEqual({ code: 7, stdout: '' })
        expect(stderr).toMatch(/^newsgraph: [^\n]+\n$/u)
        expect(stderr).toContain(words)
        expect(stderr).not.toMatch(/wr0ng|secret/u)
      }
    }
  }, 240_000)
})

describe('The commands without a store', () => {
  it.each([
    [['push', files.after, '--to', 'http://127.0.0.1:9/news'], 7, 'http://127.0.0.1:9/news cannot be reached'],
    [['query', 'ASK {}', '--endpoint', 'http://127.0.0.1:9/news'], 7, 'http://127.0.0.1:9/news cannot be reached'],
    [['push', files.after, '--to', 'ftp://example.org'], 2, 'ftp://example.org is no address of a store'],
    [['push', files.after, '--to', 'http://u:s3cret@127.0.0.1:9'], 2, 'The address of the store holds a name or password'],
    [['push', files.after], 2, 'Required option'],
    [['query', 'ASK {}'], 2, 'There is no graph to ask'],
    [['query', 'ASK {}', files.after, '--endpoint', 'http://127.0.0.1:9'], 2, 'A question goes to graphs or to a store, not to both'],
  ] as const)('%j ends with %i and one line', async (args, code, words) => {
    const { stderr, ...rest } = await newsgraph(args)
    expect(rest).toEqual({ code, stdout: '' })
    expect(stderr).toMatch(/^newsgraph: [^\n]+\n$/u)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('s3cret')
  })
})
