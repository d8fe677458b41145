import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32 } from '../../src/link/checksum.js'
import { entryOf, lineOf } from '../../src/link/entry.js'
import { nameKey } from '../../src/link/name-keys.js'
import { base, country, entry, open, pack, town } from './bases.js'

const many = Array.from({ length: 300 }, (_, at) => entry(`Q${at + 1}`, `Person Number ${at}`, { prior: at % 7, aliases: [`P. N. ${at}`] }))

async function readAll(bytes: Uint8Array): Promise<void> {
  const kb = await open(bytes)
  for await (const _ of kb.all()) { /* read all */ }
  for await (const _ of kb.names()) { /* read all */ }
}

it('gives what was written, under each of its names', async () => {
  const kb = await base(...many, country('Q900', 'Atlantis', 'AT', 'Atlantean'), town('Q901', 'Port Atlas', 'AT', '01', 50_000))
  const found = await kb.find(['person number 17', 'P N 17', 'Port  Atlas', 'nobody'])
  expect(found.get('person number 17')?.map(({ entry: { id }, isAlias }) => [id, isAlias])).toEqual([['Q18', false]])
  expect(found.get('p n 17')?.map(({ entry: { id }, isAlias }) => [id, isAlias])).toEqual([['Q18', true]])
  expect(found.get('port atlas')?.[0]?.entry.situation).toMatchObject({ country: 'AT', lat: 10.5, long: -20.25 })
  expect(found.get('nobody')).toEqual([])
  expect(kb.countries).toEqual([{ id: 'Q900', code: 'AT', words: ['at', 'atlantean', 'atlantis'] }])
})

it('is the same bytes in whatever order entries come', () => {
  expect(pack(many.toReversed()).equals(pack(many))).toBe(true)
})

it('names the best known first of those of one name', async () => {
  const kb = await base(town('Q3', 'Paris', 'US', 'TX', 25_000), town('Q1', 'Paris', 'FR', '11', 2_000_000), town('Q2', 'Paris', 'CA', 'ON', 12_000))
  expect((await kb.find(['Paris'])).get('paris')?.map(({ entry: { id } }) => id)).toEqual(['Q1', 'Q3', 'Q2'])
})

it.each([
  ['nothing', Buffer.alloc(0), /is no knowledge base/],
  ['another file', Buffer.from('<?xml version="1.0"?>'), /is no knowledge base/],
  ['a newer format', Buffer.concat([Buffer.from('newsgraph-kb 99\n'), pack(many).subarray(15)]), /format 99/],
  ['one that was cut off', pack(many).subarray(0, -100), /damaged/],
  ['a broken head', Buffer.from('newsgraph-kb 1\n{"name": \n'), /damaged/],
])('says in a line that %s is none', async (_, bytes, message) => {
  await expect(open(bytes)).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(message) })
})

it('finds one changed byte anywhere, at the latest when it is read', async () => {
  const whole = pack(many)
  for (let at = whole.indexOf('\n', 20) + 1; at < whole.length; at += Math.ceil(whole.length / 60)) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 0x10
    await expect(readAll(bytes), `byte ${at}`).rejects.toMatchObject({ code: 'input' })
  }
})

it('keeps an entry in a line', () => {
  fc.assert(fc.property(fc.record({ year: fc.integer({ min: -500, max: 2030 }), prior: fc.integer({ min: 0, max: 140 }), words: fc.array(fc.stringMatching(/^[A-Za-z ]{1,12}$/)) }), ({ year, prior, words }) => {
    const { entry: written } = entry('Q5', 'Anna of Somewhere', { title: 'Anna_of_Somewhere', from: year, prior: prior / 10, facts: words, domain: 'a.example' })
    expect(entryOf(lineOf(written))).toEqual(written)
  }))
})

it.each([['The U.S.', 'us'], ['Côte d’Ivoire', 'cote divoire'], ['al-Qaeda', 'al qaeda'], ['Łódź', 'lodz'], ['AT&T', 'at and t'], ['Zürich', 'zurich']])('looks %s up as %s', (name, key) => {
  expect(nameKey(name)).toBe(key)
})

it('has the checksum that everybody has', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})
