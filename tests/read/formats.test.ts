import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/problem.js'
import { readEach } from '../../src/read/read.js'
import { formatOf } from '../../src/read/formats.js'
import { blocksIn, bytesOf, problemOf, readAll, readOne, sliceOf } from './reading.js'

const LEAD = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter.'
const NEXT = 'She told reporters that the money for it had been found and that the work is to begin in May.'

test.each([
  ['a.txt', LEAD, 'text'], ['a.md', LEAD, 'markdown'], ['a.html', LEAD, 'html'], ['a.json', '{}', 'json'], ['a.jsonl', '{}', 'jsonl'], ['a.rss', '', 'feed'],
  ['-', LEAD, 'text'], ['-', '<!DOCTYPE HTML><p>', 'html'], ['a.txt', '<html><p>', 'html'], ['-', '<p>Russia', 'html'], ['a.xml', '<?xml version="1.0"?>\n<!DOCTYPE html><html><p>', 'html'], ['-', '[{"text": "a b"}]', 'json'],
  ['-', '{"text": "a b"}\n{"text": "c d"}\n', 'jsonl'], ['-', '{"text":\n"a b"}', 'json'], ['-', '<?xml version="1.0"?>\n<rss version="2.0">', 'feed'],
  ['-', '---\ntitle: A\n---\nText', 'markdown'], ['https://echo.example/story?x=.json', LEAD, 'text'], ['-', '[Brackets] open this text.', 'text'], ['-', '{curly} text', 'text'],
])('the format of %s beginning %j is %s', (source, text, format) => {
  expect(formatOf(source, text)).toBe(format)
})

test.each(['<!-- -->', '<?x ?>', '<!-- --> <?xml-stylesheet href="a"?>\n'])('a file that begins with any number of %j is known at once', (comment) => {
  expect(formatOf('-', `${comment.repeat(100)}<rss version="2.0">`)).toBe('feed')
  expect(formatOf('-', `${comment.repeat(400)}x`)).toBe('text')
  expect(formatOf('-', `${comment.repeat(400)}<!-- x`)).toBe('text')
})

describe('Markdown', () => {
  test('is kept as it is shown, with front matter as metadata', async () => {
    const reading = await readOne(
      `---\ntitle: "Bridge: closed"\ndate: 2022-07-06\nauthors:\n  - Jane Doe\n  - John Roe\nsource: Brightwater Echo\n---\n\n# Bridge to close\n\nThe **mayor** said [on *Tuesday*](https://x.example) that &quot;it&quot; is over.\n\n${LEAD}\n\n> ${NEXT}\n\n![photo](a.png)\n`,
      'story.md',
    )
    expect(reading).toMatchObject({ date: '2022-07-06', authors: [{ name: 'Jane Doe' }, { name: 'John Roe' }], publisher: { name: 'Brightwater Echo' }, headline: { name: 'Bridge to close' } })
    expect(blocksIn(reading)).toEqual(['headline: Bridge to close', 'paragraph: The mayor said on Tuesday that "it" is over.', `paragraph: ${LEAD}`, `paragraph: ${NEXT}`])
    expect(sliceOf(reading, reading.headline?.span)).toBe('Bridge to close')
  })

  test('without front matter or heading is text', async () => {
    expect(blocksIn(await readOne(`${LEAD}\n\n${NEXT}\n`, 'story.md'))).toEqual([`paragraph: ${LEAD}`, `paragraph: ${NEXT}`])
  })
})

describe('JSON', () => {
  test('keeps the text field as it stands', async () => {
    const reading = await readOne(JSON.stringify({ Title: 'Bridge to close', text: `${LEAD}\n\n${NEXT}\n`, date: '2022-07-06', url: 'https://echo.example/b', author: 'Jane Doe', source: 'Brightwater Echo' }), 'a.json')
    expect(reading).toMatchObject({
      text: `${LEAD}\n\n${NEXT}\n`, headline: { name: 'Bridge to close' }, date: '2022-07-06', dateFrom: 'metadata', url: 'https://echo.example/b',
      authors: [{ name: 'Jane Doe' }], publisher: { name: 'Brightwater Echo' },
    })
  })

  test.each([
    ['an array', [{ content: LEAD, published_at: '2022-07-06' }]],
    ['a list within an object', { status: 'ok', totalResults: 1, articles: [{ content: LEAD, publishedAt: '2022-07-06T08:00:00Z', source: { id: null, name: 'Echo' } }] }],
    ['paragraphs', { body: [LEAD, NEXT], timestamp: 1657094400 }],
    ['HTML', { content_html: `<p>${LEAD}</p><p>${NEXT}</p>`, date_published: '2022-07-06' }],
    ['JSON-LD', { '@context': 'https://schema.org', '@type': 'NewsArticle', articleBody: LEAD, datePublished: '2022-07-06', headline: 'Bridge' }],
    ['JSON-LD in a graph', { '@graph': [{ '@type': 'WebPage', name: 'x' }, { '@type': ['NewsArticle'], articleBody: LEAD, datePublished: { '@type': 'Date', '@value': '2022-07-06' } }] }],
    ['a JSON Feed', { version: 'https://jsonfeed.org/version/1.1', title: 'Echo', items: [{ id: '1', title: 'Bridge', content_html: `<p>${LEAD}</p>`, date_published: '2022-07-06T10:00:00Z', authors: [{ name: 'Jane Doe' }] }] }],
  ])('is read from %s', async (_form, value) => {
    const reading = await readOne(JSON.stringify(value), 'a.json')
    expect(reading.date?.slice(0, 10)).toBe('2022-07-06')
    expect(blocksIn(reading)[0]).toBe(`paragraph: ${LEAD}`)
  })

  test('with several articles gives them in order', async () => {
    const readings = await readAll(JSON.stringify([{ text: LEAD }, { text: NEXT }]), 'a.json')
    expect(readings.map(({ text }) => text)).toEqual([LEAD, NEXT])
  })

  test('keeps the place of a title that the text begins with', async () => {
    const reading = await readOne(JSON.stringify({ title: 'Bridge to close', text: `Bridge to close\n\n${LEAD}` }), 'a.json')
    expect(reading.headline).toEqual({ name: 'Bridge to close', span: { start: 0, end: 15 } })
  })

  test('that is broken, or without text, is a problem', async () => {
    expect(await problemOf('{"text": "a', 'a.json')).toBe('a.json is not valid JSON. Check it with a JSON validator; for one object a line, name the file .jsonl.')
    expect(await problemOf('{"name": "newsgraph", "version": "1.0"}', 'package.json')).toContain('No article text was found in package.json')
  })
})

test('a bad line of JSONL stands for itself; the others are read', async () => {
  const lines = [JSON.stringify({ text: LEAD }), '{"text": ', '', JSON.stringify({ id: 1 }), JSON.stringify({ text: NEXT })].join('\r\n')
  const found: string[] = []
  for await (const reading of readEach({ bytes: bytesOf(lines), source: 'news.jsonl' })) found.push(reading instanceof Problem ? reading.message : reading.text)
  expect(found).toEqual([LEAD, 'news.jsonl, line 2 is not valid JSON', 'No article text was found in news.jsonl, line 4', NEXT])
})

describe('a feed', () => {
  const item = `<title>Bridge to close</title><link>https://echo.example/b</link>`
  test('in RSS gives the full text, not the teaser', async () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Brightwater Echo</title><language>en-gb</language>
      <item>${item}<description>Teaser</description><pubDate>Wed, 06 Jul 2022 08:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator><content:encoded><![CDATA[<p>${LEAD}</p><p>${NEXT}</p>]]></content:encoded></item>
      <item><title>Second</title><description>${NEXT}</description></item></channel></rss>`
    const [first, second] = await readAll(rss, 'feed.xml')
    expect(first).toMatchObject({ text: `${LEAD}\n\n${NEXT}`, date: '2022-07-06', authors: [{ name: 'Jane Doe' }], publisher: { name: 'Brightwater Echo' }, url: 'https://echo.example/b', headline: { name: 'Bridge to close' }, language: 'en-gb' })
    expect(second?.text).toBe(NEXT)
  })

  test('in Atom is read', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Brightwater Echo</title><author><name>Jane Doe</name></author><entry><title>Bridge to close</title><link href="https://echo.example/b"/>
      <published>2022-07-06T08:00:00Z</published><content type="html">&lt;p&gt;${LEAD}&lt;/p&gt;</content></entry></feed>`
    expect(await readOne(atom, '-')).toMatchObject({ text: LEAD, date: '2022-07-06T08:00:00Z', authors: [{ name: 'Jane Doe' }], url: 'https://echo.example/b', publisher: { name: 'Brightwater Echo' } })
  })

  test('in RDF is read', async () => {
    const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://echo.example/"><title>Brightwater Echo</title><link>https://echo.example/</link><description>News</description></channel>
      <item rdf:about="https://echo.example/b">${item}<description>${LEAD}</description><dc:date>2022-07-06T08:00:00Z</dc:date><dc:creator>Jane Doe</dc:creator></item></rdf:RDF>`
    expect(await readOne(rdf, 'feed.rdf')).toMatchObject({ text: LEAD, date: '2022-07-06T08:00:00Z', authors: [{ name: 'Jane Doe' }], publisher: { name: 'Brightwater Echo' } })
  })

  test('that is none is a problem', async () => {
    expect(await problemOf('<?xml version="1.0"?><note>hello</note>', 'note.xml')).toContain('note.xml is not a feed that can be read')
  })
})
