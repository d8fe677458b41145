import { describe, expect, it } from 'vitest'
import { faultsOf } from './reconciliation-api.js'
import { serving, type Answer } from './serving.js'

interface Candidate {
  readonly id: string
  readonly name: string
  readonly score: number
  readonly match: boolean
  readonly type: readonly { readonly id: string; readonly name: string }[]
}
type Batch = Readonly<Record<string, { readonly result: readonly Candidate[] }>>

/** What a browser at OpenRefine's address, and OpenRefine itself, say of themselves. */
const refine = 'http://127.0.0.1:3333'
const browser = {
  origin: refine,
  referer: `${refine}/project?project=2013`,
  'sec-fetch-site': 'same-site',
  'sec-fetch-mode': 'cors',
  accept: 'application/json, text/javascript, */*; q=0.01',
}
const program = { 'user-agent': 'OpenRefine/3.8.7 [TRUNK]', accept: '*/*' }

describe('The reconciliation service, called as OpenRefine calls it', () => {
  const { ask, url } = serving()
  const reconcile = (form: Readonly<Record<string, object>>): Promise<Answer> =>
    ask('/reconcile', {
      headers: program,
      form: Object.fromEntries(Object.entries(form).map(([name, value]) => [name, JSON.stringify(value)])),
    })
  const results = async (queries: object): Promise<Batch> => (await reconcile({ queries })).json() as Batch

  it('is added as a standard service by its manifest', async () => {
    const answer = await ask('/reconcile', { headers: browser })
    expect(answer.headers['access-control-allow-origin']).toBe(refine)
    expect(answer.json()).toMatchObject({
      versions: expect.arrayContaining(['0.2']) as string[],
      name: 'newsgraph',
      identifierSpace: 'https://w3id.org/newsgraph/data/',
      schemaSpace: expect.stringMatching(/^https?:/u) as string,
      defaultTypes: expect.arrayContaining([{ id: 'schema:Person', name: 'person' }]) as object[],
      view: { url: expect.stringContaining('{{id}}') as string },
      preview: {
        url: expect.stringContaining('{{id}}') as string,
        width: expect.any(Number) as number,
        height: expect.any(Number) as number,
      },
      suggest: {
        entity: {
          service_url: new URL(url()).origin,
          service_path: '/reconcile/suggest/entity',
          flyout_service_path: expect.stringContaining('${id}') as string,
        },
      },
      extend: { propose_properties: { service_url: new URL(url()).origin, service_path: '/reconcile/properties' } },
    })
  })

  it('is added by old versions with a callback', async () => {
    const answer = await ask('/reconcile?callback=jQuery1113_1690000000000&_=1690000000001', {
      headers: { referer: `${refine}/`, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
    })
    expect(answer.type).toBe('text/javascript; charset=utf-8')
    expect(answer.text).toMatch(/^\/\*\*\/jQuery1113_1690000000000\(\{.*"name":"newsgraph".*\}\);\n$/u)
    expect((await ask('/reconcile?callback=alert(1)//', { headers: browser })).status).toBe(400)
    expect((await ask('/reconcile?callback=steal')).status).toBe(403)
    expect((await ask('/reconcile?callback=steal', { headers: { ...browser, authorization: 'Basic eDp5' } })).status).toBe(403)
  })

  it('has the types of a column guessed from its first cells', async () => {
    const answers = await results({
      q0: { query: 'Tomas Reyk', limit: 3 },
      q1: { query: 'Mara Lindqvist', limit: 3 },
      q2: { query: 'Norland', limit: 3 },
      q3: { query: 'nobody of this name', limit: 3 },
    })
    expect(Object.keys(answers)).toEqual(['q0', 'q1', 'q2', 'q3'])
    expect(answers.q0?.result[0]).toMatchObject({
      id: 'person/tomas-reyk',
      name: 'Tomas Reyk',
      score: 100,
      match: true,
      type: [{ id: 'schema:Person', name: 'person' }],
    })
    expect(answers.q2?.result[0]?.type.map(({ id }) => id)).toContain('schema:Place')
    expect(answers.q3?.result).toEqual([])
  })

  it('matches cells of a type, with other columns to tell namesakes apart', async () => {
    const { q0, q1, q2, q3 } = await results({
      q0: {
        query: 'Tomas Reyk',
        type: 'schema:Person',
        type_strict: 'should',
        properties: [{ pid: 'schema:jobTitle', v: 'Foreign Minister' }],
      },
      q1: { query: 'Reyk', type: ['schema:Place'], type_strict: 'any' },
      q2: { query: 'Tomas Reyk', properties: [{ pid: 'schema:jobTitle', v: ['painter', 7, true] }] },
      q3: { query: 'Tomas Reyk', properties: [{ pid: 'ng:heldFor', v: { id: 'place/norland', name: 'Norland' } }] },
    })
    expect(q0?.result[0]).toMatchObject({ id: 'person/tomas-reyk', match: true })
    expect(q1?.result.map(({ id }) => id)).not.toContain('person/tomas-reyk')
    expect(q2?.result[0]?.match).toBe(false)
    expect(q2?.result[0]?.score).toBeLessThan(q0?.result[0]?.score ?? 0)
    expect(q3?.result[0]?.id).toBe('person/tomas-reyk')
  })

  it('gives the best first, as many as asked for, and never two matches', async () => {
    const { q0 } = await results({ q0: { query: 'Halden', limit: 2 } })
    expect(q0?.result.length).toBeLessThanOrEqual(2)
    expect(q0?.result.map(({ score }) => score)).toEqual(q0?.result.map(({ score }) => score).toSorted((a, b) => b - a))
    expect(q0?.result.filter(({ match }) => match).length).toBeLessThanOrEqual(1)
  })

  it('finds an entity by its id or IRI, and by properties alone', async () => {
    const { q0, q1, q2 } = await results({
      q0: { query: 'person/tomas-reyk' },
      q1: { query: 'https://w3id.org/newsgraph/data/person/tomas-reyk' },
      q2: { properties: [{ pid: 'schema:jobTitle', v: 'Foreign Minister' }], type: 'schema:Person' },
    })
    expect([q0, q1].map((answer) => answer?.result[0]?.id)).toEqual(['person/tomas-reyk', 'person/tomas-reyk'])
    expect(q2?.result[0]?.id).toBe('person/tomas-reyk')
  })

  it('answers one query as older clients ask it', async () => {
    expect((await ask('/reconcile?query=Tomas+Reyk&type=schema:Person&limit=1')).json()).toMatchObject({
      result: [{ id: 'person/tomas-reyk' }],
    })
    expect((await ask(`/reconcile?query=${encodeURIComponent('{"query":"Reyk"}')}`)).json()).toMatchObject({
      result: [{ id: 'person/tomas-reyk' }],
    })
    expect((await ask(`/reconcile?queries=${encodeURIComponent('{"a":{"query":"Reyk"}}')}`)).json()).toMatchObject({
      a: { result: [{ id: 'person/tomas-reyk' }] },
    })
  })

  it('completes names while somebody types, for entities, types and properties', async () => {
    const suggest = async (what: string, prefix: string): Promise<readonly { id: string; name: string }[]> =>
      (
        (
          await ask(`/reconcile/suggest/${what}?${new URLSearchParams({ prefix, type_strict: 'any', spell: 'always' })}`, {
            headers: browser,
          })
        ).json() as { result: { id: string; name: string }[] }
      ).result
    expect((await suggest('entity', 'Lindq'))[0]).toMatchObject({
      id: 'person/mara-lindqvist',
      name: 'Mara Lindqvist',
      notable: [{ id: 'schema:Person', name: 'person' }],
      description: expect.any(String) as string,
    })
    expect((await suggest('entity', 'person/mara-lindqvist')).map(({ id }) => id)).toEqual(['person/mara-lindqvist'])
    expect(await suggest('type', 'pers')).toEqual([{ id: 'schema:Person', name: 'person' }])
    expect((await suggest('property', 'job'))[0]).toMatchObject({ id: 'schema:jobTitle', name: 'job title' })
    expect((await ask('/reconcile/suggest/entity?prefix=l&cursor=1000')).json()).toMatchObject({ result: [] })
    expect((await ask('/reconcile/suggest/colour?prefix=r')).status).toBe(404)
  })

  it('shows a card while the pointer rests on a suggestion, and in a frame beside a cell', async () => {
    expect((await ask('/reconcile/flyout/entity?id=person%2Ftomas-reyk', { headers: browser })).json()).toMatchObject({
      id: 'person/tomas-reyk',
      html: expect.stringContaining('Tomas Reyk') as string,
    })
    expect((await ask('/reconcile/flyout/property?id=schema:jobTitle')).json()).toMatchObject({
      html: expect.stringContaining('job title') as string,
    })
    const card = await ask('/reconcile/preview?id=person%2Ftomas-reyk', {
      headers: { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', referer: `${refine}/` },
    })
    expect(card.text).toContain('Foreign Minister')
    expect(card.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors http://127.0.0.1:* http://localhost:*",
    )
    expect((await ask('/reconcile/preview?id=person%2Fnobody')).status).toBe(404)
    expect((await ask('/reconcile/view?id=person%2Ftomas-reyk')).headers.location).toBe(
      `/#${encodeURIComponent('https://w3id.org/newsgraph/data/person/tomas-reyk')}`,
    )
  })

  it('proposes columns, and fills them', async () => {
    const proposed = (await ask('/reconcile/properties?type=schema:Person&limit=4', { headers: browser })).json() as {
      properties: { id: string }[]
    }
    expect(proposed).toMatchObject({ type: 'schema:Person', limit: 4 })
    expect(proposed.properties).toHaveLength(4)
    const extend = {
      ids: ['person/tomas-reyk', 'person/nobody'],
      properties: [{ id: 'schema:jobTitle' }, { id: 'ng:heldFor', settings: {} }, { id: 'schema:datePublished' }, { id: 'no:such' }],
    }
    const { meta, rows } = (await reconcile({ extend })).json() as {
      meta: { id: string; name: string }[]
      rows: Record<string, Record<string, unknown[]>>
    }
    expect(meta.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'schema:jobTitle job title',
      'ng:heldFor role held for',
      'schema:datePublished date of an article',
      'no:such such',
    ])
    expect(rows['person/tomas-reyk']).toMatchObject({
      'schema:jobTitle': [{ str: 'Foreign Minister' }],
      'schema:datePublished': expect.arrayContaining([{ date: '2021-05-03T00:00:00Z' }]) as object[],
      'no:such': [],
    })
    expect(rows['person/nobody']).toEqual({ 'schema:jobTitle': [], 'ng:heldFor': [], 'schema:datePublished': [], 'no:such': [] })
  })

  it.each([
    [{ queries: '{' }, 400],
    [{ queries: '[]' }, 400],
    [{ queries: '{"q0":{}}' }, 400],
    [{ queries: '{"q0":null}' }, 400],
    [{ query: '{"query":7}' }, 400],
    [{ extend: '{"ids":"x"}' }, 400],
    [{ queries: JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`q${at}`, { query: 'x' }]))) }, 413],
  ])('refuses %j', async (form, status) => {
    expect((await ask('/reconcile', { form: form as Record<string, string> })).status).toBe(status)
  })

  it('answers with the documented fields', async () => {
    const get = async (path: string): Promise<unknown> => (await ask(path, { headers: browser })).json()
    expect(faultsOf('manifest', await get('/reconcile'))).toEqual([])
    const batch = await results({
      q0: { query: 'Reyk' },
      q1: { query: 'Halden', limit: 20, properties: [{ pid: 'rdfs:label', v: 'Halden Courier' }] },
      q2: { query: 'Norland' },
    })
    expect(faultsOf('batch', batch)).toEqual([])
    expect(faultsOf('entities', await get('/reconcile/suggest/entity?prefix=l'))).toEqual([])
    expect(faultsOf('types', await get('/reconcile/suggest/type?prefix='))).toEqual([])
    expect(faultsOf('properties', await get('/reconcile/suggest/property?prefix='))).toEqual([])
    for (const [what, id] of [
      ['entity', 'person/tomas-reyk'],
      ['type', 'schema:Person'],
      ['property', 'schema:jobTitle'],
    ])
      expect(faultsOf('flyout', await get(`/reconcile/flyout/${what}?id=${id}`))).toEqual([])
    const proposed = (await get('/reconcile/properties?type=schema:Person')) as { properties: { id: string }[] }
    expect(faultsOf('proposal', proposed)).toEqual([])
    const ids = Object.values(batch).flatMap(({ result }) => result.map(({ id }) => id))
    expect(faultsOf('extension', (await reconcile({ extend: { ids, properties: proposed.properties } })).json())).toEqual([])
  })

  it('takes forms only', async () => {
    expect((await ask('/reconcile', { body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(415)
  })
})
