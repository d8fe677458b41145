import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostile } from '../view/hostile.js'
import { turtleOf } from '../view/turtle.js'
import { query, serving } from './serving.js'

const words = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '"""',
    '\\',
    '\\"',
    '}',
    '} } #',
    '> <',
    '<script>',
    '\u0000',
    '\ud83d',
    '\u2028',
    '%',
    '%00',
    '{{',
    '${x}',
    '../..',
    'a:b',
    '__proto__',
    'constructor',
    'person:',
    ':',
    '(',
    '*',
    '~',
    '\n',
    '?s',
    'person/../x',
    'https://x/>',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

describe('Hostile words', () => {
  const { ask } = serving({ 'hostile.ttl': turtleOf(hostile) })
  const isWell = async (): Promise<void> => {
    expect((await ask(query('SELECT (COUNT(*) AS ?n) { ?s a ng:Statement }'), { headers: { accept: 'text/csv' } })).text).toBe('n\r\n1\r\n')
  }

  it('in questions never become part of a query, nor break anything', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const word = encodeURIComponent(text.toWellFormed())
        const asked = [
          `/api/entities?q=${word}`,
          `/api/entities/${word || 'x'}`,
          `/api/entities/${word || 'x'}/passages`,
          `/api/statements?speaker=${word}`,
          `/api/statements?words=${word}`,
          `/api/events?type=${word}`,
          `/api/articles?words=${word}`,
          `/api/articles/${word || 'x'}`,
          `/reconcile?query=${word}`,
          `/reconcile/suggest/entity?prefix=${word}`,
          `/reconcile/preview?id=${word}`,
          `/reconcile/flyout/entity?id=${word}`,
          `/reconcile/view?id=${word}`,
          `/reconcile?extend=${encodeURIComponent(JSON.stringify({ ids: [text.toWellFormed()], properties: [{ id: text.toWellFormed() }] }))}`,
          `/reconcile?queries=${encodeURIComponent(
            JSON.stringify({
              q: {
                query: text,
                type: text,
                properties: [
                  { pid: text, v: text },
                  { pid: 'rdfs:label', v: text },
                ],
              },
            }),
          )}`,
          `/sparql?query=${word}`,
          `/sparql?query=ASK%7B%7D&default-graph-uri=${word}`,
          `/sparql?${word}=${word}`,
        ]
        for (const path of asked) {
          const { status, text: answer } = await ask(path)
          expect([200, 302, 400, 403, 404], `${path} ${status} ${answer}`).toContain(status)
        }
      }),
      { numRuns: 40 },
    )
    await isWell()
  })

  it('in bodies, headers and addresses break nothing', async () => {
    for (const body of ['', '%', 'query=%FF%FE', 'queries=%7B', 'query', '='.repeat(1000), '\u0000', 'query=SELECT'.repeat(1000)]) {
      for (const path of ['/sparql', '/reconcile', '/mcp']) {
        for (const type of [
          'application/x-www-form-urlencoded',
          'application/sparql-query',
          'application/json',
          'multipart/form-data; boundary=x',
          '',
        ]) {
          const { status } = await ask(path, { body, headers: { 'content-type': type } })
          expect(status, `${path} ${type} ${JSON.stringify(body)}`).toBeLessThan(500)
        }
      }
    }
    for (const path of [
      '/%',
      '/%00',
      '/api/entities/%',
      '/api/entities/%FF',
      '/sparql?query=%',
      '/reconcile/suggest/%2e%2e',
      `/${'x'.repeat(5000)}`,
    ])
      expect((await ask(path)).status, path).toBeLessThan(500)
    for (const accept of ['', ',', ';', 'text/html;q=x', '*/*;q=9999999', 'a'.repeat(5000)])
      expect((await ask(query('ASK { }'), { headers: { accept } })).status, accept).toBeLessThan(500)
    await isWell()
  })

  it('in articles stay text: in JSON, in cards, in scripts and in the viewer', async () => {
    const page = (await ask('/')).text
    expect(page).not.toContain('<script>window.hacked')
    expect(page).not.toContain('<img src=x')
    const { items } = (await ask('/api/entities')).json() as { items: { id: string; label: string }[] }
    expect(items.map(({ label }) => label)).toContain('</script><script>window.hacked = 1</script>')
    for (const { id } of items) {
      for (const path of [
        `/reconcile/preview?id=${encodeURIComponent(id)}`,
        `/reconcile/flyout/entity?id=${encodeURIComponent(id)}&callback=show`,
        `/reconcile/suggest/entity?prefix=window&callback=show`,
      ]) {
        const { text } = await ask(path, { headers: { referer: 'http://127.0.0.1:3333/' } })
        expect(text, path).not.toMatch(/<(?:img|svg|script)\b/u)
      }
    }
    expect((await ask('/api/statements')).json()).toMatchObject({ total: 1 })
    expect((await ask(query('SELECT * { ?s ?p ?o }'), { headers: { accept: 'application/sparql-results+xml' } })).text).not.toContain(
      '<script>',
    )
  })
})
