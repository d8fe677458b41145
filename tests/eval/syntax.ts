/** UD GUM and EWT: parts of speech and trees by the rules of CoNLL 2018, on the treebank's words and on our own. */
import { wordsOf } from '../../src/analyse/analyse.js'
import { findingsOf, type WordTags } from '../../src/analyse/decode-windows.js'
import type { SentenceRange } from '../../src/analyse/windows.js'
import { sampled, unpacked } from './corpora.js'
import type { Bench, Row, Task } from './measure.js'
import { readConllu, type UdDocument } from './conllu.js'

/** Right words, and how many there are on either side. */
interface Tally { words: number; found: number; gold: number; upos: number; xpos: number; lemma: number; uas: number; las: number }
const empty = (): Tally => ({ words: 0, found: 0, gold: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 })

export const syntax: Task = {
  name: 'syntax',
  async run(bench) {
    const file = unpacked(bench.part, `ud/${bench.part.split}.conllu.gz`)
    if (file === undefined) return []
    const byTreebank = new Map<string, Tally>()
    const given = empty()
    const own = empty()
    for (const document of sampled(readConllu(file), bench.part.sample)) {
      const treebank = document.id.startsWith('GUM') ? 'GUM' : 'EWT'
      const tally = byTreebank.get(treebank) ?? empty()
      byTreebank.set(treebank, tally)
      const tags = await tagsOf(bench, document.words.map((word) => word.form), document.sentences)
      for (const counted of [given, tally]) compare(counted, document, document.words.map((word, i) => ({ ...tags[i]!, key: word.key })))
      await compareOwn(bench, own, document)
    }
    return rowsOf(given, own, byTreebank)
  },
}

async function tagsOf({ network }: Bench, words: readonly string[], sentences: readonly SentenceRange[]): Promise<(WordTags & { form: string })[]> {
  const { tags } = await findingsOf(network.scores(words, sentences), network.files, words)
  return tags.map((tag, i) => ({ ...tag, form: words[i] ?? '' }))
}

/** The text as it would be read, cut into our own words; words that are not the treebank's count as wrong. */
async function compareOwn(bench: Bench, tally: Tally, document: UdDocument): Promise<void> {
  const { words, sentences } = wordsOf({ text: document.text, blocks: document.paragraphs.map((span) => ({ ...span, kind: 'paragraph' as const })) })
  const tags = await tagsOf(bench, words.map((word) => word.text), sentences)
  compare(tally, document, words.map((word, i) => ({ ...tags[i]!, key: `${word.start}-${word.end}` })))
}

type Tagged = WordTags & { readonly form: string; readonly key: string }

function compare(tally: Tally, document: UdDocument, found: readonly Tagged[]): void {
  tally.found += found.length
  tally.gold += document.words.length
  const byKey = new Map(found.map((word) => [word.key, word]))
  for (const gold of document.words) {
    const word = byKey.get(gold.key)
    if (!word) continue
    tally.words++
    if (word.upos === gold.upos) tally.upos++
    if (word.xpos === gold.xpos) tally.xpos++
    if (word.lemma(word.form) === gold.lemma || gold.lemma === '_') tally.lemma++
    const head = gold.head < 0 ? undefined : document.words[gold.head]?.key
    if ((word.head < 0 ? undefined : found[word.head]?.key) !== head) continue
    tally.uas++
    if (universal(word.deprel) === universal(gold.deprel)) tally.las++
  }
}

/** CoNLL 2018 compares relations without their subtypes. */
function universal(deprel: string): string {
  return deprel.split(':')[0] ?? ''
}

function rowsOf(given: Tally, own: Tally, byTreebank: ReadonlyMap<string, Tally>): Row[] {
  const f1 = (right: number, tally: Tally): number => 200 * right / Math.max(1, tally.found + tally.gold)
  return [
    { name: 'UD parts of speech (UPOS)', score: f1(given.upos, given), marks: [96, 97, 97.5] },
    { name: 'UD trees (LAS)', score: f1(given.las, given), marks: [87, 90, 92] },
    { name: 'UD trees (UAS)', score: f1(given.uas, given) },
    { name: 'UD Penn tags (XPOS)', score: f1(given.xpos, given) },
    { name: 'UD lemmas', score: f1(given.lemma, given) },
    ...[...byTreebank].flatMap(([name, tally]) => [
      { name: `UD UPOS, ${name}`, score: f1(tally.upos, tally) }, { name: `UD LAS, ${name}`, score: f1(tally.las, tally) },
    ]),
    { name: 'UD words, own', score: f1(own.words, own) },
    { name: 'UD UPOS, own words', score: f1(own.upos, own) },
    { name: 'UD LAS, own words', score: f1(own.las, own) },
  ]
}
