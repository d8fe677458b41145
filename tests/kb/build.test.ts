import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { buildBase } from '../../src/kb/build.js'
import { differences, infoOf, checkBase } from '../../src/kb/inspect.js'
import type { Entry } from '../../src/link/entry.js'
import { openBaseAt } from '../../src/link/kb-disk.js'
import { temporaryFolder } from '../cli/run.js'

const folder = temporaryFolder()
const about = { name: 'small', version: '1', licence: 'CC0', attribution: ['nobody'] }
let number = 0

function file(name: string, text: string | Buffer): string {
  const path = join(folder, `${number += 1}-${name}`)
  writeFileSync(path, text)
  return path
}
async function built(sources: readonly string[], options = {}): Promise<string> {
  const path = join(folder, `${number += 1}.kb`)
  await buildBase(sources, path, { ...about, ...options })
  return path
}
async function entriesOf(path: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of (await openBaseAt(path)).all()) entries.push(entry)
  return entries
}

const people = 'id\tkind\tlabel\taliases\ttitle\tprior\tfacts\tsources\nQ1\tperson\tMara Lindqvist\tM. Lindqvist\tMara_Lindqvist\t2.5\tminister|Atlantis\ta,b\nQ2\tperson\tJonas Weld\t\t\t1\tsinger\ta\n'
const more = 'id\tkind\tlabel\tprior\tfacts\tsources\nQ1\tperson\tMara K. Lindqvist\t1\tAtlantean\tc\n'
const places = 'geonames\tname\tfeature\tcountry\tadmin1\tinhabitants\taliases\tid\tadjective\tlatlon\n77\tAtlantis\tA.PCLI\tAT\t\t900000\t\tQ77\tAtlantean\t10.5,-20.2\n78\tPort Atlas\tP.PPL\tAT\t01\t200000\t\t\t\t10.1,-20.1\n79\tHamlet\tP.PPL\tAT\t01\t600\t\t\t\t10.3,-20.3\n'

it('joins what several tables say of one thing, the same bytes in any order', async () => {
  const [a, b, c] = [file('people.tsv', people), file('more.tsv.gz', gzipSync(more)), file('places.tsv', places)]
  const one = await built([a, b, c])
  expect(readFileSync(await built([c, b, a])).equals(readFileSync(one))).toBe(true)
  expect(await entriesOf(one)).toContainEqual(expect.objectContaining({ id: 'Q1', label: 'Mara Lindqvist', title: 'Mara_Lindqvist', prior: 2.5, sources: 3, facts: ['minister', 'Atlantis', 'Atlantean'] }))
  expect((await (await openBaseAt(one)).find(['Mara K. Lindqvist'])).get('mara k lindqvist')).toHaveLength(1)
})

it('makes one of a town that one source knows by name and country and another by its coordinates', async () => {
  const named = file('named.tsv', 'id\tkind\tlabel\ttitle\tprior\tfacts\nQ5\tplace\tPort Atlas\tPort_Atlas\t3\tcity|Atlantis\n')
  const entries = await entriesOf(await built([named, file('places.tsv', places)]))
  expect(entries.filter(({ label }) => label === 'Port Atlas')).toEqual([expect.objectContaining({ id: 'Q5', geonames: '78', situation: expect.objectContaining({ lat: 10.1 }) })])
})

it('leaves out what is little known, and never a state', async () => {
  const entries = await entriesOf(await built([file('people.tsv', people), file('places.tsv', places)], { leastPrior: 2, leastInhabitants: 1000 }))
  expect(entries.map(({ label }) => label).toSorted()).toEqual(['Atlantis', 'Mara Lindqvist', 'Port Atlas'])
})

it('takes CSV with columns of other names', async () => {
  const csv = file('people.csv', '"item","itemLabel","itemAltLabel"\n"http://www.wikidata.org/entity/Q9","Holm, Vera","V. Holm"\n')
  const [entry] = await entriesOf(await built([csv], { columns: { item: 'id', itemLabel: 'label', itemAltLabel: 'aliases' } }))
  expect(entry).toMatchObject({ id: 'Q9', label: 'Holm, Vera' })
})

const item = (id: string, label: string, rest: object = {}) => JSON.stringify({ type: 'item', id, labels: { en: { language: 'en', value: label } }, aliases: {}, descriptions: { en: { language: 'en', value: 'politician of Atlantis' } }, claims: {}, sitelinks: { enwiki: { title: label } }, ...rest })
const claim = (property: string, value: unknown, rank = 'normal') => ({ [property]: [{ rank, mainsnak: { datavalue: { value } } }] })
const dump = `[\n${item('Q1', 'Mara Lindqvist', { claims: { ...claim('P31', { id: 'Q5', 'numeric-id': 5 }), ...claim('P569', { time: '+1961-05-02T00:00:00Z' }) } })},\n${item('Q2', 'Port Atlas', { claims: { ...claim('P31', { id: 'Q515' }), ...claim('P625', { latitude: 10.123, longitude: -20.456 }), ...claim('P1566', '78') } })},\n${item('P3', 'a property')},\n${item('Q4', 'Nobody of note', { sitelinks: {} })}\n]\n`

it('reads a dump of Wikidata, packed or not, whatever is broken in it', async () => {
  const plain = await built([file('dump.json', dump)])
  expect(readFileSync(await built([file('dump.json.gz', gzipSync(dump))])).equals(readFileSync(plain))).toBe(true)
  expect(readFileSync(await built([file('dump.json', dump.replace('[\n', '[\n{"broken":\n'))])).equals(readFileSync(plain))).toBe(true)
  expect(await entriesOf(plain)).toEqual([
    expect.objectContaining({ id: 'Q1', kind: 'person', from: 1961, title: 'Mara_Lindqvist', facts: ['politician', 'Atlantis'] }),
    expect.objectContaining({ id: 'Q2', kind: 'place', geonames: '78', situation: expect.objectContaining({ lat: 10.12, long: -20.46 }) }),
  ])
})

it('reads GeoNames, and bzip2', async () => {
  const line = (fields: Readonly<Record<number, string>>) => Array.from({ length: 19 }, (_, at) => fields[at] ?? '').join('\t')
  const all = join(folder, 'allCountries.txt')
  writeFileSync(all, `${line({ 0: '78', 1: 'Port Atlas', 2: 'Port Atlas', 3: 'Atlasport,アトラス', 4: '10.1', 5: '-20.1', 6: 'P', 7: 'PPL', 8: 'AT', 10: '01', 14: '200000' })}\n${line({ 0: '80', 1: 'Mount Atlas', 6: 'T', 7: 'MT', 8: 'AT' })}\n`)
  expect(await entriesOf(await built([all]))).toEqual([expect.objectContaining({ geonames: '78', label: 'Port Atlas' })])
  // Two lines of CSV, packed by bzip2 itself.
  const packed = file('two.csv.bz2', Buffer.from('QlpoOTFBWSZTWamM8PoAABBfgAAQQAQwADAAJIA+7dyAIABIaoMjR5CGaTeoKaNAGgACM5xHMKcXaQUIFBr0FEGZqEreTq7PthHE+b4CPR8XckU4UJCpjPD6', 'base64'))
  expect((await entriesOf(await built([packed]))).map(({ label }) => label)).toEqual(['Alpha Works', 'Beta Town'])
})

it.each([
  ['a dump that ends in the middle', () => file('dump.json.gz', gzipSync(dump.repeat(20)).subarray(0, -60)), /ends in the middle/],
  ['no dump', () => file('dump.json', 'hello\n'.repeat(50)), /no dump of Wikidata/],
  ['an empty dump', () => file('dump.json', '[\n]\n'), /there is no item in it/],
  ['a table without ids', () => file('t.tsv', 'a\tb\n1\t2\n'), /has no columns/],
  ['a damaged archive', () => file('t.tsv.bz2', 'BZh9 and so on'), /is damaged|ends in the middle/],
  ['a file that is not there', () => join(folder, 'none.tsv'), /There is no file/],
  ['a file of another sort', () => file('x.png', ''), /not clear what/],
])('says in a line what is wrong with %s, and writes nothing', async (_, source, message) => {
  await expect(built([source()])).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(message) })
})

it('tells what a base is, checks it, and tells how another differs', async () => {
  const [old, now] = [await built([file('people.tsv', people)]), await built([file('people.tsv', people.replace('singer', 'poet')), file('places.tsv', places)])]
  expect(await infoOf(old)).toMatchObject({ name: 'small', licence: 'CC0', counts: { entries: 2, person: 2 } })
  expect(await checkBase(old)).toEqual({ entries: 2, names: 3 })
  const found = []
  for await (const { kind, key } of differences(old, now)) found.push(`${kind} ${key}`)
  expect(found).toEqual(['changed Q2', 'new Q77', 'new geonames/78', 'new geonames/79'])
})
