/**
 * Tokenises every corpus of raw text with the product's own tokeniser and sentence splitter, so that training sees
 * what the product sees. Writes one JSONL file a corpus and split: the record as it was plus
 *   words      the tokens
 *   offsets    [start, end) of each token in Unicode code points
 *   sentences  index of each sentence's first token
 *
 *   npx tsx training/prepare.ts --data ../shared/data --out /path/to/work
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { splitSentences } from '../src/analyse/sentences.js';
import { tokenise } from '../src/analyse/tokens.js';

/** Name of the output, its source file and the field that holds the text. */
const CORPORA: readonly (readonly [string, string, string])[] = [
  ['ner.train', 'ner/train', 'text'],
  ['ner.dev', 'ner/dev', 'text'],
  ['polnear.train', 'polnear/train', 'text'],
  ['polnear.dev', 'polnear/dev', 'text'],
  ['dwie', 'dwie/train', 'content'],
  ['knowledgenet.train', 'knowledgenet/train', 'text'],
  ['knowledgenet.dev', 'knowledgenet/dev', 'text'],
  ['gap.train', 'coref/gap_development', 'text'],
  ['gap.dev', 'coref/gap_validation', 'text'],
  ['gmb', 'gmb/sentences', 'text'],
];

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, out: { type: 'string' } },
});
const out = values.out ?? '';
if (out === '') throw new Error('--out DIR is needed; choose one outside the repository');
mkdirSync(out, { recursive: true });

for (const [name, source, field] of CORPORA) {
  const lines = gunzipSync(readFileSync(join(values.data, `${source}.jsonl.gz`))).toString('utf8').split('\n');
  const records = lines.filter((line) => line !== '').map((line) => withTokens(JSON.parse(line) as Record<string, unknown>, field));
  writeFileSync(join(out, `${name}.jsonl`), records.map((record) => JSON.stringify(record)).join('\n') + '\n');
  console.log(`${name}: ${records.length} records`);
}

/** The record with its tokens, offsets changed from UTF-16 units to code points. */
function withTokens(record: Record<string, unknown>, field: string): Record<string, unknown> {
  const text = record[field] as string;
  const points = codePoints(text);
  const tokens = tokenise(text);
  return {
    ...record,
    words: tokens.map((token) => token.text),
    offsets: tokens.map((token) => [points[token.start], points[token.end]]),
    sentences: splitSentences(text, tokens).map((sentence) => sentence.start),
  };
}

/** For each UTF-16 index the number of code points before it. */
function codePoints(text: string): number[] {
  const points: number[] = [];
  let count = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) points.push(count);
    count += 1;
  }
  points.push(count);
  return points;
}
