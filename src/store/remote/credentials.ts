/**
 * Who we are to a store, from the environment and never from the command line, where every user of the machine could read it.
 * In: NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD, or NEWSGRAPH_STORE_TOKEN. Out: the header of a request:
 *   Authorization: Basic … · Bearer … · Digest username="dba", response="…" as Virtuoso asks for
 * Nothing here is ever printed or becomes part of a message.
 */
import { createHash, randomBytes } from 'node:crypto'
import { Problem } from '../../problem.js'

export type Credentials = { readonly user: string; readonly password: string } | { readonly token: string }

/** @throws Problem 'usage' when they are incomplete or cannot be sent */
export function credentialsFrom(environment: Readonly<Record<string, string | undefined>>): Credentials | undefined {
  const { NEWSGRAPH_STORE_USER: user, NEWSGRAPH_STORE_PASSWORD: password, NEWSGRAPH_STORE_TOKEN: token } = environment
  if (token) return { token: sendable('NEWSGRAPH_STORE_TOKEN', token) }
  if (!user && !password) return undefined
  if (!user) throw new Problem('usage', 'There is a NEWSGRAPH_STORE_PASSWORD but no NEWSGRAPH_STORE_USER', 'Set both, or neither.')
  return { user: sendable('NEWSGRAPH_STORE_USER', user), password: sendable('NEWSGRAPH_STORE_PASSWORD', password ?? '') }
}

function sendable(name: string, value: string): string {
  if (!/\p{Cc}/u.test(value)) return value
  throw new Problem('usage', `${name} holds a line end or another control character`, 'Set it without.')
}

/** The challenge of a 401 that asks for a digest. */
export interface Challenge { readonly realm: string; readonly nonce: string; readonly opaque?: string; readonly qop: boolean; readonly algorithm: string }

/** Reads `Digest realm="SPARQL", nonce="…", qop="auth"`; nothing when the store asks otherwise. */
export function challengeOf(header: string | null): Challenge | undefined {
  const digest = /\bDigest\s+(.*)$/iu.exec(header ?? '')?.[1]
  if (digest === undefined) return undefined
  const fields = new Map(Array.from(digest.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gu), ([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? '']))
  const realm = fields.get('realm'), nonce = fields.get('nonce'), opaque = fields.get('opaque')
  if (realm === undefined || nonce === undefined) return undefined
  const qop = (fields.get('qop') ?? '').split(/\s*,\s*/u).includes('auth')
  return { realm, nonce, qop, algorithm: fields.get('algorithm') ?? 'MD5', ...(opaque === undefined ? {} : { opaque }) }
}

/** The header for one request. @param use how often the challenge has been answered, this time included */
export function authorization(credentials: Credentials, request: { readonly method: string; readonly url: string }, challenge?: Challenge, use = 1): string {
  if ('token' in credentials) return `Bearer ${credentials.token}`
  if (!challenge) return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`, 'utf8').toString('base64')}`
  return digest(credentials, request, challenge, use)
}

/** RFC 7616, with and without "quality of protection". */
function digest({ user, password }: { user: string; password: string }, { method, url }: { method: string; url: string }, challenge: Challenge, use: number): string {
  const { realm, nonce, qop, algorithm, opaque } = challenge
  const hash = (text: string): string => createHash(/^sha-256/iu.test(algorithm) ? 'sha256' : 'md5').update(text).digest('hex')
  const { pathname, search } = new URL(url)
  const uri = pathname + search, count = use.toString(16).padStart(8, '0'), ours = randomBytes(8).toString('hex')
  const plain = hash(`${user}:${realm}:${password}`)
  const secret = /-sess$/iu.test(algorithm) ? hash(`${plain}:${nonce}:${ours}`) : plain
  const asked = hash(`${method}:${uri}`)
  const response = qop ? hash(`${secret}:${nonce}:${count}:${ours}:auth:${asked}`) : hash(`${secret}:${nonce}:${asked}`)
  const fields = [
    `username="${user.replace(/["\\]/gu, '\\$&')}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${uri}"`, `response="${response}"`, `algorithm=${algorithm}`,
    ...(opaque === undefined ? [] : [`opaque="${opaque}"`]), ...(qop ? ['qop=auth', `nc=${count}`, `cnonce="${ours}"`] : []),
  ]
  return `Digest ${fields.join(', ')}`
}
