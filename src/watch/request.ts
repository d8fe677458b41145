/**
 * One request over HTTP, without redirects.
 *
 *   in:  https://echo.example/feed, headers, how many bytes and milliseconds it may take, whom it may reach
 *   out: status, headers, the bytes as they were before compression, and whom the address reached
 *
 * Node's own client in place of fetch: the address is looked up here and looked at before a connection is opened, so that
 * a name cannot stand for one address when it is checked and for another when it is used.
 */
import { once } from 'node:events'
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { connectionFailure, Failure, TRY_LATER } from './failure.js'
import { bareHost, isWithin, type Network, type Reach } from './reach.js'

export interface Ask {
  readonly headers: Readonly<Record<string, string>>
  /** Bytes, after decompression. */
  readonly limit: number
  /** Take the first `limit` bytes of what is longer, instead of refusing it. */
  readonly isCut?: boolean
  /** For all of it, in milliseconds. */
  readonly timeoutMs: number
  readonly reach: Reach
  readonly network: Network
  readonly signal: AbortSignal
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Uint8Array
  readonly reach: Reach
}

/** @throws Failure when there is no whole answer */
export async function request(url: URL, ask: Ask): Promise<Answer> {
  const timeout = AbortSignal.timeout(ask.timeoutMs)
  const signal = AbortSignal.any([ask.signal, timeout])
  try {
    const { addresses, reach } = await addressesOf(url, ask, signal)
    const lookup: LookupFunction = (_host, options, done) => {
      const [first] = addresses
      if (options.all === true) done(null, [...addresses])
      else done(null, first?.address ?? '', first?.family)
    }
    const headers = { 'accept-encoding': 'gzip, br', ...ask.headers }
    const sent = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, { headers, lookup, signal, agent: false })
    // What breaks after the answer began is told by the answer.
    sent.on('error', () => undefined).end()
    const [message] = (await once(sent, 'response', { signal })) as [IncomingMessage]
    return { status: message.statusCode ?? 0, headers: message.headers, bytes: await bodyOf(message, url, ask), reach }
  } catch (cause) {
    if (ask.signal.aborted) throw ask.signal.reason
    if (timeout.aborted) throw new Failure(`${url.href} does not answer within ${Math.ceil(ask.timeoutMs / 1000)} seconds`, TRY_LATER, 'later', { cause })
    throw connectionFailure(url, cause)
  }
}

/** The addresses of the host that may be asked, and whom they reach. */
async function addressesOf(url: URL, { network, reach: limit }: Ask, signal: AbortSignal): Promise<{ addresses: readonly { address: string; family: number }[]; reach: Reach }> {
  const host = bareHost(url.hostname)
  const all = await Promise.race([network.addressesOf(host), aborted(signal)])
  const addresses = all.filter(({ address }) => isWithin(network.reachOf(address), limit))
  const reaches = new Set(addresses.map(({ address }) => network.reachOf(address)))
  const reach = (['computer', 'network', 'public'] as const).find((one) => reaches.has(one))
  if (reach) return { addresses, reach }
  throw new Failure(`${url.href} is an address within ${all.some(({ address }) => network.reachOf(address) === 'computer') ? 'this computer' : 'this network'}, to which a feed from outside must not lead`, 'It is left out.', 'never')
}

async function aborted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await new Promise((done) => { signal.addEventListener('abort', done, { once: true }) })
  throw signal.reason
}

/** The body, let go as soon as it grows beyond the limit. */
async function bodyOf(message: IncomingMessage, url: URL, { limit, isCut }: Ask): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const status = message.statusCode ?? 0
  // Nobody reads what comes with a redirect or an error.
  if (status < 200 || status > 299) {
    message.destroy()
    return new Uint8Array()
  }
  try {
    for await (const chunk of decompressed(message, url)) {
      chunks.push(chunk as Uint8Array)
      size += (chunk as Uint8Array).length
      if (size > limit && !isCut) throw tooLarge(url, limit)
      if (size > limit) break
    }
  } finally {
    message.destroy()
  }
  return Buffer.concat(chunks).subarray(0, limit)
}

function decompressed(message: IncomingMessage, url: URL): Readable {
  const coding = message.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  switch (coding) {
    case 'identity': case '': return message
    case 'gzip': case 'x-gzip': return piped(message, createGunzip())
    case 'br': return piped(message, createBrotliDecompress())
    default: throw new Failure(`${url.href} is packed as ${coding.slice(0, 40)}, which was not asked for`, TRY_LATER, 'later')
  }
}

/** A connection that breaks breaks the unpacking too. */
function piped(message: IncomingMessage, unpack: NodeJS.ReadWriteStream & Readable): Readable {
  message.on('error', (error) => unpack.destroy(error))
  message.on('aborted', () => unpack.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })))
  return message.pipe(unpack)
}

export function tooLarge(url: URL, limit: number): Failure {
  return new Failure(`${url.href} is too large: the limit is ${Math.round(limit / 1e6)} MB`, 'It is left out.', 'never')
}
