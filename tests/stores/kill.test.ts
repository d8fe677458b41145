/**
 * A push that is killed over and over: the next one that is not makes the store equal the graph.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ng } from '../../src/map/vocab.js'
import { byGraph } from '../../src/store/by-graph.js'
import { openStore, type RemoteStore } from '../../src/store/remote/store.js'
import type { ProfileName } from '../../src/store/remote/profiles.js'
import { triplesOf } from '../../src/store/remote/triples.js'
import { manyArticles } from '../fixtures/many-articles.js'
import { contents } from './contents.js'
import { servers, type RunningServer, type ServerName } from './servers.js'

const base = 'https://w3id.org/newsgraph/data/'
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Sixty articles; and then ten gone, every third corrected, a name changed. */
const before = manyArticles(60)
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

/** Servers, and the way without a Graph Store Protocol, for which Fuseki's one address for everything serves. */
const ways: [string, ServerName, ProfileName][] = [['fuseki', 'fuseki', 'fuseki'], ['oxigraph', 'oxigraph', 'oxigraph'], ['fuseki by SPARQL Update alone', 'fuseki', 'blazegraph']]

describe.each(ways)('A killed push to %s', (_, name, profile) => {
  const { missing, start } = servers[name]
  describe.skipIf(missing !== undefined)(`started here${missing === undefined ? '' : `: ${missing}`}`, () => {
    let server: RunningServer
    let store: RemoteStore

    beforeAll(async () => {
      server = await start()
      store = await openStore(server.to, { profile, credentials: server.credentials })
    }, 150_000)
    afterAll(() => server?.stop())

    const noted = async (): Promise<number> => Number((await store.rows(`SELECT (COUNT(*) AS ?n) { GRAPH <${base}graph/dataset> { ?graph ?p ?hash VALUES ?p { <${ng.graphSha256.value}> <${ng.descriptionSha256.value}> } } }`))[0]?.n?.value)

    /** Runs the command; kills it once the store has changed so many times, and a little later. @returns its exit code, or nothing */
    async function pushing(path: string, changes?: number): Promise<number | null> {
      const { user = '', password = '' } = server.credentials ?? {}
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'push', path, '--to', server.to, '--profile', profile], {
        stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NEWSGRAPH_STORE_USER: user, NEWSGRAPH_STORE_PASSWORD: password },
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
      for (const changes of [1, 2, 1]) await pushing(files.before, changes)
      expect(await pushing(files.before)).toBe(0)
      expect(await contents(store, base)).toEqual(contentsOf(before))
    }, 240_000)

    it('leaves nothing behind of what is gone or was corrected', async () => {
      for (const changes of [1, 2, 3, 1]) await pushing(files.after, changes)
      expect(await pushing(files.after)).toBe(0)
      expect(await contents(store, base)).toEqual(contentsOf(after))
    }, 240_000)

    it('goes on where the graph is another one by then', async () => {
      await pushing(files.before, 2)
      await pushing(files.after, 1)
      expect(await pushing(files.before)).toBe(0)
      expect(await contents(store, base)).toEqual(contentsOf(before))
    }, 240_000)
  })
})
