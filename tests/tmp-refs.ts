import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createAnalyser } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { references } from './eval/references.js'
const store = process.argv[2]!
mkdirSync(store, { recursive: true })
let analyse: any
const kinds = new Map<string, number>()
const rows = await references.run({ part: { data: '/work/shared/data', split: 'dev' }, report: (m: any) => { kinds.set(m.kind, (kinds.get(m.kind) ?? 0) + 1); if (process.argv[3]) console.log(m.kind, '|', m.text) },
  analyse: async (reading: any) => {
    const file = `${store}/${reading.id.replace(/\W/g, '_')}.json`
    if (!existsSync(file)) { analyse ??= await createAnalyser({ engine: 'wasm', loader: loadFromDisk(process.env.MODEL) } as never); writeFileSync(file, JSON.stringify(await analyse(reading))) }
    return JSON.parse(readFileSync(file, 'utf8'))
  } } as never)
for (const r of rows) console.log(r.name, r.score.toFixed(1), r.note)
console.log(kinds)
