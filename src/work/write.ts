/**
 * `work write`: articles and what settling says of them, to N-Quads.
 *
 *   in:  a line an article, in the order of the whole: what `work settle` wrote, a tab, what `work extract` wrote
 *   out: its quads – <…/person/sergey-lavrov> <…#label> "Sergey Lavrov" <…/graph/76f4…> .
 *
 * So `paste placed.jsonl extracted.jsonl | sort -t: -k2,2n` makes its input. Articles that are problems by now are left out;
 * anything else that is none stops the work, as a hole in a graph would not be seen.
 */
import { quadsOf } from '../map/quads.js'
import { place, type Placement } from '../merge/placements.js'
import type { FilterOptions } from '../options.js'
import { Problem } from '../problem.js'
import { serialise } from '../store/write.js'
import { version } from '../version.js'
import { graphIn } from './digest.js'
import type { Line } from './lines.js'
import { asRecord, fieldsIn, isTrouble } from './records.js'

export async function* writeLines(lines: AsyncIterable<Line>, { base, body, format = 'n-quads' }: FilterOptions): AsyncGenerator<string> {
  for await (const line of lines) {
    const placed = fieldsIn({ ...line, text: line.text.slice(0, tabIn(line)) })
    const { order, things } = isTrouble(placed) ? LEFT_OUT : asRecord<Placement>(placed, 'placement', ['things', 'first'], line.number)
    if (order === null) continue
    const graph = graphIn(fieldsIn({ ...line, text: line.text.slice(tabIn(line) + 1) }), line.number)
    const article = place(graph, (key) => things[key])
    yield* serialise([quadsOf(article, { base, body, version })], { format, base })
  }
}

const LEFT_OUT: Placement = { order: null, things: {}, first: [] }

/** JSON has no tab but between its parts, where the filters put none. */
function tabIn({ text, number }: Line): number {
  const at = text.indexOf('\t')
  if (at >= 0) return at
  throw new Problem('input', `Line ${number} has no tab`, 'Give what settle wrote, a tab, and what extract wrote, as paste does.')
}
