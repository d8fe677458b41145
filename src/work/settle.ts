/**
 * `work settle`: which names mean the same, over all articles.
 *
 *   in:  a line an article, as `work digest` writes it
 *   out: when all were read, a line for each in the same order: its place in the whole, and what its things are there –
 *        {"order": 17, "things": {"person/lavrov": {"id": "person/sergey-lavrov", …}}}
 *
 * The only filter that sees all articles before it gives the first line, so its memory grows with them (docs/spark.md).
 */
import { placements, type SignedDigest } from '../merge/placements.js'
import type { Line } from './lines.js'
import { asRecord, fieldsIn, isTrouble, jsonLine, problemOf, troubleOf } from './records.js'

export async function* settleLines(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  const digests: SignedDigest[] = []
  /** For each line, either what could not be settled or a digest. */
  const troubles = new Map<number, string>()
  const intern = interning()
  let count = 0
  for await (const line of lines) {
    const taken = take(line, intern)
    if (typeof taken === 'string') troubles.set(count, taken)
    else digests.push(taken)
    count += 1
  }
  const placed = placements(digests)
  for (let at = 0; at < count; at += 1) yield troubles.get(at) ?? jsonLine(placed.next().value ?? {})
}

function take(line: Line, intern: (text: string) => string): SignedDigest | string {
  try {
    const fields = fieldsIn(line)
    if (isTrouble(fields)) return `${line.text}\n`
    return interned(asRecord<SignedDigest>(fields, 'digest', ['articleId', 'source', 'occurrences', 'origins'], line.number), intern)
  } catch (cause) {
    return troubleOf(problemOf(cause, line), line)
  }
}

/** Names come again and again: one copy of each is kept. */
function interned<T>(value: T, intern: (text: string) => string): T {
  if (typeof value === 'string') return intern(value) as T & string
  if (Array.isArray(value)) return value.map((one: unknown) => interned(one, intern)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, interned(inner as unknown, intern)])) as T
}

function interning(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text) ?? text
    known.set(found, found)
    return found
  }
}
