import { beforeAll, describe, expect, it } from 'vitest'
import { createAnalyser } from '../../src/analyse/analyse.js'
import { loadFromDisk } from '../../src/analyse/model-disk.js'
import { stages } from '../../src/build.js'
import type { Analyser, Extracted } from '../../src/model.js'
import { read } from '../../src/read/read.js'

const TEXT = 'French President Emmanuel Macron said on Monday that NATO was ready.\n\n“We will not wait,” Macron told the BBC in Paris. His adviser, Jean-Paul Durand of the Bank of France, did not comment. I asked the U.S. embassy.'

let analyse: Analyser
beforeAll(async () => { analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() }) }, 60_000)

async function extracted(text: string): Promise<Extracted> {
  const [reading] = await read({ bytes: Buffer.from(text), source: '-', hint: 'text' }, { language: 'en', date: '2024-03-05' })
  return stages.extract(reading!, analyse)
}

describe.each([['capitals only', TEXT.toUpperCase()], ['no capitals', TEXT.toLowerCase()]])('a text in %s', (_name, text) => {
  let article: Extracted
  beforeAll(async () => { article = await extracted(text) }, 60_000)

  it('names people and bodies as they are usually written', () => {
    const names = article.entities.filter(({ isUnnamed }) => !isUnnamed).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Emmanuel Macron', 'NATO', 'BBC', 'Paris', 'Jean-Paul Durand', 'Bank of France']))
  })

  it('is kept as it stands, every place in it is right, and a note says so', () => {
    expect(article.text).toBe(text)
    expect(article.usualCase?.toLowerCase()).toBe(text.toLowerCase())
    for (const token of article.tokens) expect(text.slice(token.start, token.end).toLowerCase()).toBe(token.text.toLowerCase())
    const macron = article.entities.find(({ name }) => name === 'Emmanuel Macron')!
    expect(text.slice(macron.evidence[0].start, macron.evidence[0].end).toLowerCase()).toBe('emmanuel macron')
    expect(article.notes.map(({ code }) => code)).toEqual([expect.stringMatching(/^(?:capitals-only|no-capitals)$/)])
  })

  it('yields statements', () => {
    expect(article.statements.map(({ speakers }) => speakers)).toContainEqual(['person/emmanuel-macron'])
  })
})

it('letters that grow with their case stay where they are', async () => {
  const text = 'MAYOR İREM ÇELİK SAID ON TUESDAY THAT THE STRAßE WOULD BE CLOSED FOR THE WINTER, AND THAT SHE HAD NO CHOICE.'
  const article = await extracted(text)
  expect(article.usualCase).toHaveLength(text.length)
}, 60_000)

it('a text written as usual is taken as it is', async () => {
  expect((await extracted(TEXT)).usualCase).toBeUndefined()
}, 60_000)
