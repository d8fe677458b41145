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
import { shared, sharing, type Share } from '../merge/sharing.js'
import type { Line } from './lines.js'
import { asRecord, fieldsIn, isTrouble, jsonLine, problemOf, troubleOf } from './records.js'

export async function* settleLines(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  const digests: SignedDigest[] = []
  /** For each line, either what could not be settled or a digest. */
  const troubles = new Map<number, string>()
  const share = sharing()
  let count = 0
  for await (const line of lines) {
    const taken = take(line, share)
    if (typeof taken === 'string') troubles.set(count, taken)
    else digests.push(taken)
    count += 1
  }
  const placed = placements(digests, share)
  for (let at = 0; at < count; at += 1) yield troubles.get(at) ?? jsonLine(placed.next().value ?? {})
}

function take(line: Line, share: Share): SignedDigest | string {
  try {
    const fields = fieldsIn(line)
    if (isTrouble(fields)) return `${line.text}\n`
    return shared(asRecord<SignedDigest>(fields, 'digest', ['articleId', 'source', 'occurrences', 'origins'], line.number), share)
  } catch (cause) {
    return troubleOf(problemOf(cause, line), line)
  }
}
