/**
 * Writes ontology/README.md, the reference of all terms for people, from newsgraph.ttl.
 *
 *   npx tsx ontology/reference.ts
 *
 * A test compares the file with what this makes of the ontology.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Parser, type Quad } from 'n3'

const folder = new URL('.', import.meta.url)
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#', owl = 'http://www.w3.org/2002/07/owl#', skos = 'http://www.w3.org/2004/02/skos/core#'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', schema = 'https://schema.org/'

export function makeReference(): string {
  const { quads, shorten } = readOntology()
  const bySubject = new Map<string, Quad[]>()
  for (const quad of quads) bySubject.set(quad.subject.value, [...(bySubject.get(quad.subject.value) ?? []), quad])
  const values = (term: string, predicate: string) => (bySubject.get(term) ?? []).filter((quad) => quad.predicate.value === predicate).map((quad) => quad.object.value)
  const ofType = (type: string) => [...bySubject.keys()].filter((term) => values(term, rdfType).includes(type))
  const words = (term: string, predicate: string) => values(term, predicate)[0] ?? ''
  const classesOf = (term: string): string => namesOf(term, (node) => values(node, `${owl}unionOf`), values, shorten)

  const isOwn = (term: string) => shorten(term).startsWith('ng:')
  const classes = ofType(`${owl}Class`).filter((term) => term.startsWith('http'))
  const properties = new Set([`${owl}ObjectProperty`, `${owl}DatatypeProperty`, `${owl}AnnotationProperty`].flatMap(ofType))
  const inOrder = [...bySubject.keys()].filter((term) => properties.has(term))

  const classRow = (term: string) => `| \`${shorten(term)}\` | ${values(term, `${rdfs}subClassOf`).map((one) => `\`${shorten(one)}\``).join(', ')} | ${words(term, `${rdfs}comment`)} |`
  const propertyRow = (term: string) => `| \`${shorten(term)}\` | ${[...values(term, `${rdfs}domain`), ...values(term, `${schema}domainIncludes`)].map(classesOf).join(', ')} | ${[...values(term, `${rdfs}range`), ...values(term, `${schema}rangeIncludes`)].map(classesOf).join(', ')} | ${words(term, `${rdfs}comment`)}${alignment(term, values, shorten)} |`
  const individualRow = (term: string) => `| \`${shorten(term)}\` | ${words(term, `${rdfs}comment`)} |`
  const schemeSection = (scheme: string) => [`## Scheme: ${words(scheme, `${rdfs}label`)}`, '', `${words(scheme, 'http://purl.org/dc/terms/description')} \`${shorten(scheme)}\``, '',
    ...tree(ofType(`${skos}Concept`).filter((term) => values(term, `${skos}inScheme`).includes(scheme)), values, shorten), '']

  return [
    '# Terms of newsgraph', '',
    'Made from [newsgraph.ttl](newsgraph.ttl) by `npx tsx ontology/reference.ts`; do not edit. The shapes that graphs conform to are in [shapes.ttl](shapes.ttl), ten questions to ask them in [queries/](queries/).', '',
    '## Prefixes', '', '| prefix | namespace |', '|---|---|', ...Object.entries(readOntology().prefixes).map(([prefix, iri]) => `| \`${prefix}:\` | ${iri} |`), '',
    '## Classes', '', '| class | kind of | meaning |', '|---|---|---|', ...classes.filter(isOwn).map(classRow), '',
    '## Individuals', '', '| individual | meaning |', '|---|---|', ...ofType(`${owl}NamedIndividual`).map(individualRow), '',
    '## Properties', '', '| property | of | to | meaning |', '|---|---|---|---|', ...inOrder.filter(isOwn).map(propertyRow), '',
    '## Classes of other vocabularies', '', '| class | kind of | meaning |', '|---|---|---|', ...classes.filter((term) => !isOwn(term)).map(classRow), '',
    '## Properties of other vocabularies', '', '| property | of | to | meaning |', '|---|---|---|---|', ...inOrder.filter((term) => !isOwn(term)).map(propertyRow), '',
    ...ofType(`${skos}ConceptScheme`).flatMap(schemeSection),
    '## Questions', '', ...questions(), '',
  ].join('\n')
}

/** The queries, each with the question in its first line. */
function questions(): string[] {
  const queries = new URL('queries/', folder)
  return readdirSync(queries).toSorted().map((file) => {
    const [question = ''] = readFileSync(new URL(file, queries), 'utf8').split('\n')
    return `- [${question.replace(/^# /u, '')}](queries/${file})`
  })
}

type Values = (term: string, predicate: string) => string[]

function readOntology() {
  const text = readFileSync(new URL('newsgraph.ttl', folder), 'utf8')
  const prefixes = Object.fromEntries(Array.from(text.matchAll(/^@prefix (\w+): <(.+)> \.$/gmu), ([, prefix = '', iri = '']) => [prefix, iri]))
  const shorten = (iri: string) => {
    const found = Object.entries(prefixes).find(([, namespace]) => iri.startsWith(namespace))
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri
  }
  return { quads: new Parser().parse(text), prefixes, shorten }
}

/** A class, or the classes of a union. */
function namesOf(term: string, unionOf: (node: string) => string[], values: Values, shorten: (iri: string) => string): string {
  const [list] = unionOf(term)
  if (!list) return `\`${shorten(term)}\``
  const members: string[] = []
  for (let node: string | undefined = list; node && !node.endsWith('#nil'); node = values(node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#rest')[0]) {
    members.push(...values(node, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first'))
  }
  return members.map((member) => `\`${shorten(member)}\``).join(', ')
}

function alignment(term: string, values: Values, shorten: (iri: string) => string): string {
  const close = values(term, `${skos}closeMatch`), related = values(term, `${skos}relatedMatch`), broader = values(term, `${rdfs}subPropertyOf`)
  const list = (terms: readonly string[]) => terms.map((one) => `\`${shorten(one)}\``).join(', ')
  return [broader.length ? ` Kind of ${list(broader)}.` : '', close.length ? ` Like ${list(close)}.` : '', related.length ? ` See ${list(related)}.` : ''].join('')
}

/** Concepts as an indented list. */
function tree(concepts: readonly string[], values: Values, shorten: (iri: string) => string, broader?: string, depth = 0): string[] {
  const here = concepts.filter((term) => values(term, `${skos}broader`)[0] === broader)
  return here.flatMap((term) => {
    const also = values(term, `${skos}altLabel`), [definition = ''] = values(term, `${skos}definition`)
    const line = `${'  '.repeat(depth)}- \`${shorten(term)}\`${also.length ? ` (${also.join(', ')})` : ''}${definition ? ` ${definition}` : ''}`
    return [line, ...tree(concepts, values, shorten, term, depth + 1)]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('README.md', folder), makeReference())
