import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Problem } from '../../../src/problem.js'
import { Endpoint, type EndpointOptions } from '../../../src/store/remote/endpoint.js'
import { openStore } from '../../../src/store/remote/store.js'

const running: Server[] = []
afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Handler = (response: ServerResponse, request: IncomingMessage, number: number) => void

/** A store on loopback that answers as it is told, and how often it was asked. */
async function store(handler: Handler): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    handler(response, request, asked.length)
  })
  running.push(server)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/news`, asked }
}

const answer = (status: number, body = '', headers: Record<string, string> = {}): Handler => (response) => { response.writeHead(status, headers).end(body) }

function ask(url: string, options: EndpointOptions = {}, body = 'INSERT DATA {}') {
  return new Endpoint(url, { patienceMs: 5, timeoutMs: 2000, ...options }).send({ method: 'POST', url, body })
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const problem = await promise.then(() => undefined, (error: unknown) => error)
  if (problem instanceof Problem) return problem
  throw new Error('no Problem')
}

describe('A request to a store', () => {
  it.each([429, 502, 503, 504])('is sent again when the store is busy (%i)', async (status) => {
    const { url, asked } = await store((response, _, number) => { response.writeHead(number < 3 ? status : 200).end('done') })
    const reasons: string[] = []
    expect((await ask(url, { onRetry: (reason) => reasons.push(reason) })).text).toBe('done')
    expect(asked).toHaveLength(3)
    expect(reasons).toEqual([`${url} refuses (${status}: done)`, `${url} refuses (${status}: done)`])
  })

  it('waits as long as the store says', async () => {
    const { url } = await store((response, _, number) => { response.writeHead(number === 1 ? 429 : 200, { 'retry-after': '1' }).end() })
    const start = performance.now()
    await ask(url)
    expect(performance.now() - start).toBeGreaterThan(950)
  })

  it('is sent again when the connection breaks', async () => {
    const { url, asked } = await store((response, request, number) => {
      if (number < 3) request.socket.destroy()
      else response.end('done')
    })
    expect((await ask(url)).text).toBe('done')
    expect(asked).toHaveLength(3)
  })

  it('is given up after six tries', async () => {
    const { url, asked } = await store(answer(503, 'Overloaded'))
    expect(await problemOf(ask(url))).toMatchObject({ code: 'store', message: `${url} refuses (503: Overloaded)` })
    expect(asked).toHaveLength(6)
  })

  it('that is refused for good is not sent again', async () => {
    const { url, asked } = await store(answer(400, 'Parse error:\n  line 1\t\u0007 here', { 'content-type': 'text/plain' }))
    expect(await problemOf(ask(url))).toMatchObject({ code: 'store', message: `${url} refuses (400: Parse error: line 1 here)` })
    expect(asked).toHaveLength(1)
  })

  it('tells nothing of pages for browsers, and little of long ones', async () => {
    const page = await store(answer(500, '<html><h1>Error</h1></html>', { 'content-type': 'text/html' }))
    expect((await problemOf(ask(page.url))).message).toBe(`${page.url} refuses (500)`)
    const long = await store(answer(500, 'x'.repeat(5000)))
    expect((await problemOf(ask(long.url))).message.length).toBeLessThan(300)
  })

  it('ends with the time it has', async () => {
    const { url, asked } = await store(() => undefined)
    expect(await problemOf(ask(url, { timeoutMs: 100 }))).toMatchObject({ code: 'store', message: `${url} did not answer within 0.1 seconds` })
    expect(asked).toHaveLength(1)
  })

  it('to nobody says so at once', async () => {
    const { url } = await store(answer(200))
    for (const server of running.splice(0)) await new Promise((resolve) => { server.close(resolve) })
    expect(await problemOf(ask(url))).toMatchObject({ code: 'store', message: `${url} cannot be reached (connection refused)` })
    expect(await problemOf(ask('http://no-such-host.invalid/news'))).toMatchObject({ code: 'store', message: 'http://no-such-host.invalid/news cannot be reached (no such host)' })
  })

  it('does not follow a store that sends it elsewhere, where the password might go too', async () => {
    const { url, asked } = await store(answer(302, '', { location: 'https://example.org/' }))
    expect(await problemOf(ask(url, { credentials: { user: 'u', password: 'p' } }))).toMatchObject({ code: 'store', message: `${url} sends us elsewhere (302 to https://example.org/)` })
    expect(asked).toHaveLength(1)
  })

  it('to a data set that is not there says so', async () => {
    const { url } = await store(answer(404))
    expect(await problemOf(ask(url))).toMatchObject({ code: 'store', message: `${url} is not there (404)` })
  })
})

describe('A store that asks who is there', () => {
  const secret = 'correct horse battery staple'

  it('is told which variables to set, and is never told on', async () => {
    const { url } = await store(answer(401, '', { 'www-authenticate': 'Basic realm="news"' }))
    expect(await problemOf(ask(url))).toMatchObject({ message: `${url} asks who is there (401)`, advice: expect.stringContaining('NEWSGRAPH_STORE_USER') as string })
    for (const credentials of [{ user: 'admin', password: secret }, { token: secret }]) {
      const problem = await problemOf(ask(url, { credentials }))
      expect(problem.code).toBe('store')
      expect(`${problem.message} ${problem.advice}`).not.toContain(secret)
    }
  })

  it('by digest gets one, for one answer after the other, and again when it changes its question', async () => {
    let nonce = 'first'
    const { url, asked } = await store((response, { headers }) => {
      const isKnown = headers.authorization?.includes(`nonce="${nonce}"`) === true
      response.writeHead(isKnown ? 200 : 401, { 'www-authenticate': `Digest realm="r", nonce="${nonce}", qop="auth"` }).end()
    })
    const endpoint = new Endpoint(url, { credentials: { user: 'dba', password: 'dba' }, isAskedForPassword: true })
    await endpoint.send({ method: 'GET', url })
    await endpoint.send({ method: 'GET', url })
    expect(asked.map(({ headers }) => /nc=\d+/u.exec(headers.authorization ?? '')?.[0])).toEqual([undefined, 'nc=00000001', 'nc=00000002'])
    nonce = 'second'
    await endpoint.send({ method: 'GET', url })
    expect(asked).toHaveLength(5)
  })

  it('by digest and does not like the answer is not asked for ever', async () => {
    const { url, asked } = await store(answer(401, '', { 'www-authenticate': 'Digest realm="r", nonce="n", qop="auth"' }))
    expect(await problemOf(ask(url, { credentials: { user: 'dba', password: 'wrong' }, isAskedForPassword: true }))).toMatchObject({ message: `${url} does not let the user in (401)` })
    expect(asked).toHaveLength(2)
  })
})

describe('The address of a store', () => {
  it.each([
    ['nonsense', 'nonsense is no address of a store'],
    ['file:///etc/passwd', 'file:///etc/passwd is no address of a store'],
    ['http://localhost:3030/news?query=x', 'The address of the store goes on after its path: http://localhost:3030/news?query=x'],
    ['http://admin:secret@localhost:3030/news', 'The address of the store holds a name or password'],
  ])('%s is refused', async (to, message) => {
    expect(await problemOf(openStore(to))).toMatchObject({ code: 'usage', message })
  })

  it('behind which nobody known answers needs a profile', async () => {
    const { url } = await store(answer(200, 'hello'))
    expect(await problemOf(openStore(url))).toMatchObject({ code: 'store', message: `It is not clear which store answers at ${url}` })
    const opened = await openStore(url, { profile: 'fuseki' })
    expect(await problemOf(opened.rows('SELECT * {}'))).toMatchObject({ code: 'store', message: `What answers at ${url} is no SPARQL store` })
  })
})
