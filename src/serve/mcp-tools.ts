/**
 * What a language model can ask of the graph, as MCP tools; all of them only read.
 * In: arguments by name, `statements_of({ speaker: "Lavrov", about: "Macron" })`. Out: words for the model, with the IRI of every claim and of the
 * evidence it rests on, and the same as JSON.
 */
import { articles, events, statements } from './claims.js'
import { entitiesNamed } from './details.js'
import { entityKinds } from './entities.js'
import { passagesOf } from './evidence.js'
import type { Graph } from './graph.js'
import { ask, explain, path, type Told } from './mcp-answers.js'
import { readParameters, span, type Parameters } from './parameters.js'
import { wordsOfEntity, wordsOfEvidence, wordsOfPage, wordsOfRecord } from './mcp-words.js'

type Arguments = Readonly<Record<string, string>>
interface Asked {
  readonly values: Arguments
  readonly page: { readonly limit: number; readonly offset: number }
}

export interface Tool {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly parameters: Parameters
  readonly required: readonly string[]
  readonly run: (graph: Graph, asked: Asked) => Promise<Told>
}

const page: Parameters = {
  limit: { shape: 'limit', says: 'How many; 20 without it.' },
  offset: { shape: 'offset', says: 'How many to pass over.' },
}

export const tools: readonly Tool[] = [
  {
    name: 'find',
    title: 'Find by name',
    required: ['name'],
    says: 'Finds people, organisations, outlets, groups, places and works by name; misspelt names too. Gives the id that the other tools take.',
    parameters: {
      name: { shape: 'text', says: 'A name or part of one.' },
      kind: { shape: 'kind', says: `One of ${entityKinds.join(', ')}.` },
      ...page,
    },
    async run(graph, { values: { name, kind }, page: { limit, offset } }) {
      const all = await entitiesNamed(graph, name, kind)
      const found = { total: all.length, limit, offset, items: all.slice(offset, offset + limit) }
      return { text: wordsOfPage(found, 'entities', wordsOfEntity), data: found }
    },
  },
  {
    name: 'explain',
    title: 'Explain an entity or claim',
    required: ['of'],
    says: 'Tells what is known of an entity (names, roles, relations) or of a claim, and from which words of which article.',
    parameters: { of: { shape: 'text', says: 'A name, an id such as person:sergey-lavrov, or an IRI.' } },
    run: (graph, { values: { of = '' } }) => explain(graph, of),
  },
  {
    name: 'statements_of',
    title: 'Who said what',
    required: [],
    says: 'Statements by a speaker, about somebody or something, in a span of time, or with certain words; the newest first.',
    parameters: {
      speaker: { shape: 'entity', says: 'Who says it: a name or id.' },
      about: { shape: 'entity', says: 'Who or what is spoken of.' },
      words: { shape: 'text', says: 'Words that are said.' },
      ...span,
      ...page,
    },
    async run(graph, { values, page: wanted }) {
      const found = await statements(graph, values, wanted)
      return { text: wordsOfPage(found, 'statements', wordsOfRecord), data: { ...found } }
    },
  },
  {
    name: 'events_of',
    title: 'What happened',
    required: [],
    says: 'Events that somebody takes part in, of a type, in a span of time; the newest first. Says of each whether the article vouches for it.',
    parameters: {
      entity: { shape: 'entity', says: 'Who takes part, or where it is: a name or id.' },
      type: { shape: 'text', says: 'meeting, visit, attack, election, …' },
      factuality: { shape: 'text', says: 'asserted, planned, negated, possible or reported.' },
      ...span,
      ...page,
    },
    async run(graph, { values, page: wanted }) {
      const found = await events(graph, values, wanted)
      return { text: wordsOfPage(found, 'events', wordsOfRecord), data: { ...found } }
    },
  },
  {
    name: 'passages',
    title: 'Passages of the articles',
    required: [],
    says: 'The passages of the articles where an entity or claim stands; or, with words only, the articles that have these words.',
    parameters: {
      of: { shape: 'entity', says: 'A name, an id or an IRI.' },
      words: { shape: 'text', says: 'Words to look for.' },
      ...page,
    },
    async run(graph, { values: { of, words }, page: wanted }) {
      if (of === undefined) {
        const found = await articles(graph, words === undefined ? {} : { words }, wanted)
        return { text: wordsOfPage(found, 'articles', wordsOfRecord), data: { ...found } }
      }
      const found = { ...wanted, ...(await passagesOf(graph, of, { ...wanted, ...(words === undefined ? {} : { words }) })) }
      return { text: wordsOfPage(found, 'passages', (passage) => `- ${wordsOfEvidence(passage)}`), data: found }
    },
  },
  {
    name: 'path',
    title: 'How two are connected',
    required: ['from', 'to'],
    says: 'The shortest connection between two entities, claim by claim, through statements, events, roles and relations.',
    parameters: { from: { shape: 'entity', says: 'A name or id.' }, to: { shape: 'entity', says: 'A name or id.' } },
    run: (graph, { values: { from = '', to = '' } }) => path(graph, from, to),
  },
  {
    name: 'ask',
    title: 'Ask in SPARQL',
    required: ['sparql'],
    says: `Answers a SPARQL query (SELECT and ASK as CSV, CONSTRUCT and DESCRIBE as Turtle). Prefixes are known: ng: (Article, Statement, Event, RoleHolding, Relation,
evidence, speechAct, cue, factuality), schema: (creator, text, about, headline, datePublished, Person, Organization, Place), org: (member, role), oa: (exact, hasSource, hasSelector),
rdfs:label, skos:altLabel. Who said what: SELECT ?who ?what { ?s a ng:Statement ; schema:creator/rdfs:label ?who ; schema:text ?what } LIMIT 20`,
    parameters: { sparql: { shape: 'sparql', says: 'The query; use LIMIT.' } },
    run: (graph, { values: { sparql = '' } }) => ask(graph, sparql),
  },
]

/** Checks what a tool was given, and answers. @throws Problem with a sentence for the model */
export async function runTool(graph: Graph, { parameters, run }: Tool, given: Readonly<Record<string, unknown>>): Promise<Told> {
  const texts = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
  return run(graph, await readParameters(graph, parameters, texts))
}
