/**
 * Windows with their scores in, what they say of the article's words out: tags, trees, spans and vectors, all counted in
 * words of the article.
 */
import type { Attribution, Happening, TitleMention } from '../model.js'
import { alike } from './alike-names.js'
import { attributionsOf, moved } from './decode-attributions.js'
import { type LemmaScript, likelyLemma, parseLemmaScript } from './decode-lemmas.js'
import type { MentionHead } from './decode-mentions.js'
import { happeningsIn, titlesIn } from './decode-happenings.js'
import { bestNames } from './decode-names.js'
import { withSame } from './decode-same.js'
import { bestColumn, probability, rowsOf, spansIn, type TypedSpan } from './decode-tags.js'
import { bestTree } from './decode-trees.js'
import type { Scores, WindowScores } from './engine.js'
import { mended } from './mend-trees.js'
import type { Head, ModelFiles } from './model-files.js'
import { bordered } from './name-borders.js'
import type { WindowReading } from './network.js'
import type { Vectors } from './vectors.js'

/** What the heads say of one word. */
export interface WordTags {
  readonly upos: string
  readonly xpos: string
  readonly lemma: LemmaScript
  /** Word of the article, -1 for the root of a sentence. */
  readonly head: number
  readonly deprel: string
}

export type PairVectors = Readonly<Record<'corefA' | 'corefB' | 'relationS' | 'relationO' | 'referA' | 'referB', Vectors>>

/** What was found in an article, or in one window of it. */
export interface Findings {
  readonly tags: WordTags[]
  readonly names: TypedSpan[]
  readonly mentionHeads: MentionHead[]
  readonly events: TypedSpan[]
  readonly attributions: Attribution[]
  readonly happenings: Happening[]
  readonly titles: TitleMention[]
  readonly vectors: PairVectors
  /** Number of the window that a word was read in. */
  readonly windowOf: (token: number) => number
}

/** How much the head trained on one newsroom's fine types says against that of the world's newswire. */
const FINE_WEIGHT = 0.65

/** Everything of an article's windows together. @param words of the article, as they are written */
export async function findingsOf(readings: AsyncIterable<WindowReading>, model: ModelFiles, words: readonly string[]): Promise<Findings> {
  const scripts = model.labels.lemma.map(parseLemmaScript)
  const found = { tags: [] as WordTags[], mentionHeads: [] as MentionHead[], events: [] as TypedSpan[], attributions: [] as Attribution[], happenings: [] as Happening[], titles: [] as TitleMention[] }
  const tables = new Tables(words.length)
  const ranges: Range[] = []
  const starts: number[] = []
  for await (const { window, scores } of readings) {
    const by = window.start
    const sentences = sentenceRanges(window.inputs.sentence)
    ranges.push(...sentences.map((range) => shift(range, by)))
    starts.push(by)
    found.tags.push(...wordTags(scores, { model, scripts, sentences, by }))
    for (const range of sentences) found.events.push(...spansIn(scores, model, { head: 'event', range }).map((span) => shift(span, by)))
    found.mentionHeads.push(...mentionHeads(scores, model).map((head) => ({ ...head, word: head.word + by })))
    found.attributions.push(...moved(attributionsIn(scores, model, sentences), by))
    const place = { sentences, by, tags: found.tags }
    found.happenings.push(...happeningsIn(scores, model, place))
    found.titles.push(...titlesIn(scores, model, place))
    for (const name of [...NAME_HEADS, ...VECTORS, ...SAME]) tables.add(name, table(scores, name), by)
  }
  const vectors = Object.fromEntries(VECTORS.map((name) => [name, tables.whole(name)])) as PairVectors
  const windows = Int32Array.from({ length: words.length }, (_, token) => (starts[0] ?? 0) <= token ? 0 : -1)
  starts.forEach((start, window) => windows.fill(window, start))
  const windowOf = (token: number): number => windows[token] ?? -1
  const happenings = withSame(found.happenings, { later: tables.whole('sameA'), earlier: tables.whole('sameB'), weights: model.same, windowOf })
  return { ...found, happenings, names: namesIn(tables, model, { words, ranges }), vectors, windowOf }
}

const VECTORS = ['corefA', 'corefB', 'relationS', 'relationO', 'referA', 'referB'] as const
const SAME = ['sameA', 'sameB'] as const
const NAME_HEADS = ['dwie', 'ner'] as const

/** Tables of the windows put together to tables of the article, one row a word. */
export class Tables {
  private readonly tables = new Map<string, Vectors>()
  constructor(private readonly words: number) {}

  add(name: string, part: Scores, by: number): void {
    const width = part.dims.at(-1) ?? 0
    const whole = this.tables.get(name) ?? { data: new Float32Array(this.words * width), width }
    this.tables.set(name, whole)
    whole.data.set(part.data, by * width)
  }

  whole(name: string): Vectors {
    return this.tables.get(name) ?? { data: new Float32Array(0), width: 0 }
  }
}

function table(scores: WindowScores, name: string): Scores {
  return scores[name] ?? { data: new Float32Array(0), dims: [0, 0] }
}

interface Range { readonly start: number; readonly end: number }

/** Row ranges of the sentences of a window. */
export function sentenceRanges(sentence: Int32Array): Range[] {
  const ranges: Range[] = []
  for (let start = 0; start < sentence.length;) {
    let end = start + 1
    while (end < sentence.length && sentence[end] === sentence[start]) end++
    ranges.push({ start, end })
    start = end
  }
  return ranges
}

interface Tagging { readonly model: ModelFiles; readonly scripts: readonly LemmaScript[]; readonly sentences: readonly Range[]; readonly by: number }

function wordTags(scores: WindowScores, { model, scripts, sentences, by }: Tagging): WordTags[] {
  const rows = (head: Head) => rowsOf(table(scores, head))
  const [upos, xpos, lemma, deprel] = [rows('upos'), rows('xpos'), rows('lemma'), rows('deprel')]
  const tags: WordTags[] = []
  for (const { start, end } of sentences) {
    const heads = bestTree(table(scores, 'arc'), start, end)
    const found: WordTags[] = []
    for (let row = start; row < end; row++) {
      const head = heads[row - start] ?? -1
      const fine = model.labels.xpos[bestColumn(xpos, row)] ?? ''
      found.push({
        upos: model.labels.upos[bestColumn(upos, row)] ?? 'X',
        xpos: fine,
        lemma: likelyLemma(scripts, lemma, row, { xpos: fine, vocabulary: model.vocabulary }),
        head: head < 0 ? -1 : head - start,
        deprel: head < 0 ? 'root' : relationName(model.labels.deprel[bestColumn(deprel, row)]),
      })
    }
    tags.push(...mended(found).map((tag) => ({ ...tag, head: tag.head < 0 ? -1 : tag.head + start + by })))
  }
  return tags
}

/** Where the tree was mended, a word may still be labelled as the root that it no longer is. */
function relationName(deprel: string | undefined): string {
  return deprel === undefined || deprel === 'root' ? 'dep' : deprel
}

function namesIn(tables: Tables, model: ModelFiles, { words, ranges }: { readonly words: readonly string[]; readonly ranges: readonly Range[] }): TypedSpan[] {
  const expert = (head: 'ner' | 'dwie', weight: number) => ({
    rows: alike({ ...tables.whole(head), offset: 0 }, model.labels[head], words), labels: model.labels[head],
    temperature: model.temperatures[head] ?? 1, weight,
  })
  const [fine, broad] = [expert('dwie', FINE_WEIGHT), expert('ner', 1 - FINE_WEIGHT)]
  return ranges.flatMap((range) => bordered(bestNames(fine, broad, range), words))
}

function mentionHeads(scores: WindowScores, model: ModelFiles): MentionHead[] {
  const rows = rowsOf(table(scores, 'mention'))
  const found: MentionHead[] = []
  for (let row = 0; row * rows.width < rows.data.length; row++) {
    const column = bestColumn(rows, row)
    if (column === 0) continue
    found.push({
      word: row, type: model.labels.mention[column] ?? '',
      confidence: probability(rows, row, column, model.temperatures['mention'] ?? 1),
    })
  }
  return found
}

function attributionsIn(scores: WindowScores, model: ModelFiles, sentences: readonly Range[]): Attribution[] {
  const cues = sentences.flatMap((range) => spansIn(scores, model, { head: 'cue', range }))
  return attributionsOf(table(scores, 'attribution'), cues, {
    labels: model.labels.attribution, temperature: model.temperatures['attribution'] ?? 1,
    source: rowsOf(table(scores, 'source')), content: rowsOf(table(scores, 'content')),
  })
}

function shift<Span extends Range>(span: Span, by: number): Span {
  return { ...span, start: span.start + by, end: span.end + by }
}
