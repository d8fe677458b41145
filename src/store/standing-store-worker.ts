/**
 * The thread that holds graphs in a store and answers one SPARQL query after the other.
 * In: the graphs' files as worker data, N-Quads in messages; then questions. Out: a message when the graphs are loaded or cannot be; one
 * for each question, with the answer as text: `{"head":{"vars":["who"]},…`, or why there is none.
 * The store works without pause: whoever asks must end the thread when it takes too long.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { Term } from 'oxigraph/web.js'
import { ng } from '../map/vocab.js'
import { Problem, type ProblemCode } from '../problem.js'
import { openStore } from './engine.js'
import { mediaTypes, type GraphFile } from './load.js'
import { prefixesOf, withoutPrefixLine, type Prefixes } from './prefixes.js'
import { fillStore, UNION, type FilledStore } from './query-store.js'
import { replyTo, type StoreQuestion, type StoreReply } from './standing-store-reply.js'

export type FromWorker =
  | { readonly size: number; readonly prefixes: Prefixes }
  | { readonly code: ProblemCode; readonly what: string; readonly advice: string }
  | { readonly reply: StoreReply; readonly isBroken: boolean }

export type ToWorker = { readonly nQuads: string } | { readonly start: true } | { readonly question: StoreQuestion }

let filled: FilledStore | undefined
if (parentPort) listen(parentPort)

function listen(port: MessagePort): void {
  const post = (message: FromWorker): void => port.postMessage(message)
  port.on('message', async (message: ToWorker) => {
    if ('nQuads' in message) loadLines(message.nQuads)
    else if ('start' in message) post(await load((workerData as { files: readonly GraphFile[] }).files))
    else if (filled) post(answer(message.question, filled))
  })
}

function loadLines(nQuads: string): void {
  filled ??= { store: openStore().store, prefixes: prefixesOf() }
  filled.store.load(nQuads, { format: mediaTypes['n-quads'], no_transaction: true })
}

async function load(files: readonly GraphFile[]): Promise<FromWorker> {
  try {
    if (filled) filled.store.update(UNION)
    else filled = await fillStore({ files }, true)
    filled = { store: filled.store, prefixes: { ...filled.prefixes, ...prefixesOfData(filled) } }
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
