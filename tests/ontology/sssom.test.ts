import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { predicateNames } from '../../src/map/schemes.js'
import { ontology } from './vocabularies.js'

const lines = readFileSync(new URL('../../ontology/wikidata.sssom.tsv', import.meta.url), 'utf8').replace(/\n$/u, '').split('\n')
const head = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1))
const [columns = [], ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
const table = rows.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
const prefixes = new Map(head.flatMap((line) => /^ {2}(\w+): (\S+)$/u.exec(line)?.slice(1).join(' ') ?? []).map((pair) => pair.split(' ') as [string, string]))
const iri = (name = '') => (prefixes.get(name.split(':')[0] ?? '') ?? 'no prefix:') + name.split(':')[1]

const labels = new Map(ontology.filter(({ predicate }) => predicate.value.endsWith('rdf-schema#label')).map(({ subject, object }) => [subject.value, object.value]))
const concepts = new Set(ontology.filter(({ predicate }) => predicate.value.endsWith('#inScheme')).map(({ subject }) => subject.value))
const inverses = new Map(ontology.filter(({ predicate }) => predicate.value.endsWith('#inverseOf')).map(({ subject, object }) => [object.value, subject.value]))

describe('The table of what Wikidata has the like of', () => {
  it('is SSSOM: it says what it is, under which licence, and has the columns that every row fills', () => {
    for (const slot of ['mapping_set_id', 'mapping_set_version', 'license', 'mapping_date']) expect(head.filter((line) => line.startsWith(`${slot}: `))).toHaveLength(1)
    expect(columns).toEqual(['subject_id', 'subject_label', 'predicate_id', 'object_id', 'object_label', 'mapping_justification', 'confidence', 'comment'])
    for (const cells of rows) expect([cells.length, cells.slice(0, 7).every(Boolean)]).toEqual([8, true])
    expect(new Set(rows.map(([subject, , predicate, object]) => `${subject} ${predicate} ${object}`)).size).toBe(rows.length)
  })

  it('has one side in the ontology, by its label, and the other in Wikidata', () => {
    for (const { subject_id, subject_label, object_id, object_label } of table) {
      const sides = [[subject_id, subject_label], [object_id, object_label]]
      const own = sides.filter(([name = '']) => /^(?:ng|role|happening|measure):/u.test(name)), others = sides.filter(([name = '']) => /^wdt?:[PQ]\d+$/u.test(name))
      expect([own.length, others.length]).toEqual([1, 1])
      expect([own[0]?.[0], labels.get(iri(own[0]?.[0]))]).toEqual(own[0])
    }
  })

  it('matches concepts by SKOS, and classes and properties by OWL and RDFS', () => {
    for (const { subject_id, predicate_id = '' } of table) {
      const isMatch = /^skos:(?:exact|close|broad|narrow|related)Match$/u.test(predicate_id)
      if (isMatch) expect([subject_id, concepts.has(iri(subject_id))]).toEqual([subject_id, true])
      else expect(predicate_id).toMatch(/^(?:owl:equivalent(?:Property|Class)|rdfs:(?:subPropertyOf|subClassOf|seeAlso))$/u)
    }
  })

  it('says how sure each row is and why', () => {
    for (const { confidence, mapping_justification } of table) {
      expect(Number(confidence)).toBeGreaterThan(0)
      expect(Number(confidence)).toBeLessThanOrEqual(1)
      expect(mapping_justification).toMatch(/^semapv:(?:ManualMappingCuration|LexicalMatching)$/u)
    }
  })

  it('knows most relations, this way round or the other', () => {
    const mapped = new Set(table.flatMap(({ subject_id, object_id }) => [iri(subject_id), iri(object_id)]))
    const unknown = predicateNames.filter((name) => { const own = iri(`ng:${name}`); return !mapped.has(own) && !mapped.has(inverses.get(own) ?? '') })
    expect(unknown).toEqual(['spokespersonOf', 'agentOf', 'adviserOf', 'allyOf', 'opponentOf', 'supporterOf'])
  })
})
