/** Whatever a source holds, its reader says what it says or ends in a Problem; it never stumbles, and what it says is one line. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alternateNamesReader, geonamesReader } from '../../src/kb/geonames.js'
import type { Reader } from '../../src/kb/reader.js'
import { entryFrom, joined, rowOf } from '../../src/kb/rows.js'
import { lineFor } from '../../src/kb/statements.js'
import { tableReader } from '../../src/kb/tables.js'
import { triplesReader } from '../../src/kb/triples.js'
import { wikidataReader } from '../../src/kb/wikidata.js'
import { wikipediaReader } from '../../src/kb/wikipedia.js'
import { entryOf, lineOf } from '../../src/link/entry.js'
import { Problem } from '../../src/problem.js'

const table = (form: 'csv' | 'tsv') => () => tableReader({ path: `x.${form}`, source: 'x', columns: {}, form })
const readers: readonly (readonly [string, () => Reader, string])[] = [
  ['Wikidata', () => wikidataReader('x.json'), '{"type":"item","id":"Q1","labels":{"en":{"value":"A"}},"claims":{"P31":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P625":[{"mainsnak":{"datavalue":{"value":{"latitude":1,"longitude":2}}}}]},"sitelinks":{"enwiki":{"title":"A"}}},'],
  ['DBpedia', () => triplesReader('x.nt'), '<http://dbpedia.org/resource/A> <http://www.w3.org/2000/01/rdf-schema#label> "A\\u00e9 \\"x\\""@en .'],
  ['Turtle', () => triplesReader('x.ttl'), '@prefix wd: <http://www.wikidata.org/entity/> . wd:Q1 <http://www.w3.org/2000/01/rdf-schema#label> "A"@en .'],
  ['Wikipedia', () => wikipediaReader('x.sql'), "INSERT INTO `page` VALUES (1,0,'A\\'s','',0),(2,0,'B','',1);"],
  ['GeoNames', geonamesReader, '1\tA\tA\tB,C\t1.5\t2.5\tP\tPPL\tXX\t\t01\t\t\t\t500\t\t\t\t'],
  ['other names of GeoNames', alternateNamesReader, '1\t2\ten\tA\t\t\t\t'],
  ['CSV', table('csv'), 'Q1,"A ""b"", c",person'], ['TSV', table('tsv'), 'Q1\tA\tperson'],
]

it.each(readers)('%s', (_, make, sample) => {
  const heads = ['id,label,kind', 'id\tlabel\tkind', '', sample]
  const broken = fc.record({ at: fc.nat(sample.length), cut: fc.nat(6), put: fc.string({ unit: 'binary', maxLength: 6 }) }).map(({ at, cut, put }) => sample.slice(0, at) + put + sample.slice(at + cut))
  const line = fc.oneof(broken, fc.string({ unit: 'binary', maxLength: 40 }), fc.constant(sample)).map((text) => text.replaceAll('\n', ' '))
  fc.assert(fc.property(fc.constantFrom(...heads), fc.array(line, { maxLength: 8 }), (head, lines) => {
    try {
      const reader = make(), statements = [head, ...lines].flatMap((text) => reader.read(Buffer.from(text)))
      for (const statement of [...statements, ...reader.end?.() ?? []]) {
        expect(lineFor(statement)).not.toMatch(/[\n\r]/u)
        expect(statement.key).toMatch(/^[^\t]+$/u)
        if (statement.sort !== 'row') continue
        const { entry } = entryFrom(joined([rowOf(JSON.parse(statement.text) as object)])), line = lineOf(entry)
        expect(line).not.toMatch(/[\n\r]/u)
        expect(entryOf(line)).toMatchObject({ label: entry.label, domain: entry.domain, facts: entry.facts })
      }
    } catch (cause) {
      expect(cause).toBeInstanceOf(Problem)
    }
  }), { numRuns: 300 })
})
