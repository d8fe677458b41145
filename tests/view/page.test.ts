import fc from 'fast-check'
import { get } from 'node:http'
import { describe, expect, it } from 'vitest'
import { gunzipSync } from 'node:zlib'
import type { ViewGraph, ViewNode } from '../../src/view/model.js'
import type { WireBlock, WirePart } from '../../src/view/wire.js'
import { toViewGraph } from '../../src/view/graph.js'
import { pack } from '../../src/view/pack.js'
import { page } from '../../src/view/page.js'
import { serve } from '../../src/view/serve.js'
import { hostile } from './hostile.js'
import { quadsOf, turtleOf } from './turtle.js'

const before = '<html><script type="application/json" id="newsgraph">'
const template = `${before}</script></html>`
const dataOf = (html: string): string => html.slice(before.length, -'</script></html>'.length)
const empty: ViewGraph = { articles: [], nodes: [], claims: [], edges: [], stories: [] }

/** What the page would read from its pieces. */
const readBack = (data: string): { parts: WirePart[]; blocks: WireBlock[] } => {
  const { parts, blocks } = JSON.parse(data) as { parts: string[]; blocks: string[] }
  const unpacked = <Piece>(pieces: string[]): Piece[] =>
    pieces.map(piece => JSON.parse(gunzipSync(Buffer.from(piece, 'base64')).toString()) as Piece)
  return { parts: unpacked(parts), blocks: unpacked(blocks) }
}

describe('a page', () => {
  it('holds the graph in full, and no markup of it', () => {
    const graph = toViewGraph(quadsOf(turtleOf(hostile)))
    const data = dataOf(page(graph, { template }))
    expect(data).not.toMatch(/[<>&\u2028\u2029]/)
    const { parts, blocks } = readBack(data)
    expect(parts[0]!.items!.map(([, label]) => label)).toEqual([...graph.nodes, ...graph.claims].map(({ label }) => label))
    expect(parts[0]!.edges).toHaveLength(graph.edges.length)
    expect(blocks[0]!.texts[0]).toBe(hostile.text)
    expect(Object.keys(blocks[0]!.details)).toHaveLength(graph.nodes.length + graph.claims.length)
  })

  it('does so for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('</script>', '<!--', '$&', '$`', '\u2028'), (text, trap) => {
        const data = dataOf(page({ ...empty, articles: [{ id: text, headline: text + trap + text }] }, { template }))
        expect(data).not.toMatch(/[<>&\u2028\u2029]/)
        expect(readBack(data).parts[0]!.articles![0]![1]).toBe(text + trap + text)
      }),
    )
  })

  it('lays what is read only when looked at in blocks of its own, and a long outline in parts', () => {
    const articles = Array.from({ length: 450 }, (_, at) => ({
      id: `https://example.org/a${at}`,
      headline: `Day ${at}`,
      text: `Text ${at}`,
    }))
    const nodes = articles.flatMap(({ id }, at) =>
      Array.from({ length: 50 }, (_, nth): ViewNode => ({
        id: `https://example.org/p${at}-${nth}`,
        kind: 'person',
        label: `Person ${at} ${nth}`,
        detail: '',
        names: [],
        links: [],
        facts: [],
        standing: 'asserted',
        evidence: [{ article: id, exact: 'Text', prefix: '', suffix: '', span: [0, 4] }],
      })),
    )
    const { head, parts, blocks } = pack({ ...empty, articles, nodes })
    expect(head).toMatchObject({ base: 'https://example.org/', nodes: 22_500, articles: 450, parts: 3, blocks: 3 })
    expect(parts.flatMap(part => (JSON.parse(part) as WirePart).items ?? [])).toHaveLength(22_500)
    const texts = blocks.map(block => Object.keys((JSON.parse(block) as WireBlock).texts).length)
    expect(texts).toEqual([200, 200, 50])
  })

  it('says what to do when its template is no template', () => {
    expect(() => page(toViewGraph([]), { template: '<html></html>' })).toThrow(/no place for the graph/)
  })
})

const statusFor = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { host } }, response => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })

describe('a server', () => {
  it('gives the page on loopback, and to no other host name', async () => {
    const { url, close } = await serve('<p>Harbour talks collapse</p>')
    try {
      const response = await fetch(url)
      expect(await response.text()).toContain('Harbour talks collapse')
      expect(response.headers.get('content-security-policy')).toContain('frame-ancestors')
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
      expect(await statusFor(url, 'evil.example')).toBe(403)
      expect(await statusFor(url, `localhost:${new URL(url).port}`)).toBe(200)
    } finally {
      await close()
    }
    await expect(fetch(url)).rejects.toThrow(/fetch failed/)
  })

  it('says so when the port is taken', async () => {
    const first = await serve('<p></p>')
    const port = Number(new URL(first.url).port)
    await expect(serve('<p></p>', { port })).rejects.toMatchObject({
      code: 'output',
      message: expect.stringContaining(String(port)) as string,
    })
    await first.close()
  })
})
