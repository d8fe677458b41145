/**
 * W3C Reconciliation 0.2 over the graph's own entities, and after them what the knowledge base knows, for OpenRefine and its like.
 * In: `queries={"q0":{"query":"Lavrov"}}` by POST form or GET, and the calls of the suggest, preview and extend services.
 * Out: `{ "q0": { "result": [{ "id": "person/sergey-lavrov", "name": "Sergey Lavrov", "score": 98, "match": true, … }] } }`.
 * Older clients may ask one `query`, and name a `callback`.
 */
import { setImmediate } from 'node:timers/promises'
import { Hono, type Context } from 'hono'
import { bodyOf, tooLarge } from './body.js'
import { entitiesOf } from './entities.js'
import type { Graph } from './graph.js'
import { isLoopbackOrigin, originOf } from './guard.js'
import { expand, relative } from './names.js'
import { candidatesKnown, describeKnown, typesKnown } from './knowledge.js'
import { previewKnown, previewOf, text } from './preview.js'
import { candidates, descriptionOf, readCandidateQuery, typesOf, type Candidate } from './reconcile-match.js'
import { extend } from './reconcile-extend.js'
import { entityTypes, manifest } from './reconcile-manifest.js'
import { propertiesOf } from './reconcile-properties.js'

/** Queries in one batch. */
const MOST_QUERIES = 100
/** Suggestions at a time. */
const SUGGESTED = 10

export function reconcileRoutes(graph: Graph): Hono {
  const app = new Hono()
  app.get('/reconcile', (context) => reconcile(context, graph, new URL(context.req.url).searchParams))
  app.post('/reconcile', async (context) => {
    const isForm = /^application\/x-www-form-urlencoded\b/iu.test(context.req.header('content-type') ?? '')
    if (!isForm) return context.json({ error: 'Send a form (application/x-www-form-urlencoded) with a field queries or extend.' }, 415)
    const form = await bodyOf(context)
    return form === undefined ? tooLarge(context) : reconcile(context, graph, new URLSearchParams(form))
  })
  app.get('/reconcile/suggest/:what', (context) => suggest(context, graph))
  app.get('/reconcile/flyout/:what', (context) => flyout(context, graph))
  app.get('/reconcile/properties', async (context) => {
    const { type = '', limit } = context.req.query()
    const properties = (await propertiesOf(graph)).map(({ id, name }) => ({ id, name }))
    return reply(context, {
      type,
      properties: properties.slice(0, Number(limit) >= 1 ? Number(limit) : undefined),
      ...(Number(limit) >= 1 && { limit: Number(limit) }),
    })
  })
  app.get('/reconcile/preview', async (context) => {
    const id = context.req.query('id') ?? ''
    const html = (await previewOf(graph, expand(graph, id) ?? '')) ?? (await previewKnown(graph, id))
    if (html === undefined) return context.text('There is no such entity.\n', 404)
    context.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors http://127.0.0.1:* http://localhost:*",
    )
    return context.html(html)
  })
  app.get('/reconcile/view', async (context) => {
    const id = context.req.query('id') ?? '',
      known = await graph.known?.get(id)
    return context.redirect(known ? known.iri : `/#${encodeURIComponent(expand(graph, id) ?? '')}`)
  })
  return app
}

async function reconcile(context: Context, graph: Graph, parameters: URLSearchParams): Promise<Response> {
  const [queries, query, extension] = [parameters.get('queries'), parameters.get('query'), parameters.get('extend')]
  if (queries !== null) return batch(context, graph, parsed(queries))
  if (extension !== null) {
    const answer = await extend(graph, parsed(extension))
    return answer === undefined ? wrong(context, 'extend must be JSON with ids and properties.') : reply(context, answer)
  }
  if (query === null) return reply(context, manifest(graph, new URL(context.req.url).origin))
  const given = query.trimStart().startsWith('{')
    ? parsed(query)
    : { query, type: parameters.get('type') ?? undefined, limit: parameters.get('limit') ?? undefined }
  const wanted = readCandidateQuery(given)
  return wanted === undefined
    ? wrong(context, 'query must be a name, or JSON with a query.')
    : reply(context, { result: await candidates(graph, wanted) })
}

async function batch(context: Context, graph: Graph, given: unknown): Promise<Response> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return wrong(context, 'queries must be a JSON object of queries.')
  const queries = Object.entries(given).map(([key, query]) => [key, readCandidateQuery(query)] as const)
  if (queries.length > MOST_QUERIES) return context.json({ error: `Send at most ${MOST_QUERIES} queries at once.` }, 413)
  const faulty = queries.find(([, query]) => query === undefined)
  if (faulty) return wrong(context, `The query ${JSON.stringify(faulty[0])} has neither query nor properties.`)
  const results: [string, { result: readonly Candidate[] }][] = []
  for (const [key, query] of queries) {
    results.push([key, { result: query ? await candidates(graph, query) : [] }])
    // Matching names takes a while: others are let in between.
    await setImmediate()
  }
  return reply(context, Object.fromEntries(results))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}

function wrong(context: Context, error: string): Response {
  return context.json({ error }, 400)
}

/**
 * A script can be loaded by any page that the browser shows, and browsers send a password along: so the page must be known to come from
 * this machine, and no password be needed.
 */
function isFromNeighbour(context: Context): boolean {
  if (context.req.header('authorization') !== undefined) return false
  const site = context.req.header('sec-fetch-site')
  return site === 'same-origin' || site === 'same-site' || isLoopbackOrigin(originOf(context.req.header('referer')) ?? '')
}

/** JSON, or a script that hands it to the callback of an older client. */
function reply(context: Context, answer: object): Response {
  const callback = context.req.query('callback')
  if (callback === undefined) return context.json(answer)
  if (!isFromNeighbour(context)) return context.json({ error: 'A callback is for pages of this machine only.' }, 403)
  if (!/^[A-Za-z_$][\w$.]{0,100}$/u.test(callback)) return wrong(context, 'callback must be the name of a function.')
  context.header('cross-origin-resource-policy', 'cross-origin')
  const json = JSON.stringify(answer).replace(/[<>\u2028\u2029]/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return context.body(`/**/${callback}(${json});\n`, 200, { 'content-type': 'text/javascript; charset=utf-8' })
}

async function suggest(context: Context, graph: Graph): Promise<Response> {
  const { prefix = '', cursor, type } = context.req.query()
  const from = Number(cursor) >= 1 ? Math.floor(Number(cursor)) : 0
  const found = await suggestions(graph, context.req.param('what') ?? '', prefix.trim(), type)
  return found === undefined
    ? context.json({ error: 'Suggestions are there for entity, type and property.' }, 404)
    : reply(context, { code: '/api/status/ok', status: '200 OK', prefix, result: found.slice(from, from + SUGGESTED) })
}

async function suggestions(graph: Graph, what: string, prefix: string, type: string | undefined): Promise<readonly object[] | undefined> {
  const begins = ({ id, name }: { readonly id: string; readonly name: string }): boolean =>
    [id, name].some((word) => word.toLowerCase().includes(prefix.toLowerCase()))
  switch (what) {
    case 'type':
      return entityTypes.filter(begins)
    case 'property':
      return (await propertiesOf(graph)).filter(begins)
    case 'entity': {
      const entities = await entitiesOf(graph)
      const same = entities.get(expand(graph, prefix) ?? '')
      const found = same ? [same] : entities.find(prefix, type === undefined ? {} : { types: [type] })
      const known = await candidatesKnown(graph, { query: prefix, types: type === undefined ? [] : [type], properties: [] })
      return [
        ...found.map((entity) => ({
          id: relative(graph, entity.iri),
          name: entity.label,
          description: descriptionOf(entity),
          notable: typesOf(entity),
        })),
        ...known.map(({ thing }) => ({ id: thing.iri, name: thing.label, description: describeKnown(thing), notable: typesKnown(thing) })),
      ]
    }
    default:
      return undefined
  }
}

async function flyout(context: Context, graph: Graph): Promise<Response> {
  const id = context.req.query('id') ?? ''
  const html = await cardOf(graph, context.req.param('what') ?? '', id)
  return html === undefined ? context.json({ error: 'There is no such thing.' }, 404) : reply(context, { id, html })
}

async function cardOf(graph: Graph, what: string, id: string): Promise<string | undefined> {
  if (what === 'entity') {
    const entity = (await entitiesOf(graph)).get(expand(graph, id) ?? '')
    const known = entity ? undefined : await graph.known?.get(id)
    if (known) return `<p><b>${text(known.label)}</b></p><p>${text(describeKnown(known))}</p>`
    return entity && `<p><b>${text(entity.label)}</b></p><p>${text(descriptionOf(entity))}</p>`
  }
  const known = what === 'type' ? entityTypes : what === 'property' ? await propertiesOf(graph) : []
  const found = known.find((one) => one.id === id)
  return found && `<p><b>${text(found.name)}</b></p><p>${text(id)}</p>`
}
