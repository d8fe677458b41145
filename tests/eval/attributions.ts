/** PolNeAR: exact spans of sources, cues and contents, and whole attributions. */
import type { Analysis, Attribution, TokenSpan } from '../../src/model.js'
import { type Offsets, records, readingOf, unitsOf, wordKey } from './corpora.js'
import { Counts, precisionAndRecall } from './counts.js'
import { type Bench, inContext, type Task } from './measure.js'

interface Marked { source: Offsets[]; cue: Offsets[]; content: Offsets[] }
interface PolnearRecord { id: string; publisher: string; text: string; attributions: Marked[] }

const PARTS = ['source', 'cue', 'content'] as const
type Part = (typeof PARTS)[number]
/** Parts as word spans, `start-end`. */
type Keys = Readonly<Record<Part, readonly string[]>>

const MARKS: Readonly<Record<Part, readonly [number, number, number]>> = {
  source: [70, 81, 83.2], cue: [67, 74, 75.3], content: [59, 69, 72.9],
}

export const attributions: Task = {
  name: 'attributions',
  async run(bench) {
    const spans = { source: new Counts(), cue: new Counts(), content: new Counts() }
    const joined = new Counts()
    const byPublisher = new Map<string, Counts>()
    for (const record of records<PolnearRecord>(bench.part, `polnear/${bench.part.split}.jsonl.gz`)) {
      const analysis = await bench.analyse(readingOf(record.id, record.text))
      const gold = goldKeys(record, analysis)
      const found = analysis.attributions.map(keysOf)
      for (const part of PARTS) {
        const wrong = spans[part].add(found.flatMap((keys) => keys[part]), gold.flatMap((keys) => keys[part]))
        for (const [kind, keys] of Object.entries(wrong)) for (const key of keys) report(bench, { kind: `${kind} ${part}`, key, text: record.text, analysis })
      }
      const publisher = byPublisher.get(record.publisher) ?? new Counts()
      byPublisher.set(record.publisher, publisher)
      for (const counts of [joined, publisher]) addJoined(counts, found, gold)
    }
    return [
      ...PARTS.map((part) => ({ name: `PolNeAR ${part}, exact`, score: 100 * spans[part].f1, marks: MARKS[part], note: precisionAndRecall(spans[part]) })),
      { name: 'PolNeAR attributions, joined', score: 100 * joined.f1, marks: [60, 70, 75], note: precisionAndRecall(joined) },
      ...[...byPublisher].map(([publisher, counts]) => ({ name: `PolNeAR attributions, ${publisher}`, score: 100 * counts.f1 })),
    ]
  },
}

function goldKeys(record: PolnearRecord, analysis: Analysis): Keys[] {
  const unit = unitsOf(record.text)
  const keys = (spans: readonly Offsets[]): string[] => spans.map(([start, end]) => wordKey(analysis.tokens, [unit(start), unit(end)]))
  return record.attributions.map((marked) => ({ source: keys(marked.source), cue: keys(marked.cue), content: keys(marked.content) }))
}

function keysOf(attribution: Attribution): Keys {
  const keys = (spans: readonly TokenSpan[]): string[] => spans.map(({ start, end }) => `${start}-${end}`)
  return { source: keys(attribution.source), cue: keys([attribution.cue]), content: keys(attribution.content) }
}

/** Right where all parts overlap; each gold attribution is found once at most. */
function addJoined(counts: Counts, found: readonly Keys[], gold: readonly Keys[]): void {
  const free = new Set(gold)
  counts.found += found.length
  counts.gold += gold.length
  for (const own of found) {
    for (const other of free) {
      if (!PARTS.every((part) => overlap(own[part], other[part]))) continue
      free.delete(other)
      counts.right++
      break
    }
  }
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 && b.length === 0) return true
  const ranges = (keys: readonly string[]): number[][] => keys.map((key) => key.split('-').map(Number))
  return ranges(a).some(([s = 0, e = 0]) => ranges(b).some(([x = 0, y = 0]) => s < y && x < e))
}

function report(bench: Bench, { kind, key, text, analysis }: { kind: string; key: string; text: string; analysis: Analysis }): void {
  const [start = 0, end = 0] = key.split('-').map(Number)
  const [first, last] = [analysis.tokens[start], analysis.tokens[end - 1]]
  if (first && last) bench.report({ task: 'attributions', kind, text: inContext(text, first.start, last.end) })
}
