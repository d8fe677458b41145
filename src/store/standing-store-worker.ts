/**
 * The thread that holds graphs in a store and answers one SPARQL query after the other.
 * In: the graphs' files as worker data; then questions. Out: a message when the graphs are loaded or cannot be; one
 * for each question, with the answer as text: `{"head":{"vars":["who"]},…`, or why there is none.
 * The store works without pause: whoever asks must end the thread when it takes too long.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Term } from 'oxigraph/web.js'
import { ng } from '../map/vocab.js'
import { Problem, type ProblemCode } from '../problem.js'
import type { GraphFile } from './load.js'
import { prefixesOf, withoutPrefixLine, type Prefixes } from './prefixes.js'
import { fillStore, type FilledStore } from './query-store.js'
import { replyTo, type StoreQuestion, type StoreReply } from './standing-store-reply.js'

export type FromWorker =
  | { readonly size: number; readonly prefixes: Prefixes }
  | { readonly code: ProblemCode; readonly what: string; readonly advice: string }
  | { readonly reply: StoreReply; readonly isBroken: boolean }

let filled: FilledStore | undefined
if (parentPort) await listen(parentPort)

async function listen(port: MessagePort): Promise<void> {
  const post = (message: FromWorker): void => port.postMessage(message)
  post(await load(workerData as readonly GraphFile[]))
  port.on('message', (question: StoreQuestion) => {
    if (filled) post(answer(question, filled))
  })
}

async function load(files: readonly GraphFile[]): Promise<FromWorker> {
  try {
    const { store, prefixes } = await fillStore({ files }, true)
    filled = { store, prefixes: { ...prefixes, ...prefixesOfData({ store, prefixes }) } }
    return { size: filled.store.size, prefixes: filled.prefixes }
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, what: error.message, advice: error.advice }
    throw error
  }
}

/** Lines declare no prefixes: where the data has another base, its articles show it. */
function prefixesOfData({ store, prefixes }: FilledStore): Prefixes {
  if (prefixes.article !== prefixesOf().article) return {}
  const [row] = store.query(`SELECT ?article { ?article a <${ng.Article.value}> } LIMIT 1`) as Map<string, Term>[]
  const base = /^(.*[/#])article\/[^/]+$/u.exec(row?.get('article')?.value ?? '')?.[1]
  return base === undefined ? {} : prefixesOf(base)
}

function answer(question: StoreQuestion, filled: FilledStore): FromWorker {
  try {
    return { reply: replyTo(question, filled), isBroken: false }
  } catch (cause) {
    // The store came to an end of its memory, and cannot be trusted from here on.
    if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) {
      return { reply: { refused: 'memory', what: 'The query needs more memory than there is.' }, isBroken: true }
    }
    return { reply: { refused: 'syntax', what: `The query is not valid SPARQL: ${withoutPrefixLine(messageOf(cause))}` }, isBroken: false }
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
