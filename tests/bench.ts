/**
 * `npm run bench [-- --articles N]`: how fast, how much memory, beside compromise on the same articles in the same run.
 * `npm run bench -- --only size --many 1000,5000,20000,100000`: a part of it; with `--extracted FILE` of articles that `newsgraph work extract` printed.
 * `npm run bench -- --only merge --merged 100000`: merging alone, which holds what it knows of all articles in memory.
 * `npm run bench -- --only soak [--soaked 20000]`: whether a long batch stays as fast and as small as it began.
 * `npm run bench -- --only dumps [--megabytes 2000] [--dump wikidata]`: knowledge bases from large dumps, which are invented for it.
 *
 *   in:  the articles in seeds/, repeated with a sentence of their own so that each is an article of its own
 *   out: tables on standard output; absolute figures are this machine's, the ratios travel
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import nlp from 'compromise'
import { Writer, type Quad } from 'n3'
import { createAnalyser } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { build, stages } from '../src/build.js'
import { extract } from '../src/extract/extract.js'
import { graphQuads, quadsOf } from '../src/map/quads.js'
import type { Extracted, Reading } from '../src/model.js'
import { version } from '../src/version.js'
import { read } from '../src/read/read.js'
import { find } from '../src/read/files.js'
import { resolve } from '../src/resolve/resolve.js'
import { writeChunks } from '../src/store/files.js'
import { openShelf } from '../src/store/shelf.js'
import { serialise } from '../src/store/write.js'
import { benchPush } from './bench/push.js'
import { benchCatalogue } from './bench/catalogue.js'
import { benchDumps } from './bench/dumps.js'
import { benchEngine } from './bench/engine.js'
import { benchSoak } from './bench/soak.js'
import { benchMerge } from './bench/merge.js'
import { benchSize, type Run } from './bench/size.js'
import { readExtracted } from './bench/copies.js'

const { values } = parseArgs({ options: {
  articles: { type: 'string', default: '40' }, merged: { type: 'string', default: '10000' }, pushed: { type: 'string', default: '1000' }, many: { type: 'string', default: '5000' }, soaked: { type: 'string', default: '20000' }, megabytes: { type: 'string', default: '200' }, dump: { type: 'string', default: '' },
  only: { type: 'string', default: 'start,engine,writing,merging,size,stores,catalogue' }, extracted: { type: 'string' },
} })
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-bench-'))
/** Its own peak memory, and processor time; what Linux tells of a child by `maxRSS` is never less than its parent had. */
const ASK = `import { readFileSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  let peak = maxRSS
  try { peak = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] } catch {}
  process.stderr.write('peak ' + peak + ' ' + (userCPUTime + systemCPUTime))
})`

const SAMPLE = 'seeds/000_76f42d9db3e3c83c.txt'

try {
  console.log(`newsgraph ${version} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}\n`)
  const parts = new Set(values.only.split(','))
  if (parts.has('start')) await benchStart()
  if (parts.has('engine')) await benchEngine(SAMPLE, folder)
  if (values.only === 'engine') process.exit()
  // It takes hours, so it is only done where it is asked for, and alone.
  if (parts.has('soak')) {
    await benchSoak(Number(values.soaked))
    process.exit()
  }
  if (parts.has('dumps')) await benchDumps(Number(values.megabytes), values.dump, folder, processOf)
  if ([...parts].some((part) => part !== 'dumps')) await benchExtracted(parts, values.extracted)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** What begins with articles that were extracted. */
async function benchExtracted(parts: ReadonlySet<string>, file: string | undefined): Promise<void> {
  const { extracted, perArticle } = file ? { extracted: readExtracted(file), perArticle: Number.NaN } : await benchStages(Number(values.articles))
  if (parts.has('merge')) benchMerge(extracted, Number(values.merged))
  if (parts.has('writing')) await benchWriting(extracted)
  if (parts.has('merging')) await benchMerging(extracted, Number(values.merged))
  if (parts.has('size')) await benchSize(file ?? saved(extracted), values.many.split(',').map(Number), folder, processOf)
  if (parts.has('stores')) await benchStores(extracted, Number(values.pushed))
  if (parts.has('catalogue')) benchCatalogue(folder, Number(values.merged), perArticle)
}

function saved(extracted: readonly Extracted[]): string {
  const path = join(folder, 'extracted.jsonl')
  writeFileSync(path, extracted.map((article) => `${JSON.stringify(article)}\n`).join(''))
  return path
}

/** From the start of the process to Turtle on disk; the target is one second. */
async function benchStart(): Promise<void> {
  const output = join(folder, 'sample.ttl')
  const runs: Run[] = []
  for (let run = 0; run < 7; run += 1) runs.push(await processOf(['dist/cli.js', 'build', SAMPLE, '-o', output]))
  const bare = await processOf(['-e', '0'])
  const times = runs.map(({ seconds }) => seconds).sort((a, b) => a - b)
  console.log('Start to Turtle on disk, the sample article (7 runs)')
  console.table({
    newsgraph: { 'best s': round(times[0]), 'median s': round(times[3]), 'peak MB': Math.max(...runs.map(({ megabytes }) => megabytes)) },
    'node alone': { 'best s': round(bare.seconds), 'median s': round(bare.seconds), 'peak MB': bare.megabytes },
  })
}

/** Each stage on its own over all articles. */
async function benchStages(count: number): Promise<{ extracted: Extracted[]; perArticle: number }> {
  const inputs = await repeated(count)
  const rows: Record<string, object> = {}
  const timed = async <In, Out>(name: string, items: readonly In[], act: (item: In) => Out | Promise<Out>): Promise<Out[]> => {
    const out: Out[] = []
    let peak = 0
    const start = performance.now()
    for (const item of items) {
      out.push(await act(item))
      peak = Math.max(peak, process.memoryUsage.rss())
    }
    const seconds = (performance.now() - start) / 1000
    rows[name] = { 'articles/s': round(count / seconds), 'ms/article': round((1000 * seconds) / count), 'peak MB': Math.round(peak / 1e6), seconds }
    return out
  }
  const analyser = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() })
  const readings = (await timed('read', inputs, read)).flat().filter((reading): reading is Reading => 'blocks' in reading)
  const analysed = await timed('analyse', readings, (reading) => stages.analyse(reading, analyser))
  const resolved = await timed('resolve', analysed, resolve)
  const extracted = await timed('extract', resolved, extract)
  const merged = [...(await build(extracted, 0, openShelf()))]
  const quads = await timed('map', merged, (article) => [...quadsOf(article, { version })])
  await timed('write', quads, (article) => [...serialise([article])].join('').length)
  await timed('compromise', readings, ({ text }) => alike(text))
  const seconds = (names: readonly string[]): number => names.reduce((sum, name) => sum + (rows[name] as { seconds: number }).seconds, 0)
  const all = seconds(['read', 'analyse', 'resolve', 'extract', 'map', 'write'])
  rows['newsgraph, all stages'] = { 'articles/s': round(count / all), 'ms/article': round((1000 * all) / count) }
  const words = readings.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  console.log(`Stages, ${count} articles of ${Math.round(words / count)} words, one thread of WebAssembly`)
  console.table(rows, ['articles/s', 'ms/article', 'peak MB'])
  console.log(`newsgraph takes ${round(all / seconds(['compromise']))} × the time of compromise, which gives no claims; without the model ${round((all - seconds(['analyse'])) / seconds(['compromise']))} ×\n`)
  return { extracted, perArticle: seconds(['read', 'analyse', 'resolve', 'extract']) / count }
}

/** What compromise can tell of the same kind. */
function alike(text: string): number {
  const document = nlp(text)
  return [document.people(), document.places(), document.organizations(), document.quotations(), document.sentences()].reduce((sum, found) => sum + found.out('array').length, 0)
}

/** Quads to disk; the target is 500,000 a second. */
async function benchWriting(extracted: readonly Extracted[]): Promise<void> {
  const articles = [...(await build(extracted, 0, openShelf()))].map((article) => [...quadsOf(article, { version })])
  const many = Array.from({ length: Math.ceil(300_000 / articles.flat().length) }, () => articles).flat()
  const count = many.reduce((sum, quads) => sum + quads.length, 0)
  const rows: Record<string, object> = {}
  for (const format of ['turtle', 'trig', 'n-quads', 'n-triples', 'json-ld'] as const) {
    const path = join(folder, `graph.${format}`)
    const start = performance.now()
    await writeChunks(path, serialise(many, { format }))
    rows[format] = rate(count, start, statSync(path).size)
  }
  const start = performance.now()
  rows['n3.Writer, Turtle, in memory'] = rate(count, start, (await withN3(many)).length, performance.now())
  console.log(`Writing ${count} quads to disk`)
  console.table(rows)
}

function rate(count: number, start: number, bytes: number, end = performance.now()): object {
  return { 'quads/s': Math.round((count * 1000) / (end - start)), MB: round(bytes / 1e6) }
}

function withN3(articles: readonly Quad[][]): Promise<string> {
  const writer = new Writer()
  for (const quads of articles) for (const { subject, predicate, object } of quads) writer.addQuad(subject, predicate, object)
  return new Promise((done, fail) => writer.end((error: Error | null, text: string) => (error ? fail(error) : done(text))))
}

/** As many articles as wanted of a few, each of its own name. */
async function* many(extracted: readonly Extracted[], until: number): AsyncGenerator<Extracted> {
  for (let number = 0; number < until; number += 1) {
    const article = extracted[number % extracted.length]
    if (article) yield { ...article, id: number.toString(16).padStart(16, '0'), textSha256: number.toString(16).padStart(64, '0') }
  }
}

async function benchStores(extracted: readonly Extracted[], count: number): Promise<void> {
  const path = join(folder, 'stores.nq')
  await writeChunks(path, serialise(graphQuads(await build(many(extracted, count), 0, openShelf()), { version }), { format: 'n-quads' }))
  await benchPush(path, count)
}

/** Merging and writing many articles; memory must not grow with their number. */
async function benchMerging(extracted: readonly Extracted[], count: number): Promise<void> {
  const rows: Record<string, object> = {}
  for (const until of [count / 10, count / 2, count]) {
    let peak = 0
    const start = performance.now()
    const articles = await build(many(extracted, until), 0, openShelf())
    const watched = { *[Symbol.iterator]() {
      for (const article of articles) {
        yield quadsOf(article, { version })
        peak = Math.max(peak, process.memoryUsage.rss())
      }
    } }
    const path = join(folder, 'merged.ttl')
    await writeChunks(path, serialise(watched))
    rows[`${until} articles`] = { 'articles/s': Math.round((until * 1000) / (performance.now() - start)), 'peak MB': Math.round(peak / 1e6), 'graph MB': Math.round(statSync(path).size / 1e6) }
  }
  console.log('Merging, mapping and writing, without the model')
  console.table(rows)
}

async function repeated(count: number): Promise<{ source: string; bytes: Uint8Array }[]> {
  const seeds: { source: string; bytes: Uint8Array }[] = []
  for await (const found of find([SAMPLE, 'seeds/ferry-dispatch.txt'])) if ('bytes' in found) seeds.push(found)
  return Array.from({ length: count }, (_, number) => {
    const { source, bytes } = seeds[number % seeds.length] ?? { source: '', bytes: new Uint8Array() }
    return { source: `${number}-${source}`, bytes: Buffer.concat([bytes, Buffer.from(`\n\nThis is report number ${number}.\n`)]) }
  })
}

/** Runs Node and asks it at the end. */
function processOf(args: readonly string[]): Promise<Run> {
  const hook = `data:text/javascript,${encodeURIComponent(ASK)}`
  const start = performance.now()
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', hook, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (text: Buffer) => { errors += text.toString() })
    child.on('close', (code) => {
      const [, peak, work] = /peak (\d+) (\d+)$/.exec(errors) ?? []
      if (code !== 0 || peak === undefined) fail(new Error(`node ${args.join(' ')} ended with ${code}: ${errors}`))
      else done({ seconds: (performance.now() - start) / 1000, work: Number(work) / 1e6, megabytes: Math.round(Number(peak) / 1000) })
    })
  })
}

function round(value = Number.NaN): number {
  return Number(value.toPrecision(3))
}
