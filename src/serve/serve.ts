/**
 * Graphs in, an address out at which programs and people can ask them.
 * `newsgraph serve graph.ttl` → http://127.0.0.1:8181/ with the viewer, /sparql, /api, /reconcile and /mcp. Nothing can be changed there.
 */
import { serve as listen } from '@hono/node-server'
import { Hono } from 'hono'
import { Problem } from '../problem.js'
import { entitiesOf } from './entities.js'
import type { Graph } from './graph.js'
import { guard, isLoopback } from './guard.js'
import { apiRoutes } from './api.js'
import { mcpRoutes } from './mcp.js'
import { reconcileRoutes } from './reconcile.js'
import { sparqlRoutes } from './sparql.js'

/** What a caller of `serve` may set. */
export interface ServeOptions {
  /** Port to listen on; 0 takes a free one. Default: 8181. */
  readonly port?: number
  /** Address to listen on. Default: 127.0.0.1, which only this machine can reach; any other needs a token. */
  readonly host?: string
  /** What every request must bring, as `Authorization: Bearer …`. Default: none. */
  readonly token?: string
}

/** A running server. */
export interface Served {
  readonly url: string
  /** Ends it when the answers that it owes are given. */
  close(): Promise<void>
}

/** Graphs may take a while to load, so this is asked before. @throws Problem 'usage' when others could reach the server without a token */
export function checkOptions({ host = '127.0.0.1', token }: ServeOptions): void {
  if (token === undefined && !isLoopback(host)) {
    throw new Problem(
      'usage',
      `At ${host} other machines could read the graph`,
      'Set the environment variable NEWSGRAPH_TOKEN to what they must know, or leave --host out.',
    )
  }
  if (token !== undefined && !/^[\x21-\x7e]{16,}$/u.test(token)) {
    throw new Problem(
      'usage',
      'The token in NEWSGRAPH_TOKEN is too short or has spaces in it',
      'Take at least 16 letters and digits, for instance from: openssl rand -hex 16',
    )
  }
}

/** @throws Problem 'usage' as `checkOptions`, 'output' when the address cannot be listened on */
export async function serve(graph: Graph & { close(): Promise<void> }, options: ServeOptions = {}): Promise<Served> {
  checkOptions(options)
  const { port = 8181, host = '127.0.0.1', token } = options
  const app = makeApp(graph, { host, ...(token === undefined ? {} : { token }) })
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: host, port, overrideGlobalObjects: false }, (address) => {
      // Whoever looks for a name first need not wait for all names to be read; what goes wrong is told to them.
      entitiesOf(graph).catch(() => undefined)
      resolve({ url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}/`, close: () => closed(server, graph) })
    })
    server.once(
      'error',
      (cause: NodeJS.ErrnoException) =>
        void graph
          .close()
          .then(() =>
            reject(new Problem('output', reasonOf(cause, host, port), 'Choose another with --port, or 0 for a free one.', { cause })),
          ),
    )
  })
}

/** The server's answers, without a socket. */
export function makeApp(graph: Graph, options: { readonly host: string; readonly token?: string }): Hono {
  const app = new Hono()
  app.use(guard(options))
  app.get('/', async (context) => context.html(await graph.page()))
  for (const routes of [sparqlRoutes, apiRoutes, reconcileRoutes, mcpRoutes]) app.route('/', routes(graph))
  app.notFound((context) => context.text('There is nothing here. Try /, /sparql, /openapi.json, /reconcile or /mcp.\n', 404))
  app.onError((error, context) => {
    if (error instanceof Problem) return context.json({ error: `${error.message} ${error.advice}` }, error.code === 'usage' ? 400 : 503)
    process.stderr.write(`newsgraph: ${context.req.method} ${JSON.stringify(context.req.path)} failed: ${JSON.stringify(error.message)}\n`)
    return context.json({ error: 'Something went wrong that should not have.' }, 500)
  })
  return app
}

function reasonOf(cause: NodeJS.ErrnoException, host: string, port: number): string {
  switch (cause.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program.`
    case 'EACCES':
      return `Port ${port} may not be used by everybody.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine.`
    default:
      return `Port ${port} cannot be listened on: ${cause.message}.`
  }
}

async function closed(server: ReturnType<typeof listen>, graph: { close(): Promise<void> }): Promise<void> {
  const isClosed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  if ('closeAllConnections' in server) server.closeAllConnections()
  await Promise.all([isClosed, graph.close()])
}
