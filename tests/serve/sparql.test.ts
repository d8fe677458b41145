import { join } from 'node:path'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { query as queryFiles } from '../../src/newsgraph.js'
import { formatResult } from '../../src/store/query.js'
import { query, serving } from './serving.js'

const deniers = 'SELECT ?who ?what { ?s ng:speechAct act:deny ; schema:creator ?who ; schema:text ?what } ORDER BY ?what'
const leads = 'CONSTRUCT { ?who ng:headOf ?what } WHERE { ?who ng:headOf ?what }'

describe('The SPARQL endpoint', () => {
  const { ask, folder, url } = serving()

  it('takes a query by GET, by a form and as a body, with the prefixes of newsgraph known', async () => {
    const get = await ask(query(deniers))
    const form = await ask('/sparql', { form: { query: deniers } })
    const body = await ask('/sparql', { body: deniers, headers: { 'content-type': 'application/sparql-query; charset=utf-8' } })
    expect(get).toMatchObject({ status: 200, type: 'application/sparql-results+json' })
    expect(get.json()).toMatchObject({
      head: { vars: ['who', 'what'] },
      results: { bindings: [{}, { what: { value: 'the payment', 'xml:lang': 'en' } }] },
    })
    expect([form.text, body.text]).toEqual([get.text, get.text])
  })

  it('answers with the bytes of `newsgraph query`', async () => {
    const count = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
    const counted = formatResult(await queryFiles([join(folder, 'harbour.trig')], count), 'csv')
    expect((await ask(query(count), { headers: { accept: 'text/csv' } })).text).toBe(counted)
    const result = await queryFiles([join(folder, 'harbour.trig')], deniers)
    expect((await ask(query(deniers), { headers: { accept: 'text/csv' } })).text).toBe(formatResult(result, 'csv'))
    expect((await ask(query(deniers), { headers: { accept: 'text/tab-separated-values' } })).text).toBe(formatResult(result, 'tsv'))
  })

  it.each([
    ['application/sparql-results+json', 'application/sparql-results+json'],
    ['application/json', 'application/json'],
    ['application/sparql-results+xml;q=0.9, text/csv;q=0.2', 'application/sparql-results+xml'],
    ['text/*;q=0.5, text/csv;q=0', 'text/tab-separated-values; charset=utf-8'],
    ['text/csv', 'text/csv; charset=utf-8'],
    ['*/*', 'application/sparql-results+json'],
  ])('gives rows to a client that accepts %s as %s', async (accept, type) => {
    expect(await ask(query(deniers), { headers: { accept } })).toMatchObject({ status: 200, type, headers: { vary: 'Accept' } })
  })

  it.each([
    ['*/*', 'text/turtle'],
    ['application/n-triples', 'application/n-triples'],
    ['application/rdf+xml', 'application/rdf+xml'],
    ['application/ld+json', 'application/ld+json'],
  ])('gives graphs to a client that accepts %s as %s', async (accept, type) => {
    const answer = await ask(query(leads), { headers: { accept } })
    expect(answer.status).toBe(200)
    expect(answer.type.split(';')[0]).toBe(type)
    expect(answer.text).toContain('mara-lindqvist')
  })

  it('gives Turtle, XML and yes-or-no that parsers take', async () => {
    expect(new Parser().parse((await ask(query(leads))).text).length).toBeGreaterThan(0)
    expect((await ask(query(deniers), { headers: { accept: 'application/sparql-results+xml' } })).text).toMatch(
      /^<\?xml[^]*<result>[^]*<\/sparql>$/u,
    )
    expect((await ask(query('ASK { person:viktor-dahl a schema:Person }'))).json()).toMatchObject({ boolean: true })
    expect((await ask(query('DESCRIBE person:viktor-dahl'))).text).toContain('person:viktor-dahl')
  })

  it.each([
    ['a form that is not on offer', query(deniers), { headers: { accept: 'image/png' } }, 406],
    ['a graph as CSV', query(leads), { headers: { accept: 'text/csv' } }, 406],
    ['broken SPARQL', query('SELECT ?who {\n ?who a\n}'), {}, 400],
    ['an empty query', query(''), {}, 400],
    ['two queries', `${query(deniers)}&query=x`, {}, 400],
    ['a form without a query', '/sparql', { form: { q: 'x' } }, 400],
    ['a graph that is no IRI', query(deniers, { 'default-graph-uri': 'no iri' }), {}, 400],
    ['a body of another kind', '/sparql', { body: deniers, headers: { 'content-type': 'text/plain' } }, 415],
    ['a body of no kind', '/sparql', { body: deniers }, 415],
    ['another method', query(deniers), { method: 'PUT' }, 405],
    ['a removal', query(deniers), { method: 'DELETE' }, 405],
    ['an update as a form', '/sparql', { form: { update: 'CLEAR ALL' } }, 403],
    ['an update as a body', '/sparql', { body: 'CLEAR ALL', headers: { 'content-type': 'application/sparql-update' } }, 403],
    ['an update in the address', '/sparql?update=CLEAR+ALL', {}, 403],
    ['an update that is called a query', query('PREFIX a: <b:>\n# SELECT\nINSERT DATA { a:a a:b a:c }'), {}, 403],
    ['LOAD', query('LOAD <http://127.0.0.1:1/>'), {}, 403],
    ['SERVICE', query('SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }'), {}, 403],
    [
      'a large body in chunks',
      '/sparql',
      {
        body: `SELECT * { } #${'x'.repeat(1_100_000)}`,
        headers: { 'content-type': 'application/sparql-query', 'transfer-encoding': 'chunked' },
      },
      413,
    ],
    ['a large body', '/sparql', { form: { query: `SELECT * { } #${'x'.repeat(1_100_000)}` } }, 413],
  ])('refuses %s', async (_, path, asked, status) => {
    const answer = await ask(path, asked)
    expect(answer.status).toBe(status)
    expect(answer.text.trim().split('\n').length).toBeLessThan(12)
    expect(answer.text).not.toMatch(/node_modules|\.ts\b/u)
  })

  it('says where in the query the mistake is', async () => {
    expect((await ask(query('SELECT ?who {\n ?who a\n}'))).text).toMatch(/not valid SPARQL.*\b[23]:\d/u)
  })

  it('asks the graphs that are named, in the address or in the query', async () => {
    const count = async (sparql: string, more = {}): Promise<string | undefined> =>
      (await ask(query(sparql, more), { headers: { accept: 'text/csv' } })).text.split('\r\n')[1]
    const graphs = (
      await ask(query('SELECT DISTINCT ?g { GRAPH ?g { ?a a ng:Article } } ORDER BY ?g'), { headers: { accept: 'text/csv' } })
    ).text
      .trim()
      .split('\r\n')
      .slice(1)
    const [one = '', other = ''] = graphs
    const articles = 'SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a ng:Article }'
    expect(graphs).toHaveLength(2)
    expect(await count(articles)).toBe('2')
    expect(await count(articles, { 'default-graph-uri': one })).toBe('1')
    expect(await count(articles.replace('{', `FROM <${other}> {`))).toBe('1')
    expect(await count(articles, { 'default-graph-uri': 'https://example.org/none' })).toBe('0')
    expect(await count('SELECT (COUNT(DISTINCT ?a) AS ?n) { GRAPH ?g { ?a a ng:Article } }', { 'named-graph-uri': one })).toBe('1')
    expect(await count(articles, { 'named-graph-uri': one })).toBe('0')
  })

  it('describes itself where it is asked nothing, to programs as RDF, to people as a form', async () => {
    const turtle = await ask('/sparql')
    expect(turtle).toMatchObject({ status: 200, type: 'text/turtle' })
    const told = new Parser().parse(turtle.text).map(({ predicate, object }) => `${predicate.value.split('#')[1]} ${object.value}`)
    expect(told).toContain(`endpoint ${url('/sparql')}`)
    expect(told).toContain('supportedLanguage http://www.w3.org/ns/sparql-service-description#SPARQL11Query')
    expect(told.filter((line) => line.startsWith('namedGraph')).length).toBeGreaterThan(2)
    expect(await ask('/sparql', { headers: { accept: 'application/ld+json' } })).toMatchObject({ type: 'application/ld+json' })
    const form = await ask('/sparql', { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } })
    expect(form.text).toContain('<textarea')
    expect(form.headers['content-security-policy']).toContain("default-src 'none'")
  })
})

describe('A SPARQL endpoint with narrow limits', () => {
  const { ask } = serving(undefined, { timeoutMs: 1500, maxRows: 20 })
  const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }'

  it('says so when an answer has more rows, and gives what is asked in pages', async () => {
    const answer = await ask(query('SELECT * { ?s ?p ?o }'))
    expect(answer).toMatchObject({ status: 400, text: 'The answer has more than 20 rows. Add LIMIT, and OFFSET to go on from there.\n' })
    expect(await ask(query('SELECT * { ?s ?p ?o } LIMIT 21'))).toMatchObject({ status: 400 })
    expect(await ask(query('CONSTRUCT WHERE { ?s ?p ?o }'))).toMatchObject({
      status: 400,
      text: expect.stringContaining('20 triples') as string,
    })
    expect(await ask(query('SELECT * { ?s ?p ?o } LIMIT 20 OFFSET 40'))).toMatchObject({ status: 200 })
    expect(await ask(query('SELECT ?s { { SELECT ?s { ?s ?p ?o } LIMIT 500 } } ORDER BY ?s LIMIT 5'))).toMatchObject({ status: 200 })
  })

  it('stops what takes too long, and answers others meanwhile and afterwards', async () => {
    const slow = ask(query(endless))
    const quick = await Promise.all(Array.from({ length: 5 }, () => ask(query('ASK { ?s ?p ?o }'))))
    expect(quick.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await slow).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, text: 'The query took longer than 1.5 seconds.\n' })
    expect((await Promise.all([ask(query(endless)), ask(query(endless)), ask(query(endless))])).map(({ status }) => status)).toEqual([
      503, 503, 503,
    ])
    expect(await ask(query('ASK { ?s ?p ?o }'))).toMatchObject({ status: 200 })
  })
})
