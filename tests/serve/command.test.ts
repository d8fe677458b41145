import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, newsgraph, temporaryFolder } from '../cli/run.js'
import { harbourText } from '../fixtures/harbour-graph.js'
import { ask, query } from './serving.js'

const folder = temporaryFolder()
const file = join(folder, 'harbour.nq')
writeFileSync(file, harbourText('n-quads'))

/** A second; more where the machine is so busy that a process which does nothing takes long. */
function aSecond(): number {
  const begun = performance.now()
  spawnSync(process.execPath, ['-e', '0'])
  return 1000 * Math.max(1, (performance.now() - begun) / 100)
}

async function started(args: readonly string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [CLI, 'serve', ...args], { env: { ...process.env, NEWSGRAPH_TOKEN: '' } })
  for await (const text of child.stdout.setEncoding('utf8')) {
    const url = /http:\S+/u.exec(String(text))?.[0]
    if (url) return { child, url }
  }
  throw new Error('It did not start.')
}

describe('newsgraph serve', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('stops within a second on %s, even while it is asked something hard', async (signal) => {
    const { child, url } = await started([file, '--port', '0'])
    const hard = ask(new URL(query('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }'), url)).catch(() => 'gone')
    expect(await ask(new URL(query('ASK { ?s ?p ?o }'), url))).toMatchObject({ status: 200 })
    const begun = performance.now()
    child.kill(signal)
    const [code] = (await once(child, 'exit')) as [number]
    const taken = performance.now() - begun
    expect(taken).toBeLessThan(aSecond())
    expect(code).toBe(signal === 'SIGINT' ? 130 : 143)
    expect(await hard).toBe('gone')
  })

  it('says in one line that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const { code, stdout, stderr } = await newsgraph(['serve', file, '--port', String(port)])
    other.close()
    expect([code, stdout]).toEqual([4, ''])
    expect(stderr).toBe(`newsgraph: Port ${port} is in use by another program. Choose another with --port, or 0 for a free one.\n`)
  })

  it('refuses other addresses without a token, and weak tokens', async () => {
    const open = await newsgraph(['serve', file, '--host', '0.0.0.0', '--port', '0'], { env: { NEWSGRAPH_TOKEN: '' } })
    expect(open).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'newsgraph: At 0.0.0.0 other machines could read the graph. Set the environment variable NEWSGRAPH_TOKEN to what they must know, or leave --host out.\n',
    })
    const weak = await newsgraph(['serve', file, '--host', '0.0.0.0', '--port', '0'], { env: { NEWSGRAPH_TOKEN: 'secret' } })
    expect(weak.code).toBe(2)
    expect(weak.stderr).not.toContain('secret.')
  })

  it('says in one line what is wrong with its graphs and options', async () => {
    const broken = join(folder, 'broken.ttl'),
      empty = join(folder, 'empty')
    writeFileSync(broken, 'this is <no turtle')
    mkdirSync(empty)
    for (const [args, code, isAlike] of [
      [['missing.ttl'], 3],
      [[broken], 3, true],
      [[empty], 3],
      [['package.json'], 3],
      [[file, '--port', '70000'], 2],
      [[file, '--port', 'x'], 2],
      [[file, '--timeout', '0'], 2],
      [[file, '--max-rows', '-1'], 2, true],
      [[], 2],
    ] as readonly [readonly string[], number, true?][]) {
      const run = await newsgraph(['serve', ...args])
      expect(run, args.join(' ')).toMatchObject({ code, stdout: '' })
      expect(run.stderr.trim().split('\n'), run.stderr).toHaveLength(1)
      if (!isAlike) continue
      const mcp = await newsgraph(['serve', '--mcp', ...args])
      expect([mcp.code, mcp.stdout], args.join(' ')).toEqual([code, ''])
    }
  })

  it('tells how it is used', async () => {
    const { code, stdout } = await newsgraph(['serve', '--help'])
    expect(code).toBe(0)
    for (const word of ['/sparql', '/reconcile', '/mcp', '/openapi.json', 'NEWSGRAPH_TOKEN', '--timeout']) expect(stdout).toContain(word)
  })
})
