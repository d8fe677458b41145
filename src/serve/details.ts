/**
 * One entity or article in full, and entities by name.
 * In: "person:sergey-lavrov" as an IRI. Out: its names, its roles and relations with the words they rest on, a few passages, and counts.
 */
import { Problem } from '../problem.js'
import { events, relations, roles, statements } from './claims.js'
import { entitiesOf, type Entity } from './entities.js'
import { passagesOf } from './evidence.js'
import { select, type Graph } from './graph.js'
import { iri } from './names.js'
import { recordsOf } from './records.js'

/** The kind of a name that is looked for, or all by how often they are named. */
export async function entitiesNamed(graph: Graph, name: string | undefined, kind: string | undefined): Promise<readonly Entity[]> {
  const entities = await entitiesOf(graph)
  if (name !== undefined) return entities.find(name, kind === undefined ? {} : { types: [kind] })
  return entities.all
    .filter((entity) => kind === undefined || entity.kind === kind)
    .toSorted((a, b) => b.articles - a.articles || (a.iri < b.iri ? -1 : 1))
}

const SHOWN = { limit: 50, offset: 0 }

/** Undefined where the graph has no such entity. */
export async function entity(graph: Graph, asked: string) {
  const found = (await entitiesOf(graph)).get(asked)
  if (!found) return undefined
  const node = found.iri
  const [held, related, passages, said, about] = await Promise.all([
    roles(graph, node, SHOWN),
    relations(graph, node, SHOWN),
    passagesOf(graph, node, { limit: 5, offset: 0 }),
    statements(graph, { speaker: node }, { limit: 1, offset: 0 }),
    statements(graph, { about: node }, { limit: 1, offset: 0 }),
  ])
  return {
    ...found,
    roles: held.items,
    relations: related.items,
    passages: passages.items,
    mentions: passages.total,
    statements: said.total,
    spokenOf: about.total,
  }
}

/** @throws Problem 'query' when the graph does not answer in time */
export async function article(graph: Graph, node: string) {
  const [record] = await recordsOf(graph, 'article', [node])
  if (!record) return undefined
  const [[text], mentioned, said, happened] = await Promise.all([
    select(graph, `SELECT DISTINCT ?text { ${iri(node)} a ng:Article ; schema:articleBody ?text } LIMIT 1`),
    select(graph, `SELECT DISTINCT ?node { ${iri(node)} schema:mentions ?node } ORDER BY ?node`),
    statements(graph, { article: node }, { limit: 1, offset: 0 }),
    events(graph, { article: node }, { limit: 1, offset: 0 }),
  ])
  const entities = await entitiesOf(graph)
  const mentions = mentioned
    .flatMap((row) => (row.node ? [entities.get(row.node.value)] : []))
    .flatMap((found) => (found ? [{ id: found.id, iri: found.iri, label: found.label }] : []))
  return { ...record, ...(text?.text && { text: text.text.value }), mentions, statements: said.total, events: happened.total }
}

/** For those who ask by name. @throws Problem 'usage' */
export function mustBe<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing !== undefined) return thing
  throw new Problem('usage', `There is no ${JSON.stringify(name)} in the graph.`, 'Look for it with find.')
}
