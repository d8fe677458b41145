/**
 * Whole graphs of articles that no rule was written for: roles, events with their arguments, outlets, works.
 *
 *   in:  the records of `claims`, whose texts lie in three other corpora; a span of "[Foreign Minister] Sergey Lavrov"
 *   out: rows by the corpus' own scorer, which compares places of evidence; the product builds the graphs as a user would
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { records, type Part } from './corpora.js'
import type { Row } from './measure.js'

/** Floor and aim of each row. */
const MARKS: Readonly<Record<string, readonly [number, number, number]>> = {
  roles: [88, 93, 93], 'roles with of': [76, 86, 86], events: [70, 80, 80], 'type of found events': [86, 90, 90], 'status of found events': [88, 94, 94],
  agents: [66, 76, 76], patients: [66, 78, 78], actors: [76, 84, 84], places: [52, 66, 66], dates: [72, 82, 82], outlets: [90, 95, 95], works: [55, 70, 70],
}

interface Claimed { readonly slug: string; readonly corpus: 'polnear' | 'dwie' | 'ner'; readonly id: string; readonly date: string | null }

/** @param folder of the texts and graphs; a temporary one by default, that is taken away */
export async function claimRows(part: Part, folder?: string): Promise<Row[]> {
  const claims = records<Claimed>(part, `claims/${part.split}.jsonl.gz`)
  if (claims.length === 0) return []
  const place = folder ?? mkdtempSync(join(tmpdir(), 'newsgraph-claims-'))
  try {
    await buildGraphs(part, claims, place)
    const scorer = resolve(part.data, 'claims/score.mjs'), gold = resolve(part.data, `claims/${part.split}.jsonl.gz`)
    const scores = JSON.parse(execFileSync(process.execPath, [scorer, gold, place, '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Record<string, Score>
    return Object.entries(scores).map(([name, { p, r, f }]) => ({
      name: `claims ${name.trim()}`, score: 100 * f, note: `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)}`, ...(MARKS[name.trim()] && { marks: MARKS[name.trim()]! }),
    }))
  } finally {
    if (!folder) rmSync(place, { recursive: true })
  }
}

interface Score { readonly p: number; readonly r: number; readonly f: number }

async function buildGraphs(part: Part, claims: readonly Claimed[], folder: string): Promise<void> {
  const { build, write } = await import('../../src/newsgraph.js')
  const texts = textsOf(part)
  mkdirSync(folder, { recursive: true })
  for (const { slug, corpus, id, date } of claims) {
    const text = texts.get(`${corpus} ${id}`)
    if (text === undefined) continue
    const file = join(folder, `${slug}.txt`)
    writeFileSync(file, text)
    await write(await build([file], { language: 'en', ...(date && { date }) }), join(folder, `${slug}.ttl`))
  }
}

/** The texts by corpus and id. */
function textsOf(part: Part): Map<string, string> {
  const split = part.split === 'dev' ? 'dev' : 'train', whole = { data: part.data, split }
  const polnear = records<{ id: string; text: string }>(whole, `polnear/${split}.jsonl.gz`).map(({ id, text }) => [`polnear ${id}`, text] as const)
  const newswire = records<{ id: string; text: string }>(whole, `ner/${split}.jsonl.gz`).map(({ id, text }) => [`ner ${id}`, text] as const)
  const dwie = records<{ id: string; content: string }>(whole, 'dwie/train.jsonl.gz').map(({ id, content }) => [`dwie ${id}`, content] as const)
  return new Map([...polnear, ...newswire, ...dwie])
}
