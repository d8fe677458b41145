/**
 * Writes the pieces of every distinct word of the corpora, and of made-up odd ones, for check_wordpiece.py to compare
 * with the reference tokeniser.
 *
 *   npx tsx training/check_wordpiece.ts --vocab model/vocab.txt --data ../shared/data --out words.jsonl
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { tokenise } from '../src/analyse/tokens.js'
import { parseVocabulary, wordPiecesOf } from '../src/analyse/wordpiece.js'

const { values } = parseArgs({
  options: {
    vocab: { type: 'string', default: 'model/vocab.txt' },
    data: { type: 'string', default: '../shared/data' },
    out: { type: 'string', default: 'words.jsonl' },
  },
})

const TEXTS = ['ner/train', 'ner/dev', 'polnear/train', 'polnear/dev', 'dwie/train', 'coref/gap_development']
/** Where odd characters stand: accents, controls, marks, ideographs, letters with more than one small form. */
const ODD = ['É', 'ﬁ', 'ß', 'İ', 'Σ', '\u200b', '\u00ad', '\ufeff', '\ufffd', '\u0301', '€', '中', '한', 'ä', '—', '…', '😀', '\u0000', 'Ω', '½', '\u{20000}', '々']

const counts = new Map<string, number>()
const count = (word: string): void => { counts.set(word, (counts.get(word) ?? 0) + 1) }
for (const name of TEXTS) {
  for (const line of gunzipSync(readFileSync(join(values.data, `${name}.jsonl.gz`))).toString('utf8').split('\n')) {
    if (line === '') continue
    const record = JSON.parse(line) as { text?: string; content?: string }
    for (const token of tokenise(record.text ?? record.content ?? '')) count(token.text)
  }
}
const plain = [...counts.keys()].slice(0, 2000)
plain.forEach((word, i) => { count(word.slice(0, 2) + (ODD[i % ODD.length] ?? '') + word.slice(2)) })
for (const char of ODD) for (const word of [char, `ΟΔΟ${char}`, `a${char}b`, char.repeat(101)]) count(word)

const vocabulary = parseVocabulary(readFileSync(values.vocab, 'utf8'))
const piecesOf = wordPiecesOf(vocabulary, vocabulary.get('[UNK]') ?? 0)
writeFileSync(values.out, [...counts].map(([word, times]) => JSON.stringify([word, times, [...piecesOf(word)]])).join('\n') + '\n')
console.log(`${counts.size} distinct words`)
