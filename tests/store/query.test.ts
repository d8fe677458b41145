import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { query as ask } from '../../src/newsgraph.js'
import { graphFiles } from '../../src/store/load.js'
import { formatResult, query } from '../../src/store/query.js'
import { harbourText } from '../fixtures/harbour-graph.js'

const turtle = harbourText()
const deniers = 'SELECT ?who ?what { ?s ng:speechAct act:deny ; schema:creator ?who ; schema:text ?what } ORDER BY ?what'

describe('A query', () => {
  it('needs no declared prefixes and is answered in the form that one wants', async () => {
    const result = await query({ turtle }, deniers)
    expect(formatResult(result).split('\n').map((line) => line.trimEnd())).toEqual([
      'who                what', '─'.repeat(79),
      'person:tomas-reyk  the Halden Courier had “invented” a payment to the family o…', 'person:tomas-reyk  the payment', '',
    ])
    expect(formatResult(result, 'csv')).toBe('who,what\r\nhttps://w3id.org/newsgraph/data/person/tomas-reyk,the Halden Courier had “invented” a payment to the family of Viktor Dahl\r\nhttps://w3id.org/newsgraph/data/person/tomas-reyk,the payment\r\n')
    expect(formatResult(result, 'tsv').split('\n').slice(0, 1).concat(formatResult(result, 'tsv').split('\n').slice(2, 3))).toEqual(['?who\t?what', '<https://w3id.org/newsgraph/data/person/tomas-reyk>\t"the payment"@en'])
    expect(JSON.parse(formatResult(result, 'json'))).toMatchObject({ head: { vars: ['who', 'what'] }, results: { bindings: [{}, { what: { value: 'the payment', 'xml:lang': 'en' } }] } })
    expect(() => formatResult(result, 'turtle')).toThrow('A SELECT query has rows')
  }, 30_000)

  it('may ask yes or no', async () => {
    expect(formatResult(await query({ turtle }, 'ASK { person:viktor-dahl a schema:Person }'))).toBe('yes\n')
  }, 30_000)

  it('may construct a graph', async () => {
    const result = await query({ turtle }, 'PREFIX ex: <https://example.org/> CONSTRUCT { ?who ex:leads ?what } WHERE { ?who ng:headOf ?what }')
    expect(formatResult(result, 'turtle')).toContain('person:mara-lindqvist <https://example.org/leads> place:norland .')
    expect(() => formatResult(result, 'csv')).toThrow('A graph cannot be written as csv')
  }, 30_000)

  it('sees the named graphs of TriG files too', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'newsgraph-')), 'graph.trig')
    await writeFile(file, harbourText('trig'))
    expect(await query({ files: await graphFiles([file]) }, 'SELECT (COUNT(*) AS ?n) { ?s a ng:Article }')).toMatchObject({ rows: [{ n: { value: '2' } }] })
  }, 30_000)

  it('that chooses a graph which is not there is told so, in one line', async () => {
    await expect(query({ turtle }, 'SELECT * FROM <https://example.org/g> { ?s ?p ?o }')).rejects.toMatchObject({ code: 'query', message: 'FROM chooses the graph <https://example.org/g>, which no file holds: Turtle and JSON-LD have no named graphs' })
    const file = join(await mkdtemp(join(tmpdir(), 'newsgraph-')), 'graph.trig')
    await writeFile(file, harbourText('trig'))
    const files = await graphFiles([file])
    await expect(query({ files }, 'PREFIX e: <https://example.org/> SELECT * FROM NAMED e:g { GRAPH ?g { ?s ?p ?o } }')).rejects.toMatchObject({ message: 'FROM chooses the graph e:g, which is not in the files' })
    const found = await query({ files }, 'SELECT ?g { GRAPH ?g { ?s a ng:Article } } ORDER BY ?g')
    expect(await query({ files }, `SELECT (COUNT(*) AS ?n) FROM <${found.kind === 'rows' ? found.rows[0]?.['g']?.value : ''}> { ?s a ng:Article }`)).toMatchObject({ rows: [{ n: { value: '1' } }] })
  }, 60_000)

  it('knows the prefixes of data with another base', async () => {
    const elsewhere = turtle.replaceAll('https://w3id.org/newsgraph/data/', 'https://example.org/news/')
    expect(await query({ turtle: elsewhere }, 'SELECT ?title { person:tomas-reyk schema:jobTitle ?title }')).toMatchObject({ rows: [{ title: { value: 'Foreign Minister' } }] })
  }, 30_000)

  it('that is no SPARQL is a problem with its place', async () => {
    await expect(query({ turtle }, 'SELECT ?who {\n ?who a\n}')).rejects.toMatchObject({ code: 'query', message: expect.stringMatching(/not valid SPARQL.*\b[23]:\d/u) as string })
  }, 30_000)

  it('that takes too long is stopped', async () => {
    const endless = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }'
    await expect(query({ turtle }, endless, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'query', message: 'The query took longer than 0.3 seconds.' })
  }, 30_000)

  it('over files that are missing or are no graphs is a problem', async () => {
    await expect(ask(['/nowhere/graph.ttl'], deniers)).rejects.toMatchObject({ code: 'input', message: 'There is no file /nowhere/graph.ttl.' })
    await expect(ask(['package.json'], deniers)).rejects.toMatchObject({ code: 'input' })
  }, 30_000)
})
