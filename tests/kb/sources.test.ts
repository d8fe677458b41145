import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildBase } from '../../src/kb/build.js'
import type { Entry } from '../../src/link/entry.js'
import { openBaseAt } from '../../src/link/kb-disk.js'
import { serve } from '../../src/newsgraph.js'
import { temporaryFolder } from '../cli/run.js'

const folder = temporaryFolder()
let number = 0

function file(name: string, text: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
async function built(sources: readonly string[], options = {}): Promise<string> {
  const path = join(folder, `${number += 1}.kb`)
  await buildBase(sources, path, { name: 'small', version: '1', licence: 'CC0', attribution: [], ...options })
  return path
}
async function entriesOf(path: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of (await openBaseAt(path)).all()) entries.push(entry)
  return entries
}
const idsOf = async (path: string, name: string): Promise<string[]> => [...(await (await openBaseAt(path)).find([name])).values()].flat().map(({ entry: { id, title } }) => id || title)

const triples = `<http://dbpedia.org/resource/Mara_Lindqvist> <http://www.w3.org/2000/01/rdf-schema#label> "Mara Lindqvist"@en .
<http://dbpedia.org/resource/Mara_Lindqvist> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://dbpedia.org/ontology/Mayor> .
<http://dbpedia.org/resource/Mara_Lindqvist> <http://dbpedia.org/ontology/birthDate> "1961-05-02"^^<http://www.w3.org/2001/XMLSchema#date> .
<http://dbpedia.org/resource/Mara_Lindqvist> <http://dbpedia.org/ontology/nationality> <http://dbpedia.org/resource/Atlantis> .
<http://dbpedia.org/resource/Mara_Lindqvist> <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q21> .
<http://dbpedia.org/resource/The_Mayor> <http://dbpedia.org/ontology/wikiPageRedirects> <http://dbpedia.org/resource/Mara_Lindqvist> .
<http://dbpedia.org/resource/Lindqvist> <http://dbpedia.org/ontology/wikiPageDisambiguates> <http://dbpedia.org/resource/Mara_Lindqvist> .
<http://dbpedia.org/resource/Lindqvist> <http://www.w3.org/2000/01/rdf-schema#label> "Lindqvist"@en .
<http://dbpedia.org/resource/Mara_Lindqvist> <http://www.w3.org/2000/01/rdf-schema#label> "马拉"@zh .
this line is broken
<http://dbpedia.org/resource/Caf\u00e9_Atlas> <http://www.w3.org/2000/01/rdf-schema#label> "Caf\\u00E9 \\"Atlas\\""@en .
<http://dbpedia.org/resource/Caf\u00e9_Atlas> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://dbpedia.org/ontology/Organisation> .
<http://dbpedia.org/ontology/Mayor> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://dbpedia.org/ontology/Politician> .
<http://dbpedia.org/ontology/Politician> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <http://dbpedia.org/ontology/Person> .
`

it('reads DBpedia: labels, redirects, namesakes, types above types, years, ids of Wikidata', async () => {
  const path = await built([file('dbpedia.ttl.gz', gzipSync(triples))])
  expect(await entriesOf(path)).toEqual([
    expect.objectContaining({ id: 'Q21', kind: 'person', label: 'Mara Lindqvist', title: 'Mara_Lindqvist', from: 1961, facts: ['Atlantis', 'mayor'] }),
    expect.objectContaining({ id: '', kind: 'organization', label: 'Café "Atlas"', title: 'Café_Atlas' }),
  ])
  expect([await idsOf(path, 'The Mayor'), await idsOf(path, 'Lindqvist'), await idsOf(path, '马拉')]).toEqual([['Q21'], ['Q21'], []])
})

it('reads Turtle with prefixes', async () => {
  const turtle = '@prefix wd: <http://www.wikidata.org/entity/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\nwd:Q7 a <http://schema.org/Person> ;\n  rdfs:label """Jonas\n# Weld"""@en .\n'
  expect(await entriesOf(await built([file('own.ttl', turtle)]))).toEqual([expect.objectContaining({ id: 'Q7', kind: 'person', label: 'Jonas # Weld' })])
})

const page = "CREATE TABLE `page` (\n  `page_id` int(8) NOT NULL,\n  `page_namespace` int(11),\n  `page_title` varbinary(255),\n  `page_restrictions` tinyblob,\n  `page_is_redirect` tinyint(1),\n  PRIMARY KEY (`page_id`)\n);\nINSERT INTO `page` VALUES (10,0,'Weld\\'s_Law','',0),(11,0,'Law_of_Weld','',1),(12,1,'Weld\\'s_Law','',0),(13,0,'Weld_(disambiguation)','',0);\n"
const props = "INSERT INTO `page_props` VALUES (10,'wikibase_item','Q88',NULL),(10,'page_image','W.jpg',NULL),(13,'disambiguation','',NULL),(13,'wikibase_item','Q89',NULL);\n"
const redirect = "INSERT INTO `redirect` VALUES (11,0,'Weld\\'s_Law','','');\n"

it('reads the tables of Wikipedia: which title is on which item, and what leads to it', async () => {
  const sources = [file('enwiki-latest-page.sql.gz', gzipSync(page)), file('enwiki-latest-page_props.sql', props), file('enwiki-latest-redirect.sql', redirect)]
  const path = await built(sources)
  expect(await entriesOf(path)).toEqual([expect.objectContaining({ id: 'Q88', title: "Weld's_Law", label: "Weld's Law" })])
  expect(await idsOf(path, 'Law of Weld')).toEqual(['Q88'])
  expect(readFileSync(await built(sources.toReversed())).equals(readFileSync(path))).toBe(true)
})

it('takes English names and ids of Wikidata from other names of GeoNames', async () => {
  const line = (fields: Readonly<Record<number, string>>) => Array.from({ length: 19 }, (_, at) => fields[at] ?? '').join('\t')
  const places = file('AT.txt', `${line({ 0: '78', 1: 'Port Atlas', 4: '10.1', 5: '-20.1', 6: 'P', 7: 'PPL', 8: 'AT', 14: '200000' })}\n`)
  const names = file('alternateNamesV2.txt', '1\t78\ten\tAtlas Harbour\n2\t78\tde\tAtlashafen\n3\t78\twkdt\tQ5000\n4\t79\ten\tNowhere\n')
  const path = await built([places, names])
  expect(await entriesOf(path)).toEqual([expect.objectContaining({ id: 'Q5000', geonames: '78', label: 'Port Atlas' })])
  expect([await idsOf(path, 'Atlas Harbour'), await idsOf(path, 'Atlashafen'), await idsOf(path, 'Nowhere')]).toEqual([['Q5000'], [], []])
})

const claim = (property: string, ...ids: string[]) => ({ [property]: ids.map((id) => ({ rank: 'normal', mainsnak: { datavalue: { value: { id } } } })) })
const item = (id: string, label: string, claims: object, rest: object = {}) => JSON.stringify({ type: 'item', id, labels: { en: { value: label } }, claims, ...rest })
const linked = { sitelinks: { enwiki: { title: 'x' } } }
const items = [
  item('Q21', 'Mara Lindqvist', { ...claim('P31', 'Q5'), ...claim('P39', 'Q83307'), ...claim('P27', 'Q77') }, { sitelinks: { enwiki: { title: 'Mara Lindqvist' } }, descriptions: { en: { value: 'engineer' } } }),
  item('Q83307', 'Minister of Fisheries', claim('P279', 'Q4164871')),
  item('Q77', 'Atlantis', claim('P31', 'Q6256'), linked),
  item('Q900', 'Echo', claim('P31', 'Q901'), { sitelinks: { enwiki: { title: 'Echo' } } }),
  item('Q901', 'newspaper of Atlantis', claim('P279', 'Q11032')),
  item('Q902', 'something that nobody wrote of', claim('P31', 'Q7187')),
]

it('tells kinds by classes above classes, and facts by the labels of offices and countries', async () => {
  const path = await built([file('items.ndjson', `${items.join('\n')}\n`)])
  const entries = await entriesOf(path)
  expect(entries.find(({ id }) => id === 'Q21')?.facts).toEqual(['engineer', 'Atlantis', 'Minister of Fisheries'])
  expect(entries.find(({ id }) => id === 'Q900')).toMatchObject({ kind: 'organization', facts: ['newspaper of Atlantis'] })
  expect(entries.map(({ id }) => id).toSorted()).toEqual(['Q21', 'Q77', 'Q900'])
})

it('gives the same bytes whatever the order and however little memory it has', async () => {
  const many = Array.from({ length: 400 }, (_, at) => item(`Q${at + 1000}`, `Person ${at}`, { ...claim('P31', 'Q5'), ...claim('P39', 'Q83307') }, linked))
  const there = await built([file('a.json', `[\n${[...items, ...many].join(',\n')}\n]\n`), file('t.ttl', triples)])
  const back = await built([file('t2.ttl', triples.trim().split('\n').toReversed().join('\n')), file('b.json', `[\n${[...many.toReversed(), ...items.toReversed()].join(',\n')}\n]\n`)], { most: 2000 })
  expect(readFileSync(back).equals(readFileSync(there))).toBe(true)
})

it('reads an item that is written over many lines', async () => {
  const text = JSON.stringify({ entities: { Q21: JSON.parse(items[0]!) as unknown } }, undefined, 2)
  expect(await entriesOf(await built([file('Q21.json', text)]))).toEqual([expect.objectContaining({ id: 'Q21' })])
})

it('takes values of CSV that go over several lines, and says where a quotation mark is not closed', async () => {
  expect(await entriesOf(await built([file('lines.csv', 'id,label,facts\nQ1,"Mara ""M""\nLindqvist",minister\nQ2,Jonas Weld,singer\n')]))).toHaveLength(2)
  await expect(built([file('open.csv', 'id,label\nQ1,Mara\nQ2,"Jonas\n')])).rejects.toMatchObject({ code: 'input', message: expect.stringMatching(/open\.csv, line 3: a quotation mark/) })
})

it('goes on where it was stopped, and reads no more than it must', async () => {
  const rows = Array.from({ length: 300 }, (_, at) => `Q${at + 1}\tPerson ${at}`).join('\n')
  const first = file('first.tsv', `id\tlabel\n${rows}\n`), whole = gzipSync(`id\tlabel\n${rows.replaceAll('Person', 'Body')}\n`.replace(/Q/gu, 'Q9'))
  const output = join(folder, 'resumed.kb'), options = { name: 'small', version: '1', licence: 'CC0', attribution: [], most: 500 }
  const second = file('second.tsv.gz', whole.subarray(0, -20))
  await expect(buildBase([first, second], output, options)).rejects.toMatchObject({ message: expect.stringMatching(/ends in the middle/) })
  writeFileSync(second, whole)
  const read: string[] = []
  await buildBase([second, first], output, { ...options, onLines: (path) => { if (!read.includes(path)) read.push(path) } })
  expect(read).toEqual([second])
  expect(readFileSync(output).equals(readFileSync(await built([first, second])))).toBe(true)
})

it('is stopped in the middle of a source and goes on from the last line that is safe', async () => {
  const source = file('long.tsv', `id\tlabel\tnote\n${Array.from({ length: 4000 }, (_, at) => `Q${at + 1}\tPerson number ${at}\t${'.'.repeat(400)}`).join('\n')}\n`)
  const output = join(folder, 'stopped.kb'), options = { name: 'small', version: '1', licence: 'CC0', attribution: [], most: 20_000 }
  const stop = (): never => { throw new Error('stopped') }
  await expect(buildBase([source], output, { ...options, onLines: (_, lines) => (lines < 4000 ? stop() : undefined) })).rejects.toThrow('stopped')
  await buildBase([source], output, options)
  expect(readFileSync(output).equals(readFileSync(await built([source])))).toBe(true)
})

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  const people = Array.from({ length: 25 }, (_, at) => `<http://www.wikidata.org/entity/Q${at + 1}> <http://www.w3.org/2000/01/rdf-schema#label> "Mayor ${at}" .`).join('\n')
  served = await serve([file('people.nt', `${people}\n`)], { port: 0 })
})
afterAll(() => served.close())

it('asks a SPARQL endpoint, page by page', async () => {
  const query = file('mayors.rq', 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n# all of them\nSELECT ?item (STR(?name) AS ?itemLabel) WHERE { ?item rdfs:label ?name }')
  const path = await built([`${served.url}sparql`], { query, columns: { item: 'id', itemLabel: 'label' } })
  expect((await entriesOf(path)).map(({ label }) => label)).toHaveLength(25)
  expect(await idsOf(path, 'Mayor 24')).toEqual(['Q25'])
})

it.each([
  ['an endpoint without a query', () => ({ sources: [`${served.url}sparql`] }), 'usage', /What is .* to be asked/],
  ['a query that names nothing', () => ({ sources: [`${served.url}sparql`], query: file('all.rq', 'SELECT * { ?s ?p ?o }') }), 'query', /names no variables/],
  ['an endpoint that is not there', () => ({ sources: ['http://127.0.0.1:9/sparql'], query: file('some.rq', 'SELECT ?id ?label { ?id ?p ?label }') }), 'store', /cannot be reached/],
  ['another table of Wikipedia', () => ({ sources: [file('x.sql', "INSERT INTO `category` VALUES (1,'x');\n")] }), 'input', /table category, of which nothing is taken/],
  ['SQL that is none', () => ({ sources: [file('y.sql', 'SELECT 1;\n')] }), 'input', /no table of Wikipedia/],
  ['a file that is no RDF', () => ({ sources: [file('z.ttl', 'hello world\n')] }), 'input', /no Turtle/],
  ['a folder', () => ({ sources: [folder] }), 'input', /not clear what/],
])('says in a line what is wrong with %s', async (_, of, code, message) => {
  const { sources, ...options } = of() as { sources: string[] }
  await expect(built(sources, options)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
})
