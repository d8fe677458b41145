/**
 * The REST interface described in OpenAPI 3.1.
 * In: the routes and the fields of records. Out: the document that /openapi.json gives; so it cannot say other things than the server does.
 */
import { fields, type Field, type RecordKind } from './fields.js'
import { DEFAULT_LIMIT, MAX_LIMIT, type Parameter, type ParameterShape } from './parameters.js'
import { entityKinds } from './entities.js'
import type { Route } from './api.js'

type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const count: Schema = { type: 'integer', minimum: 0 }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
})

const named = { id: text, iri: { type: 'string', format: 'iri' }, label: text }

export function openApi(routes: readonly Route[], address: string, version: string): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'newsgraph',
      version,
      description: 'A knowledge graph of news articles in which every claim carries the words it came from. Reading only.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: address }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    components: {
      schemas: schemas(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Only where the server was started with a token.' } },
    },
    security: [{}, { token: [] }],
  }
}

function operation({ path, says, parameters, answers }: Route): Schema {
  const inPath = path.includes('{id}')
    ? [{ name: 'id', in: 'path', required: true, description: 'A short name, such as person:sergey-lavrov, or an IRI.', schema: text }]
    : []
  const problem = (description: string): Schema => ({ description, content: { 'application/json': { schema: ref('Problem') } } })
  return {
    operationId: path
      .replace(/^\/api\//u, '')
      .replace('/{id}', ' one')
      .replace(/[ /](\w)/gu, (_, letter: string) => letter.toUpperCase()),
    summary: says,
    parameters: [
      ...inPath,
      ...Object.entries(parameters).map(([name, parameter]) => ({
        name,
        in: 'query',
        description: parameter.says,
        schema: shapes[parameter.shape],
      })),
    ],
    responses: {
      200: { description: 'What was asked for.', content: { 'application/json': { schema: answerOf(answers) } } },
      400: problem('Something in the question is wrong.'),
      401: { description: 'The token is missing.' },
      404: problem('There is no such thing.'),
      503: problem('It took too long.'),
    },
  }
}

/** The JSON Schema of a parameter. */
export function shapeOf(shape: ParameterShape): Schema {
  return shapes[shape]
}

const shapes: Readonly<Record<ParameterShape, Schema>> = {
  entity: text,
  article: text,
  sparql: { type: 'string', maxLength: 20_000 },
  text: { type: 'string', maxLength: 500 },
  date: { type: 'string', pattern: '^\\d{4}(-\\d{2}){0,2}$' },
  limit: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  offset: { type: 'integer', minimum: 0, default: 0 },
  kind: { type: 'string', enum: entityKinds },
} satisfies Record<Parameter['shape'], Schema>

function answerOf(answers: Route['answers']): Schema {
  if (answers === 'entity') return ref('EntityInFull')
  if (answers === 'article') return ref('ArticleInFull')
  const [, , item = ''] = answers.split(' ')
  return object(
    {
      total: count,
      limit: count,
      offset: count,
      items: listOf(ref(nameOf(item))),
      next: { type: 'string', description: 'Where the next page is.' },
    },
    ['next'],
  )
}

function nameOf(kind: string): string {
  return kind[0]?.toUpperCase() + kind.slice(1)
}

function schemas(): Readonly<Record<string, Schema>> {
  const entity = {
    ...named,
    kind: { type: 'string', enum: entityKinds },
    types: listOf(text),
    names: listOf(text),
    articles: count,
    score: { type: 'number', description: 'How alike the names are, 0 to 100.' },
  }
  const kinds = Object.keys(fields) as RecordKind[]
  return {
    Problem: object({ error: text }),
    Reference: object(named),
    Passage: object({
      iri: named.iri,
      exact: text,
      prefix: text,
      suffix: text,
      start: count,
      end: count,
      article: object({ ...named, date: text }, ['date']),
    }),
    Entity: object(entity, ['score']),
    EntityInFull: object(
      {
        ...entity,
        roles: listOf(ref('Role')),
        relations: listOf(ref('Relation')),
        passages: listOf(ref('Passage')),
        mentions: count,
        statements: count,
        spokenOf: count,
      },
      ['score'],
    ),
    ...Object.fromEntries(kinds.map((kind) => [nameOf(kind), recordSchema(kind)])),
    ArticleInFull: recordSchema('article', { text, mentions: listOf(ref('Reference')), statements: count, events: count }),
  }
}

function recordSchema(kind: RecordKind, more: Readonly<Record<string, Schema>> = {}): Schema {
  const own = Object.fromEntries(Object.entries(fields[kind]).map(([name, field]) => [name, fieldSchema(field)]))
  const optional = Object.entries(fields[kind]).flatMap(([name, field]) =>
    field.isList && field.shape !== 'flag' && field.shape !== 'number' ? [] : [name],
  )
  return object({ ...named, kind: { const: kind }, ...own, ...(kind !== 'article' && { evidence: listOf(ref('Passage')) }), ...more }, [
    ...optional,
    'text',
  ])
}

function fieldSchema({ shape, isList, says }: Field): Schema {
  const single: Schema =
    shape === 'reference' ? ref('Reference') : { type: shape === 'number' ? 'number' : shape === 'flag' ? 'boolean' : 'string' }
  return isList ? { ...listOf(single), description: says } : { ...single, description: says }
}
