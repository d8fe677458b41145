import fc from 'fast-check'
import { get } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { ViewGraph } from '../../src/view/model.js'
import { toViewGraph } from '../../src/view/graph.js'
import { page } from '../../src/view/page.js'
import { serve } from '../../src/view/serve.js'
import { hostile } from './hostile.js'
import { quadsOf, turtleOf } from './turtle.js'

const before = '<html><script type="application/json" id="newsgraph">'
const template = `${before}</script></html>`
const dataOf = (html: string): string => html.slice(before.length, -'</script></html>'.length)

describe('a page', () => {
  it('holds the graph in full, and no markup of it', () => {
    const graph = toViewGraph(quadsOf(turtleOf(hostile)))
    const data = dataOf(page(graph, template))
    expect(data).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(data)).toEqual(graph)
  })

  it('does so for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('</script>', '<!--', '$&', '$`', '\u2028'), (text, trap) => {
      const graph: ViewGraph = { articles: [{ id: 'a', headline: text + trap + text }], nodes: [], claims: [], edges: [] }
      const data = dataOf(page(graph, template))
      expect(data).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(data)).toEqual(graph)
    }))
  })

  it('says what to do when its template is no template', () => {
    expect(() => page(toViewGraph([]), '<html></html>')).toThrow(/no place for the graph/)
  })
})

const statusFor = (url: string, host: string): Promise<number | undefined> => new Promise((resolve, reject) => {
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
    await expect(serve('<p></p>', { port })).rejects.toMatchObject({ code: 'output', message: expect.stringContaining(String(port)) as string })
    await first.close()
  })
})
