/** Names: Worldwide Newswire by its own labels, DWIE by the kinds of the graph. */
import { alike } from '../../src/analyse/alike-names.js'
import { bestSpans } from '../../src/analyse/decode-tags.js'
import { sentenceRanges, Tables } from '../../src/analyse/decode-windows.js'
import { bordered } from '../../src/analyse/name-borders.js'
import type { Analysis, MentionKind } from '../../src/model.js'
import { Counts, precisionAndRecall } from './counts.js'
import { records, unitsOf, readingOf, wordKey } from './corpora.js'
import { dwieArticles } from './dwie.js'
import { type Bench, inContext, type Task } from './measure.js'

interface NewswireRecord { id: string; outlet: string; text: string; entities: [number, number, string][] }

/** The broad label of each kind, to see what the fused names make of the newswire. */
const BROAD: Partial<Record<MentionKind, string>> = {
  person: 'Person', organization: 'Organization', outlet: 'Organization', country: 'Location', city: 'Location',
  region: 'Location', place: 'Location', facility: 'Facility', nationality: 'NORP', date: 'Date', money: 'Money', product: 'Product',
  work: 'Misc', law: 'Misc', event: 'Misc',
}

export const newswire: Task = {
  name: 'newswire',
  async run(bench) {
    const head = new Counts()
    const fused = new Counts()
    const byOutlet = new Map<string, Counts>()
    const byLabel = new Map<string, Counts>()
    for (const record of records<NewswireRecord>(bench.part, `ner/${bench.part.split}.jsonl.gz`)) {
      const unit = unitsOf(record.text)
      const analysis = await bench.analyse(readingOf(record.id, record.text))
      const gold = record.entities.map(([start, end, label]) => `${wordKey(analysis.tokens, [unit(start), unit(end)])} ${label}`)
      const found = alikeSpans(bench, analysis)
      const wrong = head.add(found, gold)
      counted(byOutlet, record.outlet).add(found, gold)
      for (const label of new Set([...found, ...gold].map(labelOf))) {
        counted(byLabel, label).add(found.filter((key) => labelOf(key) === label), gold.filter((key) => labelOf(key) === label))
      }
      fused.add(fusedSpans(analysis), gold)
      for (const [kind, keys] of Object.entries(wrong)) for (const key of keys) report(bench, { task: 'newswire', kind, key, text: record.text, analysis })
    }
    const outlets = [...byOutlet].map(([outlet, counts]) => ({ name: `newswire names, ${outlet}`, score: 100 * counts.f1 }))
    const labels = [...byLabel].map(([label, counts]) => ({ name: `newswire names, ${label}`, score: 100 * counts.f1, note: `${counts.gold}` }))
    return [
      { name: 'newswire names, unseen outlets', score: 100 * head.f1, marks: [82, 87, 90], note: precisionAndRecall(head) },
      ...outlets, ...labels,
      { name: 'newswire names, both heads', score: 100 * fused.f1, note: precisionAndRecall(fused) },
    ]
  },
}

export const dwieNames: Task = {
  name: 'dwie-names',
  async run(bench) {
    const all = new Counts()
    const byKind = new Map<string, Counts>()
    for (const article of dwieArticles(bench.part)) {
      const analysis = await bench.analyse(readingOf(article.id, article.text))
      const untyped = new Set(article.mentions.filter((m) => m.kind === undefined).map((m) => wordKey(analysis.tokens, [m.start, m.end])))
      const gold = article.mentions.filter((m) => m.kind !== undefined).map((m) => `${wordKey(analysis.tokens, [m.start, m.end])} ${groupOf(m.kind ?? 'other')}`)
      const found = analysis.mentions.filter((m) => m.form === 'name' || m.kind === 'role')
        .map((m) => ({ key: `${m.start}-${m.end}`, group: groupOf(m.kind) }))
        .filter(({ key }) => !untyped.has(key)).map(({ key, group }) => `${key} ${group}`)
      const wrong = all.add(found, gold)
      for (const group of new Set([...found, ...gold].map(labelOf))) {
        counted(byKind, group).add(found.filter((key) => labelOf(key) === group), gold.filter((key) => labelOf(key) === group))
      }
      for (const [kind, keys] of Object.entries(wrong)) for (const key of keys) report(bench, { task: 'dwie-names', kind, key, text: article.text, analysis })
    }
    const kinds = [...byKind].map(([kind, counts]) => ({ name: `DWIE names, ${kind}`, score: 100 * counts.f1, note: `${precisionAndRecall(counts)} of ${counts.gold}` }))
    return [{ name: 'DWIE names', score: 100 * all.f1, marks: [84, 89, 92], note: precisionAndRecall(all) }, ...kinds]
  },
}

/** Kinds of places are one: DWIE's borders between them are not the graph's. */
function groupOf(kind: MentionKind): string {
  return ['country', 'city', 'region', 'place', 'facility'].includes(kind) ? 'place' : kind
}

/** Spans of the newswire head in the article analysed last, each word seen in all its places and with its borders as in the product. */
function alikeSpans({ lastWindows, network: { files } }: Bench, { tokens }: Analysis): string[] {
  const tables = new Tables(tokens.length)
  for (const { window, scores } of lastWindows) if (scores.ner) tables.add('ner', scores.ner, window.start)
  const words = tokens.map(({ text }) => text)
  const rows = alike({ ...tables.whole('ner'), offset: 0 }, files.labels.ner, words)
  return lastWindows.flatMap(({ window }) => sentenceRanges(window.inputs.sentence).flatMap(({ start, end }) =>
    bordered(bestSpans(rows, files.labels.ner, { start: start + window.start, end: end + window.start }), words).map((span) => `${span.start}-${span.end} ${span.type}`)))
}

function fusedSpans(analysis: Analysis): string[] {
  return analysis.mentions.filter((mention) => mention.form === 'name' && mention.kind !== 'role')
    .map((mention) => `${mention.start}-${mention.end} ${BROAD[mention.kind] ?? 'Misc'}`)
}

function labelOf(key: string): string {
  return key.split(' ')[1] ?? ''
}

function counted(by: Map<string, Counts>, key: string): Counts {
  const counts = by.get(key) ?? new Counts()
  by.set(key, counts)
  return counts
}

function report(bench: Bench, miss: { task: string; kind: string; key: string; text: string; analysis: Analysis }): void {
  const [span = '', label = ''] = miss.key.split(' ')
  const [start = 0, end = 0] = span.split('-').map(Number)
  const [first, last] = [miss.analysis.tokens[start], miss.analysis.tokens[end - 1]]
  if (first && last) bench.report({ task: miss.task, kind: `${miss.kind} ${label}`, text: inContext(miss.text, first.start, last.end) })
}

