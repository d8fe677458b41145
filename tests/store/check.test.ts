import { describe, expect, it } from 'vitest'
import { check, type Flaw } from '../../src/store/check.js'
import { parse } from '../../src/store/load.js'
import { loadShapes } from '../../src/store/validate.js'
import { harbourText } from '../fixtures/harbour-graph.js'

const shapes = await loadShapes()
const whole = harbourText('turtle')

async function flawsIn(text: string): Promise<readonly Flaw[]> {
  const quads = await parse(text)
  const { flaws } = await check(async (begin) => {
    const visitor = begin()
    await visitor.part(quads)
    return visitor.end()
  }, shapes)
  return flaws
}

describe('A graph that somebody sent', () => {
  it('has no flaws as it was written', async () => {
    expect(await flawsIn(whole)).toEqual([])
  })

  it.each<[string, Flaw['kind'], (text: string) => string]>([
    ['a word of a text was changed', 'evidence', (text) => text.replace(/(schema:articleBody "[^"]{40})[a-z]/u, '$1Q')],
    ['a quote is not what stands there', 'evidence', (text) => text.replace(/oa:exact "/u, 'oa:exact "x')],
    ['a speaker has no label', 'shape', (text) => text.replace(/(person:[a-z-]+ a schema:Person[^.]*?)rdfs:label "[^"]*"/u, '$1ng:other "x"')],
    ['somebody is spoken of who is nowhere', 'dangling', (text) => `${text}\n${/article:\S+/u.exec(text)?.[0]} schema:about person:nobody-at-all .`],
    ['a day never was', 'date', (text) => text.replace(/"\d{4}-\d\d-\d\d"\^\^xsd:date/u, '"2021-02-30"^^xsd:date')],
    ['a month never was', 'date', (text) => text.replace(/"\d{4}-\d\d-\d\d"\^\^xsd:date/u, '"2021-13"^^xsd:gYearMonth')],
    ['a time never was', 'date', (text) => text.replace(/"\d{4}-\d\d-\d\d"\^\^xsd:date/u, '"2023-06-31T10:00:00Z"^^xsd:dateTime')],
  ])('is told of where %s', async (_, kind, spoil) => {
    const text = spoil(whole)
    expect(text).not.toBe(whole)
    expect((await flawsIn(text)).map((flaw) => flaw.kind)).toContain(kind)
  })
})
