/**
 * Tables as CSV, for spreadsheets, OpenRefine, pandas and R.
 * In: a Telling. Out: `claims.csv` alone, or a folder with a table for each kind and a data package (Frictionless) that says what the
 * columns mean: `statement,Liis Kaarep,say,"All 612 passengers …",false,said,…`.
 *
 * A cell that a spreadsheet would take for a formula begins with an apostrophe: article text may say `=HYPERLINK(…)`, and nobody
 * wants that run. The numbers of articles are columns of numbers, and so are left as they are.
 */
import type { Telling } from './model.js'
import type { Chunks, Form, Piece, Target } from './piece.js'
import { claimEntries, claimsTable, entriesOf, tables, type Cell, type Table } from './tables.js'

/** Excel takes a file without it for one in the user's old code page. */
const MARK = '\ufeff'

async function* file(telling: Telling, { isPipe }: Target): Chunks {
  yield (isPipe ? '' : MARK) + header(claimsTable)
  for await (const { cells } of claimEntries(telling)) yield csvLine(cells)
}

async function* folder(telling: Telling): AsyncIterable<Piece> {
  yield { file: 'datapackage.json', chunk: `${JSON.stringify(dataPackage(), null, 2)}\n` }
  for (const table of tables) yield { file: `${table.name}.csv`, chunk: MARK + header(table) }
  for await (const { table, cells } of entriesOf(telling)) yield { file: `${table}.csv`, chunk: csvLine(cells) }
}

export const csv: Form = { file, folder, ending: '.csv' }

const header = ({ columns }: Table): string => csvLine(columns.map(({ name }) => name))

/** A line of RFC 4180. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quoted(typeof cell === 'string' ? harmless(cell) : String(cell ?? ''))).join(',')}\r\n`
}

/** What begins a formula in Excel, LibreOffice or Google Sheets, full-width forms too; they look behind blanks. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

function harmless(text: string): string {
  const readable = text.toWellFormed().replace(/\0/gu, ' ')
  return formula.test(readable) ? `'${readable}` : readable
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const typeNames = { text: 'string', integer: 'integer', number: 'number', flag: 'boolean' } as const

/** https://datapackage.org/standard/data-package/ */
function dataPackage(): object {
  return {
    name: 'newsgraph',
    title: 'Claims of news articles, with the words they rest on',
    resources: tables.map(({ name, says, columns }) => ({
      name,
      path: `${name}.csv`,
      description: says,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      profile: 'tabular-data-resource',
      schema: {
        fields: columns.map((column) => ({ name: column.name, type: typeNames[column.type], description: column.says })),
        missingValues: [''],
      },
    })),
  }
}
