/**
 * Measures every head of the model, and whole graphs, on the developers' data, through the product's own code.
 *
 *   npm run eval [-- --data DIR] [--split NAME] [--gold DIR] [--model DIR] [--engine native]
 *                [--only TASK] [--sample N] [--errors] [--lower] [--graphs DIR] [--cache DIR] [--kb FILE…]
 *
 * Of `claims`, `--split kept` is the fifth of its training articles that nothing is fitted to but confidences, `fitted` the rest.
 * The rows `sure …` say how many of the claims that are called .9 likely and more are true.
 * Prints one table beside the figures to reach and raises tests/scores.json; with --lower it may fall as well. Without
 * data it says so and is content. `--sample N` takes N documents of each corpus and records nothing.
 * `--cache DIR` keeps the graphs of the articles that `cross-documents` merges, for measuring the merging again; empty it for another model.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { analyserOf, loadNetwork } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { attributions } from './eval/attributions.js'
import { cached } from './eval/cached.js'
import { casesOf, CLASSES } from './eval/cases.js'
import { claimRows } from './eval/claims.js'
import { crossDocuments } from './eval/cross-documents.js'
import { dwieCoreference, gap } from './eval/coreference.js'
import { dumps } from './eval/dumps.js'
import { graphRows } from './eval/graphs.js'
import { linking } from './eval/linking.js'
import { linkedPlaces } from './eval/linking-places.js'
import { benchOf, type Miss, type Row } from './eval/measure.js'
import { dwieNames, newswire } from './eval/names.js'
import { references } from './eval/references.js'
import { relations } from './eval/relations.js'
import { type Peers, printMisses, printTable, ratchet } from './eval/report.js'
import { sureRows } from './eval/rule-report.js'
import { storyTimes } from './eval/story-times.js'
import { syntax } from './eval/syntax.js'
import { triggers } from './eval/triggers.js'

const TASKS = [attributions, newswire, dwieNames, dwieCoreference, gap, references, relations, syntax, triggers, storyTimes, crossDocuments, linking, linkedPlaces, dumps]

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    gold: { type: 'string', default: '../shared/gold' },
    split: { type: 'string', default: 'dev' },
    model: { type: 'string' },
    graphs: { type: 'string' },
    engine: { type: 'string', default: 'wasm' },
    only: { type: 'string', multiple: true, default: [] },
    sample: { type: 'string' },
    cache: { type: 'string' },
    kb: { type: 'string', multiple: true },
    errors: { type: 'boolean', default: false },
    lower: { type: 'boolean', default: false },
  },
})

if (!existsSync(options.data) && !existsSync(options.gold)) {
  console.log(`Nothing to measure: there is no data at ${options.data}. Give a folder with --data DIR.`)
  process.exit(0)
}

const isWanted = (task: string): boolean => options.only.length === 0 || options.only.includes(task)
const misses: Miss[] = []
const rows: Row[] = []

const network = await loadNetwork({ engine: options.engine === 'native' ? 'native' : 'wasm', loader: loadFromDisk(options.model) })
const part = { data: options.data, split: options.split, ...(options.sample ? { sample: Number(options.sample) } : {}), ...(options.cache ? { cache: options.cache } : {}), ...(options.kb ? { kb: options.kb } : {}) }
const bench = benchOf(network, part, (miss) => { misses.push(miss) })
for (const task of TASKS) {
  if (!isWanted(task.name)) continue
  const started = performance.now()
  rows.push(...await task.run(bench))
  console.error(`${task.name}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
if (isWanted('claims')) rows.push(...await claimRows(part, bench.analyse, options.graphs))
if (isWanted('sure')) rows.push(...sureRows(await casesOf({ ...part, claims: part.split, others: part.split, half: 'report' }, new Set(CLASSES), cached(analyserOf(network), network.files.name))))
if (isWanted('graphs')) rows.push(...await graphRows(options.gold, bench.analyse))

printTable(rows, JSON.parse(readFileSync(new URL('../training/peers/figures.json', import.meta.url), 'utf8')) as Peers)
if (options.errors) printMisses(misses, 12)
if (options.sample === undefined && options.split === 'dev') {
  const fallen = ratchet(fileURLToPath(new URL('scores.json', import.meta.url)), rows, options.lower)
  if (fallen.length > 0) console.log(`\nFell below tests/scores.json:\n  ${fallen.join('\n  ')}`)
  if (fallen.length > 0 && !options.lower) process.exitCode = 1
}
