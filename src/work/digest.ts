/**
 * `work digest`: of what the graph keeps of an article, the few kilobytes that settling needs.
 *
 *   in:  a line an article, as `work extract` writes it – "Paul Young, mayor of Memphis"
 *   out: a line for each: {"articleId": "76f4…", "occurrences": [{"name": "Paul Young", "marks": ["of:place/memphis"], …}], …}
 */
import { signedDigest } from '../merge/placements.js'
import type { ArticleGraph } from '../model.js'
import type { Line } from './lines.js'
import { asRecord, fieldsIn, isTrouble, jsonLine, problemOf, troubleOf } from './records.js'

export async function* digestLines(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) yield digestLine(line)
}

function digestLine(line: Line): string {
  try {
    const fields = fieldsIn(line)
    return isTrouble(fields) ? `${line.text}\n` : jsonLine(signedDigest(graphIn(fields, line.number)))
  } catch (cause) {
    return troubleOf(problemOf(cause, line), line)
  }
}

export function graphIn(fields: unknown, number: number): ArticleGraph {
  return asRecord<ArticleGraph>(fields, 'article that was extracted', ['article', 'entities', 'roles', 'statements', 'events', 'relations', 'model'], number)
}
