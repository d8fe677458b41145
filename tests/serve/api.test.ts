import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { serving } from './serving.js'

interface Reference {
  readonly $ref?: string
}
interface Operation {
  readonly parameters: readonly { readonly name: string }[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>
  readonly components: object
}
interface Item {
  readonly id: string
  readonly label: string
  readonly evidence?: readonly { readonly exact: string; readonly iri: string }[]
}
interface Page {
  readonly total: number
  readonly items: readonly Item[]
  readonly next?: string
}

describe('The REST interface', () => {
  const { ask } = serving()
  let document: Document
  const validators = new Map<string, ValidateFunction>()

  beforeAll(async () => {
    document = (await ask('/openapi.json')).json() as Document
    const ajv = new Ajv2020({ strict: false, formats: { iri: true } })
    ajv.addSchema({ $id: 'doc', ...document })
    for (const [path, { get }] of Object.entries(document.paths)) {
      for (const [status, { content }] of Object.entries(get.responses)) {
        if (content) validators.set(`${path} ${status}`, ajv.compile({ ...whole(content['application/json']?.schema ?? {}) }))
      }
    }
  })

  /** References within the document, made to lead there from outside. */
  function whole(schema: object): object {
    return JSON.parse(JSON.stringify(schema, (name, value: unknown) => (name === '$ref' ? `doc${String(value)}` : value))) as Reference
  }

  /** Asks, and holds the answer against the document. */
  async function get<Body>(route: string, path = route): Promise<Body> {
    const answer = await ask(path)
    const validate = validators.get(`${route} ${answer.status}`)
    expect(validate?.(answer.json()), `${path} ${answer.status} ${answer.text.slice(0, 300)} ${JSON.stringify(validate?.errors)}`).toBe(
      true,
    )
    return answer.json() as Body
  }

  it('describes itself in valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0')
    expect(await new Validator().validate({ ...document })).toMatchObject({ valid: true })
    expect(Object.keys(document.paths)).toEqual([
      '/api/entities',
      '/api/entities/{id}',
      '/api/entities/{id}/passages',
      '/api/statements',
      '/api/events',
      '/api/articles',
      '/api/articles/{id}',
    ])
  })

  it('finds entities by name, misspelt or in part, and lists them by how often they are named', async () => {
    const found = await get<Page>('/api/entities', '/api/entities?q=tomas%20reik')
    expect(found.items[0]).toMatchObject({ id: 'person:tomas-reyk', label: 'Tomas Reyk', kind: 'person' })
    expect((await get<Page>('/api/entities', '/api/entities?q=Reyk')).items[0]).toMatchObject({ id: 'person:tomas-reyk' })
    const people = await get<Page>('/api/entities', '/api/entities?kind=person&limit=2')
    expect(people.items).toHaveLength(2)
    expect(people.next).toBe('/api/entities?kind=person&limit=2&offset=2')
    expect((await get<Page>('/api/entities', people.next)).items[0]?.id).not.toBe(people.items[0]?.id)
    expect((await get<Page>('/api/entities', '/api/entities?q=Nobody+at+all')).total).toBe(0)
  })

  it('tells all about an entity, with the words', async () => {
    const reyk = await get<{ roles: Item[]; statements: number; passages: readonly { exact: string }[] }>(
      '/api/entities/{id}',
      '/api/entities/person:tomas-reyk',
    )
    expect(reyk.roles.map(({ label }) => label)).toContain('Foreign Minister')
    expect(reyk.roles[0]?.evidence?.[0]).toMatchObject({
      exact: expect.stringContaining('Reyk') as string,
      iri: expect.stringContaining('/evidence/') as string,
    })
    expect(reyk.statements).toBeGreaterThan(0)
    const same = await get('/api/entities/{id}', `/api/entities/${encodeURIComponent('https://w3id.org/newsgraph/data/person/tomas-reyk')}`)
    expect(same).toEqual(reyk)
    expect((await get<Page>('/api/entities/{id}/passages', '/api/entities/person:tomas-reyk/passages?limit=1')).items).toHaveLength(1)
    expect((await get<{ error: string }>('/api/entities/{id}', '/api/entities/person:nobody')).error).toContain('person:nobody')
    expect((await ask('/api/entities/person:nobody')).status).toBe(404)
    expect((await ask('/api/entities/%22%7D%3B')).status).toBe(404)
  })

  it('gives statements by speaker, matter, words and time', async () => {
    const all = await get<Page>('/api/statements')
    const byReyk = await get<Page>('/api/statements', '/api/statements?speaker=Tomas+Reyk')
    expect(byReyk.total).toBeGreaterThan(0)
    expect(byReyk.total).toBeLessThan(all.total)
    expect(byReyk.items[0]).toMatchObject({ speakers: [{ id: 'person:tomas-reyk' }], article: { label: expect.any(String) as string } })
    expect(byReyk.items[0]?.evidence?.length).toBeGreaterThan(0)
    expect((await get<Page>('/api/statements', '/api/statements?words=the+PAYMENT')).total).toBeGreaterThan(0)
    expect((await get<Page>('/api/statements', '/api/statements?to=2020')).total).toBe(0)
    expect((await get<Page>('/api/statements', '/api/statements?from=2000-01&to=2021')).total).toBe(all.total)
    const recent = (await get<Page>('/api/statements', '/api/statements?from=2021-05-03')).total
    expect(recent).toBeGreaterThan(0)
    expect(recent).toBeLessThan(all.total)
  })

  it('gives events and articles', async () => {
    const events = await get<Page>('/api/events')
    expect(events.total).toBeGreaterThan(0)
    const type = (events.items[0] as unknown as { type: string }).type
    expect((await get<Page>('/api/events', `/api/events?type=${encodeURIComponent(type)}`)).total).toBeGreaterThan(0)
    expect((await get<Page>('/api/events', '/api/events?type=no-such-type')).total).toBe(0)
    const articles = await get<Page>('/api/articles')
    expect(articles.total).toBe(2)
    const [newest] = articles.items
    const one = await get<{ text: string; mentions: readonly Item[]; statements: number }>(
      '/api/articles/{id}',
      `/api/articles/${newest?.id}`,
    )
    expect(one.text.length).toBeGreaterThan(100)
    expect(one.mentions.map(({ id }) => id)).toContain('person:tomas-reyk')
    expect((await get<Page>('/api/statements', `/api/statements?article=${newest?.id}`)).total).toBe(one.statements)
    expect((await get<Page>('/api/articles', '/api/articles?words=harbour&mentions=Viktor+Dahl')).total).toBeGreaterThan(0)
  })

  it.each([
    ['limit=0', 'limit must be'],
    ['limit=101', 'limit must be'],
    ['offset=-1', 'offset must be'],
    ['from=yesterday', 'from must be'],
    ['speaker=Zzyzx', 'Nothing in the graph'],
    ['colour=red', 'There is no parameter "colour"'],
    [`words=${'x'.repeat(501)}`, 'more than 500'],
  ])('says what is wrong with %s', async (parameters, message) => {
    const answer = await ask(`/api/statements?${parameters}`)
    expect(answer.status).toBe(400)
    expect((await get<{ error: string }>('/api/statements', `/api/statements?${parameters}`)).error).toContain(message)
  })

  it('cannot be written to', async () => {
    expect(await ask('/api/entities', { method: 'POST', body: '{}' })).toMatchObject({ status: 405 })
    expect(await ask('/api/nothing')).toMatchObject({ status: 404 })
  })
})
