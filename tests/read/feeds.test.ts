import { describe, expect, test } from 'vitest'
import { readAll, readOne, problemOf } from './reading.js'

const LEAD = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter.'

function rss(items: string, head = '<title>Brightwater Echo</title>'): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${items}</channel></rss>`
}

describe('what a feed escaped once too often', () => {
  test.each([
    ['a section of CDATA', `&lt;![CDATA[${LEAD}]]&gt;`],
    ['CDATA within CDATA', `<![CDATA[&lt;![CDATA[${LEAD}]]&gt;]]>`],
    ['tags', `&amp;lt;p&amp;gt;${LEAD}&amp;lt;/p&amp;gt;`],
    ['tags in CDATA', `<![CDATA[&lt;p&gt;${LEAD}&lt;/p&gt;]]>`],
  ])('as %s is read as it was meant', async (_, description) => {
    expect((await readOne(rss(`<item><title>Bridge</title><description>${description}</description></item>`), 'feed.xml')).text).toBe(LEAD)
  })

  test('as an ampersand is one ampersand', async () => {
    const reading = await readOne(rss(`<item><title>Ferry &amp;amp; bridge</title><dc:creator>Ann &amp;amp; Co</dc:creator><description>Sand &amp;amp; Stone said that it would not build the bridge in Brightwater before the winter.</description></item>`, '<title>Post &amp;amp; Times</title>'), 'feed.xml')
    expect(reading).toMatchObject({ headline: { name: 'Ferry & bridge' }, publisher: { name: 'Post & Times' }, authors: [{ name: 'Ann & Co' }] })
    expect(reading.text).toMatch(/^Sand & Stone said/)
  })
})

test.each([
  ['RSS', rss(`<item><title>A &lt;i&gt;long&lt;/i&gt; winter &amp;amp; a short one</title><description>${LEAD}</description></item>`)],
  ['RSS with CDATA', rss(`<item><title><![CDATA[A <i class="x">long</i> winter &amp; a short one]]></title><description>${LEAD}</description></item>`)],
  ['Atom', `<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry><id>x</id><title type="html">A &lt;i&gt;long&lt;/i&gt; winter &amp;amp; a short one</title><summary>${LEAD}</summary></entry></feed>`],
])('tags in a title of %s are left out', async (_, feed) => {
  expect((await readOne(feed, 'feed.xml')).headline).toEqual({ name: 'A long winter & a short one' })
})

test('a title may speak of what is less than three', async () => {
  expect((await readOne(rss(`<item><title>Fewer than 2 &lt; 3 ferries</title><description>${LEAD}</description></item>`), 'feed.xml')).headline?.name).toBe('Fewer than 2 < 3 ferries')
})

describe('a JSON feed', () => {
  const feed = (item: object, more: object = {}): string => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Brightwater Echo', ...more, items: [{ id: '1', content_text: LEAD, ...item }] })

  test('names the outlet, and the authors of what has none of its own', async () => {
    expect(await readOne(feed({}, { authors: [{ name: 'Ann Ely' }, { name: 'John Roe' }] }), 'feed.json')).toMatchObject({ publisher: { name: 'Brightwater Echo' }, authors: [{ name: 'Ann Ely' }, { name: 'John Roe' }] })
    expect(await readOne(feed({ authors: [{ name: 'Jane Doe' }] }, { author: { name: 'Ann Ely' } }), '-')).toMatchObject({ authors: [{ name: 'Jane Doe' }] })
  })

  test('without items is a problem', async () => {
    expect(await problemOf('{"version": "https://jsonfeed.org/version/1", "title": "Echo", "items": []}', 'feed.json')).toContain('feed.json is a feed without any item')
  })
})

test.each([
  ['Jane Doe, Ann Ely', ['Jane Doe', 'Ann Ely']], ['By Jane Doe and Ann Ely', ['Jane Doe', 'Ann Ely']], ['Jane Doe; Ann Ely', ['Jane Doe', 'Ann Ely']],
  ['Doe, Jane', ['Jane Doe']], ['Reuters', ['Reuters']], ['Brightwater Echo Staff', ['Brightwater Echo Staff']],
])('the authors %j are %j', async (author, names) => {
  expect((await readOne(JSON.stringify({ title: 'A', text: LEAD, author }), 'news.jsonl')).authors).toEqual(names.map((name) => ({ name })))
})

describe('a feed', () => {
  test.each([
    ['without items', rss(''), 'feed.xml is a feed without any item'],
    ['whose items have no text', rss('<item><title>Bridge</title><link>https://echo.example/b</link></item>'), 'feed.xml is a feed whose items have no text'],
  ])('%s is a problem', async (_, feed, message) => {
    expect(await problemOf(feed, 'feed.xml')).toContain(message)
  })

  test('gives its articles addresses of the web, whole ones, and no others', async () => {
    const item = (link: string, more = ''): string => `<item><title>A</title><link>${link}</link>${more}<description>${LEAD}</description></item>`
    const links = ['/b', 'https://post.example/c', 'javascript:alert(1)', 'file:///etc/passwd', 'urn:x:1']
    const readings = await readAll(rss(links.map((link) => item(link)).join(''), '<title>Echo</title><link>https://echo.example/news/</link>'), 'feed.xml')
    expect(readings.map(({ url }) => url)).toEqual(['https://echo.example/b', 'https://post.example/c', undefined, undefined, undefined])
  })

  test('may give the address as guid alone', async () => {
    const reading = await readOne(rss(`<item><guid>https://echo.example/b</guid><description>${LEAD}</description></item>`), 'feed.xml')
    expect(reading.url).toBe('https://echo.example/b')
  })

  test('in Atom may have a base for its links', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://echo.example/news/"><title>Echo</title><entry xml:base="2024/"><id>x</id><title>A</title><link href="b"/><summary>${LEAD}</summary></entry></feed>`
    expect((await readOne(atom, 'feed.xml')).url).toBe('https://echo.example/news/2024/b')
  })
})

test.each([['a.md', `---\nurl: see below\n---\n\n${LEAD}\n`], ['a.txt', `Title: Bridge to close\nLink: see below\n\n${LEAD}\n`]])('what is no address of the web is none in %s either', async (name, text) => {
  expect((await readOne(text, name)).url).toBeUndefined()
})

describe.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'https:alert', 'https://echo.example/a b', 'ftp://echo.example/b', 'https://echo.example/<script>'])('the address %j is kept', (address) => {
  const linked = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Bridge', articleBody: LEAD, url: address, '@id': address, mainEntityOfPage: address, publisher: { '@type': 'Organization', name: 'Echo', url: address } }
  const json = JSON.stringify(linked)
  test.each([
    ['JSON-LD', 'a.json', json], ['JSON', 'a.json', JSON.stringify({ text: LEAD, url: address, link: address })], ['JSON Lines', 'a.jsonl', json],
    ['a page', 'a.html', `<html><head><title>Bridge</title><link rel="canonical" href="${address.replaceAll('<', '&lt;')}"><meta property="og:url" content="${address.replaceAll('<', '&lt;')}"><script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script></head><body><article><p>${LEAD}</p></article></body></html>`],
    ['Markdown', 'a.md', `---\nurl: ${address}\n---\n\n${LEAD}\n`], ['text', 'a.txt', `Title: Bridge to close\nURL: ${address}\n\n${LEAD}\n`],
    ['an Atom feed', 'a.xml', `<feed xmlns="http://www.w3.org/2005/Atom"><title>Echo</title><entry><id>${address.replaceAll('<', '&lt;')}</id><link href="${address.replaceAll('<', '&lt;')}"/><summary>${LEAD}</summary></entry></feed>`],
  ])('from %s nowhere', async (_, source, content) => {
    const { url, publisher } = await readOne(content, source)
    expect([url, publisher?.url].filter((kept) => kept !== undefined && !/^https?:\/\/[^\s<>"]+$/.test(kept))).toEqual([])
  })
})
