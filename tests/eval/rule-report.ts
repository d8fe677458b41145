/** The table of what rules are worth, and what of it must not fall; and whether what is called sure is true. */
import { probability } from '../../src/extract/calibration.js'
import { type Case, CLASSES, type ClassOfClaims } from './cases.js'
import type { Judged } from './judged.js'
import type { Row } from './measure.js'
import type { RuleRow } from './rule-rows.js'

type Rows = ReadonlyMap<ClassOfClaims, readonly RuleRow[]>

export function printRules(byClass: Rows): void {
  for (const [name, rows] of byClass) {
    console.log(`\n${name.padEnd(44)}    n  right  wrong  share  only`)
    for (const { name: rule, right, wrong, only, isPart } of rows) {
      const n = right + wrong
      const cells = [n, right, wrong].map((each) => `${each}`.padStart(6))
      console.log(`${(isPart ? `(${rule})` : rule).padEnd(42)}${cells.join(' ')}  ${n === 0 ? '     ' : (100 * right / n).toFixed(1).padStart(5)}  ${`${only ?? ''}`.padStart(4)}`)
    }
  }
  console.log('\nshare: of 100 how many are right   only: found by nothing else   (in brackets): changes claims of other rules; those are counted')
}

/** Fewer claims say nothing of a rule. */
const ENOUGH = 10

/** Precision of each rule that makes enough claims; not of stretches, whose borders move. */
export function ratchetRows(byClass: Rows): Row[] {
  return [...byClass].flatMap(([name, rows]) => rows.filter(({ only, isPart, right, wrong }) => only !== undefined && !isPart && right + wrong >= ENOUGH)
    .map(({ name: rule, right, wrong }) => ({ name: `${name}, ${rule}`, score: 100 * right / (right + wrong) })))
}

const SURE = 0.9

/** Of the claims of each class that are called surer than this, how many are true. Too few say nothing. */
export function sureRows(cases: readonly Case[]): Row[] {
  return CLASSES.flatMap((name): Row[] => {
    const own = cases.filter((each) => each.class === name)
    const rows = [sureRow(`sure ${name}`, name, own.flatMap((each) => each.judged(() => false)))]
    if (name === 'events') rows.push(sureRow('sure events, kind and standing alone', name, own.flatMap((each) => each.judgedAsSuch?.(() => false) ?? [])))
    return rows.flat()
  })
}

function sureRow(row: string, name: ClassOfClaims, claims: readonly Judged[]): Row[] {
  const sure = claims.filter(({ rule, raw }) => probability(name, rule, raw) >= SURE)
  const right = sure.filter(({ isRight }) => isRight).length
  const all = claims.filter(({ isRight }) => isRight).length
  const note = `of ${sure.length} of ${claims.length} claims; of all of them ${(100 * all / Math.max(1, claims.length)).toFixed(1)} are true`
  return sure.length < ENOUGH ? [] : [{ name: row, score: 100 * right / sure.length, note, marks: [90, 90, 95] }]
}
