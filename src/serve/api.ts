/**
 * The REST interface: entities, statements, events and articles as JSON, a page at a time.
 * In: `GET /api/statements?speaker=Sergey+Lavrov`. Out: `{ total: 2, limit: 20, offset: 0, items: [ { text: "We always say …", … } ] }`.
 * The routes below are also what /openapi.json describes.
 */
import { Hono, type Context } from 'hono'
import { articles, events, statements, type PageOf } from './claims.js'
import { article, entitiesNamed, entity } from './details.js'
import { passagesOf } from './evidence.js'
import type { Graph } from './graph.js'
import { expand } from './names.js'
import { openApi } from './openapi.js'
import { paging, readParameters, span, type Parameters } from './parameters.js'

interface Asked {
  readonly graph: Graph
  readonly node: string
  readonly values: Readonly<Record<string, string>>
  readonly page: { readonly limit: number; readonly offset: number }
}

export interface Route {
  readonly path: string
  readonly says: string
  readonly parameters: Parameters
  /** What comes back; `page of` for pages. */
  readonly answers: 'entity' | 'article' | `page of ${'entity' | 'statement' | 'event' | 'article' | 'role' | 'relation' | 'passage'}`
  /** Undefined where there is no such thing. */
  readonly answer: (asked: Asked) => Promise<unknown>
}

export const routes: readonly Route[] = [
  {
    path: '/api/entities',
    says: 'Finds people, bodies, places and works by name; without q all of them, the most often named first.',
    answers: 'page of entity',
    parameters: {
      q: { shape: 'text', says: 'A name, or part of one; it may be misspelt.' },
      kind: { shape: 'kind', says: 'Only of this kind.' },
      ...paging,
    },
    answer: async ({ graph, values, page }) => pageOf(await entitiesNamed(graph, values.q, values.kind), page),
  },
  {
    path: '/api/entities/{id}',
    says: 'What is known of an entity: names, roles, relations, and where it is named.',
    answers: 'entity',
    parameters: {},
    answer: ({ graph, node }) => entity(graph, node),
  },
  {
    path: '/api/entities/{id}/passages',
    says: 'The places where an entity, or a claim, stands in the articles.',
    answers: 'page of passage',
    parameters: { words: { shape: 'text', says: 'Only where these words stand.' }, ...paging },
    answer: async ({ graph, node, values: { words }, page }) => ({
      ...page,
      ...(await passagesOf(graph, node, { ...page, ...(words === undefined ? {} : { words }) })),
    }),
  },
  {
    path: '/api/statements',
    says: 'Who said what, the newest first.',
    answers: 'page of statement',
    parameters: {
      speaker: { shape: 'entity', says: 'Who says it: an id or a name.' },
      about: { shape: 'entity', says: 'Who or what is spoken of.' },
      article: { shape: 'article', says: 'Only from this article.' },
      words: { shape: 'text', says: 'Words that are said.' },
      ...span,
      ...paging,
    },
    answer: ({ graph, values, page }) => statements(graph, values, page),
  },
  {
    path: '/api/events',
    says: 'What happened, is planned, or is said to have happened; the newest first.',
    answers: 'page of event',
    parameters: {
      entity: { shape: 'entity', says: 'Who takes part, or where it is: an id or a name.' },
      type: { shape: 'text', says: 'meeting, visit, attack, …' },
      factuality: { shape: 'text', says: 'asserted, planned, negated, possible, reported.' },
      article: { shape: 'article', says: 'Only from this article.' },
      ...span,
      ...paging,
    },
    answer: ({ graph, values, page }) => events(graph, values, page),
  },
  {
    path: '/api/articles',
    says: 'The articles, the newest first.',
    answers: 'page of article',
    parameters: {
      words: { shape: 'text', says: 'Words in headline or text.' },
      mentions: { shape: 'entity', says: 'Who or what is named: an id or a name.' },
      ...span,
      ...paging,
    },
    answer: ({ graph, values, page }) => articles(graph, values, page),
  },
  {
    path: '/api/articles/{id}',
    says: 'An article, with its text where the graph keeps it.',
    answers: 'article',
    parameters: {},
    answer: ({ graph, node }) => article(graph, node),
  },
]

export function apiRoutes(graph: Graph): Hono {
  const app = new Hono()
  for (const route of routes) app.get(route.path.replace('{id}', ':id'), (context) => respond(context, graph, route))
  app.get('/openapi.json', (context) => context.json(openApi(routes, new URL('/', context.req.url).href, graph.version)))
  app.all('/api/*', (context) =>
    context.req.method === 'GET'
      ? context.json({ error: 'There is nothing here; /openapi.json says what there is.' }, 404)
      : readOnly(context),
  )
  return app
}

function readOnly(context: Context): Response {
  context.header('allow', 'GET, HEAD')
  return context.json({ error: 'This graph can be read only.' }, 405)
}

async function respond(context: Context, graph: Graph, route: Route): Promise<Response> {
  const { page, values } = await readParameters(graph, route.parameters, context.req.query())
  const id = context.req.param('id')
  const node = id === undefined ? '' : expand(graph, id)
  const answer = node === undefined ? undefined : await route.answer({ graph, node, values, page })
  if (answer === undefined) return context.json({ error: `There is no ${JSON.stringify(id)} in the graph.` }, 404)
  return context.json(withNext(answer, context.req.url))
}

/** Where the page after this one is. */
function withNext(answer: unknown, address: string): object {
  const { total, limit, offset } = answer as Partial<PageOf<unknown>>
  if (total === undefined || limit === undefined || offset === undefined || offset + limit >= total) return answer as object
  const next = new URL(address)
  next.searchParams.set('offset', String(offset + limit))
  next.searchParams.set('limit', String(limit))
  return { ...(answer as object), next: next.pathname + next.search }
}

function pageOf<Item>(all: readonly Item[], { limit, offset }: { limit: number; offset: number }): PageOf<Item> {
  return { total: all.length, limit, offset, items: all.slice(offset, offset + limit) }
}
