import { createAnalyser } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { read } from '../src/read/read.js'
import { readFileSync } from 'node:fs'
import { resolve } from '../src/resolve/resolve.js'
const a = await createAnalyser({ engine: 'wasm', loader: loadFromDisk('/root/h/m_base4') } as never)
const [r] = await read({ bytes: readFileSync(process.argv[2]!), source: 'x.txt' }, { language: 'en' } as never) as any
const x = { ...r, ...await a(r) }
console.log(x.mentions.map((m: any) => `${x.tokens.slice(m.start, m.end).map((t: any) => t.text).join(' ')} ${m.kind}/${m.form} ${m.confidence.toFixed(2)}`).join('\n'))
for (const e of resolve(x).entities) console.log(e.id, e.names)
