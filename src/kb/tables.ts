/**
 * Facts from tables: TSV and CSV files with a line of column names.
 * In: lines, and which column is what. Out: a row for each thing: the line `Q142	place	France	FR|République française	…` → France, with its names.
 * Columns are known by these names, or by those that a map gives: `id=item,label=itemLabel`. Columns of no such name are passed over.
 */
import type { EntryKind, Situation } from '../link/entry.js'
import { Problem } from '../problem.js'
import type { Row } from './rows.js'

export const COLUMNS = ['id', 'geonames', 'kind', 'label', 'aliases', 'title', 'from', 'to', 'prior', 'domain', 'facts', 'sources',
  'feature', 'country', 'region', 'inhabitants', 'adjective', 'latlon'] as const
export type Column = (typeof COLUMNS)[number]

/** Other names that columns often have. */
const OTHERS: Readonly<Record<string, Column>> = { name: 'label', admin1: 'region', population: 'inhabitants', geonameid: 'geonames', qid: 'id', item: 'id', itemlabel: 'label', website: 'domain' }

const KINDS: Readonly<Record<string, EntryKind>> = {
  person: 'person', org: 'organization', organization: 'organization', organisation: 'organization', outlet: 'organization', place: 'place', work: 'work', event: 'event',
}

/** @param source what the rows are from, where no column says it @throws Problem `input` when there is no column of ids */
export async function* tableRows(lines: AsyncIterable<string>, { path, source, columns }: { readonly path: string; readonly source: string; readonly columns: Readonly<Record<string, Column>> }): AsyncGenerator<Row> {
  const split = /\.csv(?:\.gz|\.bz2)?$/iu.test(path) ? csvFields : (line: string) => line.split('\t')
  let names: (Column | undefined)[] | undefined
  for await (const line of lines) {
    if (names) {
      const row = rowOf(split(line), names, source)
      if (row) yield row
    } else {
      names = split(line.replace(/^\uFEFF/u, '')).map((name) => columnOf(name.trim(), columns))
      if (!names.includes('label') || !(names.includes('id') || names.includes('geonames'))) throw new Problem('input', `${path} has no columns "id" and "label"`, `Name its columns with --columns, for instance --columns ${COLUMNS[0]}=item,label=itemLabel.`)
    }
  }
}

function columnOf(name: string, columns: Readonly<Record<string, Column>>): Column | undefined {
  const lower = name.toLowerCase()
  return columns[name] ?? COLUMNS.find((column) => column === lower) ?? OTHERS[lower]
}

function rowOf(values: readonly string[], names: readonly (Column | undefined)[], source: string): Row | undefined {
  const value = (column: Column): string => (values[names.indexOf(column)] ?? '').trim()
  const list = (column: Column): string[] => value(column).split('|').map((word) => word.trim()).filter(Boolean)
  const id = /Q\d+$/u.exec(value('id'))?.[0] ?? '', geonames = /\d+/u.exec(value('geonames'))?.[0] ?? ''
  if ((id === '' && geonames === '') || value('label') === '') return undefined
  const situation = situationOf(value)
  const years = yearsOf(value)
  const sources = value('sources').split(/[|,]/u).filter(Boolean)
  return {
    id, geonames, label: clean(value('label')), aliases: list('aliases').map(clean), title: value('title').replaceAll(' ', '_'), domain: value('domain'), facts: list('facts').map(clean),
    kind: KINDS[value('kind').toLowerCase()] ?? (situation ? 'place' : 'unknown'),
    prior: value('prior') === '' && situation ? priorOf(situation) : Number(value('prior')) || 0,
    sources: sources.length > 0 ? sources : [source],
    ...years, ...(situation && { situation }),
  }
}

/** Neither tab nor stroke may stand in a value. */
const clean = (text: string): string => text.replace(/[\t\n|]+/gu, ' ')

function yearsOf(value: (column: Column) => string): { from?: number; to?: number } {
  const year = (text: string): number | undefined => /^-?\d{1,4}/u.test(text) ? Number.parseInt(text, 10) : undefined
  const from = year(value('from')), to = year(value('to'))
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function situationOf(value: (column: Column) => string): Situation | undefined {
  if (value('feature') === '') return undefined
  const [lat = Number.NaN, long = Number.NaN] = value('latlon').split(',').map(Number)
  return {
    feature: value('feature'), country: value('country'), region: value('region'), inhabitants: Math.round(Number(value('inhabitants')) || 0),
    ...(Number.isFinite(lat) && Number.isFinite(long) && value('latlon') !== '' && { lat, long }), ...(value('adjective') !== '' && { adjective: clean(value('adjective')) }),
  }
}

/** How well known a place is, where only its size tells: a town of 100,000 is 2.0, a region 2.0, a state 6. */
export function priorOf({ feature, inhabitants }: Situation): number {
  if (feature.startsWith('A.PCL')) return 6
  if (feature.startsWith('A.ADM1')) return 2
  return Math.max(0, Math.round((Math.log10(inhabitants + 1) - 3) * 10) / 10)
}

/** The values of a line of CSV; a value in quotation marks may hold commas, but no line break. */
export function csvFields(line: string): string[] {
  const fields: string[] = []
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)) fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  return fields
}
