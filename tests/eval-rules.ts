/**
 * Measures every rule and head of extraction on annotated articles that it was not made for: those of `claims` for roles and events,
 * PolNeAR for statements, DWIE and KnowledgeNet for relations.
 *
 *   npm run eval:rules [-- --data DIR] [--model DIR] [--engine native] [--only CLASS] [--sample N] [--errors] [--lower]
 *   npm run eval:rules -- --calibrate [--data DIR] [--model DIR]
 *
 * Prints of each n, right, wrong and what nothing else finds, and raises tests/rules.json: the precision of a rule must not fall, with
 * --lower it may. Articles are analysed once; what a rule alone finds shows when they are extracted again without it.
 * With --calibrate it counts, on articles that are kept aside for it and half of what the model did not learn from, how often claims are
 * true, and writes src/extract/calibration-table.ts; `npm run eval -- --only sure` shows on others what it is worth.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { analyserOf, loadNetwork } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { cached } from './eval/cached.js'
import { calibration, tableSource } from './eval/calibrate.js'
import { type Case, casesOf, type ClassOfClaims, CLASSES } from './eval/cases.js'
import { ratchet } from './eval/report.js'
import { printRules, ratchetRows } from './eval/rule-report.js'
import { ruleRows } from './eval/rule-rows.js'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    model: { type: 'string' },
    engine: { type: 'string', default: 'wasm' },
    only: { type: 'string', multiple: true, default: [] },
    sample: { type: 'string' },
    calibrate: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    lower: { type: 'boolean', default: false },
  },
})

if (!existsSync(options.data)) {
  console.log(`Nothing to measure: there is no data at ${options.data}. Give a folder with --data DIR.`)
  process.exit(0)
}

const network = await loadNetwork({ engine: options.engine === 'native' ? 'native' : 'wasm', loader: loadFromDisk(options.model) })
const analyse = cached(analyserOf(network), network.files.name)
const sample = options.sample ? { sample: Number(options.sample) } : {}
const started = performance.now()
const told = (what: string): void => { console.error(`${what}: ${((performance.now() - started) / 1000).toFixed(0)} s`) }
await (options.calibrate ? calibrate() : measure())

async function measure(): Promise<void> {
  const wanted = new Set(CLASSES.filter((each) => options.only.length === 0 ? each !== 'entities' : options.only.includes(each)))
  const cases = await casesOf({ data: options.data, claims: 'kept', others: 'dev', ...sample }, wanted, analyse)
  told('analysed')
  const byClass = new Map<ClassOfClaims, ReturnType<typeof ruleRows>>()
  for (const each of wanted) {
    byClass.set(each, ruleRows(cases.filter((one) => one.class === each)))
    told(each)
  }
  printRules(byClass)
  if (options.errors) cases.forEach(printErrors)
  if (options.sample !== undefined) return
  const fallen = ratchet(fileURLToPath(new URL('rules.json', import.meta.url)), ratchetRows(byClass), options.lower)
  if (fallen.length > 0) console.log(`\nFell below tests/rules.json:\n  ${fallen.join('\n  ')}`)
  if (fallen.length > 0 && !options.lower) process.exitCode = 1
}

function printErrors({ class: name, id, judged }: Case): void {
  for (const { rule, isRight, says } of judged(() => false)) if (!isRight) console.log(`${name} ${rule}: ${says}   [${id}]`)
}

async function calibrate(): Promise<void> {
  const cases = await casesOf({ data: options.data, claims: 'kept', others: 'dev', half: 'calibration', ...sample }, new Set(CLASSES), analyse)
  told('analysed')
  const table = CLASSES.map((name) => calibration(name, cases.filter((each) => each.class === name).flatMap((each) => (each.judgedAsSuch ?? each.judged)(() => false))))
  const source = tableSource(Object.assign({}, ...table) as ReturnType<typeof calibration>)
  console.log(source)
  if (options.sample === undefined) writeFileSync(fileURLToPath(new URL('../src/extract/calibration-table.ts', import.meta.url)), source)
}
