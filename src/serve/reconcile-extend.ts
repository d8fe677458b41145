/**
 * New columns for a table whose cells were matched.
 * In: `{ "ids": ["person/sergey-lavrov"], "properties": [{ "id": "schema:jobTitle" }] }`. Out: for each entity the values of each property:
 * `{ "str": "Foreign Minister" }`, or another entity with its id and name.
 */
import { entitiesOf } from './entities.js'
import type { Graph, Term } from './graph.js'
import { cellsKnown, type KnownThing } from './knowledge.js'
import { expand, relative, wordsIn } from './names.js'
import { propertiesOf, valuesOf } from './reconcile-properties.js'
import { labelsOf } from './records.js'

type Cell =
  | { readonly id: string; readonly name: string }
  | { readonly str: string }
  | { readonly float: number }
  | { readonly int: number }
  | { readonly date: string }

/** More rows or columns at once are refused. */
const MOST = 1000

/** Undefined where it is no such question. */
export async function extend(graph: Graph, given: unknown) {
  const { ids, properties } = Object(given) as Readonly<Record<string, unknown>>
  if (!Array.isArray(ids) || !Array.isArray(properties) || ids.length > MOST || properties.length > 50) return undefined
  const wanted = properties.flatMap((property: unknown) => {
    const id = (Object(property) as Readonly<Record<string, unknown>>).id
    return typeof id === 'string' ? [id] : []
  })
  const entities = await entitiesOf(graph)
  const nodes = new Map(
    ids.filter((id) => typeof id === 'string').map((id): [string, string | undefined] => [id, entities.get(expand(graph, id) ?? '')?.iri]),
  )
  const valueOf = await valuesOf(
    graph,
    [...new Set(nodes.values())].filter((node) => node !== undefined),
    wanted,
  )
  const linked = [...nodes.values()]
    .flatMap((node) => (node === undefined ? [] : wanted.flatMap((property) => valueOf(node, property))))
    .filter(({ type }) => type === 'uri')
  const [offered, labelOf] = await Promise.all([
    propertiesOf(graph),
    labelsOf(
      graph,
      linked.map(({ value }) => value),
    ),
  ])
  const cell = (term: Term): Cell =>
    term.type === 'uri' && entities.get(term.value)
      ? { id: relative(graph, term.value), name: labelOf(term.value) }
      : literalCell(term, labelOf)
  const known = new Map<string, KnownThing | undefined>()
  for (const [id, node] of nodes) if (node === undefined) known.set(id, await graph.known?.get(id))
  const cellsOf = (id: string, node: string | undefined, property: string): readonly Cell[] => {
    const thing = known.get(id)
    return node === undefined ? (thing ? cellsKnown(thing, property) : []) : valueOf(node, property).map(cell)
  }
  const rows = [...nodes].map(
    ([id, node]) => [id, Object.fromEntries(wanted.map((property) => [property, cellsOf(id, node, property)]))] as const,
  )
  return {
    meta: wanted.map((id) => ({ id, name: offered.find((property) => property.id === id)?.name ?? wordsIn(id) })),
    rows: Object.fromEntries(rows),
  }
}

function literalCell({ type, value, datatype = '' }: Term, labelOf: (node: string) => string): Cell {
  if (type === 'uri') return { str: /^https?:/u.test(value) && labelOf(value) === wordsIn(value) ? value : labelOf(value) }
  switch (datatype.slice(datatype.indexOf('#') + 1)) {
    case 'integer':
      return { int: Number(value) }
    case 'decimal':
    case 'double':
    case 'float':
      return { float: Number(value) }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? { date: `${value}T00:00:00Z` } : { str: value }
    case 'dateTime':
      return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/u.test(value) ? { date: value } : { str: value }
    default:
      return { str: value }
  }
}
