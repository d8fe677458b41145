import { describe, expect, test } from 'vitest'
import { blocksIn, readOne, sliceOf } from './reading.js'

const LEAD = 'The mayor of Brightwater, Irene Castell, said on Tuesday that the old bridge would be closed for the whole of the winter.'
const NEXT = 'She told reporters that the money for it had been found and that the work is to begin in May.'
const page = (body: string, head = ''): string => `<!doctype html><html lang="en"><head><title>Old bridge to close for winter</title>${head}</head><body><article><h1>Old bridge to close for winter</h1>${body}</article></body></html>`
const textOf = async (body: string): Promise<string> => (await readOne(page(`<p>${LEAD}</p>${body}<p>${NEXT}</p>`), 'page.html')).text.split('\n\n').slice(1, -1).join('\n\n')

describe('what nobody sees within words', () => {
  const HIDDEN = 'The mayor of Bright\u00adwater, Ire\u200bne Cast\u2060ell, said\u200e on Tues\ufeffday that the old bri\u200ddge was closed.'
  const SEEN = 'The mayor of Brightwater, Irene Castell, said on Tuesday that the old bridge was closed.'
  test.each([
    ['a text', 'story.txt', HIDDEN], ['Markdown', 'story.md', HIDDEN], ['a page', 'page.html', page(`<p>${HIDDEN}</p>`)], ['a page with entities', 'page.html', page(`<p>${HIDDEN.replaceAll('\u00ad', '&shy;')}</p>`)],
    ['JSON', 'story.json', JSON.stringify({ text: HIDDEN })], ['a feed', 'feed.xml', `<rss version="2.0"><channel><title>Echo</title><item><title>A</title><description>${HIDDEN}</description></item></channel></rss>`],
  ])('is cut from %s, and offsets count in what is kept', async (_, source, content) => {
    const reading = await readOne(content, source)
    expect(reading.text).toBe(SEEN)
    expect(blocksIn(reading)).toEqual([`paragraph: ${SEEN}`])
  })

  test('stays where an emoji or a script needs it', async () => {
    const text = 'A family 👩‍👩‍👧 of Brightwater, and the word می‌خواهم in a letter, said the mayor of the town on Tuesday.'
    expect((await readOne(text)).text).toBe(text)
  })
})

describe('the mark of a footnote', () => {
  test.each([
    ['a figure', 'Engineer Tom<sup>1</sup> Kessler left.', 'Engineer Tom Kessler left.'], ['a link', 'Tom Kessler<sup><a href="#fn1">[12]</a></sup> left.', 'Tom Kessler left.'],
    ['a star', 'Tom Kessler<sup>*</sup> left.', 'Tom Kessler left.'], ['a link without a raised figure', 'Tom Kessler<a href="#ref3">[3]</a> left.', 'Tom Kessler left.'],
  ])('is left out: %s', async (_, words, text) => {
    expect(await textOf(`<p>${words}</p>`)).toBe(text)
  })

  test.each([
    ['a power', 'It has 40 m<sup>2</sup> of wood.', 'It has 40 m2 of wood.'], ['a number', 'It has 10<sup>6</sup> nails.', 'It has 10⁶ nails.'],
    ['an ordinal', 'It is of the 19<sup>th</sup> century.', 'It is of the 19th century.'], ['a link to a part', 'It is told in <a href="#part">the third part</a> of it.', 'It is told in the third part of it.'],
  ])('is not %s', async (_, words, text) => {
    expect(await textOf(`<p>${words}</p>`)).toBe(text)
  })
})

test.each([
  ['AT&#38;T&#151;the &#147;mayor&#148;&amp;#151;', 'AT&T—the “mayor”—'], ['AT&amp;amp;T and the mayor&amp;#8217;s office', 'AT&T and the mayor’s office'], ['AT&amp;T and the &amp;lt;mayor&amp;gt;', 'AT&T and the &lt;mayor&gt;'], ['<code>AT&amp;amp;T</code> it is', 'AT&amp;T it is'],
])('what was escaped twice, %j, is whole', async (words, text) => {
  expect(await textOf(`<p>It is ${words}, said the mayor.</p>`)).toBe(`It is ${text}, said the mayor.`)
})

describe('the day of publication', () => {
  const dateOf = async (body: string, head = ''): Promise<string | undefined> => (await readOne(page(`${body}<p>${LEAD}</p><p>${NEXT}</p>`, head), 'page.html')).date
  test.each([
    ['<p>Updated: April 2, 2024</p><p>Published March 5, 2024</p>', '2024-03-05'], ['<p>Updated April 2, 2024 | Published March 5, 2024</p>', '2024-03-05'],
    ['<time class="updated" datetime="2024-04-02">2 April</time><time datetime="2024-03-05">5 March</time>', '2024-03-05'], ['<p>Last updated: April 2, 2024</p>', '2024-04-02'],
    ['<p>Posted on March 5, 2024 and edited on April 2, 2024</p>', '2024-03-05'],
  ])('of %j is %s', async (body, date) => {
    expect(await dateOf(body)).toBe(date)
  })

  test('is not that of a post which it quotes, nor of what it tells', async () => {
    expect(await dateOf('<blockquote class="twitter-tweet"><p>We had no choice.</p>— Irene Castell (@castell) <a href="#">March 4, 2024</a></blockquote>')).toBeUndefined()
    expect(await dateOf('<blockquote><p>We had no choice.</p><time datetime="2024-03-04">4 March</time></blockquote>')).toBeUndefined()
    expect(await dateOf('<p>The first stone of the bridge was laid by the king himself on March 4, 1950.</p>')).toBeUndefined()
  })
})

test('byline and date above the text are no part of it where they are known', async () => {
  const reading = await readOne(page(`<p class="byline">by <a rel="author" href="/l">Lucy Bergmann</a>, </p><p>Wednesday, 6 July 2022</p><p>${LEAD}</p><p>${NEXT}</p>`), 'page.html')
  expect(reading).toMatchObject({ text: `${LEAD}\n\n${NEXT}`, authors: [{ name: 'Lucy Bergmann' }], date: '2022-07-06' })
})

describe('a block quotation', () => {
  test('after a colon has quotation marks', async () => {
    expect(await textOf('<p>Mayor Irene Castell said in a statement:</p><blockquote><p>We had no choice.</p><p>The steel is rusty.</p></blockquote>')).toBe('Mayor Irene Castell said in a statement:\n\n“We had no choice.\n\n“The steel is rusty.”')
  })

  test('that is signed has them, too, with who signed it', async () => {
    expect(await textOf('<blockquote class="twitter-tweet"><p>We had no choice.</p>— Irene Castell (@castell) <a href="#">March 4, 2024</a></blockquote>')).toBe('“We had no choice.” — Irene Castell (@castell) March 4, 2024')
  })

  test('that has its own, or is of nobody, stays as it is', async () => {
    expect(await textOf('<p>She said:</p><blockquote><p>“We had no choice.”</p></blockquote>')).toBe('She said:\n\n“We had no choice.”')
    expect(await textOf('<blockquote><p>Take two eggs and a spoon of flour.</p></blockquote>')).toBe('Take two eggs and a spoon of flour.')
  })

  test('keeps exact offsets', async () => {
    const reading = await readOne(page(`<p>${LEAD}</p><p>She said in a statement:</p><blockquote>We had no choice.</blockquote><p>${NEXT}</p>`), 'page.html')
    expect(reading.blocks.map((block) => sliceOf(reading, block))).toEqual(reading.text.split('\n\n'))
  })
})
