/**
 * Claims and articles as plain records.
 * In: IRIs of a graph. Out: for each what it says, with the names of what it speaks of and the words it rests on:
 *   { id: "statement:76f4…", speakers: [{ id: "person:sergey-lavrov", label: "Sergey Lavrov" }], text: "We always say …", evidence: [ … ] }
 * Which property goes into which field stands in `fields.ts`.
 */
import { evidenceOf, type Evidence } from './evidence.js'
import { fields, type Field, type RecordKind } from './fields.js'
import { select, type Graph, type Term } from './graph.js'
import { compact, iris, wordsIn } from './names.js'

/** Something that a record points to. */
export interface Reference {
  readonly id: string
  readonly iri: string
  readonly label: string
}

export type FieldValue = string | number | boolean | readonly string[] | readonly Reference[] | Reference

export interface Record {
  readonly id: string
  readonly iri: string
  readonly kind: RecordKind
  readonly label: string
  /** What articles say of themselves needs none. */
  readonly evidence?: readonly Evidence[]
  readonly [field: string]: FieldValue | readonly Evidence[] | undefined
}

/** What is said of a node: `ng:cue` → its values. */
export type Description = ReadonlyMap<string, readonly Term[]>

/** Long, and asked for by name where they are wanted. */
const LONG = 'schema:articleBody, schema:mentions, ng:evidence'

export async function describe(graph: Graph, nodes: readonly string[]): Promise<ReadonlyMap<string, Description>> {
  const found = new Map<string, Map<string, Term[]>>(nodes.map((node) => [node, new Map<string, Term[]>()]))
  if (nodes.length === 0) return found
  const rows = await select(
    graph,
    `SELECT DISTINCT ?node ?property ?value {
    VALUES ?node { ${iris(nodes)} } ?node ?property ?value FILTER(?property NOT IN (${LONG}))
  } ORDER BY ?node ?property ?value`,
  )
  for (const { node, property, value } of rows) {
    const description = found.get(node?.value ?? '')
    if (!description || !property || !value) continue
    const name = compact(graph, property.value)
    description.set(name, [...(description.get(name) ?? []), value])
  }
  return found
}

/** What nodes are called; those without a name by the words in their IRI. */
export async function labelsOf(graph: Graph, nodes: Iterable<string>): Promise<(node: string) => string> {
  const wanted = [...new Set(nodes)]
  const rows =
    wanted.length === 0
      ? []
      : await select(
          graph,
          `SELECT DISTINCT ?node ?label { VALUES ?node { ${iris(wanted)} } ?node rdfs:label ?label } ORDER BY ?node DESC(?label)`,
        )
  const labels = new Map(rows.map(({ node, label }) => [node?.value ?? '', label?.value ?? '']))
  return (node) => labels.get(node) ?? wordsIn(node)
}

/** Records of one kind, in the order asked for; what the graph does not know is left out. */
export async function recordsOf(graph: Graph, kind: RecordKind, nodes: readonly string[]): Promise<Record[]> {
  const [descriptions, evidence] = await Promise.all([describe(graph, nodes), evidenceOf(graph, nodes)])
  const pointed = [...descriptions.values()].flatMap((description) =>
    Object.values(fields[kind])
      .filter(({ shape }) => shape !== 'text')
      .flatMap(({ from }) => from.flatMap((property) => description.get(property) ?? []))
      .filter(({ type }) => type === 'uri')
      .map(({ value }) => value),
  )
  const labelOf = await labelsOf(graph, [...pointed, ...nodes])
  return [...descriptions]
    .filter(([, description]) => description.size > 0)
    .map(([iri, description]) => {
      const values = Object.entries(fields[kind]).flatMap(([name, field]) => {
        const value = valueOf(graph, field, description, labelOf)
        return value === undefined ? [] : [[name, value] as const]
      })
      return {
        id: compact(graph, iri),
        iri,
        kind,
        label: labelOf(iri),
        ...Object.fromEntries(values),
        ...(kind !== 'article' && { evidence: evidence.get(iri) ?? [] }),
      }
    })
}

function valueOf(
  graph: Graph,
  { from, shape, isList }: Field,
  description: Description,
  labelOf: (node: string) => string,
): FieldValue | undefined {
  const terms = [...new Map(from.flatMap((property) => description.get(property) ?? []).map((term) => [term.value, term])).values()]
  const first = terms[0]
  switch (shape) {
    case 'reference': {
      const references = terms.map(({ value }) => ({ id: compact(graph, value), iri: value, label: labelOf(value) }))
      return isList ? references : references[0]
    }
    case 'word':
      return isList ? terms.map(({ value }) => wordsIn(value)) : first && wordsIn(first.value)
    case 'text':
      return isList ? terms.map(({ value }) => value) : first?.value
    case 'number':
      return first && Number(first.value)
    case 'flag':
      return first && first.value === 'true'
  }
}
