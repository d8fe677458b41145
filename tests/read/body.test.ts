import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/read/html/page.js'
import { problemOf, readOne } from './reading.js'

const STORY = [
  'The mayor of Brightwater said on Tuesday that the old bridge would be closed for the whole of the winter, because it could no longer carry lorries.',
  'She told reporters that the money for it had been found, and that the work is to begin in May, after the floods of the spring have gone down again.',
]
const many = (words: (number: number) => string): string[] => Array.from({ length: 14 }, (_, at) => words(at + 1))
const CONSENT = many((number) => `We and our ${700 + number} partners store information on your device, such as cookies, and process personal data to show you personalised ads.`)
const READERS = many((number) => `I have always said that this was a bad idea, and nobody listened to me about it at all, so there you are, my friends, for the ${number}th time.`)
const OTHERS = many((number) => `The council of another town has decided to build school number ${number} for its children, and the parents are happy about it, they told us.`)
const paragraphs = (words: readonly string[], tag = 'p'): string => words.map((one) => `<${tag}>${one}</${tag}>`).join('')
const page = (body: string, title = 'Old bridge to close for winter'): string => `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`
const main = (words = STORY): string => `<main><h1>Old bridge to close for winter</h1>${paragraphs(words)}</main>`

describe.each([['two paragraphs', STORY], ['one', STORY.slice(0, 1)]])('an article of %s', (_, story) => {
  test.each([
    ['a dialog by its role', `<div role="dialog">${paragraphs(CONSENT)}</div>`], ['a dialog', `<dialog open>${paragraphs(CONSENT)}</dialog>`], ['a modal box', `<div aria-modal="true">${paragraphs(CONSENT)}</div>`],
    ['the box of a provider', `<div id="onetrust-consent-sdk"><div><div>${paragraphs(CONSENT)}</div></div></div>`], ['a banner', `<section class="gdpr-banner">${paragraphs(CONSENT)}</section>`],
    ['a box without a name', `<div class="x7"><div>${paragraphs(CONSENT)}</div></div>`], ['a box without paragraphs', `<div class="x7">${paragraphs(CONSENT, 'div')}</div>`],
    ['comments', `<section id="comments">${paragraphs(READERS)}</section>`], ['a list of comments', `<ol class="commentlist">${READERS.map((one) => `<li class="comment"><p>${one}</p></li>`).join('')}</ol>`],
    ['comments in boxes', `<div class="comments-section">${READERS.map((one) => `<div><p>${one}</p></div>`).join('')}</div>`],
    ['related stories', `<div class="related">${paragraphs(OTHERS)}</div>`],
    ['teasers without a name', `<div class="x7">${OTHERS.map((one, at) => `<div><h3><a href="/${at}">School number ${at} to be built</a></h3><p>${one}</p></div>`).join('')}</div>`],
    ['teasers that are links', `<div class="x7">${OTHERS.map((one, at) => `<article><a href="/${at}"><h3>School number ${at} to be built</h3><p>${one}</p></a></article>`).join('')}</div>`],
  ])('is the text, however long %s is', async (_name, aside) => {
    for (const body of [main(story) + aside, aside + main(story)]) {
      const reading = await readOne(page(body), 'page.html')
      expect(reading.text).toBe(story.join('\n\n'))
      expect(reading.notes.map(({ code }) => code)).not.toContain('headline-apart')
    }
  })
})

test('a page with nothing but such things has no article', async () => {
  expect(await problemOf(page(`<div role="dialog">${paragraphs(CONSENT)}</div>`), 'page.html')).toContain('No article text was found in page.html')
  expect(await problemOf(page(`<h1>Old bridge to close for winter</h1><div class="x7">${paragraphs(CONSENT)}</div>`), 'page.html')).toContain('No article text was found')
})

test('an article about consent is one', async () => {
  const reading = await readOne(page(`<main><h1>Cookies and consent: what the new law says</h1>${paragraphs(CONSENT)}</main>`, 'Cookies and consent: what the new law says'), 'page.html')
  expect(reading.text).toBe(CONSENT.join('\n\n'))
})

test('linked headings within an article stay', async () => {
  const parts = OTHERS.slice(0, 4).map((one, at) => `<div><h2><a href="https://shop.example/${at}">The ${at}th bridge</a></h2><p>${one}</p></div>`).join('')
  expect((await readOne(page(`<article><h1>Old bridge to close for winter</h1><p>${STORY[0]}</p>${parts}</article>`), 'page.html')).text).toContain(OTHERS[3])
})

test('a list of things, each in a box of its own, is whole', async () => {
  const boxes = OTHERS.map((one, at) => `<div class="x7"><div><h2>${at + 1}. Another school</h2></div><div><p>${one}</p></div></div>`.repeat(1)).join('')
  const reading = await readOne(page(`<div><h1>Schools that towns have built for their children</h1><div><p>${STORY[0]}</p></div>${boxes}</div>`, 'Schools that towns have built for their children'), 'page.html')
  expect(reading.text).toContain(OTHERS[0])
  expect(reading.text).toContain(OTHERS.at(-1))
})

test('the one sentence below the headline goes before the terms of a site, where no element is named', async () => {
  const terms = many((number) => `This site is run by the Brightwater Echo and takes part in ${number} programmes of advertisers, from which it earns by links to their shops.`)
  const reading = await readOne(page(`<div><div><h1>Old bridge to close for winter</h1><p>${STORY[0]}</p></div></div><div class="x7">${paragraphs(terms)}</div>`), 'page.html')
  expect(reading.text).toBe(STORY[0])
})

test('a text without any word of the headline is kept with a note', async () => {
  const reading = await readOne(page(`<div>${paragraphs(OTHERS)}</div>`, 'Volcano erupts near capital, thousands flee'), 'page.html')
  expect(reading.notes.map(({ code }) => code)).toContain('headline-apart')
})

test('of two articles on a page the one under the headline is read, and a note tells of the other', () => {
  const story = (heading: string, words: string): string => `<article><h1>${heading}</h1>${`<p>${words} The work is to begin in May, and the council of the town has put money aside for it, as was told to reporters.</p>`.repeat(4)}</article>`
  const page = (second: string): string => `<html><head><title>Old bridge to close for winter</title></head><body>${story('Old bridge to close for winter', 'The mayor said that the old bridge would be closed for the winter.')}${second}</body></html>`
  const draft = readPage(page(story('Thieves take forty goats', 'Police are looking for forty goats that were taken from a farm.')), 'page.html')
  expect(draft.text).toContain('old bridge')
  expect(draft.text).not.toContain('goats')
  expect(draft.notes.map(({ code }) => code)).toContain('other-articles')
  expect(readPage(page(''), 'page.html').notes.map(({ code }) => code)).not.toContain('other-articles')
})
