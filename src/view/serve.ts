/**
 * A page in, an address on this machine out. Only loopback is listened on, and only requests that name a loopback host
 * are answered, so that no other site can read the graph through the reader's browser.
 */

import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { Problem } from '../problem.js'

export interface ServeOptions {
  /** Port to listen on; 0, the default, takes a free one. */
  readonly port?: number
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

/** Serves one page until it is closed. */
export function serve(html: string, options: ServeOptions = {}): Promise<Served> {
  const app = new Hono()
  app.get('/', context => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(context.req.header('host') ?? '')
    ? context.html(html, 200, headers)
    : context.text('This page is for this machine only.', 403))
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: '127.0.0.1', port: options.port ?? 0 }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}/`, close: () => closed(server) })
    })
    server.once('error', (cause: Error) => reject(
      new Problem('output', `Port ${options.port ?? 0} cannot be listened on: ${cause.message}.`, 'Choose another port, or none to take a free one.', { cause })))
  })
}

function closed(server: ReturnType<typeof listen>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => error === undefined || error === null ? resolve() : reject(error))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
