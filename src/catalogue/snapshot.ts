/**
 * A catalogue's state as two files, so that opening need not go through its whole history.
 * In: the rows and the registry of names. Out: `index-000012.jsonl` and `names-000012.jsonl`, lines as in the journal; and back.
 * The first line says how many follow, so that a file that was cut off shows.
 */
import { Problem } from '../problem.js'
import { appendDigests, readDigests, type DigestsEnd } from './digests.js'
import { writeDurably } from './durable.js'
import { generationFile } from './folder.js'
import { lineOf, replay } from './journal.js'
import { namesFrom, type Names } from './names.js'
import type { State, Row } from './state.js'

/** @returns where the digests end now */
export function writeSnapshot(folder: string, generation: number, state: State, names: Names): DigestsEnd {
  const digests = appendDigests(folder, names.end, names.fresh.values(), names.digests)
  writeDurably(generationFile(folder, 'names', generation), framed({ generation, digests }, piecesOf(names.registry.toJSON() as object)))
  const { rows, end, revision, decided } = state
  writeDurably(generationFile(folder, 'index', generation), framed({ generation, end, revision, decided }, rows.values()))
  return digests
}

function* framed(head: object, items: Iterable<unknown>): Generator<string> {
  yield lineOf(head)
  let count = 0
  for (const item of items) {
    yield lineOf(item)
    count += 1
  }
  yield lineOf({ count })
}

/** @throws Problem `input` when the file is missing or damaged */
export function readIndex(folder: string, generation: number): State {
  const [head, rows] = unframed(generationFile(folder, 'index', generation))
  const { end, revision, decided } = head as Omit<State, 'rows'>
  return { rows: new Map((rows as Row[]).map((row) => [row.id, row])), end, revision, decided }
}

/** @throws Problem `input` when the file is missing or damaged */
export function readNames(folder: string, generation: number): Names {
  const [head, pieces] = unframed(generationFile(folder, 'names', generation))
  const { digests } = head as { readonly digests: DigestsEnd }
  return namesFrom(joined(pieces as Piece[]), readDigests(folder, digests), digests)
}

function unframed(path: string): [head: unknown, items: unknown[]] {
  const lines: unknown[] = []
  replay(path, (line) => lines.push(line))
  const [head, ...items] = lines
  const last = items.pop() as { count?: number } | undefined
  if (last?.count === items.length) return [head, items]
  throw new Problem('input', `${path} is damaged: its end is missing`, 'Put back the file from a copy; nothing was changed.')
}

/** A part of a large object: a member, or a stretch of a member that is a list. */
type Piece = readonly [member: string, value: unknown] | readonly [member: string, stretch: readonly unknown[], isStretch: true]

/** Items of a list in one line: a line stays far below what a string can hold. */
const STRETCH = 1000

function* piecesOf(value: object): Generator<Piece> {
  for (const [member, content] of Object.entries(value)) {
    if (!Array.isArray(content)) yield [member, content]
    else for (let at = 0; at === 0 || at < content.length; at += STRETCH) yield [member, content.slice(at, at + STRETCH), true]
  }
}

function joined(pieces: readonly Piece[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {}
  for (const [member, content, isStretch] of pieces) {
    const found = whole[member]
    if (!isStretch) whole[member] = content
    else if (Array.isArray(found)) for (const item of content as unknown[]) found.push(item)
    else whole[member] = content
  }
  return whole
}
