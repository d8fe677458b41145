/**
 * A page in, an address on this machine out, with what the page asks for piece by piece: the graph while it is read, the graph as triples, the
 * model and its knowledge base. Only loopback is listened on, and only requests that name a loopback host are answered, so that no
 * other site can read the graph through the reader's browser.
 */

import { serve as listen } from '@hono/node-server'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Problem } from '../problem.js'
import type { WireHead } from './wire.js'

/** What the page fetches of its graph. */
export interface Pieces {
  /** How far reading has come, or what has been read, or what stood in the way. */
  state(): { readonly share: number } | { readonly head: WireHead } | { readonly problem: string }
  part(number: number): string | undefined
  block(number: number): string | undefined
  triples(): AsyncIterable<string>
  /** Keeps corrections; where it is missing they are handed to the reader as a file. */
  decide?(text: string): Promise<void>
}

/** What the page may fetch beside its graph: a file of the package, or a text. */
export type Offered = { readonly path: string; readonly type: string } | { readonly text: string; readonly type: string }

export interface ServeOptions {
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number
  readonly pieces?: Pieces
  /** By address: `/model/model.json`. */
  readonly files?: Readonly<Record<string, Offered>>
}

/** A running server. */
export interface Served {
  readonly url: string
  close(): Promise<void>
}

const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}
/** Threads of the page run what was compiled to WebAssembly, and reach nothing but this server. */
const threadHeaders = {
  ...headers,
  'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
}

/** Serves one page until it is closed. */
export function serve(html: string, { port = 0, pieces, files = {} }: ServeOptions = {}): Promise<Served> {
  const app = new Hono()
  app.use(async (context, next) =>
    /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(context.req.header('host') ?? '')
      ? next()
      : context.text('This page is for this machine only.', 403),
  )
  app.get('/', context => context.html(html, 200, headers))
  if (pieces !== undefined) addPieces(app, pieces)
  for (const [address, file] of Object.entries(files)) app.get(address, context => send(context, file))
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: '127.0.0.1', port }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => closed(server) })
    })
    server.once('error', (cause: Error) =>
      reject(
        new Problem(
          'output',
          `Port ${port} cannot be listened on: ${cause.message}.`,
          'Choose another port, or none to take a free one.',
          { cause },
        ),
      ),
    )
  })
}

function addPieces(app: Hono, pieces: Pieces): void {
  app.get('/head', context => {
    const state = pieces.state()
    return 'problem' in state ? context.text(state.problem, 500, headers) : context.json(state, 200, headers)
  })
  for (const what of ['part', 'block'] as const) {
    app.get(`/${what}/:number{\\d+}`, context => {
      const json = pieces[what](Number(context.req.param('number')))
      return json === undefined ? context.notFound() : context.body(json, 200, { ...headers, 'content-type': 'application/json' })
    })
  }
  app.get(
    '/graph.nt',
    () =>
      new Response(Readable.toWeb(Readable.from(pieces.triples())) as ReadableStream, {
        headers: { ...headers, 'content-type': 'application/n-triples' },
      }),
  )
  app.post('/decisions', async context => {
    // Another site's page cannot ask for this in the reader's name: browsers tell where a request comes from.
    const origin = context.req.header('origin')
    if (pieces.decide === undefined || origin !== new URL(context.req.url).origin)
      return context.text('Corrections are kept for catalogues only.', 403, headers)
    try {
      await pieces.decide(await context.req.text())
      return context.text('Saved.', 200, headers)
    } catch (error) {
      return context.text(error instanceof Problem ? `${error.message} ${error.advice}` : String(error), 400, headers)
    }
  })
}

function send(context: Context, offered: Offered): Response | Promise<Response> {
  const { type } = offered
  const isScript = type.startsWith('text/javascript')
  if ('text' in offered) return context.body(offered.text, 200, { ...(isScript ? threadHeaders : headers), 'content-type': type })
  const { path } = offered
  if (!existsSync(path)) return context.notFound()
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream
  return new Response(body, {
    headers: { ...(isScript ? threadHeaders : headers), 'content-type': type, 'content-length': String(statSync(path).size) },
  })
}

function closed(server: ReturnType<typeof listen>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error === undefined || error === null ? resolve() : reject(error)))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
