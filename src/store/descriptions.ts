/**
 * What nodes are called and are, gathered from all over the files, and handed out node by node.
 * In: quads in any order. Out: for each subject its quads, each once. The first hundred megabytes stay in memory; the rest waits
 * in temporary files, each of which holds all of some nodes.
 */
import { createHash, randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Parser, type Quad } from 'n3'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import type { PushEntity } from './push-source.js'
import { triplesOf } from './remote/triples.js'

export interface Descriptions {
  add(quad: Quad): void
  /** May be called again. */
  all(): AsyncGenerator<PushEntity>
}

const IN_MEMORY = 100 * 1024 * 1024
const DRAWERS = 256

export function openDescriptions(inMemory = IN_MEMORY): Descriptions {
  const drawers = Array.from({ length: DRAWERS }, (): string[] => [])
  const folder = join(tmpdir(), `newsgraph-descriptions-${randomUUID()}`)
  let size = 0
  const unload = (): void => {
    mkdirOnce(folder)
    for (const [at, lines] of drawers.entries()) {
      attempt(folder, () => appendFileSync(join(folder, String(at)), lines.join('')))
      lines.length = 0
    }
    size = 0
  }
  return {
    add(quad) {
      const [line = ''] = triplesOf([quad])
      drawers[drawerOf(quad.subject.value)]?.push(line)
      size += line.length
      if (size > inMemory) unload()
    },
    async* all() {
      for (const [at, lines] of drawers.entries()) {
        const file = join(folder, String(at))
        yield* nodes(existsSync(file) ? readFileSync(file, 'utf8') + lines.join('') : lines.join(''))
      }
    },
  }
}

function drawerOf(name: string): number {
  return createHash('sha256').update(name).digest()[0] ?? 0
}

function* nodes(text: string): Generator<PushEntity> {
  const lines = new Map<string, Set<string>>()
  for (const line of text.split('\n')) {
    if (line === '') continue
    const subject = line.slice(0, line.indexOf(' '))
    const found = lines.get(subject)
    if (found) found.add(line)
    else lines.set(subject, new Set([line]))
  }
  for (const [subject, own] of lines) {
    yield { entity: subject.replace(/^<|>$/gu, ''), quads: () => new Parser({ format: 'application/n-triples' }).parse([...own].join('\n')) }
  }
}

function mkdirOnce(folder: string): void {
  if (existsSync(folder)) return
  attempt(folder, () => mkdirSync(folder, { mode: 0o700 }))
  onLeaving(() => rmSync(folder, { recursive: true, force: true }))
}

function attempt(path: string, act: () => unknown): void {
  try {
    act()
  } catch (cause) {
    throw new Problem('output', `The temporary folder ${path} cannot be written`, 'Free some space, or set TMPDIR to a folder that has more.', { cause })
  }
}
