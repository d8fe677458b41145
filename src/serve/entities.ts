/**
 * The people, bodies, places and works of a graph, to be found by name.
 * In: a graph; "lavrov". Out: `{ id: "person:sergey-lavrov", label: "Sergey Lavrov", kind: "person", names: ["Lavrov", …], score: 80 }`.
 * The names are read once and kept; a misspelt name is found too. Events and claims are no entities here.
 */
import MiniSearch from 'minisearch'
import { select, type Graph, type Row } from './graph.js'
import { likeness, plain } from './likeness.js'
import { compact, expand } from './names.js'

export interface Entity {
  readonly id: string
  readonly iri: string
  readonly label: string
  readonly kind: EntityKind
  /** Its classes: `schema:Person`. */
  readonly types: readonly string[]
  /** Other names. */
  readonly names: readonly string[]
  /** How many articles name it. */
  readonly articles: number
}

export interface Found extends Entity {
  /** 0 to 100; 100 is its very name. */
  readonly score: number
}

export interface Entities {
  readonly all: readonly Entity[]
  /** By its IRI, or one that it had before. */
  get(iri: string): Entity | undefined
  find(name: string, options?: { readonly types?: readonly string[] }): readonly Found[]
}

/** The first class that an entity has decides. */
const kindOfClass = {
  'schema:Person': 'person',
  'schema:NewsMediaOrganization': 'outlet',
  'ng:Group': 'group',
  'schema:Organization': 'organization',
  'schema:Place': 'place',
  'schema:CreativeWork': 'work',
} as const
export type EntityKind = (typeof kindOfClass)[keyof typeof kindOfClass]
export const entityKinds: readonly EntityKind[] = Object.values(kindOfClass)

const opened = new WeakMap<Graph, Promise<Entities>>()

/** Read when first asked for. */
export function entitiesOf(graph: Graph): Promise<Entities> {
  const found = opened.get(graph) ?? read(graph)
  opened.set(graph, found)
  found.catch(() => opened.delete(graph))
  return found
}

async function read(graph: Graph): Promise<Entities> {
  const classes = Object.keys(kindOfClass).join(' ')
  const some = `{ SELECT DISTINCT ?node { VALUES ?class { ${classes} } ?node a ?class } }`
  const [types, labels, others, counts, moved] = await Promise.all([
    select(graph, `SELECT DISTINCT ?node ?value { ${some} ?node a ?value }`),
    // One property at a time: the store takes five times as long for a choice of them.
    select(graph, `SELECT DISTINCT ?node ?value { ${some} ?node rdfs:label ?value }`),
    select(graph, `SELECT DISTINCT ?node ?value { ${some} ?node skos:altLabel ?value }`),
    select(graph, 'SELECT ?node (COUNT(DISTINCT ?article) AS ?value) { ?article schema:mentions ?node } GROUP BY ?node'),
    select(graph, 'SELECT DISTINCT ?node ?value { ?node <http://purl.org/dc/terms/isReplacedBy> ?value }'),
  ])
  const [classesOf, labelsOf, namesOf] = [byNode(types), byNode(labels), byNode(others)]
  const articles = new Map(counts.map(({ node, value }) => [node?.value ?? '', Number(value?.value)]))
  const all = [...classesOf]
    .filter(([, { isIri }]) => isIri)
    .map(([iri, { values }]): Entity => {
      const own = values.map((name) => compact(graph, name))
      const label = labelsOf.get(iri)?.values[0] ?? iri
      const names = (namesOf.get(iri)?.values ?? []).filter((name) => name !== label)
      return { id: compact(graph, iri), iri, label, kind: kindOf(own), types: own, names, articles: articles.get(iri) ?? 0 }
    })
  return index(all, new Map(moved.map(({ node, value }) => [node?.value ?? '', value?.value ?? ''])))
}

/** In an order that does not depend on the store. */
function byNode(rows: readonly Row[]): ReadonlyMap<string, { readonly isIri: boolean; readonly values: readonly string[] }> {
  const groups = new Map<string, { isIri: boolean; values: string[] }>()
  for (const { node, value } of rows) {
    if (!node || !value) continue
    const group = groups.get(node.value) ?? { isIri: node.type === 'uri', values: [] }
    group.values.push(value.value)
    groups.set(node.value, group)
  }
  for (const { values } of groups.values()) values.sort()
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function kindOf(types: readonly string[]): EntityKind {
  return Object.entries(kindOfClass).find(([name]) => types.includes(name))?.[1] ?? 'person'
}

/** Candidates looked at more closely. */
const CANDIDATES = 200
/** Characters of a name; more are no name. */
const LONGEST = 200
/** Names less alike than this share a word by chance. */
const ALIKE = 40

function index(all: readonly Entity[], moved: ReadonlyMap<string, string>): Entities {
  const byIri = new Map(all.map((entity) => [entity.iri, entity]))
  const plainNames = all.map(({ label, names }) => [plain(label), ...names.map(plain)])
  const search = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: (text) => text.split(' ') })
  search.addAll(plainNames.map((names, id) => ({ id, text: [...new Set(names)].join(' ') })))
  return {
    all,
    get: (iri) => byIri.get(lastOf(iri, moved)),
    find(name, { types = [] } = {}) {
      const wanted = plain(name.slice(0, LONGEST))
      const hits = search
        .search(wanted, {
          prefix: true,
          fuzzy: (word) => (word.length > 3 ? 0.25 : false),
          filter: ({ id }) => isOf(all[Number(id)], types),
        })
        .slice(0, CANDIDATES)
      const rated = hits.flatMap(({ id }): Found[] => {
        const entity = all[Number(id)],
          [label = '', ...others] = plainNames[Number(id)] ?? []
        return entity ? [{ ...entity, score: scoreOf(wanted, label, others) }] : []
      })
      return rated
        .filter(({ score }) => score >= ALIKE)
        .toSorted((a, b) => b.score - a.score || b.articles - a.articles || (a.iri < b.iri ? -1 : 1))
    },
  }
}

/** Where an id leads that was given up for another, and that perhaps for a third. */
function lastOf(iri: string, moved: ReadonlyMap<string, string>): string {
  const seen = new Set<string>()
  let at = iri
  for (let next = moved.get(at); next !== undefined && !seen.has(next); next = moved.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}

function isOf(entity: Entity | undefined, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => entity?.types.includes(type) || entity?.kind === type)
}

/** Another name is as good as the label, nearly. */
function scoreOf(wanted: string, label: string, others: readonly string[]): number {
  const best = Math.max(likeness(wanted, label), ...others.map((other) => 0.98 * likeness(wanted, other)))
  return Math.round(best * 1000) / 10
}

/** How alike a name must be to be taken for it. */
const SURE = 95

/** What a person or program means by a name, an IRI or a short name; `undefined` where it is not clear, with what it may be. */
export async function meant(graph: Graph, term: string): Promise<{ readonly iri?: string; readonly near: readonly Found[] }> {
  const entities = await entitiesOf(graph)
  const iri = expand(graph, term.trim())
  const known = iri === undefined ? undefined : entities.get(iri)
  if (known) return { iri: known.iri, near: [] }
  const near = entities.find(term)
  const [first, second] = near
  const isClear =
    first !== undefined && first.score >= SURE && (second === undefined || second.score < first.score || second.articles < first.articles)
  if (isClear) return { iri: first.iri, near }
  return iri !== undefined && near.length === 0 ? { iri, near } : { near: near.slice(0, 5) }
}
