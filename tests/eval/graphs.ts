/** Whole graphs of the gold articles, by the gold's own scorer; the product builds them as a user would. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Analyser } from '../../src/model.js'
import { write } from '../../src/newsgraph.js'
import { builtFrom } from './building.js'
import { firewallOf, type Firewall, type GoldStanding } from './firewall.js'
import type { Row } from './measure.js'

/** Floor and aim of each row; nothing published does this, so there is no figure to beat but the aim. */
const MARKS: Readonly<Record<string, readonly [number, number, number]>> = {
  people: [92, 97, 97], places: [88, 95, 95], organizations: [78, 88, 88], outlets: [82, 92, 92], roles: [75, 88, 88],
  'roles with holder and place': [65, 80, 80], 'statements (overlap ≥.5)': [72, 85, 85], 'statements with right speaker': [65, 80, 80],
  events: [50, 70, 70], '  actors of found events': [60, 80, 80], '  dates of found events': [70, 85, 85], works: [50, 75, 75],
}

interface Gold extends GoldStanding { slug: string; textFile: string; date?: string }

export async function graphRows(folder: string, analyse: Analyser): Promise<Row[]> {
  if (!existsSync(join(folder, 'score.mjs'))) return []
  const graphs = mkdtempSync(join(tmpdir(), 'newsgraph-gold-'))
  const walls: Firewall[] = []
  try {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'sources.json').sort()) {
      const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold
      const built = await builtFrom(resolve(folder, gold.textFile), analyse, gold.date ? { date: gold.date } : {})
      await write(built, join(graphs, file.replace(/json$/, 'ttl')))
      for (const article of built.articles) walls.push(firewallOf(article, gold))
    }
    const scores = JSON.parse(execFileSync(process.execPath, [resolve(folder, 'score.mjs'), folder, graphs, '--json'], { encoding: 'utf8' })) as Record<string, { p: number; r: number; f: number }>
    return [...scoreRows(scores), firewallRow(walls)]
  } finally {
    rmSync(graphs, { recursive: true })
  }
}

function firewallRow(walls: readonly Firewall[]): Row {
  const asserted = walls.reduce((sum, wall) => sum + wall.asserted, 0)
  const breaches = walls.flatMap((wall) => wall.breaches)
  return { name: 'gold firewall', score: 100 * (1 - breaches.length / Math.max(1, asserted)), note: `${breaches.length} of ${asserted} asserted are only said, alleged or called off${breaches.map((each) => `; ${each}`).join('')}` }
}

function scoreRows(scores: Readonly<Record<string, { p: number; r: number; f: number }>>): Row[] {
  return Object.entries(scores).map(([name, { p, r, f }]) => ({
    name: `gold ${name.trim()}`, score: 100 * f, note: `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)}`,
    ...(MARKS[name] ? { marks: MARKS[name] } : {}),
  }))
}
