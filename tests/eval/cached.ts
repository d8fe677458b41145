/**
 * An analyser that remembers: what the model sees in a text is kept in node_modules/.cache for as long as neither the model nor the code
 * of the analysis changes, so that rules are measured again in minutes.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Analyser, Analysis } from '../../src/model.js'

const SOURCES = fileURLToPath(new URL('../../src/analyse/', import.meta.url))
const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/newsgraph-eval/', import.meta.url))

export function cached(analyse: Analyser, model: string): Analyser {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).sort()
  const code = files.map((file) => readFileSync(join(SOURCES, file), 'utf8'))
  const folder = join(FOLDER, hash([model, code]).slice(0, 16))
  mkdirSync(folder, { recursive: true })
  return async (reading) => {
    const path = join(folder, `${hash([reading.text, reading.blocks])}.json.gz`)
    if (existsSync(path)) return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Analysis
    const found = await analyse(reading)
    writeFileSync(path, gzipSync(JSON.stringify(found), { level: 1 }))
    return found
  }
}

const hash = (what: unknown): string => createHash('sha256').update(JSON.stringify(what)).digest('hex')
