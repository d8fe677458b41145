import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readText } from '../../src/read/text.js'
const D='/work/shared/data/'
const bare=(t:string)=>(t.toLowerCase().match(/[\p{L}\p{N}]+/gu)??[]).join(' ')
const [what, file, lim='60'] = process.argv.slice(2)
let n=0,h=0,wrong=0,miss=0; let shown=0
for (const l of gunzipSync(readFileSync(D+file)).toString().trim().split('\n')) { const g=JSON.parse(l); const text=g.text??g.content; const d=readText(text); n++
 const first=text.slice(0,130).replace(/\n/g,'⏎')
 if (what==='head') { const t=g.title; const starts = t ? bare(text).startsWith(bare(t)) && /^\s*\n/.test(text.slice(text.indexOf(t.slice(-5))+5).replace(/^[.!?”"’']*/,'')) : undefined
   const ok = d.headline && (!t || bare(d.headline.name)===bare(t)); if (ok) h++
   if (t && starts && !ok) { miss++; if (shown++<+lim) console.log('MISS', first, '| got', d.headline?.name) }
   if (d.headline && !ok) { wrong++; if (shown++<+lim) console.log('WRONG', d.headline.name,'| title', t) }
   if (!t && !d.headline && shown++<+lim) console.log('none', first) }
 if (what==='dateline') { const s=text.match(/^.{0,80}?( [—–-]+ |: )/); if (d.datelinePlace||d.publisher) { h++; if (shown++<+lim) console.log('DL', d.datelinePlace?.name,'|',d.publisher?.name,'|',d.date,'|', text.slice(d.blocks[0]!.start-60<0?0:d.blocks[0]!.start-60, d.blocks[0]!.start+40).replace(/\n/g,'⏎')) } }
 if (what==='nodate') { const b=d.blocks.find(b=>b.kind==='paragraph')!; const p=text.slice(b.start,b.start+90); if (!d.datelinePlace && /^[A-Z]{3,}[A-Z ,.]*\b|^[^.]{0,60}\([A-Z]{2,}[\w ]*\)|^\S+ [—–] /.test(p) && shown++<+lim) console.log('?', p) }
 if (what==='cross') for (const b of d.blocks.slice(1)) if (b.kind==='headline' && shown++<+lim) console.log('X', text.slice(b.start,b.end))
 if (what==='heads' && d.headline && shown++<+lim) console.log(d.headline.name.slice(0,150),'⏎',text.slice(d.headline.span!.end, d.headline.span!.end+80).replace(/\n/g,'⏎'))
 if (what==='by') { if (d.authors.length && shown++<+lim) console.log(d.authors.map(a=>a.name).join('; '), '|', first) }
}
console.log({n,h,wrong,miss})
