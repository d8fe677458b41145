import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servers } from '../stores/servers.js'
import { CLI, newsgraph, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const pages = new Map<string, string>()
const server = createServer((request, response) => {
  const body = pages.get(request.url ?? '')
  if (request.url === '/slow') return
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
})
let at = ''

beforeAll(async () => {
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  pages.set('/robots.txt', 'User-agent: *\nDisallow: /private')
  pages.set('/feed', rss(['/bridge', '/ferry', '/private']))
  pages.set('/bridge', story('Bridge to close for the winter', 'The mayor of Brightwater, Jane Doe, said on Tuesday that the old bridge would be closed for the winter.'))
  pages.set('/ferry', story('Ferry runs again', 'The ferry to Harford runs again after a week of storms, the port authority said on Tuesday.'))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function rss(links: readonly string[]): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Brightwater Echo</title>${links.map((link) => `<item><title>A</title><link>${link}</link><pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate></item>`).join('')}</channel></rss>`
}

function story(title: string, text: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><article><p>${text}</p><p>She told reporters that the money had been found.</p></article></body></html>`
}

describe('newsgraph watch', () => {
  it('adds what is new once, with a line for each round and each trouble', async () => {
    const catalogue = join(folder, 'news')
    const first = await newsgraph(['watch', `${at}/feed`, '--catalogue', catalogue, '--once'])
    expect(first.stderr).toBe(`newsgraph: The robots.txt of ${new URL(at).host} does not allow newsgraph to fetch ${at}/private. It is left out.\n`)
    expect(first.stdout).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ: 1 feed read; 2 articles added, 1 not read\n$/)
    expect(first.code).toBe(8)
    const second = await newsgraph(['watch', `${at}/feed`, '--catalogue', catalogue, '--once'])
    expect(second).toMatchObject({ stderr: '', code: 0 })
    expect(second.stdout).toMatch(/: 1 feed read; no new articles\n$/)
    expect(JSON.parse(readFileSync(join(catalogue, 'watch.json'), 'utf8'))).toHaveProperty('articles')
  })

  it('ends with 3 when no feed could be read', async () => {
    const { code, stderr, stdout } = await newsgraph(['watch', `${at}/none`, '--catalogue', join(folder, 'none'), '--once'])
    expect({ code, stderr }).toEqual({ code: 3, stderr: `newsgraph: ${at}/none answers 404. There is nothing at this address.\n` })
    expect(stdout).toMatch(/: 1 feed failed; no new articles\n$/)
  })

  it.each([
    [['feed.xml', '--catalogue', 'x'], 'feed.xml is not the address of a feed'],
    [['http://127.0.0.1/', '--catalogue', 'x', '--every', 'soon'], '"soon" is no time between two rounds'],
    [['http://127.0.0.1/', '--catalogue', 'x', '--max', '0'], 'There cannot be 0 articles at most'],
    [['http://127.0.0.1/'], '--catalogue'],
    [['http://127.0.0.1/', '--catalogue', 'x', '--push', 'my-store'], 'my-store is no address of a store'],
  ])('does not take %j', async (args, message) => {
    const { code, stderr } = await newsgraph(['watch', ...args], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it('ends at once after Ctrl+C, and goes on from there', async () => {
    const catalogue = join(folder, 'stopped')
    pages.set('/two', rss(['/slow', '/ferry']))
    const child = spawn(process.execPath, [CLI, 'watch', `${at}/two`, '--catalogue', catalogue])
    const asked = new Promise<void>((done) => { server.on('request', ({ url }) => { if (url === '/slow') done() }) })
    await asked
    const since = performance.now()
    child.kill('SIGINT')
    const code = await new Promise((done) => { child.on('close', done) })
    // A second, and what a busy machine takes to wake a process; the units hold the second.
    expect(performance.now() - since).toBeLessThan(3000)
    expect(code).toBe(130)
    pages.set('/two', rss([]))
    const { stdout } = await newsgraph(['watch', `${at}/two`, '--catalogue', catalogue, '--once', '--max', '1'])
    expect(stdout).toMatch(/1 article|waiting/)
  })

  it('replaces an article that was corrected, and nothing is counted twice', async () => {
    const catalogue = join(folder, 'corrected')
    const atom = (updated: string): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><id>e</id><entry><id>tag:b</id><title>A</title><link href="/budget"/><updated>${updated}</updated></entry></feed>`
    pages.set('/atom', atom('2024-03-05T08:00:00Z'))
    pages.set('/budget', story('Budget passed', 'The council of Harford passed the budget on Tuesday, the mayor, John Roe, said in the evening.'))
    expect((await newsgraph(['watch', `${at}/atom`, '--catalogue', catalogue, '--once'])).stdout).toContain('1 article added')
    pages.set('/atom', atom('2024-03-05T10:00:00Z'))
    pages.set('/budget', story('Budget passed', 'The council of Harford passed the budget on Tuesday, the mayor, Joan Poe, said in the evening.'))
    expect((await newsgraph(['watch', `${at}/atom`, '--catalogue', catalogue, '--once'])).stdout).toContain('1 article replaced')
    const { stdout } = await newsgraph(['query', 'SELECT ?name { ?p a schema:Person ; rdfs:label ?name }', catalogue, '--format', 'csv'])
    expect(stdout.trim().split(/\r?\n/)).toEqual(['name', 'Joan Poe'])
  })

  it('killed at any moment loses nothing that was listed, and adds nothing twice', async () => {
    const catalogue = join(folder, 'killed')
    const asked = new Promise<void>((done) => { server.on('request', ({ url }) => { if (url === '/slow') done() }) })
    pages.set('/three', rss(['/ferry', '/bridge', '/slow']))
    const child = spawn(process.execPath, [CLI, 'watch', `${at}/three`, '--catalogue', catalogue])
    await asked
    child.kill('SIGKILL')
    await new Promise((done) => { child.on('close', done) })
    pages.set('/three', rss(['/ferry', '/bridge']))
    expect((await newsgraph(['watch', `${at}/three`, '--catalogue', catalogue, '--once', '--max', '2'])).code).toBe(0)
    const { stdout } = await newsgraph(['status', '--catalogue', catalogue, '--list'])
    expect(stdout.match(/^article:\S+/gm)).toHaveLength(2)
  })

  it('does not write where somebody else does', async () => {
    const catalogue = join(folder, 'busy')
    const asked = new Promise<void>((done) => { server.on('request', ({ url }) => { if (url === '/slow') done() }) })
    pages.set('/one', rss(['/slow']))
    const child = spawn(process.execPath, [CLI, 'watch', `${at}/one`, '--catalogue', catalogue])
    await asked
    const { code, stderr } = await newsgraph(['watch', `${at}/one`, '--catalogue', catalogue, '--once'])
    child.kill('SIGTERM')
    expect(await new Promise((done) => { child.on('close', done) })).toBe(143)
    expect(code).toBe(4)
    expect(stderr).toMatch(/^newsgraph: Somebody else is writing to the catalogue [^\n]*\n$/)
  })

  const { oxigraph } = servers
  it.skipIf(oxigraph.missing)(`brings a store up to date${oxigraph.missing ? ` (skipped: ${oxigraph.missing})` : ''}`, async () => {
    const catalogue = join(folder, 'pushed')
    pages.set('/push', rss(['/ferry']))
    const store = await oxigraph.start()
    try {
      const first = await newsgraph(['watch', `${at}/push`, '--catalogue', catalogue, '--once', '--push', store.to])
      expect(first).toMatchObject({ code: 0, stderr: '' })
      const question = `${store.queryUrl}?query=${encodeURIComponent('SELECT ?a { GRAPH ?g { ?a a <https://schema.org/NewsArticle> } }')}`
      expect(await (await fetch(question, { headers: { accept: 'text/csv' } })).text()).toMatch(/^a\s+https:\/\/w3id\.org\/newsgraph\/data\/article\/[0-9a-f]{16}\s*$/)
    } finally {
      await store.stop()
    }
    // It is gone now: nothing is said while there is nothing new; then one line, and the round is done all the same.
    const second = await newsgraph(['watch', `${at}/push`, '--catalogue', catalogue, '--once', '--push', store.to])
    expect(second).toMatchObject({ code: 0, stderr: '' })
    pages.set('/push', rss(['/bridge']))
    const third = await newsgraph(['watch', `${at}/push`, '--catalogue', catalogue, '--once', '--push', store.to])
    expect(third.code).toBe(7)
    expect(third.stdout).toContain('1 article added')
    expect(third.stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says in its help that it opens connections', async () => {
    expect((await newsgraph(['watch', '--help'])).stdout).toMatch(/by connections to the\s+outside/)
  })
})
