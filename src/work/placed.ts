/**
 * An article and what is known of it, in the fields of one line, as `paste` puts them together.
 *
 *   in:  what `settle` wrote, a tab, what `extract` wrote; for `write` a tab more, what `first` wrote
 *   out: the article's graph with the ids of the whole, and its last field
 *
 * Articles that are problems by now, and copies of others, give nothing; whatever else is no article stops the work, as a hole in a
 * graph would not be seen. JSON has tabs only between its parts, where the filters put none.
 */
import { place, type Placement } from '../merge/placements.js'
import type { ArticleGraph } from '../model.js'
import { Problem } from '../problem.js'
import { graphIn } from './digest.js'
import type { Line } from './lines.js'
import { asRecord, fieldsIn, isTrouble } from './records.js'

/** @returns undefined for what is left out. @throws Problem `input` */
export function placedIn(line: Line): ArticleGraph | undefined {
  const [placed, extracted] = columnsOf(line)
  if (!placed || !extracted) throw new Problem('input', `Line ${line.number} has no tab`, 'Give what settle wrote, a tab, and what extract wrote, as paste does.')
  const fields = fieldsIn(placed)
  if (isTrouble(fields)) return undefined
  const placement = asRecord<Placement>(fields, 'placement', ['things'], line.number)
  return placement.order === null ? undefined : place(graphIn(fieldsIn(extracted), line.number), placement)
}

export function columnsOf(line: Line): Line[] {
  return line.text.split('\t').map((text) => ({ ...line, text }))
}
