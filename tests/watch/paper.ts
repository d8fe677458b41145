/** What the tests of this folder share: a newspaper on 127.0.0.1 that behaves as it is told, a clock that needs no waiting, a shelf for a catalogue. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Reading } from '../../src/model.js'
import { Problem } from '../../src/problem.js'
import { read } from '../../src/read/read.js'
import type { Clock } from '../../src/watch/clock.js'
import type { Network } from '../../src/watch/reach.js'
import type { Tally } from '../../src/watch/parts.js'
import type { Session, Sink } from '../../src/watch/sink.js'
import { watch, type WatchOptions } from '../../src/watch/watch.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
export interface Served { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string | Buffer }

export interface Paper {
  /** The whole address of a path. */
  readonly at: (path: string, host?: string) => string
  /** What stands at a path from now on; several stand there one after the other, the last for good. */
  readonly serve: (path: string, ...what: (string | Served | Handler)[]) => void
  /** Paths that were asked for, without robots.txt. */
  readonly asked: () => string[]
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly at: number }[]
  readonly close: () => void
}

const cleanups: (() => void)[] = []
afterEach(() => { for (const act of cleanups.splice(0)) act() })

export async function startPaper(clock?: Clock): Promise<Paper> {
  const pages = new Map<string, (string | Served | Handler)[]>()
  const requests: Paper['requests'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push({ path, headers: request.headers, at: clock?.now() ?? 0 })
    const all = pages.get(path) ?? []
    const what = (all.length > 1 ? all.shift() : all[0]) ?? { status: 404 }
    if (typeof what === 'function') return what(request, response)
    const { status = 200, headers = {}, body = '' } = typeof what === 'string' ? { body: what } : what
    response.writeHead(status, { 'content-type': what === body || !/^\s*<\?xml|^\s*<rss/.test(String(body)) ? 'text/html' : 'application/xml', ...headers }).end(body)
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  cleanups.push(close)
  return {
    at: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    serve: (path, ...what) => { pages.set(path, what) },
    asked: () => requests.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
    requests, close,
  }
}

/** A clock that stands still until somebody sleeps. */
export function startClock(): Clock & { readonly slept: number[]; pass(ms: number): void } {
  let time = Date.parse('2024-03-05T09:00:00Z')
  const slept: number[] = []
  return {
    slept, now: () => time, pass: (ms) => { time += ms },
    sleep: async (ms, signal) => {
      signal.throwIfAborted()
      slept.push(ms)
      time += ms
    },
  }
}

export function startFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-watch-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** In place of a catalogue: readings by address. */
export function startShelf(): Sink & { readonly readings: Map<string, Reading>; readonly outcomes: string[]; refuse?: Problem | undefined } {
  const readings = new Map<string, Reading>()
  const outcomes: string[] = []
  const shelf: ReturnType<typeof startShelf> = {
    readings, outcomes,
    open: async (): Promise<Session> => ({
      get revision() { return outcomes.filter((outcome) => outcome !== 'unchanged').length },
      has: (url) => readings.has(url),
      add: async ({ at, bytes, charset, hints }) => {
        if (shelf.refuse) throw shelf.refuse
        const [reading] = await read({ bytes, source: at, ...(charset ? { charset } : {}) }, { hints })
        if (!reading) throw new Problem('input', 'nothing', 'nothing')
        const before = readings.get(reading.url ?? at)
        readings.set(reading.url ?? at, reading)
        const outcome = !before ? 'added' : before.text === reading.text ? 'unchanged' : 'replaced'
        outcomes.push(outcome)
        return outcome
      },
      close: async () => undefined,
    }),
  }
  return shelf
}

export interface Round { readonly tally: Tally; readonly problems: string[] }

/** One round of a fresh process. */
export async function watchOnce(feeds: string[], options: Partial<WatchOptions> & Pick<WatchOptions, 'folder' | 'sink'>): Promise<Round> {
  const problems: string[] = []
  let tally: Tally | undefined
  await watch(feeds, {
    once: true, everyMs: 900_000, signal: new AbortController().signal, clock: startClock(), timeoutMs: 5000,
    onEvent: (event) => { if (event.kind === 'problem') problems.push(event.problem.message) },
    onRound: async (made) => { tally = made },
    ...options,
  })
  if (!tally) throw new Error('a round was expected')
  return { tally, problems }
}

/** A network in which names stand for this computer and 127.0.0.1 is as public as any; 127.0.0.2 is of this network, 127.0.0.3 of this computer. */
export const pretended: Network = {
  addressesOf: async (host) => [{ address: host === 'inside.example' ? '127.0.0.2' : /^[\d.]+$/.test(host) ? host : '127.0.0.1', family: 4 }],
  reachOf: (address) => (address === '127.0.0.2' ? 'network' : address === '127.0.0.3' ? 'computer' : 'public'),
}

export interface Story { readonly link: string; readonly title?: string; readonly guid?: string; readonly date?: string; readonly author?: string; readonly text?: string }

export function rss(stories: readonly Story[], title = 'Brightwater Echo'): string {
  const items = stories.map(({ link, title = 'Bridge to close', guid, date, author, text }) => `<item><title>${title}</title><link>${link}</link>
    ${guid ? `<guid isPermaLink="false">${guid}</guid>` : ''}${date ? `<pubDate>${date}</pubDate>` : ''}${author ? `<dc:creator>${author}</dc:creator>` : ''}<description>${text ?? 'Teaser'}</description></item>`)
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title>${items.join('')}</channel></rss>`
}

const LEAD = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter.'

export function page(text = LEAD, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Brightwater Echo</title>${head}</head><body><article><p>${text}</p><p>She told reporters that the money for it had been found and that the work is to begin in May.</p></article></body></html>`
}

export function stateIn(folder: string): Record<string, Record<string, Record<string, unknown>>> {
  return JSON.parse(readFileSync(join(folder, 'watch.json'), 'utf8')) as Record<string, Record<string, Record<string, unknown>>>
}
