/**
 * What people decided about links, in a table as OpenRefine exports it.
 * In: CSV with a column of names and one of ids – `name,qid`, or any columns of which one is called like a name or label, another like an id, IRI or match;
 * an IRI of an entity in place of its name. Out: for an entity the id that it is, or that it is none of those known:
 *
 *   name,id
 *   Paris,Q830149        in all articles "Paris" is the town in Texas
 *   John Smith,-         whoever is called so is tied to nothing
 *
 * It goes before every rule, now and in later builds with the same file.
 */
import type { Entity } from '../model.js'
import { Problem } from '../problem.js'
import { nameKey } from './name-keys.js'

/** Wikidata's id, a GeoNames id as `geonames/123`, another IRI, or null for none. */
export type Decided = (entity: Entity) => string | null | undefined

/** @param place the file's name, for problems @throws Problem `input` */
export function parseDecided(text: string, place: string): Decided {
  const [head = { number: 1, values: [] }, ...rows] = rowsOf(text)
  const nameAt = head.values.findIndex((title) => /^(?:name|label|entity|value|term|column 1)$|name$/iu.test(title.trim()))
  const idAt = head.values.findIndex((title) => /^(?:id|qid|iri|uri|item|match|wikidata|geonames)$|[^a-z](?:id|qid|iri|uri|match)$/iu.test(title.trim()))
  if (nameAt < 0 || idAt < 0 || nameAt === idAt) throw new Problem('input', `${place} has no columns of names and ids`, 'Its first line must name them, for instance: name,id.')
  const decided = new Map<string, { readonly target: string | null; readonly number: number }>()
  for (const { number, values } of rows) {
    const name = (values[nameAt] ?? '').trim(), id = (values[idAt] ?? '').trim()
    if (name === '' || id === '') continue
    const target = targetOf(id), key = keyOfName(name), before = decided.get(key)
    if (target === undefined) throw new Problem('input', `${place}, line ${number}: "${id.slice(0, 200)}" is no id of Wikidata or GeoNames, nor an address`, 'Write Q142, its address, https://sws.geonames.org/…/, or - for none.')
    if (before && before.target !== target) throw new Problem('input', `${place}, line ${number}: "${name.slice(0, 200)}" is decided otherwise on line ${before.number}`, 'Keep one of the two; where two things have the name, give their IRIs in place of it.')
    decided.set(key, { target, number })
  }
  return (entity) => {
    const key = [keyOfName(entity.id), ...[entity.name, ...entity.names].map(nameKey)].find((one) => decided.has(one))
    return key === undefined ? undefined : decided.get(key)?.target
  }
}

/** What a name is looked for by; of an IRI of the graph its ending, `place/paris-2`. */
function keyOfName(name: string): string {
  return /^https?:.*\/([a-z]+\/[^/]+)$/u.exec(name)?.[1] ?? /^([a-z]+)[:/]([a-z0-9-]+)$/u.exec(name)?.slice(1).join('/') ?? nameKey(name)
}

function targetOf(id: string): string | null | undefined {
  if (/^(?:-|none|no match|nil)$/iu.test(id)) return null
  const item = /^(?:(?:wd|wikidata):|https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:entity|wiki)\/)?(Q[1-9]\d*)$/u.exec(id)?.[1]
  const place = /geonames(?:\.org)?\/(\d+)(?:\/|$)/u.exec(id)?.[1]
  return item ?? (place === undefined ? (/^https?:\/\/[^\s<>"{}|^`\\]+$/u.test(id) ? id : undefined) : `geonames/${place}`)
}

/** Lines of CSV; parted by tabs or semicolons where the first line has them. Values in quotation marks may hold all of these and line breaks. */
function rowsOf(text: string): { readonly number: number; readonly values: readonly string[] }[] {
  const plain = text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n'), [first = ''] = plain.split('\n', 1)
  const separator = first.includes('\t') ? '\t' : first.includes(';') && !first.includes(',') ? ';' : ','
  const rows: { number: number; values: string[] }[] = [{ number: 1, values: [] }]
  const part = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\n][^${separator}\\n]*)?)(${separator}|\\n|$)`, 'gu')
  let number = 1
  for (const [whole, quoted, bare = '', end] of plain.matchAll(part)) {
    if (whole === '' && end === '') break
    rows.at(-1)?.values.push(quoted?.replaceAll('""', '"') ?? bare)
    number += whole.split('\n').length - 1
    if (end === '\n') rows.push({ number, values: [] })
  }
  return rows.filter(({ values }) => values.some((value) => value.trim() !== ''))
}
