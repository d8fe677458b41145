/**
 * The rows that a SPARQL endpoint gives, page by page, as lines of a table.
 * In: its address and a SELECT query. Out: `id\tlabel`, then `http://www.wikidata.org/entity/Q58217\tSergey Lavrov`.
 * Pages are put in order of all that is asked for, so that the next begins where the one before ended. It ends at a page that is empty: some endpoints
 * give fewer rows at once than they are asked for. One that is busy is asked again later.
 */
import { Problem } from '../problem.js'
import { openForQuestions } from '../store/remote/store.js'

const PAGE = 5000
const TIMEOUT_MS = 300_000

/** @param known lines that need not come again @throws Problem `store` where it does not answer, `query` where the query is none */
export async function* endpointLines(address: string, query: string, known: number): AsyncGenerator<{ readonly from: number; readonly lines: readonly Buffer[] }> {
  const variables = variablesOf(query), store = await openForQuestions(address, { timeoutMs: TIMEOUT_MS })
  yield { from: 1, lines: [Buffer.from(variables.join('\t'))] }
  for (let offset = Math.max(0, known - 1); ;) {
    const rows = await store.rows(pageOf(query, variables, offset))
    if (rows.length === 0) return
    yield { from: offset + 2, lines: rows.map((row) => Buffer.from(variables.map((name) => (row[name]?.value ?? '').replace(/[\t\r\n]+/gu, ' ')).join('\t'))) }
    offset += rows.length
  }
}

/** The query within another, which sees to the order; its prefixes stand before. */
function pageOf(query: string, variables: readonly string[], offset: number): string {
  const [prologue = ''] = PROLOGUE.exec(query) ?? []
  const order = variables.map((name) => `?${name}`).join(' ')
  return `${prologue}\nSELECT ${order} WHERE { { ${query.slice(prologue.length)}\n} } ORDER BY ${order} LIMIT ${PAGE} OFFSET ${offset}`
}

const PROLOGUE = /^(?:\s+|#[^\n]*(?:\n|$)|PREFIX\s+[^\s:]*:\s*<[^<>]*>|BASE\s*<[^<>]*>)*/iu

function variablesOf(query: string): string[] {
  const head = /^SELECT\s+(?:DISTINCT\s+|REDUCED\s+)?((?:\?\w+\s*|\([^{}]*?\bAS\s+\?\w+\s*\)\s*)+)/iu.exec(query.slice(PROLOGUE.exec(query)?.[0].length ?? 0))?.[1] ?? ''
  const names = [...head.replace(/\([^{}]*?\bAS\s+(\?\w+)\s*\)/giu, '$1').matchAll(/\?(\w+)/gu)].map(([, name = '']) => name)
  if (names.length > 0) return names
  throw new Problem('query', 'The query names no variables', 'Write a SELECT that names them, for instance SELECT ?id ?label WHERE { … }; SELECT * does not tell what is asked for.')
}
