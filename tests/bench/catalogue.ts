/**
 * What a catalogue costs beside extracting: opening one of 10,000 articles, adding ten to it, filling it in tens.
 * In: how many articles. Out: a table; seconds of work (processor time) beside seconds on the clock, which the disk shares.
 * The articles are invented and arrive extracted, so that everything measured is the catalogue's own.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { articlesOf } from '../../src/catalogue/articles.js'
import { openCatalogue } from '../../src/catalogue/reading.js'
import { openForWriting, type Arrival } from '../../src/catalogue/writing.js'
import { DEFAULT_BASE } from '../../src/map/iri.js'
import { numbered } from '../catalogue/numbered.js'

/** As many things as a usual article of 500 words names. */
const ENTITIES = 16

/** @param folder for temporary files @param extractionSeconds of one article, for comparison; as measured in the same run */
export function benchCatalogue(folder: string, count = 10_000, extractionSeconds = Number.NaN): void {
  const here = join(folder, 'catalogue')
  const rows: Record<string, object> = {}
  const timed = <Result>(name: string, act: () => Result): Result => {
    const start = performance.now(), work = process.cpuUsage()
    const result = act()
    const { user, system } = process.cpuUsage(work)
    rows[name] = { 'work s': round((user + system) / 1e6), 'clock s': round((performance.now() - start) / 1000), 'peak MB': Math.round(process.memoryUsage.rss() / 1e6) }
    return result
  }
  const addTens = (from: number, tens: number): void => {
    for (let ten = 0; ten < tens; ten += 1) open(here, (writer) => writer.add(invented(from + 10 * ten, 10)))
  }
  const fill = (from: number, until: number): void => open(here, (writer) => {
    for (let first = from; first < until; first += 64) writer.add(invented(first, Math.min(64, until - first)))
  })
  const half = Math.floor(count / 2)
  timed(`${half} added at once`, () => fill(0, half))
  timed(`fifty added to ${half} in tens, opened and closed each time`, () => addTens(half, 5))
  timed(`the rest of ${count} added at once`, () => fill(half + 50, count))
  timed(`${count} opened to read`, () => openCatalogue(here).close())
  timed(`${count} opened with all names`, () => {
    const catalogue = openCatalogue(here)
    catalogue.registry()
    catalogue.close()
  })
  timed(`ten added to ${count}`, () => addTens(count, 1))
  timed('all read, named and decided', () => {
    const catalogue = openCatalogue(here)
    for (const _ of articlesOf(catalogue)) { /* each once */ }
    catalogue.close()
  })
  rmSync(here, { recursive: true })
  console.log(`A catalogue of ${count} articles, without the model`)
  console.table(rows)
  // Opening grows with the catalogue in a straight line: what ten cost in the middle is what they cost on the way.
  const inTens = workOf(rows, `fifty added to ${half} in tens, opened and closed each time`) / 50
  console.log(`An article takes ${round(extractionSeconds)} s to extract; to keep it takes ${round(inTens)} s when ${count} come in tens: ${round(1 + inTens / extractionSeconds)} × one build of all.\n`)
}

function workOf(rows: Readonly<Record<string, object>>, name: string): number {
  return (rows[name] as { 'work s': number })['work s']
}

function invented(from: number, count: number): Arrival[] {
  return Array.from({ length: count }, (_, at) => numbered(from + at, ENTITIES))
}

function open<Result>(folder: string, act: (writer: ReturnType<typeof openForWriting>) => Result): Result {
  const writer = openForWriting(folder, { newsgraph: '0.0.1', model: 'hand 1' }, DEFAULT_BASE)
  try {
    return act(writer)
  } finally {
    writer.close()
  }
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
