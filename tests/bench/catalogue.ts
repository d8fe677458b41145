/**
 * What a catalogue costs beside extracting: opening one of 10,000 articles, adding ten to it, filling it in tens.
 * In: how many articles. Out: a table; seconds of work (processor time) beside seconds on the clock, which the disk shares.
 * The articles are invented and arrive extracted, so that everything measured is the catalogue's own.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { articlesOf } from '../../src/catalogue/articles.js'
import { openCatalogue } from '../../src/catalogue/reading.js'
import { openForWriting } from '../../src/catalogue/writing.js'
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
  const addTens = (from: number, until: number): void => {
    for (let first = from; first < until; first += 10) {
      const arrivals = Array.from({ length: 10 }, (_, at) => numbered(first + at, ENTITIES))
      open(here, (writer) => writer.add(arrivals))
    }
  }
  timed(`${count} articles invented (no part of the catalogue's cost)`, () => { for (let number = 0; number < count; number += 1) numbered(number, ENTITIES) })
  timed(`${count} added in tens, opened and closed each time`, () => addTens(0, count))
  timed('opened to read', () => openCatalogue(here).close())
  timed('opened with all names', () => {
    const catalogue = openCatalogue(here)
    catalogue.registry()
    catalogue.close()
  })
  timed('ten added', () => addTens(count, count + 10))
  timed('all read, named and decided', () => {
    const catalogue = openCatalogue(here)
    for (const _ of articlesOf(catalogue)) { /* each once */ }
    catalogue.close()
  })
  rmSync(here, { recursive: true })
  timed(`${count} added at once`, () => open(here, (writer) => {
    for (let first = 0; first < count; first += 64) writer.add(Array.from({ length: Math.min(64, count - first) }, (_, at) => numbered(first + at, ENTITIES)))
  }))
  console.log(`A catalogue of ${count} articles, without the model`)
  console.table(rows)
  if (Number.isNaN(extractionSeconds)) return
  const own = (rows[`${count} added in tens, opened and closed each time`] as { 'work s': number })['work s'] / count
  console.log(`An article takes ${round(extractionSeconds)} s to extract and ${round(own)} s to keep when they come in tens: ${round(1 + own / extractionSeconds)} × one build of all.\n`)
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
