/**
 * A reconciliation service somewhere else (W3C Reconciliation API 0.1 and 0.2): Wikidata's, OpenCorporates', another newsgraph's.
 * In: its address; names, `{"query": "Sergey Lavrov", "type": "Q5"}`. Out: for each whom it takes them for, or a Problem with one line.
 * Nothing that it says is believed before it was looked at: how long, how large, of which form. One request at a time; where it is busy, it is asked again
 * after the time that it names.
 */
import { Problem } from '../problem.js'
import { version } from '../version.js'

export interface Query { readonly query: string; readonly type?: string; readonly limit: number }

export interface Candidate { readonly id: string; readonly name: string; readonly score: number; readonly match: boolean; readonly types: readonly string[] }

/** What a service says of itself. */
export interface Manifest { readonly name: string; readonly identifierSpace: string; readonly batchSize: number; readonly types: readonly string[] }

export interface ServiceOptions {
  /** Milliseconds until an answer must be there whole. Default: 20,000. */
  readonly timeoutMs?: number
  /** Milliseconds before the second try, where the service names none; each later one waits twice as long. Default: 1000. */
  readonly patienceMs?: number
}

export interface Service {
  /** @throws Problem `store` */
  readonly manifest: () => Promise<Manifest>
  /** In the order of the queries. @throws Problem `store` */
  readonly ask: (queries: readonly Query[], batchSize: number) => Promise<readonly (readonly Candidate[])[]>
}

const TRIES = 4
const LONGEST_WAIT_MS = 60_000
const LARGEST = 8 * 1024 * 1024
const MOST_QUERIES = 50

export function serviceAt(address: string, { timeoutMs = 20_000, patienceMs = 1000 }: ServiceOptions = {}): Service {
  const send = async (init: RequestInit): Promise<unknown> => {
    for (let tried = 1; ; tried += 1) {
      const answer = await exchange(address, init, timeoutMs)
      if (typeof answer === 'string') return parsed(answer, address)
      if (tried === TRIES) throw new Problem('store', `The reconciliation service ${address} is busy (${answer.status})`, 'Try again later.')
      await pause(Math.min(answer.waitMs ?? patienceMs * 2 ** (tried - 1), LONGEST_WAIT_MS))
    }
  }
  return {
    manifest: async () => manifestOf(await send({ method: 'GET' }), address),
    ask: async (queries, batchSize) => {
      const all: (readonly Candidate[])[] = [], size = Math.min(batchSize, MOST_QUERIES)
      for (let at = 0; at < queries.length; at += size) {
        const batch = queries.slice(at, at + size)
        const body = new URLSearchParams({ queries: JSON.stringify(Object.fromEntries(batch.map((query, number) => [`q${number}`, query]))) })
        all.push(...answersOf(await send({ method: 'POST', body }), batch.length, address))
      }
      return all
    },
  }
}

/** The text of an answer, or that it is to be asked again. */
async function exchange(address: string, init: RequestInit, timeoutMs: number): Promise<string | { readonly status: number; readonly waitMs?: number }> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await fetch(address, { ...init, signal, redirect: 'manual', headers: { accept: 'application/json', 'user-agent': `newsgraph/${version}` } })
    if ([429, 502, 503, 504].includes(answer.status)) {
      await answer.body?.cancel()
      return { status: answer.status, ...waitOf(answer.headers.get('retry-after')) }
    }
    if (!answer.ok) {
      await answer.body?.cancel()
      const elsewhere = answer.headers.get('location')
      throw new Problem('store', `The reconciliation service ${address} refuses (${answer.status}${elsewhere === null ? '' : `, it sends us to ${elsewhere.slice(0, 200)}`})`, 'Check the address given with --reconcile.')
    }
    return await textOf(answer, address)
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    const why = signal.aborted ? `did not answer within ${timeoutMs / 1000} seconds` : `cannot be reached (${reasonOf(cause)})`
    throw new Problem('store', `The reconciliation service ${address} ${why}`, 'Check the address given with --reconcile, and that it runs.', { cause })
  }
}

async function textOf(answer: Response, address: string): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    parts.push(part)
    size += part.length
    if (size > LARGEST) throw garbage(address, `its answer is larger than ${LARGEST >> 20} MB`)
  }
  return Buffer.concat(parts).toString()
}

function waitOf(value: string | null): { readonly waitMs?: number } {
  if (value === null) return {}
  const waitMs = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(waitMs) ? {} : { waitMs: Math.max(0, waitMs) }
}

function reasonOf(cause: unknown): string {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code === 'ECONNREFUSED' ? 'connection refused' : error.code === 'ENOTFOUND' ? 'no such host' : error.code
    if (error.cause === undefined) return error.message
  }
  return String(cause)
}

function garbage(address: string, why: string): Problem {
  return new Problem('store', `What answers at ${address} is no reconciliation service: ${why}`, 'Check the address given with --reconcile.')
}

function parsed(text: string, address: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw garbage(address, 'its answer is no JSON')
  }
}

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isWord = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 1000

function manifestOf(given: unknown, address: string): Manifest {
  if (!isJson(given) || !isWord(given['name']) || !isWord(given['identifierSpace'])) throw garbage(address, 'it does not say what it is')
  const { name, identifierSpace, versions, batchSize, defaultTypes } = given
  if (Array.isArray(versions) && !versions.some((one) => one === '0.1' || one === '0.2')) throw garbage(address, `it speaks version ${versions.slice(0, 5).join(', ')} of the protocol, newsgraph 0.1 and 0.2`)
  return {
    name, identifierSpace, batchSize: typeof batchSize === 'number' && batchSize >= 1 ? Math.floor(batchSize) : MOST_QUERIES,
    types: Array.isArray(defaultTypes) ? defaultTypes.flatMap(idOf) : [],
  }
}

/** Of `{ "id": "Q5", "name": "human" }`, or of "Q5". */
function idOf(given: unknown): string[] {
  const id = isJson(given) ? given['id'] : given
  return isWord(id) ? [id] : []
}

function answersOf(given: unknown, count: number, address: string): (readonly Candidate[])[] {
  if (!isJson(given)) throw garbage(address, 'its answer has no results')
  return Array.from({ length: count }, (_, number) => {
    const answer = given[`q${number}`], result = isJson(answer) ? answer['result'] : undefined
    if (!Array.isArray(result)) throw garbage(address, 'it answers less than it was asked')
    return result.slice(0, 100).map((candidate) => candidateOf(candidate, address))
  })
}

function candidateOf(given: unknown, address: string): Candidate {
  const { id, name, score, match, type } = isJson(given) ? given : {}
  if (!isWord(id) || !isWord(name) || typeof score !== 'number' || !Number.isFinite(score)) throw garbage(address, 'a result has no id, name and score')
  return { id, name, score, match: match === true, types: (Array.isArray(type) ? type : []).flatMap(idOf) }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}
