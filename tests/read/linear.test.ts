/**
 * Every reader takes at most in proportion to what it reads: twice the input, no more than two and a half times the work.
 *
 * What is counted is the processor's time, the least of several runs; a ratio that is too high is measured again before it is believed, so
 * that a busy machine does not matter.
 */
import { describe, expect, test } from 'vitest'
import { finish } from '../../src/read/article.js'
import { recordsInFeed } from '../../src/read/feed.js'
import { formatOf } from '../../src/read/formats.js'
import { readPage } from '../../src/read/html/page.js'
import { recordsInJson } from '../../src/read/json.js'
import { readMarkdown } from '../../src/read/markdown.js'
import { draftOf } from '../../src/read/records.js'
import { readFile } from '../../src/read/text.js'

const WORDS = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter, as it can carry no lorries.'
type Reader = 'html' | 'text' | 'markdown' | 'json' | 'feed'
type Shape = readonly [name: string, size: number, make: (size: number) => string]

const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><title>Bridge shut for the winter</title>${head}</head><body><article><h1>Bridge shut for the winter</h1>${body}<p>${WORDS}</p></article></body></html>`
const rss = (inside: string): string => `<rss version="2.0"><channel><title>Echo</title>${inside}</channel></rss>`
const item = (more = ''): string => `<item><title>Bridge</title><description>${WORDS}${more}</description></item>`

const SHAPES: Readonly<Record<Reader, readonly Shape[]>> = {
  html: [
    ['comments before the page', 4000, (size) => `${'<!-- a -->'.repeat(size)}${page('')}`],
    ['elements within each other', 1500, (size) => page('<div>'.repeat(size))],
    ['words in elements within each other', 1000, (size) => page('<div class="comment date author">word '.repeat(size))],
    ['tables within each other', 300, (size) => page('<table><tr><td>word '.repeat(size))],
    ['lists within each other', 500, (size) => page('<ul><li>word '.repeat(size))],
    ['spaces', 100_000, (size) => page(`<p>a${' '.repeat(size)}b</p>`)],
    ['spaces that do not break', 10_000, (size) => page(`<p>${'&nbsp;'.repeat(size)}</p><p>a${'\u00a0'.repeat(size)}b</p>`)],
    ['characters by their names', 5000, (size) => page(`<p>${'&amp; &#8203;&mdash;x'.repeat(size)}</p>`)],
    ['paragraphs', 300, (size) => page(`<p>${WORDS}</p>`.repeat(size))],
    ['boxes of comments', 300, (size) => page(`<div class="comment"><p>${WORDS}</p></div>`.repeat(size))],
    ['links', 1000, (size) => page('<a href="/x">Read this story now</a> '.repeat(size))],
    ['line breaks', 1000, (size) => page('a line of words<br>'.repeat(size))],
    ['headings', 400, (size) => page('<h2><a href="/x">Bridge shut to all traffic</a></h2><p>x</p>'.repeat(size))],
    ['bylines', 400, (size) => page('<span class="byline author">By Jane Doe</span>'.repeat(size))],
    ['dates', 400, (size) => page('<div class="date">soon</div><time>now</time>'.repeat(size))],
    ['scripts that never end', 3000, (size) => page('<script <svg <!--'.repeat(size))],
    ['attributes', 3000, (size) => page(`<p ${Array.from({ length: size }, (_, at) => `a${at}="b"`).join(' ')}>`)],
    ['meta tags', 700, (size) => page('', '<meta name="author" content="Jane Doe"><meta property="og:title" content="a | b">'.repeat(size))],
    ['a long title and author', 20_000, (size) => page('', `<meta property="og:title" content="${'a | - '.repeat(size)}"><meta name="author" content="${'News Jane, '.repeat(size)}">`)],
    ['linked data', 700, (size) => page('', `<script type="application/ld+json">[${Array.from({ length: size }, (_, at) => `{"@id":"#${at}","@type":"NewsArticle","author":"Jane Doe"}`).join(',')}]</script>`)],
  ],
  text: [
    ['spaces', 100_000, (size) => `${WORDS}${' '.repeat(size)}${WORDS}`],
    ['empty lines', 40_000, (size) => `${WORDS}${' \n'.repeat(size)}${WORDS}`],
    ['lines', 4000, (size) => `${WORDS}\n`.repeat(size)],
    ['short lines', 8000, (size) => `${'Bridge shut\n'.repeat(size)}${WORDS}`],
    ['one line', 4000, (size) => `${WORDS} `.repeat(size)],
    ['names', 20_000, (size) => `By ${'Jane Doe, '.repeat(size)}${WORDS}`],
    ['bylines', 4000, (size) => `${'By Jane Doe\n\n'.repeat(size)}${WORDS}`],
    ['credits', 8000, (size) => `${WORDS}${' (Reporting by Jane Doe, AP/AFP Editor: Ann Poe'.repeat(size)}`],
    ['calls at the end', 4000, (size) => `${WORDS}${' This story has been updated.\n\n'.repeat(size)}x`],
    ['quotation marks', 60_000, (size) => `${WORDS}${'.”'.repeat(size)} x`],
    ['broken words', 8000, (size) => `${'minis-\nter wat\ner '.repeat(size)}${WORDS}`],
    ['clauses', 8000, (size) => `${'that the man said '.repeat(size)}${WORDS}`],
    ['times', 6000, (size) => '10:05 The mayor has arrived\n'.repeat(size)],
  ],
  markdown: [
    ['spaces', 50_000, (size) => `${WORDS}${' '.repeat(size)}${WORDS}`],
    ['paragraphs', 1500, (size) => `${WORDS}\n\n`.repeat(size)],
    ['headings', 1500, (size) => `${'# a\n\n'.repeat(size)}${WORDS}`],
    ['front matter', 8000, (size) => `---\n${'a: b\n- c\n'.repeat(size)}---\n${WORDS}`],
    ['tables', 800, (size) => `${'|a|b|\n|-|-|\n|c|d|\n\n'.repeat(size)}${WORDS}`],
  ],
  json: [
    ['records', 1500, (size) => JSON.stringify(Array.from({ length: size }, () => ({ text: WORDS })))],
    ['objects within each other', 400, (size) => `${'{"a":['.repeat(size)}${JSON.stringify({ text: WORDS })}${']}'.repeat(size)}`],
    ['fields', 8000, (size) => JSON.stringify({ ...Object.fromEntries(Array.from({ length: size }, (_, at) => [`k${at}`, at])), text: WORDS })],
    ['authors', 20_000, (size) => JSON.stringify({ text: WORDS, author: 'News Jane, '.repeat(size), date: '1-'.repeat(size) })],
    ['linked data', 1000, (size) => JSON.stringify({ '@graph': Array.from({ length: size }, (_, at) => ({ '@type': 'NewsArticle', '@id': `#${at}`, articleBody: WORDS, author: { '@id': `#${at + 1}` } })) })],
  ],
  feed: [
    ['items', 400, (size) => rss(item().repeat(size))],
    ['marks that were escaped', 20_000, (size) => rss(`<title>${'&lt;a '.repeat(size)}</title>${item('&lt;![CDATA['.repeat(size))}`)],
    ['comments before it', 5000, (size) => `${'<!-- a -->'.repeat(size)}${rss(item())}`],
    ['items of a JSON feed', 1000, (size) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Echo', items: Array.from({ length: size }, (_, at) => ({ id: String(at), content_text: WORDS })) })],
  ],
}

async function read(reader: Reader, text: string): Promise<void> {
  formatOf('story', text)
  const drafts = await (async () => {
    switch (reader) {
      case 'html': return [readPage(text, 'https://echo.example/b')]
      case 'text': return [readFile(text)]
      case 'markdown': return [readMarkdown(text)]
      case 'json': return recordsInJson(text, 'a').map((record) => draftOf(record, 'a'))
      case 'feed': return (await recordsInFeed(text, 'a')).map((record) => draftOf(record, 'a'))
    }
  })()
  for (const draft of drafts) await finish(draft, { source: 'a', place: 'a' }, { language: 'en' }).catch(() => undefined)
}

/** Milliseconds of the processor. */
async function work(reader: Reader, text: string): Promise<number> {
  const before = process.cpuUsage()
  await read(reader, text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What the clock and the collector of garbage may add to any run. */
const GRAIN = 4
const MOST_RUNS = 8

describe.each(Object.entries(SHAPES) as [Reader, readonly Shape[]][])('the reader of %s', (reader, shapes) => {
  test.each(shapes)('takes at most in proportion: %s', async (_name, size, make) => {
    const [once, twice] = [make(size), make(size * 2)]
    let least = [Infinity, Infinity]
    for (let run = 0; run < MOST_RUNS; run++) {
      least = [Math.min(least[0]!, await work(reader, once)), Math.min(least[1]!, await work(reader, twice))]
      if (run > 0 && least[1]! < 2.5 * least[0]! + GRAIN) break
    }
    expect(least[1]! / (least[0]! + GRAIN / 2.5)).toBeLessThan(2.5)
  }, 240_000)
})
