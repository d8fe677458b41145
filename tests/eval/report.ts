/** The table of a run, and the record that scores may only rise above. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Miss, Row } from './measure.js'

const WIDTH = 44

/** What other tools reach on the same articles, by row; see training/peers. */
export type Peers = Readonly<Record<string, Readonly<Record<string, number>>>>

export function printTable(rows: readonly Row[], peers: Peers): void {
  console.log(`${'task'.padEnd(WIDTH)} score   floor   aim  beat`)
  for (const { name, score, marks, note } of rows) {
    const figures = marks ? marks.map((mark) => mark.toFixed(1).padStart(6)).join('') : ' '.repeat(18)
    const reached = !marks ? ' ' : score >= marks[2] ? '★' : score >= marks[1] ? '✓' : score >= marks[0] ? '·' : '✗'
    console.log(`${name.padEnd(WIDTH)} ${score.toFixed(1).padStart(5)} ${reached}${figures}  ${[note, peerNote(peers[name])].filter(Boolean).join('; ')}`.trimEnd())
  }
  console.log('★ beats the figure to beat   ✓ reaches the aim   · reaches the floor   ✗ below it')
}

function peerNote(peers: Peers[string] | undefined): string {
  return Object.entries(peers ?? {}).map(([tool, score]) => `${tool} ${score.toFixed(1)}`).join(', ')
}

/** Errors by task and kind, the commonest kinds first, with some examples of each. */
export function printMisses(misses: readonly Miss[], examples: number): void {
  const byKind = new Map<string, string[]>()
  for (const { task, kind, text } of misses) {
    const key = `${task}: ${kind}`
    byKind.set(key, [...byKind.get(key) ?? [], text])
  }
  for (const [kind, texts] of [...byKind].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`\n${kind}: ${texts.length}`)
    for (const text of texts.slice(0, examples)) console.log(`  ${text}`)
  }
}

/** Less than this below the record is noise of rounding. */
const TOLERANCE = 0.05

/** Compares with the record of earlier runs and raises it. Returns what fell. */
export function ratchet(file: string, rows: readonly Row[], mayFall: boolean): string[] {
  const record = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Record<string, number> : {}
  const fallen: string[] = []
  for (const { name, score, promise } of rows) {
    if (promise !== undefined) {
      if (score < promise) fallen.push(`${name}: ${score.toFixed(1)}, promised are ${promise}`)
      continue
    }
    const rounded = Math.round(score * 10) / 10
    const before = record[name]
    if (before !== undefined && rounded < before - TOLERANCE) {
      fallen.push(`${name}: ${rounded}, was ${before}`)
      if (!mayFall) continue
    }
    record[name] = rounded
  }
  const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => a < b ? -1 : 1))
  writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
  return fallen
}
