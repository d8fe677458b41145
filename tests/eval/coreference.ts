/** Coreference: DWIE from the text alone and with the names given, GAP with the two names given. */
import { antecedentsOf } from '../../src/analyse/decode-coreference.js'
import { findingsOf } from '../../src/analyse/decode-windows.js'
import { wordsOf } from '../../src/analyse/analyse.js'
import type { Antecedent, Mention, Reading, Token } from '../../src/model.js'
import { resolve } from '../../src/resolve/resolve.js'
import { chainsOf } from './chains.js'
import { CoreferenceCounts, type Clusters } from './conll-coreference.js'
import { records, readingOf, unitsOf, wordKey, type Offsets } from './corpora.js'
import { dwieArticles } from './dwie.js'
import type { Bench, Task } from './measure.js'

export const dwieCoreference: Task = {
  name: 'coreference',
  async run(bench) {
    const whole = new CoreferenceCounts()
    const given = new CoreferenceCounts()
    const resolved = new CoreferenceCounts()
    for (const article of dwieArticles(bench.part)) {
      const reading = readingOf(article.id, article.text)
      const analysis = await bench.analyse(reading)
      const keyed = article.mentions.filter((m) => m.kind !== undefined).map((m) => ({ key: wordKey(analysis.tokens, [m.start, m.end]), entity: m.entity }))
      const gold = clustersOf(keyed.map(({ key, entity }) => [key, entity]))
      const names = analysis.mentions.map((m, i) => ({ m, i })).filter(({ m }) => m.form === 'name' || m.kind === 'role')
      const chains = chainsOf(analysis.mentions.length, analysis.antecedents)
      whole.add(clustersOf(names.map(({ m, i }) => [`${m.start}-${m.end}`, chains[i] ?? i])), gold)
      const { entityOf } = resolve({ ...reading, ...analysis })
      const ids = [...new Set(entityOf)]
      // Roles, dates and sums are no entities of the graph; they stay in their chains.
      const numberOf = (i: number): number => entityOf[i] === null || entityOf[i] === undefined ? chains[i] ?? i : -1 - ids.indexOf(entityOf[i])
      resolved.add(clustersOf(names.map(({ m, i }) => [`${m.start}-${m.end}`, numberOf(i)])), gold)
      const spans = keyed.map(({ key }) => key.split('-').map(Number) as [number, number])
      const links = await antecedentsAmong(bench, reading, spans)
      given.add(clustersOf([...chainsOf(links.keys.length, links.antecedents)].map((cluster, i) => [links.keys[i] ?? '', cluster])), gold)
    }
    return [
      { name: 'DWIE coreference', score: 100 * whole.conll, marks: [78, 86, 92], note: parts(whole) },
      { name: 'DWIE coreference, resolved', score: 100 * resolved.conll, marks: [78, 86, 92], note: parts(resolved) },
      { name: 'DWIE coreference, names given', score: 100 * given.conll, note: parts(given) },
    ]
  },
}

interface GapRecord { id: string; text: string; pronoun: Offsets; a: Offsets; b: Offsets; a_coref: boolean; b_coref: boolean }

export const gap: Task = {
  name: 'gap',
  async run(bench) {
    let [right, found, gold] = [0, 0, 0]
    const file = bench.part.split === 'dev' ? 'validation' : bench.part.split
    for (const record of records<GapRecord>(bench.part, `coref/gap_${file}.jsonl.gz`)) {
      const unit = unitsOf(record.text)
      const reading = readingOf(record.id, record.text)
      const { words } = wordsOf(reading)
      const keys = [record.pronoun, record.a, record.b].map(([s, e]) => wordKey(words, [unit(s), unit(e)]))
      const links = await antecedentsAmong(bench, reading, keys.map((key) => key.split('-').map(Number) as [number, number]))
      const [a, b] = [scoreBetween(links, keys[0]!, keys[1]!), scoreBetween(links, keys[0]!, keys[2]!)]
      const [isA, isB] = [a > 0 && a >= b, b > 0 && b > a]
      for (const [said, is] of [[isA, record.a_coref], [isB, record.b_coref]]) {
        if (said && is) right++
        if (said) found++
        if (is) gold++
      }
    }
    return [{ name: 'GAP', score: 200 * right / Math.max(1, found + gold), marks: [72, 80, 87], note: `${right} of ${gold}` }]
  },
}

interface Links { readonly keys: readonly string[]; readonly antecedents: readonly Antecedent[] }

/** Candidates among the given spans only. */
async function antecedentsAmong({ network }: Bench, reading: Reading, spans: readonly [number, number][]): Promise<Links> {
  const { words, sentences } = wordsOf(reading)
  const forms = words.map((word) => word.text)
  const { vectors } = await findingsOf(network.scores(forms, sentences), network.files, forms)
  const tokens: Token[] = sentences.flatMap((sentence, number) => words.slice(sentence.start, sentence.end).map((word) => (
    { ...word, lemma: '', upos: 'X', xpos: '', head: -1, deprel: 'root', sentence: number })))
  const mentions: Mention[] = [...new Map(spans.map((span) => [span.join('-'), span])).values()]
    .map(([start, end]) => ({ start, end, head: end - 1, kind: 'other' as const, form: 'name' as const, confidence: 1 }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const antecedents = antecedentsOf(tokens, mentions, { later: vectors.corefA, earlier: vectors.corefB, weights: network.files.coreference })
  return { keys: mentions.map((m) => `${m.start}-${m.end}`), antecedents }
}

function scoreBetween({ keys, antecedents }: Links, a: string, b: string): number {
  const pair = new Set([keys.indexOf(a), keys.indexOf(b)])
  return antecedents.find((link) => pair.has(link.mention) && pair.has(link.antecedent))?.score ?? -Infinity
}

/** Clusters of keys by number; a key that occurs twice keeps its first number. */
function clustersOf(pairs: readonly (readonly [string, number])[]): Clusters {
  const clusters = new Map<number, Set<string>>()
  const seen = new Set<string>()
  for (const [key, number] of pairs) {
    if (seen.has(key)) continue
    seen.add(key)
    clusters.set(number, (clusters.get(number) ?? new Set<string>()).add(key))
  }
  return [...clusters.values()]
}

function parts(counts: CoreferenceCounts): string {
  return `MUC ${(100 * counts.f1('muc')).toFixed(1)} B³ ${(100 * counts.f1('b3')).toFixed(1)} CEAFe ${(100 * counts.f1('ceafe')).toFixed(1)}`
}
