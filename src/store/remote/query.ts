/**
 * SPARQL put to a store somewhere else, with the prefixes, forms and limits of a question to files.
 * In: the store's address, a query. Out: its answer, or a Problem when the query is wrong, takes too long or nothing answers.
 * What stands outside GRAPH is looked for in all named graphs; on Fuseki not in the same question as GRAPH.
 */
import { DEFAULT_BASE, kinds } from '../../map/iri.js'
import { ng } from '../../map/vocab.js'
import { Problem } from '../../problem.js'
import { parse } from '../load.js'
import { nQuad } from '../n-quads.js'
import { prefixesOf, withoutPrefixLine, withPrefixes } from '../prefixes.js'
import type { QueryResult, ResultTerm } from '../query-result.js'
import type { QueryLimits } from '../query.js'
import { openForQuestions, type RemoteStore, type StoreOptions } from './store.js'

const ANSWERS = 'application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.5'

/** @throws Problem 'query' when the query does not parse or takes too long, 'store' when the store does not answer */
export async function queryEndpoint(to: string, sparql: string, options: StoreOptions & QueryLimits = {}): Promise<QueryResult> {
  const timeoutMs = options.timeoutMs ?? 30_000
  try {
    const store = await openForQuestions(to, { ...options, timeoutMs })
    const whole = withPrefixes(sparql, prefixesOf(await baseFor(store, sparql)))
    const answer = await store.ask(whole, { accept: ANSWERS, isOverAllGraphs: !namesGraphs(sparql), alsoFine: [400] })
    if (answer.status === 400) throw new Problem('query', `The query is not valid SPARQL: ${withoutPrefixLine(firstLine(answer.text))}`, 'Mend the query; ontology/queries/ has ten that work.')
    return await resultOf(store, answer.text, answer.headers.get('content-type') ?? '')
  } catch (cause) {
    if (!(cause instanceof Problem && cause.cause instanceof Error && cause.cause.name === 'TimeoutError')) throw cause
    throw new Problem('query', `The query took longer than ${timeoutMs / 1000} seconds.`, 'Make it narrower, add a LIMIT, or give it more time with --timeout.', { cause })
  }
}

/** The base of the store's data, asked for only where the question names data by a prefix. */
async function baseFor(store: RemoteStore, sparql: string): Promise<string> {
  if (!new RegExp(`\\b(?:${kinds.join('|')}):`, 'u').test(bare(sparql))) return DEFAULT_BASE
  const { text } = await store.ask(`SELECT ?article { ?article a <${ng.Article.value}> } LIMIT 1`, { accept: 'application/sparql-results+json', isOverAllGraphs: true })
  const answer = JSON.parse(text) as { results?: { bindings?: { article?: ResultTerm }[] } }
  return answer.results?.bindings?.[0]?.article?.value.replace(/article\/[^/]*$/u, '') ?? DEFAULT_BASE
}

function namesGraphs(sparql: string): boolean {
  return /\b(?:graph|from)\b/iu.test(bare(sparql))
}

/** Without strings, names in angle brackets and comments. */
function bare(sparql: string): string {
  return sparql.replace(/"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/gu, ' ')
}

interface JsonAnswer {
  readonly boolean?: boolean
  readonly head?: { readonly vars?: string[] }
  readonly results?: { readonly bindings: Record<string, { type: string; value: string }>[] }
}

async function resultOf(store: RemoteStore, text: string, type: string): Promise<QueryResult> {
  if (/n-triples|turtle|text\/plain/u.test(type)) {
    const quads = await parse(text, /turtle/u.test(type) ? 'turtle' : 'n-triples', `the answer of ${store.address}`)
    return { kind: 'graph', nTriples: quads.map((quad) => nQuad(quad, false)).join('') }
  }
  if (!type.includes('json')) throw new Problem('store', `What answers at ${store.address} is no SPARQL store`, 'Check the address; it is that of the store, or of its queries.')
  const { boolean, head, results } = JSON.parse(text) as JsonAnswer
  if (boolean !== undefined) return { kind: 'boolean', value: boolean }
  // Virtuoso 7.2.5 answers ASK with a row of its own, or with none.
  if (head?.vars?.[0] === '__ASK_RETVAL') return { kind: 'boolean', value: results?.bindings[0]?.__ASK_RETVAL?.value === '1' }
  // It has a type of its own for literals with a datatype, too.
  const rows = (results?.bindings ?? []).map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) =>
    [name, (term.type === 'typed-literal' ? { ...term, type: 'literal' } : term) as ResultTerm])))
  return { kind: 'rows', variables: head?.vars ?? [], rows }
}

function firstLine(text: string): string {
  const line = text.replace(/\s*SPARQL query:[^]*$/u, '').replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
