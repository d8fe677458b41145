/**
 * Makes newsgraph-kb-titles/names.kb: other names of what newsgraph-kb-core knows, as Wikipedia's redirects have them.
 *
 *   npx tsx training/kb-other-names.ts CORE.kb REDIRECTS.tsv.gz OUT.kb
 *
 * In: the base, and lines "other_name TAB title", lower case, of DBpedia. Out: the entries that have such names, with those alone:
 * "Sergei Lavrov" → Q58217.
 * Left out: what is known already, what leads to works, events and what has no name ("democracy"), names with digits, brackets, commas,
 * and those of one or two letters.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { deflateRawSync, gunzipSync } from 'node:zlib'
import { keyOf } from '../src/link/entry.js'
import { openBaseAt } from '../src/link/kb-disk.js'
import { type NamedEntry, writeBase } from '../src/link/kb-write.js'
import { nameKey } from '../src/link/name-keys.js'

const [core = '', redirects = '', out = ''] = process.argv.slice(2)
const base = await openBaseAt(core)
const byTitle = new Map<string, string[]>()
for (const line of gunzipSync(readFileSync(redirects)).toString('utf8').split('\n')) {
  const [name = '', title = ''] = line.split('\t')
  if (!/[\d(),/:;]/u.test(name) && nameKey(name).length > 2) byTitle.set(title, [...byTitle.get(title) ?? [], name.replaceAll('_', ' ')])
}
const entries: NamedEntry[] = []
for await (const entry of base.all()) {
  const isNoName = entry.kind === 'work' || entry.kind === 'event' || entry.kind === 'unknown' && /^\p{Ll}/u.test(entry.label)
  const names = entry.title === '' || isNoName ? [] : byTitle.get(entry.title.toLowerCase()) ?? []
  const found = await base.find(names)
  const isKnown = (name: string): boolean => found.get(nameKey(name))?.some((each) => keyOf(each.entry) === keyOf(entry)) === true
  const aliases = names.filter((name) => !isKnown(name) && !(entry.kind === 'person' && isRelative(name, entry.label)))
  if (aliases.length > 0) entries.push({ entry, aliases })
}
/** "Naina Yeltsin" leads to the article on her husband. */
function isRelative(name: string, label: string): boolean {
  const [own, other] = [nameKey(name).split(' '), nameKey(label).split(' ')]
  return own.at(-1) === other.at(-1) && own[0]?.[0] !== other[0]?.[0]
}

const about = {
  name: 'newsgraph-names', version: base.head.version, licence: 'CC-BY-SA-3.0',
  attribution: ['DBpedia 2022 and so Wikipedia: the names', ...base.head.attribution],
}
writeFileSync(out, Buffer.concat(writeBase(entries, about, (bytes) => deflateRawSync(bytes, { level: 9 }))))
console.log(`${entries.length} entries, ${entries.reduce((sum, { aliases }) => sum + aliases.length, 0)} other names`)
