/**
 * Measures compromise on the same dev articles as `npm run eval`: person, organisation and place names of Worldwide Newswire dev.
 *   npx tsx training/peers/compromise_peer.ts ../shared/data
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import nlp from 'compromise'

interface Article { readonly id: string; readonly text: string; readonly entities: readonly [number, number, string][] }

const folder = process.argv[2] ?? '../shared/data'
const lines = gunzipSync(readFileSync(join(folder, 'ner', 'dev.jsonl.gz'))).toString('utf8').split('\n').filter(Boolean)
const articles = lines.map((line) => JSON.parse(line) as Article)

let right = 0
let wanted = 0
let found = 0
let words = 0
const begin = performance.now()
for (const { text, entities } of articles) {
  words += text.split(/\s+/).length
  const gold = entities.filter(([, , label]) => ['Person', 'Organization', 'Location'].includes(label))
    .map(([start, end, label]) => `${label} ${[...text].slice(start, end).join('').toLowerCase()}`)
  wanted += gold.length
  const doc = nlp(text)
  const names = [['Person', doc.people()], ['Organization', doc.organizations()], ['Location', doc.places()]] as const
  for (const [label, view] of names) {
    for (const name of view.out('array') as string[]) {
      found++
      const at = gold.indexOf(`${label} ${name.replace(/['’]s$|[.,;:]$/gu, '').toLowerCase()}`)
      if (at >= 0) { right++; gold.splice(at, 1) }
    }
  }
}
const [p, r] = [right / found, right / wanted]
const speed = words / ((performance.now() - begin) / 1000)
console.log(`compromise  Worldwide NER dev, names by text  P ${(100 * p).toFixed(1)}  R ${(100 * r).toFixed(1)}  F1 ${((200 * p * r) / (p + r)).toFixed(1)}   (${speed.toFixed(0)} words/s)`)
