/**
 * The SPARQL 1.1 Protocol, reading only.
 * In: `GET /sparql?query=SELECT…`, a form or the query itself by POST. Out: rows as JSON, XML, CSV or TSV, graphs as Turtle, N-Triples,
 * RDF/XML or JSON-LD, as the client asks; without a query what the service can do, or for people a form.
 */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { bodyOf, tooLarge } from './body.js'
import type { Graph, GraphFormat, Refusal, RowFormat } from './graph.js'
import { negotiate } from './negotiate.js'
import { serviceDescription } from './service-description.js'
import { queryForm } from './sparql-form.js'

const rowTypes: Readonly<Record<string, RowFormat>> = {
  'application/sparql-results+json': 'json',
  'application/sparql-results+xml': 'xml',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/json': 'json',
  'application/xml': 'xml',
}
const graphTypes: Readonly<Record<string, GraphFormat>> = {
  'text/turtle': 'turtle',
  'application/n-triples': 'n-triples',
  'application/rdf+xml': 'rdf-xml',
  'application/ld+json': 'json-ld',
  'application/xml': 'rdf-xml',
  'application/json': 'json-ld',
}

const statusOf: Readonly<Record<Refusal, ContentfulStatusCode>> = {
  syntax: 400,
  rows: 400,
  update: 403,
  service: 403,
  time: 503,
  memory: 503,
}

export function sparqlRoutes(graph: Graph): Hono {
  const app = new Hono()
  app.get('/sparql', (context) =>
    context.req.query('query') === undefined && context.req.query('update') === undefined
      ? describe(context, graph)
      : answer(context, graph, new URL(context.req.url).searchParams),
  )
  app.post('/sparql', async (context) => {
    const parameters = await posted(context)
    return parameters instanceof URLSearchParams ? answer(context, graph, parameters) : parameters
  })
  app.all('/sparql', (context) => {
    context.header('allow', 'GET, HEAD, POST')
    return context.req.method === 'OPTIONS' ? context.body(null, 204) : context.text('Ask with GET or POST.\n', 405)
  })
  return app
}

/** A POST's parameters: those of its form, or those of its address and the query that is its body. */
async function posted(context: Context): Promise<URLSearchParams | Response> {
  const [type = ''] = (context.req.header('content-type') ?? '').toLowerCase().split(';')
  switch (type.trim()) {
    case 'application/x-www-form-urlencoded': {
      const form = await bodyOf(context)
      return form === undefined ? tooLarge(context) : new URLSearchParams(form)
    }
    case 'application/sparql-query':
    case 'application/sparql-update': {
      const text = await bodyOf(context)
      if (text === undefined) return tooLarge(context)
      const parameters = new URL(context.req.url).searchParams
      parameters.append(type.trim().slice('application/sparql-'.length), text)
      return parameters
    }
    default:
      return context.text('Send application/sparql-query, or a form (application/x-www-form-urlencoded) with a field query.\n', 415)
  }
}

async function answer(context: Context, graph: Graph, parameters: URLSearchParams): Promise<Response> {
  if (parameters.has('update')) return context.text('This graph can be read only; updates are refused.\n', 403)
  const [sparql, ...more] = parameters.getAll('query')
  if (sparql === undefined || more.length > 0) return context.text('Send one query, in a parameter named query.\n', 400)
  const dataset = datasetOf(parameters)
  if (dataset === undefined) return context.text('default-graph-uri and named-graph-uri must be absolute IRIs.\n', 400)
  const form = graph.formOf(sparql)
  const types = form === 'construct' || form === 'describe' ? graphTypes : rowTypes
  const wanted = negotiate<RowFormat | GraphFormat>(context.req.header('accept'), types)
  if (!wanted) return context.text(`This answer comes as ${Object.keys(types).join(', ')}.\n`, 406)
  const reply = await graph.ask({ sparql, format: wanted.form, ...dataset })
  if ('refused' in reply) {
    if (reply.refused === 'time') context.header('retry-after', '5')
    return context.text(`${reply.what}\n`, statusOf[reply.refused])
  }
  context.header('vary', 'Accept')
  return context.body(reply.text, 200, { 'content-type': `${wanted.type}${wanted.type.startsWith('text/') ? '; charset=utf-8' : ''}` })
}

/** Undefined where something in it is no IRI; nothing in it where all graphs are meant. */
function datasetOf(parameters: URLSearchParams): { defaultGraphs?: string[]; namedGraphs?: string[] } | undefined {
  const [defaultGraphs, namedGraphs] = [parameters.getAll('default-graph-uri'), parameters.getAll('named-graph-uri')]
  const all = [...defaultGraphs, ...namedGraphs]
  if (!all.every((iri) => /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|^`\\]*$/u.test(iri))) return undefined
  return all.length === 0 ? {} : { defaultGraphs, namedGraphs }
}

async function describe(context: Context, graph: Graph): Promise<Response> {
  const offers: Readonly<Record<string, GraphFormat | 'html'>> = { ...graphTypes, 'text/html': 'html' }
  const wanted = negotiate(context.req.header('accept'), offers)
  if (!wanted) return context.text(`The description of this service comes as ${Object.keys(offers).join(', ')}.\n`, 406)
  context.header('vary', 'Accept')
  if (wanted.form === 'html') return queryForm(context)
  const reply = await graph.ask({ sparql: serviceDescription(new URL('/sparql', context.req.url).href), format: wanted.form })
  if ('refused' in reply) return context.text(`${reply.what}\n`, statusOf[reply.refused])
  return context.body(reply.text, 200, { 'content-type': wanted.type })
}
