/**
 * The longer answers of the MCP tools: explaining, connecting, and SPARQL.
 * In: "Sergey Lavrov". Out: what is known of him, in words with the IRIs of claims and evidence, and as JSON.
 */
import { entity, mustBe } from './details.js'
import { entitiesOf } from './entities.js'
import type { RecordKind } from './fields.js'
import type { Graph } from './graph.js'
import { wordsOfEntity, wordsOfEvidence, wordsOfRecord } from './mcp-words.js'
import { compact } from './names.js'
import { nodeMeant } from './parameters.js'
import { pathBetween } from './paths.js'
import { describe, recordsOf } from './records.js'

export interface Told {
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
}

const kindOfClass: readonly (readonly [string, RecordKind])[] = [
  ['ng:Statement', 'statement'],
  ['ng:Event', 'event'],
  ['ng:RoleHolding', 'role'],
  ['ng:Relation', 'relation'],
  ['ng:Article', 'article'],
]

/** Claims of a kind that are told; their JSON has more. */
const TOLD = 12

export async function explain(graph: Graph, term: string): Promise<Told> {
  const node = await nodeMeant(graph, 'of', term)
  const known = await entity(graph, node)
  if (!known) return explainClaim(graph, node, term)
  const part = (title: string, lines: readonly string[]): string =>
    lines.length > 0 ? `\n${title}${lines.length > TOLD ? ` (${TOLD} of ${lines.length})` : ''}:\n${lines.slice(0, TOLD).join('\n')}` : ''
  const text = [
    `${wordsOfEntity(known)}\n  statements: ${known.statements} by, ${known.spokenOf} about; passages that name it: ${known.mentions}`,
    part('Roles', known.roles.map(wordsOfRecord)),
    part('Relations', known.relations.map(wordsOfRecord)),
    part(
      'Named here, among other places',
      known.passages.map((passage) => `- ${wordsOfEvidence(passage)}`),
    ),
  ].join('')
  return { text, data: known }
}

async function explainClaim(graph: Graph, node: string, term: string): Promise<Told> {
  const types =
    (await describe(graph, [node]))
      .get(node)
      ?.get('rdf:type')
      ?.map(({ value }) => compact(graph, value)) ?? []
  const kind = kindOfClass.find(([name]) => types.includes(name))?.[1]
  const record = mustBe(kind && (await recordsOf(graph, kind, [node]))[0], term)
  return { text: wordsOfRecord(record), data: record }
}

export async function path(graph: Graph, from: string, to: string): Promise<Told> {
  const steps = await pathBetween(graph, from, to)
  const entities = await entitiesOf(graph)
  const nameOf = (node: string): string => entities.get(node)?.label ?? compact(graph, node)
  const text =
    steps.length === 0
      ? 'There is no connection of at most six steps.'
      : steps.map((step) => `${nameOf(step.from)} → ${nameOf(step.to)}\n${wordsOfRecord(step.claim)}`).join('\n')
  return { text, data: { steps } }
}

/** Characters of an answer that a model can still read. */
const READABLE = 60_000
const MAX_ROWS = 1000

export async function ask(graph: Graph, sparql: string): Promise<Told> {
  const form = graph.formOf(sparql)
  const reply = await graph.ask({ sparql, format: form === 'construct' || form === 'describe' ? 'turtle' : 'csv', maxRows: MAX_ROWS })
  if ('refused' in reply) return { text: reply.what, data: { refused: reply.refused } }
  const text =
    reply.text.length > READABLE
      ? `${reply.text.slice(0, READABLE)}\n… cut here: the answer has ${reply.text.length} characters. Ask for less.`
      : reply.text
  return { text, data: { text } }
}
