import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/read/html/page.js'

const PROSE = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter, because it could no longer carry lorries.'
const page = (head: string, byline: string): string =>
  `<html><head><title>Old bridge to close for winter | Brightwater Echo</title><meta property="og:site_name" content="Brightwater Echo">${head}</head><body><h1>Old bridge to close for winter</h1>${byline}${`<p>${PROSE}</p>`.repeat(3)}</body></html>`
const linked = (author: unknown): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Old bridge to close for winter', author })}</script>`
const authorsIn = (head: string, byline = ''): string[] => readPage(page(head, byline), 'page.html').authors.map(({ name, isOrganisation }) => (isOrganisation ? `organisation ${name}` : name))

describe('authors of a page', () => {
  test.each([
    ['a list of objects', linked([{ '@type': 'Person', name: 'Jane Doe' }, { '@type': 'Person', name: 'John Roe' }])],
    ['a list of strings', linked(['Jane Doe', 'By John Roe'])],
    ['one string', linked('By Jane Doe And John Roe For The Echo')],
    ['several meta tags', '<meta name="author" content="Jane Doe"><meta name="author" content="John Roe">'],
    ['names turned round', '<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, John">'],
    ['people of a graph, in a list', `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'Article', headline: 'Old bridge to close for winter', author: { '@list': [{ '@id': '#jane' }, { '@type': 'Person', givenName: 'John', familyName: 'Roe' }] } }, { '@id': '#jane', '@type': 'Person', name: 'Jane Doe' }] })}</script>`],
    ['cards', '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doe and John Roe"><meta name="twitter:label2" content="Est. reading time"><meta name="twitter:data2" content="3 minutes">'],
    ['addresses of their pages', '<meta property="article:author" content="https://echo.example/staff/jane-doe"><meta property="article:author" content="https://echo.example/staff/john-roe/">'],
  ])('are given as %s', (_, head) => {
    expect(authorsIn(head)).toEqual(['Jane Doe', 'John Roe'])
  })

  test.each([
    ['<div class="byline">By Jane Doe and John Roe in Oslo</div>'],
    ['<div class="byline">By Jane Doe, Chief Political Correspondent, John Roe</div>', ['Jane Doe']],
    ['<p>World | By Jane Doe and John Roe | 7 July 2022</p>'],
    ['<div><p>By</p></div><div><p>Jane Doe</p></div>', ['Jane Doe']],
    ['<div><b>By</b><a href="/team/jane">J.D. Doe</a></div>', ['J.D. Doe']],
    ['<div class="meta--author">Posted on September 21, 2020 by Jane Doe</div>', ['Jane Doe']],
    ['<div data-testid="prism-byline"><span>By</span><span><a href="/x">Jane Doe</a></span></div>', ['Jane Doe']],
    ['<p>Analysis by Jane Doe</p>', ['Jane Doe']],
    ['<p>March 5, 2024 by Jane Doe</p>', ['Jane Doe']],
    ['<p>Jane Doe, Senior Staff Writer</p>', ['Jane Doe']],
    ['<div class="ArticleAuthor__x1">Jane Doe</div>', ['Jane Doe']],
    ['<p><a href="/people/jane-doe">Jane Doe</a></p>', ['Jane Doe']],
    ['<div class="byline"><a href="/jane">Jane Doe</a><span>Staff Writer</span></div>', ['Jane Doe']],
    ['<div class="byline">By <a href="/jane">Jane Doe</a><span>John Roe</span></div>'],
    ['<div class="byline">By Jane Doe 5 min read</div>', ['Jane Doe']],
    ['<div class="byline">By Jane Doe Updated July 7, 2022</div>', ['Jane Doe']],
    ['<div class="byline">By Jane Doe (Reuters) and John Roe @johnroe</div>'],
    ['<div class="byline">By Jane Doe, USA NOW</div>', ['Jane Doe']],
    ['<div data-qa="author-name"><a href="/x">Jane Doe</a></div>', ['Jane Doe']],
    ['<div class="author"><p>Jane Doe</p><p>Full Bio</p><p>Follow Jane</p><p>Latest Stories</p></div>', ['Jane Doe']],
    ['<div class="byline">JANE DOE and JOHN ROE</div>', ['JANE DOE', 'JOHN ROE']],
    ['<p>Words: Jane d’Arc</p>', ['Jane d’Arc']],
    ['<p>By clicking here you agree to our terms.</p><p>By Jane Doe</p>', ['Jane Doe']],
    ['<p>3/5/2024 7:11 AM BY JANE DOE</p>', ['JANE DOE']],
    ['<div class="byline">Byron Doe</div>', ['Byron Doe']],
    ['<p>Article by</p><p>Jane Doe</p>', ['Jane Doe']],
    [`${'<div>Share</div><div>Tweet</div><div>Email</div>'.repeat(8)}<p>By Jane Doe</p>`, ['Jane Doe']],
    ['<div class="top"><a href="/author/jane"><img src="jane.png"></a></div><div><a href="/author/jane">Jane Doe</a></div>', ['Jane Doe']],
  ])('are shown in %s', (byline, authors = ['Jane Doe', 'John Roe']) => {
    expect(authorsIn('', byline)).toEqual(authors)
  })

  test('may go by one name', () => {
    expect(authorsIn(linked({ '@type': 'Person', name: 'Bebs' }))).toEqual(['Bebs'])
    expect(authorsIn('<meta name="author" content="jane doe">')).toEqual(['jane doe'])
    expect(authorsIn('<meta name="author" content="admin">')).toEqual([])
    expect(authorsIn('', '<p>By Bebs</p>')).toEqual(['Bebs'])
    expect(authorsIn('', '<p>By Friday</p>')).toEqual([])
  })

  test('are an organisation where no person is named', () => {
    expect(authorsIn(linked({ '@type': 'Organization', name: 'Harbour Nation' }))).toEqual(['organisation Harbour Nation'])
    expect(authorsIn(linked({ '@type': 'NewsMediaOrganization', name: 'Harbour Nation' }), '<p>By Jane Doe</p>')).toEqual(['Jane Doe'])
    expect(authorsIn('<meta name="author" content="Reuters">')).toEqual(['organisation Reuters'])
    expect(authorsIn('<meta name="author" content="Echo Staff">')).toEqual(['organisation Echo Staff'])
    expect(authorsIn('<meta name="author" content="Brightwater Echo">')).toEqual(['organisation Brightwater Echo'])
    expect(authorsIn('<meta name="author" content="Echo Staff">', '<p>By Jane Doe</p>')).toEqual(['Jane Doe'])
  })

  const columnists = `<ul>${['Ann Poe', 'Bob Moe', 'Cy Coe'].map((name) => `<li><a class="author" href="/authors/x">${name}</a></li>`).join('')}</ul>`
  const teaser = '<article><h2>School to open</h2><span class="author">Ann Poe</span></article>'
  test.each([
    ['a list of columnists', (story: string) => `<div>${columnists}</div>${story}`],
    ['another story', (story: string) => `${teaser}<article>${story}</article>${teaser}`],
    ['stories beside the byline', (story: string) => `<article>${story}</article><div><h3>More</h3><a class="author" href="/authors/ann">Ann Poe</a></div>`],
  ])('are those below the headline, not those of %s', (_, around) => {
    const story = `<h1>Old bridge to close for winter</h1><div><a class="author" href="/authors/jane">Jane Doe</a></div>${`<p>${PROSE}</p>`.repeat(3)}`
    expect(readPage(`<html><head><title>Old bridge to close for winter</title></head><body>${around(story)}</body></html>`, 'page.html').authors).toEqual([{ name: 'Jane Doe' }])
  })

  test('are those whom readers see, not who put the story online', () => {
    expect(authorsIn(linked({ '@type': 'Person', name: 'Ann Poe' }), '<p>By Jane Doe</p>')).toEqual(['Jane Doe'])
    expect(authorsIn(linked([{ '@type': 'Person', name: 'Jane Doe' }, { '@type': 'Person', name: 'John Roe' }]), '<p>By Jane Doe</p>')).toEqual(['Jane Doe', 'John Roe'])
  })

  test('may sign at the end of the story', () => {
    expect(readPage(page('', '').replace('</body>', '<footer><span>Author: </span><span>Jane Doe</span></footer></body>'), 'page.html').authors).toEqual([{ name: 'Jane Doe' }])
  })

  test('are of the article that is headed as the page is', () => {
    const other = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'School to open in spring', author: 'Ann Poe', datePublished: '2020-01-01' })}</script>`
    expect(authorsIn(`${other}${linked('Jane Doe')}`)).toEqual(['Jane Doe'])
  })
})
