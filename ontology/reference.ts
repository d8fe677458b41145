/**
 * Writes ontology/README.md, the reference of all terms for people, from newsgraph.ttl.
 *
 *   npx tsx ontology/reference.ts
 *
 * A test compares the file with what this makes of the ontology.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { listOf, readOntology, type Ontology } from './read-ontology.js'

const folder = new URL('.', import.meta.url)

export function makeReference(): string {
  const ontology = readOntology()
  const ofType = (...types: string[]) => ontology.terms.filter((term) => ontology.values(term, 'rdf:type').some((type) => types.includes(type)) && /^\w+:/u.test(term))
  const isOwn = (term: string) => term.startsWith('ng:')
  const classes = ofType('owl:Class', 'rdfs:Class'), properties = ofType('owl:ObjectProperty', 'owl:DatatypeProperty', 'owl:AnnotationProperty', 'rdf:Property')
  return [
    '# Terms of newsgraph', '',
    'Made from [newsgraph.ttl](newsgraph.ttl) by `npx tsx ontology/reference.ts`; do not edit. The shapes that graphs conform to are in [shapes.ttl](shapes.ttl), ten questions to ask them in [queries/](queries/).', '',
    '## Prefixes', '', ...table('prefix | namespace', Object.entries(ontology.prefixes).map(([prefix, iri]) => [code(`${prefix}:`), iri])),
    '## Classes', '', ...classTable(ontology, classes.filter(isOwn)),
    '## Individuals', '', ...table('individual | meaning', ofType('owl:NamedIndividual').map((term) => [code(term), meaning(ontology, term)])),
    '## Properties', '', ...propertyTable(ontology, properties.filter(isOwn)),
    '## Classes of other vocabularies', '', ...classTable(ontology, classes.filter((term) => !isOwn(term))),
    '## Properties of other vocabularies', '', ...propertyTable(ontology, properties.filter((term) => !isOwn(term))),
    ...ofType('skos:ConceptScheme').flatMap((scheme) => schemeSection(ontology, scheme, ofType('skos:Concept'))),
    '## Questions', '', ...questions(), '',
  ].join('\n')
}

function classTable(ontology: Ontology, classes: readonly string[]): string[] {
  return table('class | kind of | meaning', classes.map((term) => [code(term), codes(ontology.values(term, 'rdfs:subClassOf')), meaning(ontology, term)]))
}

function propertyTable(ontology: Ontology, properties: readonly string[]): string[] {
  const ends = (term: string, ...ways: string[]) => codes(ways.flatMap((way) => ontology.values(term, way)).flatMap((end) => membersOf(ontology, end)))
  return table('property | of | to | meaning', properties.map((term) => [
    code(term), ends(term, 'rdfs:domain', 'schema:domainIncludes'), ends(term, 'rdfs:range', 'schema:rangeIncludes'), meaning(ontology, term) + alignment(ontology, term),
  ]))
}

/** The classes of a union, or the class itself. */
function membersOf(ontology: Ontology, term: string): string[] {
  const members = listOf(ontology, ontology.values(term, 'owl:unionOf')[0])
  return members.length > 0 ? members : [term]
}

function alignment({ values }: Ontology, term: string): string {
  const sentences = [['Kind of', 'rdfs:subPropertyOf'], ['The same as', 'owl:equivalentProperty'], ['The other way round:', 'owl:inverseOf']] as const
  return sentences.map(([words, property]) => (values(term, property).length > 0 ? ` ${words} ${codes(values(term, property))}.` : '')).join('')
}

function schemeSection(ontology: Ontology, scheme: string, concepts: readonly string[]): string[] {
  const own = concepts.filter((term) => ontology.values(term, 'skos:inScheme').includes(scheme))
  const description = ontology.values(scheme, 'dct:description')[0] ?? ''
  return [`## Scheme: ${ontology.values(scheme, 'rdfs:label')[0]}`, '', `${description} ${code(scheme)}`, '', ...tree(ontology, own), '']
}

/** Concepts as an indented list, narrower ones under broader ones. */
function tree(ontology: Ontology, concepts: readonly string[], broader?: string, depth = 0): string[] {
  const here = concepts.filter((term) => ontology.values(term, 'skos:broader')[0] === broader)
  return here.flatMap((term) => {
    const also = ontology.values(term, 'skos:altLabel'), [definition] = ontology.values(term, 'skos:definition')
    const line = `${'  '.repeat(depth)}- ${code(term)}${also.length > 0 ? ` (${also.join(', ')})` : ''}${definition ? ` ${definition}` : ''}`
    return [line, ...tree(ontology, concepts, term, depth + 1)]
  })
}

/** The queries, each with the question in its first line. */
function questions(): string[] {
  const queries = new URL('queries/', folder)
  return readdirSync(queries).toSorted().map((file) => {
    const [question = ''] = readFileSync(new URL(file, queries), 'utf8').split('\n')
    return `- [${question.replace(/^# /u, '')}](queries/${file})`
  })
}

function table(heads: string, rows: readonly (readonly string[])[]): string[] {
  return [`| ${heads} |`, `|${'---|'.repeat(heads.split('|').length)}`, ...rows.map((cells) => `| ${cells.join(' | ')} |`), '']
}

function meaning({ values }: Ontology, term: string): string {
  return values(term, 'rdfs:comment')[0] ?? ''
}

function code(term: string): string {
  return `\`${term}\``
}

function codes(terms: readonly string[]): string {
  return terms.map(code).join(', ')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('README.md', folder), makeReference())
