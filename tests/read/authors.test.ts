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
    ['<div class="top"><a href="/author/jane"><img src="jane.png"></a></div><div><a href="/author/jane">Jane Doe</a></div>', ['Jane Doe']],
  ])('are shown in %s', (byline, authors = ['Jane Doe', 'John Roe']) => {
    expect(authorsIn('', byline)).toEqual(authors)
  })

  test('may go by one name', () => {
    expect(authorsIn(linked({ '@type': 'Person', name: 'Bebs' }))).toEqual(['Bebs'])
    expect(authorsIn('<meta name="author" content="jane doe">')).toEqual(['jane doe'])
    expect(authorsIn('<meta name="author" content="admin">')).toEqual([])
  })

  test('are an organisation where no person is named', () => {
    expect(authorsIn('<meta name="author" content="Echo Staff">')).toEqual(['organisation Echo Staff'])
    expect(authorsIn('<meta name="author" content="Brightwater Echo">')).toEqual(['organisation Brightwater Echo'])
    expect(authorsIn('<meta name="author" content="Echo Staff">', '<p>By Jane Doe</p>')).toEqual(['Jane Doe'])
  })
})
