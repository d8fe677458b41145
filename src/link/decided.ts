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

/** Wikidata's id, a GeoNames id as `geonames/123`, or null for none. */
export type Decided = (entity: Entity) => string | null | undefined

/** @param place the file's name, for problems @throws Problem `input` */
export function parseDecided(text: string, place: string): Decided {
  const [head = [], ...rows] = rowsOf(text)
  const nameAt = head.findIndex((title) => /^(?:name|label|entity|value|term|column 1)$|name$/iu.test(title.trim()))
  const idAt = head.findIndex((title) => /^(?:id|qid|iri|uri|item|match|wikidata|geonames)$|[^a-z](?:id|qid|iri|match)$/iu.test(title.trim()))
  if (nameAt < 0 || idAt < 0 || nameAt === idAt) throw new Problem('input', `${place} has no columns of names and ids`, 'Its first line must name them, for instance: name,id.')
  const decided = new Map<string, string | null>()
  rows.forEach((row, at) => {
    const name = (row[nameAt] ?? '').trim(), id = (row[idAt] ?? '').trim()
    if (name === '' || id === '') return
    const target = targetOf(id)
    if (target === undefined) throw new Problem('input', `${place}, line ${at + 2}: "${id}" is no id of Wikidata or GeoNames`, 'Write Q142, its address, https://sws.geonames.org/…/, or - for none.')
    decided.set(keyOfName(name), target)
  })
  return (entity) => {
    const keys = [entity.id, ...[entity.name, ...entity.names].map(nameKey)]
    const found = keys.find((key) => decided.has(key))
    return found === undefined ? undefined : decided.get(found)
  }
}

function keyOfName(name: string): string {
  return /^https?:.*\/([a-z]+\/[^/]+)$/u.exec(name)?.[1] ?? /^([a-z]+)[:/]([a-z0-9-]+)$/u.exec(name)?.slice(1).join('/') ?? nameKey(name)
}

function targetOf(id: string): string | null | undefined {
  if (/^(?:-|none|no match|nil)$/iu.test(id)) return null
  return /(?:^|\/)(Q[1-9]\d*)$/u.exec(id)?.[1] ?? (/geonames(?:\.org)?\/(\d+)\/?/u.exec(id) ? `geonames/${/geonames(?:\.org)?\/(\d+)/u.exec(id)?.[1] ?? ''}` : undefined)
}

/** Lines of CSV; tabs where the first line has them. Values in quotation marks may hold commas and line breaks. */
function rowsOf(text: string): string[][] {
  const separator = /^[^\n]*\t/u.test(text) ? '\t' : ','
  const rows: string[][] = [[]]
  const part = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\n][^${separator}\\n]*)?)(${separator}|\\n|$)`, 'gu')
  for (const [whole, quoted, plain = '', end] of text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n').matchAll(part)) {
    if (whole === '' && end === '') break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\n') rows.push([])
  }
  return rows.filter((row) => row.some((value) => value.trim() !== ''))
}
