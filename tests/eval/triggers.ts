/** ECB+: event triggers in the sentences that were checked by hand, on the corpus' own words. */
import { spansIn } from '../../src/analyse/decode-tags.js'
import { sentenceRanges } from '../../src/analyse/decode-windows.js'
import { records } from './corpora.js'
import { Counts, precisionAndRecall } from './counts.js'
import type { Task } from './measure.js'

interface EcbRecord {
  id: string
  topic: string
  tokens: string[]
  sentence: number[]
  mentions: { kind: string; tokens: number[] }[]
  validated_sentences: number[]
}

/** Types of the head that are parts of events, not events. */
const PARTS = new Set(['human', 'nonhuman', 'location', 'time'])

export const triggers: Task = {
  name: 'triggers',
  async run({ part, network, report }) {
    const counts = new Counts()
    for (const record of records<EcbRecord>(part, `ecbplus/${part.split}.jsonl.gz`)) {
      const checked = new Set(record.validated_sentences)
      const isChecked = (word: number): boolean => checked.has(record.sentence[word] ?? -1)
      const found: string[] = []
      for await (const { window, scores } of network.scores(record.tokens, sentenceRanges(Int32Array.from(record.sentence)))) {
        for (const range of sentenceRanges(window.inputs.sentence)) {
          if (!isChecked(window.start + range.start)) continue
          for (const span of spansIn(scores, network.files, { head: 'event', range })) {
            if (!PARTS.has(span.type)) found.push(`${span.start + window.start}-${span.end + window.start}`)
          }
        }
      }
      const gold = record.mentions.filter((m) => m.kind === 'event' && isChecked(m.tokens[0] ?? -1)).map((m) => spanOf(m.tokens))
      const wrong = counts.add(found, gold)
      for (const [kind, keys] of Object.entries(wrong)) for (const key of keys) report({ task: 'triggers', kind, text: around(record.tokens, key) })
    }
    return [{ name: 'ECB+ event triggers', score: 100 * counts.f1, marks: [72, 78, 82], note: precisionAndRecall(counts) }]
  },
}

/** Words of a trigger; of a discontinuous one the first. */
function spanOf(words: readonly number[]): string {
  const [first = 0, last = 0] = [words[0], words.at(-1)]
  return last - first + 1 === words.length ? `${first}-${last + 1}` : `${first}-${first + 1}`
}

function around(words: readonly string[], key: string): string {
  const [start = 0, end = 0] = key.split('-').map(Number)
  return `…${words.slice(Math.max(0, start - 8), start).join(' ')} [${words.slice(start, end).join(' ')}] ${words.slice(end, end + 8).join(' ')}…`
}
