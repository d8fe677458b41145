/**
 * What services answered before, so that a build that is done again asks nothing and gives the same graph.
 * In: a service's address. Out: its answers by query, from a file of lines in order: `{"query":{"query":"Sergey Lavrov",…},"result":[…]}`. A line that is damaged is asked again.
 * A folder that cannot be written is no reason to fail. To ask anew, remove the file.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeChunks } from '../store/files.js'
import { cacheFolder } from '../store/kept.js'
import type { Candidate, Manifest, Query } from './service.js'

export interface Answers {
  manifest?: Manifest
  readonly get: (query: Query) => readonly Candidate[] | undefined
  readonly put: (query: Query, result: readonly Candidate[]) => void
  /** Writes down what is new, beside what others wrote meanwhile. */
  readonly save: () => Promise<void>
}

interface Kept { readonly manifest?: Manifest; readonly answers: Map<string, string> }

export function answersOf(address: string): Answers {
  const path = join(cacheFolder(), 'reconcile', `${createHash('sha256').update(address).digest('hex').slice(0, 16)}.jsonl`)
  const { manifest, answers } = read(path), fresh = new Map<string, string>()
  const kept: Answers = {
    ...(manifest && { manifest }),
    get: (query) => {
      const text = answers.get(JSON.stringify(query))
      return text === undefined ? undefined : JSON.parse(text) as Candidate[]
    },
    put: (query, result) => {
      answers.set(JSON.stringify(query), JSON.stringify(result))
      fresh.set(JSON.stringify(query), JSON.stringify(result))
    },
    save: async () => {
      if (fresh.size === 0) return
      const all = new Map([...read(path).answers, ...fresh])
      fresh.clear()
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        const lines = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([query, result]) => `{"query":${query},"result":${result}}\n`)
        await writeChunks(path, [`${JSON.stringify({ address, manifest: kept.manifest })}\n`, ...lines])
      } catch { /* They are asked again. */ }
    },
  }
  return kept
}

function read(path: string): Kept {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return { answers: new Map() }
  }
  const [head = '', ...lines] = text.split('\n'), answers = new Map<string, string>()
  for (const line of lines) {
    const { query, result } = parsed(line) as { query?: Query; result?: unknown }
    if (query !== undefined && Array.isArray(result)) answers.set(JSON.stringify(query), JSON.stringify(result))
  }
  const { manifest } = parsed(head) as { manifest?: Manifest }
  return { answers, ...(typeof manifest?.name === 'string' && typeof manifest.identifierSpace === 'string' && Array.isArray(manifest.types) && { manifest }) }
}

function parsed(line: string): object {
  try {
    return Object(JSON.parse(line)) as object
  } catch {
    return {}
  }
}
