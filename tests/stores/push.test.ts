import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { push } from '../../src/store/push.js'
import { openStore, type RemoteStore } from '../../src/store/remote/store.js'
import { contents, storeOf } from './contents.js'
import { BASE, contentsOf, graphOf, sourceOf, type Invented } from './invented.js'
import { names, servers, type RunningServer } from './servers.js'

/** Everything that could end a string, a name or a request early. */
const hostile = String.raw`"a \"quoted\" word, 'another', \"\"\"three\"\"\" \\ backslash \\" , "line\nend\r\ttab \u0001 \u007F \u2028 \uFEFF", "} } ; DROP ALL ; INSERT DATA { #", "<https://x> ?y $z ${'`'}%3E &amp; ]]>"@en , "𝒳 ☃ é עברית"`

const first: Invented = {
  articles: { one: `e:a x:says ${hostile} .`, two: 'e:a x:knows e:b ; x:age 12, 1.5, true .', three: 'e:b x:knows e:a .' },
  entities: { a: `e:a rdfs:label "A" ; x:name ${hostile} .`, b: 'e:b rdfs:label "B" .' },
  dataset: '<https://example.org/news/dataset> rdfs:label "All news" .',
}
const second: Invented = {
  articles: { one: first.articles.one ?? '', two: 'e:a x:knows e:c .', four: 'e:c x:knows e:a .' },
  entities: { a: first.entities.a ?? '', c: 'e:c rdfs:label "C" .' },
  dataset: '<https://example.org/news/dataset> rdfs:label "All the news" .',
}

describe.each(names)('Pushing to %s', (name) => {
  const { missing, start } = servers[name]
  describe.skipIf(missing !== undefined)(`started here${missing === undefined ? '' : `: ${missing}`}`, () => {
    let server: RunningServer
    let store: RemoteStore

    beforeAll(async () => {
      server = await start()
      store = await storeOf(server)
    }, 150_000)
    afterAll(() => server?.stop())

    it('makes the store equal the source, whatever stands in the articles', async () => {
      const pushed = await push(sourceOf(first), store)
      expect(pushed).toMatchObject({ articles: { sent: 3, same: 0, removed: 0 }, descriptions: { sent: 2, same: 0, removed: 0 } })
      expect(await contents(store, BASE)).toEqual(contentsOf(first))
    })

    it('sends nothing that is there already', async () => {
      expect(await push(sourceOf(first), store)).toEqual({ articles: { sent: 0, same: 3, removed: 0 }, descriptions: { sent: 0, same: 2, removed: 0 }, triples: 0 })
    })

    it('leaves what others wrote into the store', async () => {
      await store.update('INSERT DATA { GRAPH <https://example.org/news/graph/theirs> { <https://example.org/s> <https://example.org/p> "theirs" } }')
      await push(sourceOf(first), store)
      expect(await contents(store, BASE)).toEqual({ ...contentsOf(first), [graphOf('theirs')]: ['<https://example.org/s> <https://example.org/p> "theirs" .\n'] })
      await store.drop(graphOf('theirs'))
    })

    it('tells beforehand what it would do, and does nothing', async () => {
      const pushed = await push(sourceOf(second), store, { isDry: true })
      expect(pushed).toEqual({ articles: { sent: 2, same: 1, removed: 1 }, descriptions: { sent: 1, same: 1, removed: 1 }, triples: 0 })
      expect(await contents(store, BASE)).toEqual(contentsOf(first))
    })

    it('replaces what changed and takes out what is gone', async () => {
      expect(await push(sourceOf(second), store)).toMatchObject({ articles: { sent: 2, same: 1, removed: 1 }, descriptions: { sent: 1, same: 1, removed: 1 } })
      expect(await contents(store, BASE)).toEqual(contentsOf(second))
    })

    it('adds to what is there when asked to keep it', async () => {
      await push(sourceOf({ articles: { five: 'e:a x:knows e:e .' }, entities: { e: 'e:e rdfs:label "E" .' }, dataset: second.dataset ?? '' }), store, { keep: true })
      expect(Object.keys(await contents(store, BASE)).sort()).toEqual(['dataset', 'entities', 'five', 'four', 'one', 'two'].map(graphOf))
    })

    it('sends graphs of more triples than go in one request', async () => {
      const large: Invented = { articles: { large: Array.from({ length: 12_345 }, (_, at) => `e:a x:n${at} "${at}" .`).join(' ') }, entities: {} }
      await push(sourceOf(large), store)
      const [row] = await store.rows(`SELECT (COUNT(*) AS ?n) { GRAPH <${graphOf('large')}> { ?s ?p ?o } }`)
      expect(row?.n?.value).toBe('12345')
    })

    it('keeps more names apart than a store answers at once', async () => {
      const many = (from: number, to: number): Invented => ({
        articles: { one: 'e:a x:knows e:b .' },
        entities: Object.fromEntries(Array.from({ length: to - from }, (_, at) => [`p${at + from}`, `e:p${at + from} rdfs:label "P ${at + from}" .`])),
      })
      expect(await push(sourceOf(many(0, 11_000)), store)).toMatchObject({ descriptions: { sent: 11_000, same: 0 } })
      expect(await push(sourceOf(many(10_500, 11_500)), store)).toMatchObject({ descriptions: { sent: 500, same: 500, removed: 10_500 } })
      const [row] = await store.rows(`SELECT (COUNT(*) AS ?n) { GRAPH <${graphOf('entities')}> { ?s ?p ?o } }`)
      expect(row?.n?.value).toBe('1000')
    }, 120_000)

    it('tells the store by itself', async () => {
      expect((await openStore(server.to, { credentials: server.credentials })).profile).toBe(name)
    })
  })
})
