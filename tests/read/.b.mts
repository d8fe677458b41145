import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parsePage } from '/work/main/src/read/html/document.ts'
import { readPage } from '/work/main/src/read/html/page.ts'
import { decode } from '/work/main/src/read/decode.ts'
const D='/work/shared/data/html/pages/'
for (const f of process.argv.slice(2)) { const r=readPage(await decode(gunzipSync(readFileSync(D+f)),f),f); console.log('##',f,r.text.length,r.headline?.name,r.date,r.authors.map(a=>a.name)); for (const b of r.blocks) console.log(b.kind[0], r.text.slice(b.start,b.end).slice(0,110)) }
