/**
 * How fast knowledge bases are built of large dumps, by format, beside gunzip alone on the same file, and with how much memory.
 *
 *   in:  megabytes; the dumps are invented here, of things that are nowhere, in the layout of the real ones
 *   out: a table: megabytes of the unpacked dump that a second of the processor takes, gunzip's, the ratio, the most memory
 *
 * Of Wikidata's items one in ten has an article, as in the real dump; most lines are passed over after a look at their bytes.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { word } from './invented.js'
import type { Run } from './size.js'

const name = (number: number): string => `${word(number, 3)} ${word(number * 7 + 1, 4)}`
/** Marks as statements have them: they pack badly, as in real dumps. */
const mark = (number: number): string => [1, 2, 3, 4].map((part) => (Math.imul(number * 4 + part, 2_654_435_761) >>> 0).toString(16).padStart(8, '0')).join('-')
const claim = (id: string, number: number): object => ({ mainsnak: { snaktype: 'value', property: 'P', datavalue: { value: { 'entity-type': 'item', id }, type: 'wikibase-entityid' } }, type: 'statement', id: mark(number), rank: 'normal' })
/** What an item says beside, in the amount of real ones. */
const more = (number: number): object => Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`P9${at}`, [claim(`Q9${at}`, number * 32 + at)]]))

function item(number: number): string {
  const isKnown = number % 10 === 0, value = name(number)
  const labels = Object.fromEntries(['en', 'de', 'fr', 'es', 'ru', 'zh', 'ar', 'pt', 'it', 'nl'].map((language) => [language, { language, value }]))
  return JSON.stringify({
    type: 'item', id: `Q${number + 1000}`, labels, descriptions: { en: { language: 'en', value: 'politician of nowhere' } }, aliases: { en: [{ language: 'en', value: `${value} II` }] },
    claims: { P31: [claim(isKnown ? 'Q5' : 'Q13442814', number * 32 + 30)], P39: [claim(`Q${1000 + (number % 500) * 10}`, number * 32 + 31)], ...more(number) }, sitelinks: isKnown ? { enwiki: { site: 'enwiki', title: value, badges: [] } } : {},
  })
}

const geonames = (number: number): string => [number + 1, name(number), name(number), `${word(number, 5)},${word(number + 3, 4)}`, '10.5', '-20.25', 'P', 'PPL', 'XX', '', '01', '', '', '', number % 90_000, '', '', 'Etc/GMT', '2026-01-01'].join('\t')
const title = (number: number): string => `http://dbpedia.org/resource/${name(number).replace(' ', '_')}_${number}`
const triples = (number: number): string => [
  `<${title(number)}> <http://www.w3.org/2000/01/rdf-schema#label> "${name(number)}"@en .`, `<${title(number)}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://dbpedia.org/ontology/Person> .`,
  `<${title(number)}> <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q${number + 1}> .`,
].join('\n')
const pageOf = (number: number): string => `(${number + 1},0,'${name(number).replace(' ', '_')}_${number}',0,0,0.5,'20260101000000',NULL,1,1,'wikitext',NULL)`
const many = (number: number, one: (number: number) => string): string => Array.from({ length: 50 }, (_, at) => one(number * 50 + at)).join(',')
/** Both tables in one file. */
const page = (number: number): string => `INSERT INTO \`page\` VALUES ${many(number, pageOf)};\nINSERT INTO \`page_props\` VALUES ${many(number, (one) => `(${one + 1},'wikibase_item','Q${one + 1}',NULL)`)};`
const csv = (number: number): string => `Q${number + 1},"${name(number)}",person,${number % 9},"minister|${word(number % 300, 3)}"`

const FORMATS: Readonly<Record<string, { readonly line: (number: number) => string; readonly head?: string; readonly options?: readonly string[] }>> = {
  'wikidata.json.gz': { line: (number) => `${item(number)},`, head: '[' },
  'wikidata.json.bz2': { line: (number) => `${item(number)},`, head: '[' },
  'allCountries.txt.gz': { line: geonames, options: ['--least-inhabitants', '80000'] },
  'dbpedia.ttl.gz': { line: triples }, 'enwiki-page.sql.gz': { line: page }, 'people.csv.gz': { line: csv, head: 'id,label,kind,prior,facts' },
}

const CHUNK = 4 << 20

/** @returns the bytes of the unpacked file */
function write(path: string, megabytes: number, { line, head }: { readonly line: (number: number) => string; readonly head?: string }): number {
  const plain = path.replace(/\.bz2$/u, ''), isPacked = path.endsWith('.gz'), file = openSync(plain, 'w')
  let text = head === undefined ? '' : `${head}\n`, size = 0
  const flush = (): void => {
    size += Buffer.byteLength(text)
    writeSync(file, isPacked ? gzipSync(text, { level: 1 }) : Buffer.from(text))
    text = ''
  }
  for (let number = 0; size + text.length < megabytes * 1e6; number += 1) {
    text += `${line(number)}\n`
    if (text.length > CHUNK) flush()
  }
  flush()
  closeSync(file)
  if (path.endsWith('.bz2')) spawnSync('bzip2', ['-1', plain])
  return size
}

const GUNZIP = "require('node:fs').createReadStream(process.argv[1]).pipe(require('node:zlib').createGunzip({ chunkSize: 1 << 20 })).on('data', () => {})"

/** @param only formats whose name holds this @param run runs Node with arguments and tells how long it took and how much memory it had */
export async function benchDumps(megabytes: number, only: string, folder: string, run: (args: readonly string[]) => Promise<Run>): Promise<void> {
  const rows: Record<string, object> = {}
  for (const [format, how] of Object.entries(FORMATS)) {
    if (!format.includes(only)) continue
    const path = join(folder, format), base = join(folder, 'bench.kb')
    const size = write(path, format.endsWith('.bz2') ? megabytes / 10 : megabytes, how)
    if (statSync(path, { throwIfNoEntry: false }) === undefined) continue
    const alone = format.endsWith('.gz') ? await run(['-e', GUNZIP, path]) : undefined
    const built = await run(['dist/cli.js', 'kb', 'build', path, '-o', base, ...how.options ?? []])
    const rate = (seconds: number): number => Number((size / 1e6 / seconds).toPrecision(3))
    rows[format] = {
      'MB unpacked': Math.round(size / 1e6), 'MB/s of work': rate(built.work), ...(alone && { 'gunzip alone': rate(alone.work), 'of it': Number((alone.work / built.work).toPrecision(2)) }), 'peak MB': built.megabytes,
      'base MB': Number((statSync(base).size / 1e6).toPrecision(3)),
    }
    for (const made of [path, base]) rmSync(made, { force: true })
  }
  console.log('Building a knowledge base from dumps')
  console.table(rows)
}
