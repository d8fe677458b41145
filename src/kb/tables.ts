/**
 * Facts from tables: TSV and CSV files with a line of column names.
 * In: lines, and which column is what. Out: a row for each thing: the line `Q142	place	France	FR|République française	…` → France, with its names.
 * Columns are known by these names, or by those that a map gives: `id=item,label=itemLabel`. Columns of no such name are passed over.
 */
import type { EntryKind, Situation } from '../link/entry.js'
import { Problem } from '../problem.js'
import type { Reader } from './reader.js'
import { keyOfRow, rowOf as whole, type Row } from './rows.js'
import { rowStatement, type Statement } from './statements.js'

export const COLUMNS = ['id', 'geonames', 'kind', 'label', 'aliases', 'title', 'from', 'to', 'prior', 'domain', 'facts', 'sources',
  'feature', 'country', 'region', 'inhabitants', 'adjective', 'latlon'] as const
export type Column = (typeof COLUMNS)[number]

/** Other names that columns often have. */
const OTHERS: Readonly<Record<string, Column>> = { name: 'label', admin1: 'region', population: 'inhabitants', geonameid: 'geonames', qid: 'id', item: 'id', itemlabel: 'label', website: 'domain' }

const KINDS: Readonly<Record<string, EntryKind>> = {
  person: 'person', org: 'organization', organization: 'organization', organisation: 'organization', outlet: 'organization', place: 'place', work: 'work', event: 'event',
}

export interface Table {
  /** For problems. */
  readonly path: string
  /** What the rows are from, where no column says it. */
  readonly source: string
  readonly columns: Readonly<Record<string, Column>>
  /** How values are parted. */
  readonly form: 'csv' | 'tsv'
}

/** Lines of CSV that one value may go over. */
const MOST_LINES = 1000

/** The first line must name a column of labels and one of ids. */
export function tableReader({ path, source, columns, form }: Table): Reader {
  let names: readonly (Column | undefined)[] | undefined
  const open: string[] = []
  let isQuoted = false, number = 0
  const read = (text: string): Statement[] => {
    const values = form === 'csv' ? csvFields(text) : text.split('\t')
    if (names) {
      const row = rowOf(values, names, source)
      return row ? [rowStatement(row, keyOfRow(row))] : []
    }
    names = columnsOf(values, columns, path)
    return []
  }
  return {
    read: (bytes) => {
      const line = bytes.toString().replace(/\r$/u, '')
      number += 1
      if (form === 'tsv') return read(line)
      if ((line.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted
      open.push(line)
      if (isQuoted && open.length > MOST_LINES) throw unclosed(path, number - MOST_LINES)
      return isQuoted ? [] : read(open.splice(0).join('\n'))
    },
    isHead: () => names === undefined,
    isBetween: () => !isQuoted,
    end: () => {
      if (isQuoted) throw unclosed(path, number - open.length + 1)
      if (!names) throw new Problem('input', `${path} is empty`, 'Give a table whose first line names its columns.')
      return []
    },
  }
}

function unclosed(path: string, line: number): Problem {
  return new Problem('input', `${path}, line ${line}: a quotation mark is opened and not closed`, 'Close it, or double it where it belongs to the value.')
}

function columnsOf(titles: readonly string[], columns: Table['columns'], path: string): readonly (Column | undefined)[] {
  const names = titles.map((title) => columnOf(title.replace(/^\uFEFF/u, '').trim(), columns))
  const missing = Object.keys(columns).find((title) => !titles.some((one) => one.replace(/^\uFEFF/u, '').trim() === title))
  if (missing !== undefined && titles.length > 0 && !names.includes('label')) throw new Problem('input', `${path} has no column "${missing}"`, `It has ${titles.join(', ')}.`)
  if (names.includes('label') && ['id', 'geonames', 'title'].some((column) => names.includes(column as Column))) return names
  throw new Problem('input', `${path} has no columns "id" and "label"`, `It has ${titles.map((title) => title.trim()).join(', ').slice(0, 300)}; say what they are with --columns, for instance --columns ${COLUMNS[0]}=item,label=itemLabel.`)
}

function columnOf(name: string, columns: Readonly<Record<string, Column>>): Column | undefined {
  const lower = name.toLowerCase()
  return columns[name] ?? COLUMNS.find((column) => column === lower) ?? OTHERS[lower]
}

function rowOf(values: readonly string[], names: readonly (Column | undefined)[], source: string): Row | undefined {
  const value = (column: Column): string => (values[names.indexOf(column)] ?? '').trim()
  const list = (column: Column): string[] => value(column).split('|').map((word) => word.trim()).filter(Boolean)
  const id = /Q\d+$/u.exec(value('id'))?.[0] ?? '', geonames = /\d+/u.exec(value('geonames'))?.[0] ?? ''
  const title = clean(value('title')).replaceAll(' ', '_')
  if ((id === '' && geonames === '' && title === '') || value('label') === '') return undefined
  const situation = situationOf(value)
  const years = yearsOf(value)
  const sources = value('sources').split(/[|,]/u).filter(Boolean)
  return whole({
    id, geonames, label: clean(value('label')), aliases: list('aliases').map(clean), title, domain: value('domain'), facts: list('facts').map(clean),
    kind: KINDS[value('kind').toLowerCase()] ?? (situation ? 'place' : 'unknown'),
    prior: value('prior') === '' && situation ? priorOf(situation) : Number(value('prior')) || 0,
    sources: sources.length > 0 ? sources : [source],
    ...years, ...(situation && { situation }),
  })
}

/** Neither tab nor stroke may stand in a value. */
const clean = (text: string): string => text.replace(/[\t\n\r|]+/gu, ' ')

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

/** The values of a record of CSV; a value in quotation marks may hold commas and line breaks. */
export function csvFields(line: string): string[] {
  const fields: string[] = []
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)) fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  return fields
}
