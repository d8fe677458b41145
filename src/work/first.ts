/**
 * `work first`: which article is the first to describe what, and how much it is all together.
 *
 *   in:  a line an article, in the order of the whole, as `work count` writes it
 *   out: a line for each as soon as it comes in: ["https://…/person/sergey-lavrov"]; at the end a line for the description of the dataset:
 *        {"articles": 4, "entities": 97, "triples": 8123, "models": ["newsgraph-en …"]}
 *
 * It remembers every node, and every plain triple by 24 digits of its hash: about 150 bytes each.
 */
import type { DatasetCounts } from '../map/dataset.js'
import type { Share } from '../map/shares.js'
import type { Line } from './lines.js'
import { asRecord, jsonIn, jsonLine } from './records.js'

export async function* firstLines(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  const known = largeSet(), plain = largeSet(), models = new Set<string>()
  let articles = 0, entities = 0, triples = 0
  for await (const line of lines) {
    const share = shareIn(line)
    const first = (share?.nodes ?? []).filter(([iri]) => known.add(iri))
    yield jsonLine(first.map(([iri]) => iri))
    if (!share) continue
    articles += 1
    entities += share.entities
    triples += first.reduce((sum, [, size]) => sum + size, share.triples)
    for (const hash of share.plain) plain.add(hash)
    models.add(share.model)
  }
  const counts: DatasetCounts = { articles, entities: entities + known.size, triples: triples + plain.size, models: [...models].toSorted() }
  yield jsonLine(counts)
}

/** V8 has room for 16.7 million entries in a set; a million articles may name more. */
function largeSet(): { readonly add: (text: string) => boolean; readonly size: number } {
  const sets = Array.from({ length: 256 }, () => new Set<string>())
  return {
    /** @returns whether it is new */
    add(text) {
      let hash = 0
      for (let at = 0; at < text.length; at += 1) hash = (hash * 31 + text.charCodeAt(at)) | 0
      const set = sets[hash & 255] as Set<string>
      return set.size < set.add(text).size
    },
    get size() { return sets.reduce((sum, { size }) => sum + size, 0) },
  }
}

function shareIn(line: Line): Share | undefined {
  const share = jsonIn(line)
  return share === null ? undefined : asRecord<Share>(share, 'count', ['nodes', 'entities', 'triples', 'plain', 'model'], line.number)
}
