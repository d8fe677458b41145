import { describe, expect, it } from 'vitest'
import { authorization, challengeOf, credentialsFrom } from '../../../src/store/remote/credentials.js'

const request = { method: 'GET', url: 'http://www.example.org/dir/index.html' }

describe('Credentials', () => {
  it('come from the environment, as a user or as a token', () => {
    expect(credentialsFrom({})).toBeUndefined()
    expect(credentialsFrom({ NEWSGRAPH_STORE_USER: 'dba', NEWSGRAPH_STORE_PASSWORD: 'secret' })).toEqual({ user: 'dba', password: 'secret' })
    expect(credentialsFrom({ NEWSGRAPH_STORE_USER: 'dba' })).toEqual({ user: 'dba', password: '' })
    expect(credentialsFrom({ NEWSGRAPH_STORE_TOKEN: 't0ken', NEWSGRAPH_STORE_USER: 'dba' })).toEqual({ token: 't0ken' })
  })

  it('that are incomplete or no header can hold are a problem which does not tell them', () => {
    expect(() => credentialsFrom({ NEWSGRAPH_STORE_PASSWORD: 'secret' })).toThrow('There is a NEWSGRAPH_STORE_PASSWORD but no NEWSGRAPH_STORE_USER')
    expect(() => credentialsFrom({ NEWSGRAPH_STORE_TOKEN: 'sec\nret' })).toThrow('NEWSGRAPH_STORE_TOKEN holds a line end or another control character')
  })

  it('are sent as basic or bearer where nothing else is asked for', () => {
    expect(authorization({ user: 'Aladdin', password: 'open sesame' }, request)).toBe('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==')
    expect(authorization({ token: 't0ken' }, request)).toBe('Bearer t0ken')
  })

  it('answer a digest as RFC 2069 has it, and with a count and a number of ours where more is asked for', () => {
    const old = challengeOf('Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"')
    expect(authorization({ user: 'Mufasa', password: 'CircleOfLife' }, request, old)).toContain('response="1949323746fe6a43ef61f9606e7febea"')
    const now = challengeOf('Basic realm="x", Digest realm="SPARQL", nonce="abc", stale="false", qop="auth,auth-int", algorithm="MD5"')
    expect(now).toEqual({ realm: 'SPARQL', nonce: 'abc', qop: true, algorithm: 'MD5' })
    expect(authorization({ user: 'dba', password: 'dba' }, request, now, 17)).toMatch(/^Digest username="dba", realm="SPARQL", nonce="abc", uri="\/dir\/index\.html", response="[0-9a-f]{32}", algorithm=MD5, qop=auth, nc=00000011, cnonce="[0-9a-f]{16}"$/u)
  })

  it('are not asked for by a store that wants basic', () => {
    expect(challengeOf('Basic realm="Fuseki"')).toBeUndefined()
    expect(challengeOf(null)).toBeUndefined()
  })
})
