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
import { gzipSync } from 'node:zlib'
import type { Analyser } from '../../src/model.js'
import { write } from '../../src/newsgraph.js'
import { builtFrom } from './building.js'
import { type ClaimedArticle, claimedArticles } from './claimed.js'
import type { Part } from './corpora.js'
import type { Row } from './measure.js'

/** Floor and aim of each row. */
const MARKS: Readonly<Record<string, readonly [number, number, number]>> = {
  roles: [88, 93, 93], 'roles with of': [76, 86, 86], events: [70, 80, 80], 'type of found events': [86, 90, 90], 'status of found events': [88, 94, 94],
  agents: [66, 76, 76], patients: [66, 78, 78], actors: [76, 84, 84], places: [52, 66, 66], dates: [72, 82, 82], outlets: [90, 95, 95], works: [55, 70, 70],
}

/**
 * @param analyse by the network that is measured
 * @param folder of the texts and graphs; a temporary one by default, that is taken away
 */
export async function claimRows(part: Part, analyse: Analyser, folder?: string): Promise<Row[]> {
  const claims = claimedArticles(part)
  if (claims.length === 0) return []
  const place = folder ?? mkdtempSync(join(tmpdir(), 'newsgraph-claims-'))
  try {
    await buildGraphs(claims, analyse, place)
    const gold = join(place, 'gold.jsonl.gz')
    writeFileSync(gold, gzipSync(claims.map((record) => JSON.stringify(record)).join('\n')))
    const scores = JSON.parse(execFileSync(process.execPath, [resolve(part.data, 'claims/score.mjs'), gold, place, '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as Record<string, Score>
    return Object.entries(scores).map(([name, { p, r, f }]) => ({
      name: `claims ${name.trim()}`, score: 100 * f, note: `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)}`, ...(MARKS[name.trim()] && { marks: MARKS[name.trim()]! }),
    }))
  } finally {
    if (!folder) rmSync(place, { recursive: true })
  }
}

interface Score { readonly p: number; readonly r: number; readonly f: number }

async function buildGraphs(claims: readonly ClaimedArticle[], analyse: Analyser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const { slug, date, text } of claims) {
    const file = join(folder, `${slug}.txt`)
    writeFileSync(file, text)
    await write(await builtFrom(file, analyse, { language: 'en', ...(date && { date }) }), join(folder, `${slug}.ttl`))
  }
}
