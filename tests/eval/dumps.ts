/**
 * Dumps of Wikidata as they are: how many of the items of a real sample become entries, in two orders the same; and whether broken dumps are read or refused in a line.
 * In: ../shared/data/gazetteer/wikidata-samples. Nothing is measured where it is not there.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { buildBase } from '../../src/kb/build.js'
import { Problem } from '../../src/problem.js'
import type { Bench, Row, Task } from './measure.js'

export const dumps: Task = { name: 'dumps', run: ({ part }) => dumpRows(join(part.data, 'gazetteer/wikidata-samples')) }

const ABOUT = { name: 'samples', version: '1', licence: 'CC0', attribution: [] }

async function dumpRows(samples: Bench['part']['data']): Promise<Row[]> {
  if (!existsSync(samples)) return []
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-dumps-')), base = join(folder, 'samples.kb')
  try {
    const whole = join(samples, 'dump-sample-49.json.gz'), items = gunzipSync(readFileSync(whole)).toString().split('\n').filter((line) => line.startsWith('{'))
    const { entries } = await buildBase([whole], base, ABOUT), there = readFileSync(base), back = join(folder, 'back.json')
    writeFileSync(back, items.toReversed().join('\n'))
    await buildBase([back], base, ABOUT)
    const isSame = readFileSync(base).equals(there)
    const all = readdirSync(samples).filter((name) => name.includes('.json')), answered = []
    for (const name of all) answered.push(await buildBase([join(samples, name)], base, ABOUT).then(() => true, (cause: unknown) => cause instanceof Problem))
    return [
      { name: 'dump items', score: 100 * entries / items.length, promise: 100, note: `${entries} of ${items.length} items of a dump` },
      { name: 'dump order', score: isSame ? 100 : 0, promise: 100, note: 'the same bytes in the other order' },
      { name: 'dumps answered', score: 100 * answered.filter(Boolean).length / all.length, promise: 100, note: `${all.length} files, broken ones too: read, or refused in a line` },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
