import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { serve } from '../../src/newsgraph.js'
import { query, serving } from './serving.js'

const anything = query('ASK { ?s ?p ?o }')
const evil = 'http://evil.example'

describe('A server for this machine', () => {
  const { ask, url } = serving()

  it('answers only who calls it by a name of this machine', async () => {
    for (const path of ['/', anything, '/api/entities', '/reconcile', '/mcp', '/openapi.json']) {
      expect(await ask(path, { headers: { host: 'evil.example' } }), path).toMatchObject({ status: 403 })
      expect(await ask(path, { headers: { host: '127.0.0.1.evil.example:80' } }), path).toMatchObject({ status: 403 })
    }
    expect(await ask(anything, { headers: { host: 'localhost:1234' } })).toMatchObject({ status: 200 })
  })

  it.each([evil, 'null', 'http://127.0.0.1.evil.example', 'https://localhost.evil.example:3333'])(
    'refuses pages of %s everywhere',
    async (origin) => {
      for (const path of [anything, '/api/entities', '/reconcile', '/mcp', '/']) {
        const answer = await ask(path, { headers: { origin } })
        expect(answer, path).toMatchObject({ status: 403 })
        expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      }
      expect(await ask('/sparql', { form: { query: 'ASK { }' }, headers: { origin } })).toMatchObject({ status: 403 })
    },
  )

  it('lets its own pages ask', async () => {
    expect(await ask(anything, { headers: { origin: new URL(url()).origin } })).toMatchObject({ status: 200 })
  })

  it('lets pages from other ports of this machine reconcile, and nothing else', async () => {
    const origin = 'http://127.0.0.1:3333'
    expect(await ask('/reconcile', { headers: { origin } })).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': origin, vary: 'Origin' },
    })
    expect(
      await ask('/reconcile', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      }),
    ).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': origin, 'access-control-allow-methods': 'GET, POST' } })
    for (const path of [anything, '/api/entities', '/mcp'])
      expect(await ask(path, { headers: { origin } }), path).toMatchObject({ status: 403 })
    expect(await ask('/reconcilers', { headers: { origin } })).toMatchObject({ status: 403 })
  })

  it('gives no script to pages of other sites', async () => {
    const script = { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }
    const path = '/reconcile?query=Reyk&callback=steal'
    expect(await ask(path, { headers: { ...script, 'sec-fetch-site': 'cross-site', referer: `${evil}/` } })).toMatchObject({ status: 403 })
    expect(await ask(path, { headers: { ...script, 'sec-fetch-site': 'cross-site' } })).toMatchObject({ status: 403 })
    expect(
      await ask(path, { headers: { ...script, 'sec-fetch-site': 'cross-site', referer: 'http://127.0.0.1.evil.example/' } }),
    ).toMatchObject({ status: 403 })
    expect(await ask(anything, { headers: { ...script, 'sec-fetch-site': 'same-site' } })).toMatchObject({ status: 403 })
    expect(await ask(path, { headers: { ...script, 'sec-fetch-site': 'same-site' } })).toMatchObject({ status: 200 })
    expect(
      await ask(path, { headers: { ...script, 'sec-fetch-site': 'cross-site', referer: 'http://localhost:3333/project?project=1' } }),
    ).toMatchObject({ status: 200 })
  })

  it('tells browsers to keep, frame and guess nothing', async () => {
    for (const path of ['/', anything, '/api/entities', '/nowhere']) {
      expect((await ask(path)).headers, path).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
    }
  })

  it('shows the viewer', async () => {
    const page = await ask('/')
    expect(page).toMatchObject({ status: 200, type: 'text/html; charset=UTF-8' })
    const { parts } = JSON.parse(/id="newsgraph">([^<]*)/.exec(page.text)![1]!) as { parts: string[] }
    expect(parts.map((part) => gunzipSync(Buffer.from(part, 'base64')).toString('utf8')).join('')).toContain('Tomas Reyk')
  })
})

describe('A server with a token', () => {
  const token = 'correct-horse-battery'
  const { ask } = serving(undefined, { token })

  it('answers who brings it, by bearer or as a password', async () => {
    for (const authorization of [`Bearer ${token}`, `bearer  ${token}`, `Basic ${Buffer.from(`me:${token}`).toString('base64')}`]) {
      expect(await ask(anything, { headers: { authorization } }), authorization).toMatchObject({ status: 200 })
    }
  })

  it('answers nobody else', async () => {
    for (const authorization of [
      undefined,
      'Bearer',
      'Bearer wrong',
      `Bearer ${token}x`,
      token,
      `Digest ${token}`,
      'Basic Og==',
      'Basic %%%',
    ]) {
      for (const path of ['/', anything, '/api/entities', '/reconcile', '/mcp', '/openapi.json', '/nowhere']) {
        const answer = await ask(path, authorization === undefined ? {} : { headers: { authorization } })
        expect(answer, `${authorization} ${path}`).toMatchObject({ status: 401, text: 'This server asks for its token.\n' })
        expect(answer.headers['www-authenticate']).toContain('Bearer')
      }
    }
  })
})

describe('A server for other machines', () => {
  it('does not start without a token, nor with a weak one', async () => {
    await expect(serve(['/nowhere.ttl'], { port: 0, host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'usage',
      message: 'At 0.0.0.0 other machines could read the graph',
    })
    await expect(serve(['/nowhere.ttl'], { port: 0, host: '0.0.0.0', token: 'short' })).rejects.toMatchObject({ code: 'usage' })
    await expect(serve(['/nowhere.ttl'], { port: 0, token: 'short' })).rejects.toMatchObject({ code: 'usage' })
  })
})
