/**
 * Makes newsgraph-kb-titles/surnames.list: which first and last words of names many bear.
 *
 *   npx tsx training/kb-surnames.ts TITLES.txt.gz OUT.list
 *
 * In: titles of two words and more, lower case, front-coded: a line's first byte less 33 is how many bytes of the line before come first.
 * Out: a set like that of the titles. "last schmidt 10", "last schmidt 30" … are in it where more than so many titles of two words end
 * so, "first peter 10" … where they begin so.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { nameKey } from '../src/link/name-keys.js'
import { SHARED_BY, sharedName } from '../src/link/surnames.js'
import { writeTitles } from '../src/link/titles.js'

const [titles = '', out = ''] = process.argv.slice(2)
const counts = { first: new Map<string, number>(), last: new Map<string, number>() }
const bytes = gunzipSync(readFileSync(titles))
let before = Buffer.alloc(0)
for (let start = 0; start < bytes.length;) {
  const end = bytes.indexOf(10, start)
  const line = bytes.subarray(start, end < 0 ? bytes.length : end)
  start = end < 0 ? bytes.length : end + 1
  if (line.length === 0) continue
  const title = Buffer.concat([before.subarray(0, (line[0] ?? 33) - 33), line.subarray(1)])
  before = title
  const [first = '', last = '', more] = title.toString('utf8').split('_')
  if (more !== undefined) continue
  for (const [place, word] of [['first', nameKey(first)], ['last', nameKey(last)]] as const) counts[place].set(word, (counts[place].get(word) ?? 0) + 1)
}
const names = (['first', 'last'] as const).flatMap((place) => [...counts[place]].flatMap(([word, count]) =>
  SHARED_BY.filter((least) => count > least).map((least) => sharedName(word, place, least))))
const about = { name: 'newsgraph-surnames', version: '2026.11', licence: 'CC-BY-SA-3.0', attribution: ['DBpedia 2022 and so Wikipedia'] }
writeFileSync(out, Buffer.concat(writeTitles(names, about)))
console.log(`${names.length} names`)
