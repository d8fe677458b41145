/**
 * The browser's thread that answers SPARQL over the graph of the page. Bundled by Vite into a file of its own, for this and oxigraph are 1.4 MB.
 * In: first the graph as N-Triples and oxigraph's WebAssembly, then questions. Out: rows whose cells say what IRI they are, or what is wrong.
 */
import init, { Store } from 'oxigraph/web.js'
import { namespaces } from './map/namespaces.js'

export type AskMessage = { readonly triples: string; readonly wasm: ArrayBuffer } | { readonly query: string; readonly id: number }

/** A cell; `iri` where it is one. */
export interface Cell {
  readonly text: string
  readonly iri?: string
}
export type AskReply =
  | { readonly ready: number }
  | { readonly id: number; readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[]; readonly total: number }
  | { readonly id: number; readonly problem: string }

/** Rows that a page can list. */
const MOST = 2000

/** The page's thread; TypeScript knows browsers' windows only. */
interface Port {
  postMessage(reply: AskReply): void
  addEventListener(type: 'message', listen: (event: { readonly data: AskMessage }) => void): void
}
const port = globalThis as unknown as Port
let store: Promise<Store> | undefined

port.addEventListener('message', ({ data }) => {
  if ('triples' in data) store = open(data.triples, data.wasm)
  else
    answer(data.query, data.id)
      .then((reply) => port.postMessage(reply))
      .catch((error: unknown) => port.postMessage({ id: data.id, problem: error instanceof Error ? error.message : String(error) }))
})

async function open(triples: string, wasm: ArrayBuffer): Promise<Store> {
  await init({ module_or_path: wasm })
  const opened = new Store()
  opened.load(triples, { format: 'application/n-triples', lenient: true })
  port.postMessage({ ready: opened.size })
  return opened
}

async function answer(query: string, id: number): Promise<AskReply> {
  if (store === undefined) throw new Error('There is no graph yet.')
  const prefixes = Object.entries(namespaces)
    .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`)
    .join('\n')
  if (/\b(?:SERVICE|LOAD|INSERT|DELETE|CLEAR|DROP)\b/iu.test(query.replace(/<[^>]*>|"[^"]*"|#.*$/gmu, '')))
    throw new Error('Only questions to this graph are answered: SELECT, ASK, CONSTRUCT.')
  const result = (await store).query(`${prefixes}\n${query}`)
  if (typeof result === 'boolean') return { id, columns: ['answer'], rows: [[{ text: result ? 'yes' : 'no' }]], total: 1 }
  if (typeof result === 'string') return { id, columns: ['answer'], rows: [[{ text: result }]], total: 1 }
  const all = result as readonly unknown[]
  const [first] = all
  if (first instanceof Map) {
    const columns = [...new Set((all as readonly Map<string, Term>[]).flatMap((row) => [...row.keys()]))]
    return {
      id,
      columns,
      rows: (all as readonly Map<string, Term>[]).slice(0, MOST).map((row) => columns.map((column) => cellOf(row.get(column)))),
      total: all.length,
    }
  }
  const quads = all as readonly { readonly subject: Term; readonly predicate: Term; readonly object: Term }[]
  return {
    id,
    columns: ['subject', 'predicate', 'object'],
    rows: quads.slice(0, MOST).map(({ subject, predicate, object }) => [subject, predicate, object].map(cellOf)),
    total: all.length,
  }
}

interface Term {
  readonly termType: string
  readonly value: string
}

function cellOf(term: Term | undefined): Cell {
  if (term === undefined) return { text: '' }
  return term.termType === 'NamedNode' ? { text: term.value, iri: term.value } : { text: term.value }
}
