/**
 * `npm run fuzz [-- --minutes N] [-- --only WORDS]`: every target of tests/fuzz/targets.ts in turn, for an hour.
 *
 *   in:  how long, and which
 *   out: a line for each target and round; what fails with its seed, and exit code 1
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { targets } from './fuzz/targets.js'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' }, only: { type: 'string', default: '' } } })
const chosen = targets.filter(({ name }) => name.includes(values.only))
const end = Date.now() + Number(values.minutes) * 60_000
/** Milliseconds for one target at a time. */
const TURN = Math.min(60_000, (Number(values.minutes) * 60_000) / Math.max(chosen.length, 1))

for (let round = 1; Date.now() < end; round++) for (const { name, property } of chosen) {
  if (Date.now() >= end) break
  const { failed, numRuns, seed, counterexamplePath, counterexample, errorInstance } = await fc.check(property(), { numRuns: 1_000_000, interruptAfterTimeLimit: TURN, markInterruptAsFailure: false })
  console.log(`round ${round}, ${name}: ${numRuns} inputs${failed ? `, FAILED (seed ${seed}, path ${counterexamplePath})` : ''}`)
  if (!failed) continue
  console.error(counterexample, errorInstance)
  process.exitCode = 1
}
