import { gzipSync } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/problem.js'
import { page, rss, startClock, startFolder, startPaper, startShelf, stateIn, watchOnce } from './paper.js'

describe('a new article', () => {
  test('is fetched once, and read with what the feed says of it', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([{ link: '/b', title: 'Bridge &lt;b&gt;to&lt;/b&gt; close for the winter', date: 'Wed, 06 Jul 2022 08:00:00 GMT', author: 'Jane Doe', guid: '7' }]))
    paper.serve('/b', page())
    const first = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(first).toEqual({ problems: [], tally: { feeds: { read: 1, unchanged: 0, failed: 0, putOff: 0 }, articles: { added: 1, replaced: 0, unchanged: 0, failed: 0, waiting: 0 } } })
    expect(sink.readings.get(paper.at('/b'))).toMatchObject({ headline: { name: 'Bridge to close for the winter' }, date: '2022-07-06', authors: [{ name: 'Jane Doe' }], url: paper.at('/b') })
    const second = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(second.tally.articles).toMatchObject({ added: 0, unchanged: 0, failed: 0 })
    expect(paper.asked()).toEqual(['/feed', '/b', '/feed'])
  })

  test('says who asks', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([]))
    await watchOnce([paper.at('/feed')], { folder, sink })
    expect(paper.requests.map(({ headers }) => headers['user-agent'])).toEqual(Array(2).fill(expect.stringMatching(/^newsgraph\/\d+\.\d+\.\d+ \(\+https:/)))
  })

  test('of two feeds, or twice in one, is fetched once', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([{ link: '/b?utm_source=rss', guid: 'tag:echo,2024:b' }, { link: '/b' }, { link: '/b#top' }]))
    paper.serve('/world', rss([{ link: '/world/b', guid: 'tag:echo,2024:b', title: 'Another title' }, { link: '/b', title: 'Another title' }]))
    paper.serve('/b', page())
    await watchOnce([paper.at('/feed'), paper.at('/world')], { folder, sink })
    await watchOnce([paper.at('/feed'), paper.at('/world')], { folder, sink })
    expect(paper.asked().filter((path) => path.includes('b'))).toEqual(['/b'])
    expect([...sink.readings.keys()]).toEqual([paper.at('/b')])
  })

  test('is told from another by its address where the feed gives all the same guid', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([{ link: '/a', guid: '0' }, { link: '/b', guid: '0' }]))
    for (const path of ['/a', '/b']) paper.serve(path, page(`The mayor of ${path} said on Tuesday that the bridge would be closed for the winter.`))
    await watchOnce([paper.at('/feed')], { folder, sink })
    expect([...sink.readings.keys()].sort()).toEqual([paper.at('/a'), paper.at('/b')])
  })

  test('that the catalogue has already is not fetched', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', rss([{ link: '/b' }]))
    paper.serve('/b', page())
    await watchOnce([paper.at('/feed')], { folder, sink })
    await watchOnce([paper.at('/feed')], { folder: startFolder(), sink })
    expect(paper.asked()).toEqual(['/feed', '/b', '/feed'])
  })

  test('that was corrected, as the feed says, replaces the old one', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    const atom = (updated: string): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><id>e</id><entry><id>tag:b</id><title>Bridge</title><link href="/b"/><updated>${updated}</updated></entry></feed>`
    paper.serve('/feed', atom('2024-03-05T08:00:00Z'), atom('2024-03-05T08:00:00Z'), atom('2024-03-05T09:00:00Z'))
    paper.serve('/b', page(), page('The mayor of Harford said on Tuesday that the old bridge would be closed for the whole of the winter.'))
    const counts: number[][] = []
    for (let round = 0; round < 3; round += 1) {
      const { added, replaced } = (await watchOnce([paper.at('/feed')], { folder, sink })).tally.articles
      counts.push([added, replaced])
    }
    expect(counts).toEqual([[1, 0], [0, 0], [0, 1]])
    expect(sink.readings.get(paper.at('/b'))?.text).toContain('Harford')
    expect(sink.readings.size).toBe(1)
  })

  test('whose feed changes its date at every request is fetched ever more rarely', async () => {
    const [paper, folder, sink, clock] = [await startPaper(), startFolder(), startShelf(), startClock()]
    let date = 0
    paper.serve('/feed', (_, response) => { response.end(rss([{ link: '/b', date: `${date += 1}` }])) })
    paper.serve('/b', page())
    for (let round = 0; round < 12; round += 1) await watchOnce([paper.at('/feed')], { folder, sink, clock })
    expect(paper.asked().filter((path) => path === '/b')).toHaveLength(4)
    clock.pass(3_600_000)
    await watchOnce([paper.at('/feed')], { folder, sink, clock })
    expect(paper.asked().filter((path) => path === '/b')).toHaveLength(5)
  })

  test('beyond --max waits for the next round; the newest come first', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { body: rss([{ link: '/old', date: 'Tue, 05 Jul 2022 08:00:00 GMT' }, { link: '/new', date: 'Wed, 06 Jul 2022 08:00:00 GMT' }]), headers: { etag: '"1"' } }, { status: 304 })
    for (const path of ['/old', '/new']) paper.serve(path, page())
    const { tally } = await watchOnce([paper.at('/feed')], { folder, sink, max: 1 })
    expect(tally.articles).toMatchObject({ added: 1, waiting: 1 })
    await watchOnce([paper.at('/feed')], { folder, sink, max: 1 })
    expect(paper.asked()).toEqual(['/feed', '/new', '/feed', '/old'])
  })
})

describe('a feed', () => {
  test('that did not change is not sent again', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { body: rss([]), headers: { etag: '"abc"', 'last-modified': 'Tue, 05 Mar 2024 08:00:00 GMT' } }, { status: 304 })
    await watchOnce([paper.at('/feed')], { folder, sink })
    const { tally } = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(tally.feeds).toEqual({ read: 0, unchanged: 1, failed: 0, putOff: 0 })
    expect(paper.requests.at(-1)?.headers).toMatchObject({ 'if-none-match': '"abc"', 'if-modified-since': 'Tue, 05 Mar 2024 08:00:00 GMT' })
  })

  test('in JSON is read, and a relative link is one of its site', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/news/feed.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Echo', authors: [{ name: 'Ann Ely' }], items: [{ id: '1', url: '../b', title: 'Bridge' }] }))
    paper.serve('/b', page())
    await watchOnce([paper.at('/news/feed.json')], { folder, sink })
    expect(sink.readings.get(paper.at('/b'))?.authors).toEqual([{ name: 'Ann Ely' }])
  })

  test('is read in the charset that its XML declares', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { headers: { 'content-type': 'text/xml' }, body: Buffer.from(rss([{ link: '/b', author: 'Zoë Müller' }]).replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1') })
    paper.serve('/b', page())
    await watchOnce([paper.at('/feed')], { folder, sink })
    expect(sink.readings.get(paper.at('/b'))?.authors).toEqual([{ name: 'Zoë Müller' }])
  })

  test('of any content type is read', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { body: rss([{ link: '/b' }]), headers: { 'content-type': 'application/octet-stream' } })
    paper.serve('/b', page())
    expect((await watchOnce([paper.at('/feed')], { folder, sink })).tally.articles.added).toBe(1)
  })

  test('that is broken, or none, is told in a line; the others are read', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/broken', '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Bri')
    paper.serve('/page', `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>News</body></html>`)
    paper.serve('/good', rss([{ link: '/b' }]))
    paper.serve('/b', page())
    const { tally, problems } = await watchOnce(['/broken', '/page', '/none', '/good'].map((path) => paper.at(path)), { folder, sink })
    expect(problems.sort()).toEqual([`${paper.at('/broken')} is not a feed that can be read`, `${paper.at('/none')} answers 404`, `${paper.at('/page')} is a web page, not a feed`].sort())
    expect(tally).toMatchObject({ feeds: { read: 1, failed: 3 }, articles: { added: 1 } })
  })

  test('that ends in the middle is taken as far as it goes, and asked for again', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    const whole = rss([{ link: '/a' }, { link: '/b' }])
    paper.serve('/feed', { body: whole.slice(0, whole.indexOf('</item>') + 7), headers: { etag: '"1"' } }, { body: whole, headers: { etag: '"1"' } })
    for (const path of ['/a', '/b']) paper.serve(path, page())
    const { problems } = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(problems).toEqual([`${paper.at('/feed')} ends in the middle`])
    await watchOnce([paper.at('/feed')], { folder, sink })
    expect(paper.requests.at(-2)?.headers).not.toHaveProperty('if-none-match')
    expect(paper.asked()).toEqual(['/feed', '/a', '/feed', '/b'])
  })

  test.each([
    ['gzip that breaks off', { body: gzipSync(rss([{ link: '/b' }])).subarray(0, 60), headers: { 'content-encoding': 'gzip' } }, 'broke off in the middle'],
    ['a gzip file that breaks off', { body: gzipSync(rss([{ link: '/b' }])).subarray(0, 60), headers: { 'content-type': 'application/gzip' } }, 'is a gzip file that is damaged'],
    ['a gzip file of 9 MB', { body: gzipSync(Buffer.alloc(9_000_000)), headers: { 'content-type': 'application/gzip' } }, 'is too large: the limit is 8 MB'],
    ['nothing', { body: '' }, 'is empty'],
    ['a picture', { body: Buffer.from('89504e470d0a1a0a0000', 'hex') }, 'is an image (PNG)'],
    ['another packing', { body: 'x', headers: { 'content-encoding': 'zstd' } }, 'is packed as zstd'],
    ['more than 8 MB', { body: `<rss version="2.0"><channel>${' '.repeat(8_100_000)}</channel></rss>` }, 'is too large: the limit is 8 MB'],
    ['9 MB in 9 kB', { body: gzipSync(Buffer.alloc(9_000_000)), headers: { 'content-encoding': 'gzip' } }, 'is too large: the limit is 8 MB'],
  ])('that sends %s is a problem', async (_, what, message) => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', what)
    const { problems, tally } = await watchOnce([paper.at('/feed')], { folder, sink })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
    expect(tally.feeds.failed).toBe(1)
  })
})

describe('a news sitemap', () => {
  const url = (path: string, news: string, lastmod = ''): string => `<url><loc>${path}</loc>${lastmod && `<lastmod>${lastmod}</lastmod>`}${news}</url>`
  const news = '<n:news><n:publication><n:name>Brightwater Echo</n:name><n:language>en</n:language></n:publication><n:publication_date>2024-03-05T08:00:00Z</n:publication_date><n:title>Bridge &amp;amp; ferry to close</n:title></n:news>'
  const map = (urls: string): string => `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${urls}</urlset>`

  test('packed or not, gives the pages that are marked as news', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/news.xml.gz', { headers: { 'content-type': 'application/gzip' }, body: gzipSync(map(url(paper.at('/b?a=1&amp;c=2'), news) + url(paper.at('/about'), ''))) })
    paper.serve('/b?a=1&c=2', page())
    const { problems } = await watchOnce([paper.at('/news.xml.gz')], { folder, sink })
    expect(problems).toEqual([])
    expect(sink.readings.get(paper.at('/b?a=1&c=2'))).toMatchObject({ headline: { name: 'Bridge & ferry to close' }, date: '2024-03-05T08:00:00Z', publisher: { name: 'Brightwater Echo' } })
    expect(sink.readings.size).toBe(1)
  })

  test('in an index is found, and asked again when the index says that it changed', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    const index = (time: string): string => `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>/pages.xml</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>${paper.at('/news.xml')}</loc><lastmod>${time}</lastmod></sitemap></sitemapindex>`
    paper.serve('/sitemap.xml', index('2024-03-05T08:00:00Z'), index('2024-03-05T08:00:00Z'), index('2024-03-05T09:00:00Z'))
    paper.serve('/pages.xml', map(url('/about', '')))
    paper.serve('/news.xml', map(url('/a', news)), map(url('/b', news) + url('/a', news)))
    for (const path of ['/a', '/b']) paper.serve(path, page())
    for (let round = 0; round < 3; round += 1) expect((await watchOnce([paper.at('/sitemap.xml')], { folder, sink })).problems).toEqual([])
    expect(paper.asked()).toEqual(['/sitemap.xml', '/news.xml', '/pages.xml', '/a', '/sitemap.xml', '/sitemap.xml', '/news.xml', '/b'])
  })

  test('without news is a problem', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/sitemap.xml', map(url('/about', '')))
    expect((await watchOnce([paper.at('/sitemap.xml')], { folder, sink })).problems).toEqual([`${paper.at('/sitemap.xml')} is a sitemap without news`])
  })
})

describe('what is remembered', () => {
  test('is JSON that people can read', async () => {
    const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
    paper.serve('/feed', { body: rss([{ link: '/b' }]), headers: { etag: '"1"' } })
    paper.serve('/b', page())
    await watchOnce([paper.at('/feed')], { folder, sink })
    const state = stateIn(folder)
    expect(state['feeds']?.[paper.at('/feed')]).toMatchObject({ validators: { at: paper.at('/feed'), etag: '"1"' }, reach: 'computer', read: '2024-03-05T09:00:01.000Z' })
    expect(state['articles']?.[paper.at('/b')]).toMatchObject({ state: 'added', title: 'Bridge to close' })
  })

  test('when damaged or newer is a problem', async () => {
    const [folder, sink] = [startFolder(), startShelf()]
    writeFileSync(join(folder, 'watch.json'), '{"version": 1, "feeds": {')
    await expect(watchOnce(['http://127.0.0.1:9/feed'], { folder, sink })).rejects.toThrow('watch.json is damaged')
    writeFileSync(join(folder, 'watch.json'), '{"version": 99}')
    await expect(watchOnce(['http://127.0.0.1:9/feed'], { folder, sink })).rejects.toThrow('was written by a newer newsgraph')
  })
})

test.each([
  ['comments', `${'<!-- -->'.repeat(900)}<x>`], ['links', `<!doctype html>${'<link '.repeat(200_000)}`], ['open elements', `<rss version="2.0">${'<a>'.repeat(200_000)}`],
  ['open angles', `<urlset>${'<'.repeat(500_000)}</urlset>`], ['entities of entities', `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><urlset><url><loc>${'&b;'.repeat(1000)}</loc></url></urlset>`],
])('a feed of nothing but %s is done with at once', async (_, body) => {
  const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
  paper.serve('/feed', { body })
  expect((await watchOnce([paper.at('/feed')], { folder, sink })).tally.articles).toMatchObject({ added: 0, waiting: 0 })
}, 10_000)

test('on a full disk there is one line, no more is fetched than was under way, and the articles wait', async () => {
  const [paper, folder, sink] = [await startPaper(), startFolder(), startShelf()]
  paper.serve('/feed', { body: rss(['/a', '/b', '/c', '/d'].map((link) => ({ link }))), headers: { etag: '"1"' } }, { status: 304 })
  for (const path of ['/a', '/b', '/c', '/d']) paper.serve(path, page())
  sink.refuse = new Problem('output', 'The disk is full', 'Free some space.')
  const { tally, problems } = await watchOnce([paper.at('/feed')], { folder, sink })
  expect(problems).toEqual(['The disk is full'])
  expect(tally.articles).toMatchObject({ added: 0, waiting: 4 })
  expect(paper.asked().length).toBeLessThan(4)
  sink.refuse = undefined
  expect((await watchOnce([paper.at('/feed')], { folder, sink })).tally.articles).toMatchObject({ added: 4, waiting: 0 })
})

test.each(['ftp://echo.example/feed', 'file:///etc/passwd', 'feed.xml', 'https://jane:secret@echo.example/feed'])('%s is no address to watch', async (address) => {
  const error = await watchOnce([address], { folder: startFolder(), sink: startShelf() }).then(() => undefined, (cause: unknown) => cause)
  expect(error).toMatchObject({ code: 'usage' })
  expect(String((error as Problem).message)).not.toContain('secret')
})
