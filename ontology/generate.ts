/**
 * Writes what code needs of the ontology's schemes, so that newsgraph.ttl is their one source.
 *
 *   npx tsx ontology/generate.ts
 *
 * In: newsgraph.ttl. Out: src/map/schemes.ts, the names of speech acts, event types, quantities, relations, … as lists and types,
 * and src/map/role-outline.ts, the scheme of roles. A test compares the files with what this makes of the ontology.
 * The shapes name the same terms by hand; a test compares them with the lists.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { listOf, readOntology, type Ontology } from './read-ontology.js'

const MADE = 'Made from ontology/newsgraph.ttl by `npx tsx ontology/generate.ts`; do not edit.'

/** The files by their path from the root of the repository. */
export function makeFiles(): Readonly<Record<string, string>> {
  const ontology = readOntology()
  return { 'src/map/schemes.ts': makeSchemes(ontology), 'src/map/role-outline.ts': makeRoles(ontology) }
}

function makeSchemes(ontology: Ontology): string {
  return [
    '/**', ' * The names of the concepts that graphs hold, as the ontology lists them: “denied” → `deny` in `speechActNames`.',
    ` * ${MADE}`, ' */', '',
    ...list('speechActNames', 'SpeechAct', 'Concepts of the speech-act scheme.', conceptsOf(ontology, 'ng:SpeechActScheme')),
    ...list('eventTypeNames', 'EventType', 'Concepts of the event-type scheme.', conceptsOf(ontology, 'ng:EventTypeScheme')),
    ...list('quantityKindNames', 'QuantityKind', 'Concepts of the quantity scheme.', conceptsOf(ontology, 'ng:QuantityScheme')),
    ...list('predicateNames', 'Predicate', 'Local names of the ng: properties between two entities.', relationsOf(ontology)),
    ...list('factualityNames', 'Factuality', 'How an article commits itself to an event or relation.', oneOf(ontology, 'ng:Factuality')),
    ...list('outletKindNames', 'OutletKind', 'What kind of medium an outlet is.', oneOf(ontology, 'ng:OutletKind')),
  ].join('\n')
}

function list(name: string, type: string, comment: string, names: readonly string[]): string[] {
  const listed = wrap(names.map((one) => `'${one}'`))
  return [`/** ${comment} */`, `export const ${name} = [`, ...listed, '] as const', `/** ${comment} One of them. */`, `export type ${type} = (typeof ${name})[number]`, '']
}

/**
 * The concepts that graphs use: those that only group others are left out, but not the one on top of a whole scheme, which
 * fits when no other does.
 */
function conceptsOf({ terms, values }: Ontology, scheme: string): string[] {
  const concepts = terms.filter((term) => values(term, 'skos:inScheme').includes(scheme))
  const tops = concepts.filter((term) => values(term, 'skos:topConceptOf').includes(scheme))
  const isGroup = (term: string) => concepts.some((other) => values(other, 'skos:broader').includes(term))
  return concepts.filter((term) => !isGroup(term) || (tops.length === 1 && tops[0] === term)).map(localName)
}

/** The properties under ng:relatedTo. */
function relationsOf({ terms, values }: Ontology): string[] {
  const isRelation = (term: string): boolean =>
    values(term, 'rdfs:subPropertyOf').some((broader) => broader === 'ng:relatedTo' || isRelation(broader))
  return terms.filter(isRelation).map(localName)
}

function oneOf(ontology: Ontology, term: string): string[] {
  return listOf(ontology, ontology.values(term, 'owl:oneOf')[0]).map(localName)
}

function makeRoles(ontology: Ontology): string {
  const roles = ontology.terms.filter((term) => ontology.values(term, 'skos:inScheme').includes('ng:RoleScheme'))
  const kinRoots = ontology.values('ng:KinRoles', 'skos:member')
  const isKin = (role: string): boolean => kinRoots.includes(role) || ontology.values(role, 'skos:broader').some(isKin)
  const names = roles.filter(isKin).map((role) => quoted(ontology.values(role, 'skos:prefLabel')[0] ?? ''))
  return [
    '/**', ' * The scheme of roles as an outline: indented roles are narrower; `|` separates other names of the same role.',
    ` * ${MADE}`, ' */', '',
    'export const roleOutline = `', ...outline(ontology, roles), '`', '',
    '/** The roles that are ties of family and household, no jobs: “his wife Anna”. */',
    'export const kinRoles: ReadonlySet<string> = new Set([', ...wrap(names), '])', '',
  ].join('\n')
}

function outline(ontology: Ontology, roles: readonly string[], broader?: string, depth = 0): string[] {
  return roles.filter((role) => ontology.values(role, 'skos:broader')[0] === broader).flatMap((role) => {
    const names = [...ontology.values(role, 'skos:prefLabel'), ...ontology.values(role, 'skos:altLabel')]
    return ['  '.repeat(depth) + names.join(' | '), ...outline(ontology, roles, role, depth + 1)]
  })
}

/** Words as lines of a list, none longer than 130 characters. */
function wrap(words: readonly string[]): string[] {
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < 128) lines[lines.length - 1] = `${line} ${word},`
    else lines.push(`  ${word},`)
  }
  return lines
}

function localName(term: string): string {
  return term.slice(term.indexOf(':') + 1)
}

function quoted(words: string): string {
  return `'${words.replaceAll("'", String.raw`\'`)}'`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(makeFiles())) writeFileSync(new URL(`../${path}`, import.meta.url), text)
}
