import { describe, expect, test } from 'vitest'
import { readOne } from './reading.js'

const LEAD = 'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter.'
const page = (head = ''): string => `<!doctype html><html><head>${head}</head><body><article><p>${LEAD}</p></article></body></html>`
const hints = { title: 'Bridge &amp; ferry to close', date: 'Wed, 06 Jul 2022 08:00:00 GMT', authors: ['By Jane Doe and John Roe'], publisher: 'Brightwater Echo', url: 'https://www.echo.example/news/b' }

describe('what a feed says of a page', () => {
  test('stands where the page says nothing', async () => {
    expect(await readOne(page(), 'https://www.echo.example/news/b', { hints })).toMatchObject({
      headline: { name: 'Bridge & ferry to close' }, date: '2022-07-06', dateFrom: 'metadata', authors: [{ name: 'Jane Doe' }, { name: 'John Roe' }], publisher: { name: 'Brightwater Echo' }, url: 'https://www.echo.example/news/b',
    })
  })

  test('does not stand where the page knows better', async () => {
    const head = '<meta property="og:title" content="Old bridge closed until May"><meta property="article:published_time" content="2022-07-05"><meta name="author" content="Ann Ely"><meta property="og:site_name" content="The Echo">'
    expect(await readOne(page(head), 'https://www.echo.example/news/b', { hints })).toMatchObject({
      headline: { name: 'Old bridge closed until May' }, date: '2022-07-05', authors: [{ name: 'Ann Ely' }], publisher: { name: 'The Echo' },
    })
  })

  test('tells the headline from other headings', async () => {
    const html = `<!doctype html><html><body><h1>Brightwater weather, traffic and sport today</h1><h1>Bridge and ferry to close for the winter</h1><article><p>${LEAD}</p></article></body></html>`
    expect((await readOne(html, 'https://echo.example/b', { hints: { title: 'Bridge and ferry to close for the winter' } })).headline?.name).toBe('Bridge and ferry to close for the winter')
  })
})

test.each([
  ['https://echo.example/news/bridge', 'https://echo.example/news/bridge'],
  ['https://amp.echo.example/news/bridge', 'https://amp.echo.example/news/bridge'],
  ['https://post.example/its-best-story', 'https://www.echo.example/news/b'],
  ['https://echo.example.post.example/b', 'https://www.echo.example/news/b'],
  ['https://www.echo.example/', 'https://www.echo.example/news/b'],
])('a page found at www.echo.example/news/b that names %s as its address is kept as %s', async (claimed, kept) => {
  expect((await readOne(page(`<link rel="canonical" href="${claimed}">`), 'https://www.echo.example/news/b', { hints })).url).toBe(kept)
})
