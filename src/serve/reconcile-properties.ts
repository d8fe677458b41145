/**
 * What a table can be matched by and completed with: the properties of entities.
 * In: ids of properties, IRIs of entities. Out: their values: `schema:jobTitle` of Sergey Lavrov → "Foreign Minister".
 * Roles are asked for as if they were properties of the person: `ng:heldFor` → Russia.
 */
import { select, type Graph, type Term } from './graph.js'
import { KNOWN_PROPERTIES } from './knowledge.js'
import { compact, iris, wordsIn } from './names.js'

export interface Property {
  readonly id: string
  readonly name: string
  readonly description?: string
}

/** From `?node` to `?value`. */
const paths: Readonly<Record<string, string>> = {
  'ng:heldFor': '^org:member/(ng:heldFor|org:organization)',
  'org:role': '^org:member/org:role',
  'schema:datePublished': '^schema:mentions/schema:datePublished',
  'schema:subjectOf': '^schema:mentions',
}

const known: readonly Property[] = [
  { id: 'rdfs:label', name: 'name' },
  { id: 'skos:altLabel', name: 'other name' },
  { id: 'schema:jobTitle', name: 'job title', description: 'as the articles put it' },
  { id: 'org:role', name: 'kind of role', description: 'held by the person' },
  { id: 'ng:heldFor', name: 'role held for', description: 'the body, place or person that a role is held for' },
  { id: 'schema:affiliation', name: 'affiliation' },
  { id: 'ng:outletKind', name: 'kind of outlet' },
  { id: 'ng:standsFor', name: 'stands for' },
  { id: 'owl:sameAs', name: 'same as' },
  { id: 'skos:closeMatch', name: 'perhaps the same as' },
  { id: 'schema:subjectOf', name: 'article', description: 'in which it is named' },
  { id: 'schema:datePublished', name: 'date of an article', description: 'in which it is named' },
]

/** Told in other ways. */
const plumbing = new Set([
  'rdf:type',
  'ng:confidence',
  'ng:evidence',
  'ng:rule',
  'prov:wasDerivedFrom',
  'prov:wasGeneratedBy',
  'prov:wasAttributedTo',
])

const opened = new WeakMap<Graph, Promise<readonly Property[]>>()

/** Those above and the relations that the graph asserts: `ng:memberOf`, "member of". */
export function propertiesOf(graph: Graph): Promise<readonly Property[]> {
  const found = opened.get(graph) ?? read(graph)
  opened.set(graph, found)
  found.catch(() => opened.delete(graph))
  return found
}

async function read(graph: Graph): Promise<readonly Property[]> {
  const rows = await select(
    graph,
    `SELECT DISTINCT ?property {
    { SELECT DISTINCT ?node { VALUES ?class { schema:Person schema:Organization ng:Group schema:Place schema:CreativeWork } ?node a ?class } }
    ?node ?property ?value } ORDER BY ?property`,
  )
  const listed = new Set(known.map(({ id }) => id))
  const more = rows
    .flatMap(({ property }) => (property ? [compact(graph, property.value)] : []))
    .filter((id) => !listed.has(id) && !plumbing.has(id))
  const beside = graph.known ? KNOWN_PROPERTIES.filter(({ id }) => !listed.has(id) && !more.includes(id)) : []
  return [...known, ...more.map((id) => ({ id, name: wordsIn(id) })), ...beside]
}

/** By entity, then by property. Unknown properties have no values. */
export async function valuesOf(
  graph: Graph,
  entities: readonly string[],
  properties: readonly string[],
): Promise<(entity: string, property: string) => readonly Term[]> {
  const offered = new Set((await propertiesOf(graph)).map(({ id }) => id))
  const wanted = [...new Set(properties)].filter((id) => offered.has(id))
  const tables = await Promise.all(
    wanted.map(async (id) => {
      const rows =
        entities.length === 0
          ? []
          : await select(
              graph,
              `SELECT DISTINCT ?node ?value { VALUES ?node { ${iris(entities)} } ?node ${paths[id] ?? written(graph, id)} ?value } ORDER BY ?node ?value`,
            )
      const values = new Map<string, Term[]>()
      for (const { node, value } of rows) if (node && value) values.set(node.value, [...(values.get(node.value) ?? []), value])
      return [id, values] as const
    }),
  )
  const byProperty = new Map(tables)
  return (entity, property) => byProperty.get(property)?.get(entity) ?? []
}

/** Ids come out of the graph, where no prefix fits as whole IRIs. */
function written({ prefixes }: Graph, id: string): string {
  const [prefix = '', local = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  return iris([Object.hasOwn(prefixes, prefix) ? `${prefixes[prefix]}${local}` : id])
}
