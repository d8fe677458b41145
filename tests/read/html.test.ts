import { describe, expect, test } from 'vitest'
import { blocksIn, problemOf, readOne } from './reading.js'

const PARAGRAPHS = [
  'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter, because it could no longer carry lorries.',
  'She told reporters that the money for it had been found, and that the work is to begin in May, after the floods of the spring have gone down again.',
  '“We have waited for this for twenty years,” said Ann Poe, who has a shop at the bridge. “Now they have to keep their word, or we shall all go under.”',
  'The council will vote on the plan next week. The opposition has said that it will ask for a longer debate, as the costs have doubled since last year.',
]
const BODY = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n')
const AROUND = (article: string, head = ''): string => `<!doctype html><html lang="en-GB"><head><title>Old bridge to close for winter | Brightwater Echo</title>${head}</head>
<body class="single has-comments"><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><h1>Old bridge to close for winter</h1>${article}
<div class="related-stories"><h3>More from us</h3><a href="/1">Dog bites man in the park and is fined for it by the court</a></div></main>
<section id="comments"><p>Reader1: I have always said that this bridge was a bad idea, and nobody ever listened to me about it at all.</p></section>
<footer><p>Copyright Brightwater Echo. All rights reserved. No part of this page may be used without our written permission.</p></footer></body></html>`
const LINKED = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Old bridge to close for winter","datePublished":"2022-07-06T23:30:00+02:00",
"author":{"@id":"#jane"},"publisher":{"@type":"NewsMediaOrganization","name":"Brightwater Echo","url":"https://echo.example/"},"inLanguage":"en-GB"},{"@id":"#jane","@type":"Person","name":"Jane Doe"}]}</script>`

describe('the article of a page', () => {
  test('is kept without menu, comments, other stories and footer', async () => {
    const reading = await readOne(AROUND(BODY), 'https://echo.example/2022/07/06/bridge')
    expect(reading.text).toBe(PARAGRAPHS.join('\n\n'))
    expect(blocksIn(reading)).toEqual(PARAGRAPHS.map((words) => `paragraph: ${words}`))
  })

  test('loses scripts, captions and lone links, keeps headings and lists', async () => {
    const extra = '<figure><img src="a.png"><figcaption>The bridge. Photo: Joe Roe</figcaption></figure><script>var a = "<p>no</p>"</script><h2>What happens next</h2>' +
      `<p>${PARAGRAPHS[1]}</p><ul><li>Lorries have to take the road through the valley.</li></ul><p><a href="/x">Read more about bridges</a></p>`
    const reading = await readOne(AROUND(BODY + extra), 'page.html')
    expect(blocksIn(reading).slice(4)).toEqual(['headline: What happens next', `paragraph: ${PARAGRAPHS[1]}`, 'paragraph: Lorries have to take the road through the valley.'])
  })

  test('is found where Readability takes a box for it', async () => {
    const hidden = PARAGRAPHS.map((words) => `<div class="p"><span>${words}</span></div>`).join('')
    const box = `<div class="note"><p>${'Our journalists work hard, day and night, to bring you the news. '.repeat(3)}</p><p>Please, help us, and give us some money, today.</p></div>`
    const reading = await readOne(AROUND(`${box}<section itemprop="articleBody">${hidden}</section>`), 'page.html')
    expect(reading.text).toContain(PARAGRAPHS[0])
  })

  test('is read from JSON-LD where the page itself holds a teaser only', async () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Old bridge', articleBody: PARAGRAPHS.join('\n') })}</script>`
    const reading = await readOne(AROUND('<p>To read on, you have to turn on JavaScript in your browser, please.</p>', head), 'page.html')
    expect(blocksIn(reading)).toEqual(PARAGRAPHS.map((words) => `paragraph: ${words}`))
  })

  test('may be called comment or social without being cut', async () => {
    const reading = await readOne(AROUND(`<div class="social comment-story">${BODY}</div>`), 'page.html')
    expect(reading.text).toBe(PARAGRAPHS.join('\n\n'))
  })

  test('is read from broken HTML', async () => {
    const reading = await readOne(`<html><body><div><p>${PARAGRAPHS.join('<p>')}<div><b>unclosed <a href="x`, 'page.html')
    expect(reading.text).toContain(PARAGRAPHS[2])
    const fragment = await readOne(BODY, 'fragment.html')
    expect(fragment.text).toBe(PARAGRAPHS.join('\n\n'))
  })

  test('opens with the sentence after byline and dateline', async () => {
    const reading = await readOne(AROUND(`<p>By Jane Doe</p><p>BRIGHTWATER, July 6 (Reuters) — ${PARAGRAPHS[0]}</p>${BODY}`), 'page.html')
    expect(reading).toMatchObject({ authors: [{ name: 'Jane Doe' }], datelinePlace: { name: 'Brightwater' } })
    expect(blocksIn(reading)[0]).toBe(`paragraph: ${PARAGRAPHS[0]}`)
  })

  test('must have words', async () => {
    expect(await problemOf('<html><body><nav><a href="/">Home</a></nav></body></html>', 'page.html')).toContain('No article text was found in page.html')
  })
})

describe('what a page says about its article', () => {
  test('is read from JSON-LD, with references', async () => {
    expect(await readOne(AROUND(BODY, LINKED), 'page.html')).toMatchObject({
      headline: { name: 'Old bridge to close for winter' }, date: '2022-07-06T23:30:00+02:00', dateFrom: 'metadata',
      authors: [{ name: 'Jane Doe' }], publisher: { name: 'Brightwater Echo', url: 'https://echo.example/' }, language: 'en-gb',
    })
  })

  test('is read from meta tags', async () => {
    const head = '<meta property="og:title" content="Old bridge to close for winter"><meta property="og:site_name" content="Brightwater Echo"><meta property="article:published_time" content="2022-07-06T08:00:00Z">' +
      '<meta name="author" content="By Jane Doe and John Roe, Staff Writers"><link rel="canonical" href="https://echo.example/bridge">'
    expect(await readOne(AROUND(BODY, head), 'page.html')).toMatchObject({
      date: '2022-07-06T08:00:00Z', authors: [{ name: 'Jane Doe' }, { name: 'John Roe' }], publisher: { name: 'Brightwater Echo' }, url: 'https://echo.example/bridge',
    })
  })

  test('is read from what readers see', async () => {
    const reading = await readOne(AROUND(`<div class="byline">By <a href="/a/jane">Jane Doe</a></div><p>This story is from July 6, 2022</p>${BODY}`), 'page.html')
    expect(reading).toMatchObject({ date: '2022-07-06', authors: [{ name: 'Jane Doe' }] })
  })

  test('reads 07/08/2022 as people there do', async () => {
    const head = '<meta name="pubdate" content="07/08/2022">'
    expect(await readOne(AROUND(BODY, head), 'page.html')).toMatchObject({ date: '2022-08-07' })
    expect(await readOne(AROUND(BODY, head).replace('en-GB', 'en-US'), 'page.html')).toMatchObject({ date: '2022-07-08' })
    const shown = AROUND(`<p>Published: 07/08/2022</p>${BODY}`)
    expect((await readOne(shown, 'page.html')).date).toBe('2022-08-07')
    expect((await readOne(shown.replace('en-GB', 'en-US'), 'page.html')).date).toBe('2022-07-08')
    expect((await readOne(shown.replace('en-GB', 'en'), 'https://echo.example/bridge')).date).toBeUndefined()
    expect((await readOne(shown.replace('en-GB', 'en'), 'https://www.echo.in/bridge')).date).toBe('2022-08-07')
  })

  test('is read from the address when nothing else gives a date', async () => {
    expect(await readOne(AROUND(BODY), 'https://echo.example/2022/07/06/bridge')).toMatchObject({ date: '2022-07-06', dateFrom: 'url' })
    expect(await readOne(AROUND(BODY), 'https://echo.example/news/2022/jul/06/bridge')).toMatchObject({ date: '2022-07-06' })
  })

  test('takes the local day of the address before the next day in UTC', async () => {
    const head = '<meta property="article:published_time" content="2022-07-07T03:10:00Z">'
    expect(await readOne(AROUND(BODY, head), 'https://echo.example/2022/07/06/bridge')).toMatchObject({ date: '2022-07-06', dateFrom: 'url' })
  })

  test.each([
    ['the local day of the time that readers see before the next day in UTC', '<meta property="article:published_time" content="2022-07-07T03:30:00Z">', '<p>Posted: <time datetime="2022-07-06T20:30:00-07:00">Jul 6, 2022</time></p>', '2022-07-06'],
    ['midnight of UTC as it is', '<meta property="article:published_time" content="2022-07-07T00:00:00Z">', '<p>Posted: <time datetime="2022-07-06">Jul 6, 2022</time></p>', '2022-07-07T00:00:00Z'],
    ['attributes whatever letters they have', '', '<p><time dateTime="2022-07-06">today</time></p>', '2022-07-06'],
    ['names of tags in capitals', '<META NAME="DATE" CONTENT="2022-07-06">', '', '2022-07-06'],
    ['the time of publication, not that of a change', '', '<p>Updated: <time datetime="2022-07-09">July 9</time> Published: <time datetime="2022-07-06">July 6</time></p>', '2022-07-06'],
    ['the time nearest to the headline', '', '<p><time datetime="2022-07-06">2 days ago</time></p>', '2022-07-06'],
  ])('takes %s', async (_, head, byline, date) => {
    const page = `<html><head>${head}</head><body class="wp-embed-responsive"><div class="teaser"><time datetime="2021-01-01">a year ago</time></div><h1>Old bridge to close for winter</h1>${byline}${BODY}</body></html>`
    expect((await readOne(page, 'page.html')).date).toBe(date)
  })

  test('leaves the name of the site off the headline', async () => {
    const reading = await readOne(AROUND(BODY).replace(/<h1>.*?<\/h1>/, ''), 'https://brightwater-echo.example/bridge')
    expect(reading.headline?.name).toBe('Old bridge to close for winter')
  })

  test('takes the whole headline, not the name of the site as heading', async () => {
    const reading = await readOne(AROUND(BODY).replace('<main>', '<h1>Brightwater Echo</h1><main>'), 'page.html')
    expect(reading.headline?.name).toBe('Old bridge to close for winter')
  })

  test('is read from a time element, and from entities that are encoded twice', async () => {
    const head = '<meta property="og:title" content="The mayor&amp;#39;s bridge &amp;amp; other stories">'
    const page = AROUND(`<time datetime="2022-07-06T09:00+0200">yesterday</time>${BODY}`, head).replace(/<h1>.*?<\/h1>/, '')
    expect(await readOne(page, 'page.html')).toMatchObject({ date: '2022-07-06T09:00:00+02:00', headline: { name: "The mayor's bridge & other stories" } })
  })

  test('takes a heading that the metadata word otherwise, and part of a title that is a heading', async () => {
    const other = AROUND(BODY).replace(/<h1>.*?<\/h1>/, '<h1>Brightwater’s old bridge stays closed until May</h1>')
    expect((await readOne(other, 'page.html')).headline?.name).toBe('Brightwater’s old bridge stays closed until May')
    const blog = AROUND(BODY).replace(/<title>.*?<\/title>/, '<title>Poe’s Diary | How we lost the bridge</title>').replace(/<h1>.*?<\/h1>/, '<h2>How we lost the bridge</h2>')
    expect((await readOne(blog, 'page.html')).headline?.name).toBe('How we lost the bridge')
  })

  test.each([
    ['as readers see it, where it is no heading', '<meta property="og:title" content="Bridge to close, mayor says">', '<div class="article-headline"><span>Old bridge to close for winter, mayor says</span></div>', 'Old bridge to close for winter, mayor says'],
    ['not of the box around it', '<meta property="og:title" content="Old bridge to close for winter">', '<div class="headline-box"><p>News</p><p>Old bridge to close for winter and more</p></div>', 'Old bridge to close for winter'],
    ['without a section before it', '<meta property="og:title" content="Opinion | Old bridge should close for winter">', '', 'Old bridge should close for winter'],
    ['without the name of the site, with "The" or without', '<title>Old bridge to close for winter | The Brightwater Echo</title><meta property="og:site_name" content="Brightwater Echo">', '', 'Old bridge to close for winter'],
  ])('takes the headline %s', async (_, head, heading, headline) => {
    expect((await readOne(`<html><head>${head}</head><body>${heading}${BODY}</body></html>`, 'page.html')).headline?.name).toBe(headline)
  })

  test('takes a headline that is in no heading', async () => {
    const told = '<meta property="og:title" content="Why the bridge of Brightwater will stay closed"><meta name="twitter:title" content="Why the bridge of Brightwater will stay closed">'
    const label = AROUND(BODY, told).replace(/<title>.*?<\/title>/, '<title>Bridge news | Brightwater Echo</title>').replace(/<h1>.*?<\/h1>/, '<h1>Bridge news</h1>')
    expect((await readOne(label, 'page.html')).headline?.name).toBe('Why the bridge of Brightwater will stay closed')
    const section = AROUND(BODY).replace(/<title>.*?<\/title>/, '<title>Old bridge to close for winter | Politics | Brightwater Echo</title>').replace(/<h1>.*?<\/h1>/, '')
    expect((await readOne(section, 'https://brightwaterecho.co.uk/bridge')).headline?.name).toBe('Old bridge to close for winter')
    const dashed = AROUND(BODY).replace(/<title>.*?<\/title>/, '<title>Old bridge to close for winter - Mayor</title>').replace(/<h1>.*?<\/h1>/, '<h1>Old bridge to close for winter - Mayor</h1>')
    expect((await readOne(dashed, 'page.html')).headline?.name).toBe('Old bridge to close for winter - Mayor')
    const nameless = AROUND(BODY).replace(/<h1>.*?<\/h1>/, '')
    expect((await readOne(nameless, 'page.html')).headline?.name).toBe('Old bridge to close for winter')
  })

  test('takes a heading where the title is a label, or the name of the site', async () => {
    const about = AROUND(BODY).replace(/<title>.*?<\/title>/, '<title>News - Brightwater Echo</title>').replace(/<h1>.*?<\/h1>/, '<h1>Old bridge to close for the winter</h1>')
    expect((await readOne(about, 'https://brightwaterecho.co.uk/bridge')).headline?.name).toBe('Old bridge to close for the winter')
    const second = AROUND(BODY).replace(/<title>.*?<\/title>/, '<title>Brightwater Echo -</title>').replace(/<h1>.*?<\/h1>/, '<h2>Old bridge to close for the winter</h2>')
    expect((await readOne(second, 'https://brightwaterecho.co.uk/bridge')).headline?.name).toBe('Old bridge to close for the winter')
  })

  test('takes a title that begins with the name of the site', async () => {
    const own = AROUND(BODY).replace(/<title>.*?<\/title>/, '<title>Echo’s 2015 report</title>').replace(/<h1>.*?<\/h1>/, '').replace(/<h3>.*?<\/h3>/, '')
    expect((await readOne(own, 'https://echo.example/bridge')).headline?.name).toBe('Echo’s 2015 report')
  })

  test('does not take the headline for the outlet', async () => {
    const reading = await readOne(AROUND(BODY, '<meta name="application-name" content="Old bridge to close for winter | Brightwater Echo">'), 'page.html')
    expect(reading.publisher).toBeUndefined()
    const titled = await readOne(AROUND(BODY, '<meta property="og:site_name" content="Brightwater Echo">').replace(/<title>.*?<\/title>/, '<title>Brightwater Echo</title>'), 'page.html')
    expect(titled.publisher?.name).toBe('Brightwater Echo')
  })

  test('falls back on the day of the last change', async () => {
    expect(await readOne(AROUND(BODY, '<meta property="article:modified_time" content="2022-07-08T09:00:00Z">'), 'page.html')).toMatchObject({ date: '2022-07-08T09:00:00Z' })
  })

  test('survives broken JSON-LD', async () => {
    expect(await readOne(AROUND(BODY, '<script type="application/ld+json">{"@type": "NewsArticle", </script>'), 'page.html')).toMatchObject({ headline: { name: 'Old bridge to close for winter' } })
  })
})

test('a hostile page is read or refused', async () => {
  const deep = `${'<div>'.repeat(20_000)}${BODY}`
  const unclosed = `<html><body>${'<svg '.repeat(20_000)}<script ${'<!--'.repeat(20_000)}${BODY}`
  for (const page of [deep, unclosed]) {
    const outcome = await readOne(page, 'page.html').then(({ text }) => text, (error: Error) => error.message)
    expect(outcome.length).toBeGreaterThan(0)
  }
  expect(await problemOf(`<html><body>${BODY}${'<p>word</p>'.repeat(800_000)}`, 'page.html')).toContain('too large for a web page')
}, 120_000)
