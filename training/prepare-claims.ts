/**
 * Tokenises the corpora that the claim heads learn from as the product reads them: blocks first, then words and sentences.
 * One JSONL file a corpus and split: the record as it was plus `words`, `offsets` [start, end) in code points, and
 * `sentences`, the index of each sentence's first token. Corpora that come in tokens (propbank, qanom) keep theirs.
 *
 *   npx tsx training/prepare-claims.ts --data ../shared/data --out /path/to/work
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { wordsOf } from '../src/analyse/analyse.js'
import { read } from '../src/read/read.js'
import { isBody, personNoun } from '../src/resolve/person-nouns.js'
import { annotated } from './annotations.js'

type Json = Record<string, unknown>

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' }, out: { type: 'string' } } })
const out = values.out ?? ''
if (out === '') throw new Error('--out DIR is needed; choose one outside the repository')
mkdirSync(out, { recursive: true })

function records(name: string): Json[] {
  const lines = gunzipSync(readFileSync(join(values.data, `${name}.jsonl.gz`))).toString('utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Json)
}

function save(name: string, rows: readonly Json[]): void {
  writeFileSync(join(out, `${name}.jsonl`), rows.map((row) => JSON.stringify(row)).join('\n') + '\n')
  console.log(`${name}: ${rows.length} records`)
}

/** For each UTF-16 index the number of code points before it. */
function codePoints(text: string): number[] {
  const points: number[] = []
  let count = 0
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) points.push(count)
    count += 1
  }
  points.push(count)
  return points
}

/** A word that may mean somebody named: a pronoun, a noun for people or bodies. */
const mayRefer = (word: string): boolean => /^(he|him|his|himself|she|hers?|herself|they|them|theirs?|its?|itself)$/i.test(word) || personNoun(word) !== undefined || isBody(word)

/** Words as the product sees them in the text of an article. */
async function withWords(record: Json, text: string): Promise<Json> {
  const [reading] = await read({ bytes: Buffer.from(text), source: 'article.txt' }, { language: 'en' })
  // Where reading took characters out (soft hyphens), places would no longer be those of the annotation: then the text is one block as it is.
  const blocks = reading!.text === text ? reading!.blocks : [{ start: 0, end: text.length, kind: 'paragraph' as const }]
  const { words, sentences } = wordsOf({ text, blocks })
  const points = codePoints(text)
  return {
    ...record, labelled: record['sentences'], words: words.map((word) => word.text), offsets: words.map(({ start, end }) => [points[start], points[end]]),
    sentences: sentences.map(({ start }) => start), asked: words.flatMap(({ text: word }, i) => (mayRefer(word) ? [i] : [])), headline: blocks.filter(({ kind }) => kind === 'headline').map(({ start, end }) => [points[start], points[end]]),
  }
}

const textOf = new Map<string, string>()
for (const [corpus, file, field] of [['polnear', 'polnear/train', 'text'], ['polnear', 'polnear/dev', 'text'], ['ner', 'ner/train', 'text'], ['ner', 'ner/dev', 'text'], ['dwie', 'dwie/train', 'content']] as const) {
  for (const record of records(file)) textOf.set(`${corpus} ${String(record['id'])}`, String(record[field]).replace(/^\uFEFF/u, ''))
}
for (const split of ['train', 'dev']) {
  const rows: Json[] = []
  for (const record of records(`claims/${split}`)) rows.push(await withWords(record, textOf.get(`${String(record['corpus'])} ${String(record['id'])}`)!))
  save(`claims.${split}`, rows)
}
const more: Json[] = []
for (const record of annotated(values.data, ({ isAside }) => isAside !== true)) {
  try { more.push(await withWords(record, record.text)) } catch { /* a text that is no article */ }
}
save('more.train', more)
for (const [name, keep] of [['tne/train', 1200], ['tne/dev', 60], ['situations/train', 300], ['situations/dev', 40], ['mainevent/train', 500], ['mainevent/dev', 100]] as const) {
  const rows: Json[] = []
  for (const record of records(name).slice(0, keep)) {
    try { rows.push(await withWords(record, String(record['text']))) } catch { /* a text that is no article */ }
  }
  save(name.replace('/', '.'), rows)
}
