/**
 * Tables as one workbook for Excel, LibreOffice and Google Sheets: a sheet a table, the header row held and filterable.
 * In: a Telling. Out: the bytes of an .xlsx file (Office Open XML): `<c r="B2" t="inlineStr"><is><t>Liis Kaarep</t></is></c>`.
 *
 * Every word is written as text, never as a formula, so that nothing of an article is run. Written here and not by a library, as those at
 * hand put the present time into the archive: the same graph has to give the same bytes.
 */
import { zipSync } from 'fflate'
import { Problem } from '../problem.js'
import type { Telling } from './model.js'
import type { Chunks, Form } from './piece.js'
import { entriesOf, tables, type Cell, type Table } from './tables.js'

/** Rows that a sheet may have, and characters that a cell may have: limits of Excel. */
const MOST_ROWS = 1_048_576
const MOST_CHARACTERS = 32_767

async function* file(telling: Telling): Chunks {
  const rows = new Map(
    tables.map((table) => [
      table.name,
      [
        rowOf(
          1,
          table.columns.map(({ name }) => name),
          HEAD,
        ),
      ],
    ]),
  )
  for await (const { table, cells } of entriesOf(telling)) {
    const sheet = rows.get(table) ?? []
    if (sheet.length >= MOST_ROWS)
      throw new Problem(
        'input',
        `The table ${table} has more than ${MOST_ROWS.toLocaleString('en')} rows, more than a sheet can hold`,
        'Export to csv or parquet, or fewer articles at once.',
      )
    sheet.push(rowOf(sheet.length + 1, cells))
  }
  const sheets = tables.map(
    (table) => [`xl/worksheets/sheet${tables.indexOf(table) + 1}.xml`, sheetOf(table, rows.get(table.name) ?? [])] as const,
  )
  const parts = Object.fromEntries([...frame, ...sheets].map(([name, xml]) => [name, new TextEncoder().encode(HEADER + xml)]))
  yield zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 })
}

export const xlsx: Form = { file, ending: '.xlsx' }

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The style of the header row in `styles.xml`. */
const HEAD = ' s="1"'

function rowOf(number: number, cells: readonly Cell[], style = ''): string {
  return `<row r="${number}">${cells.map((cell, at) => cellOf(`${columnName(at)}${number}`, cell, style)).join('')}</row>`
}

function cellOf(place: string, cell: Cell, style: string): string {
  switch (typeof cell) {
    case 'undefined':
      return ''
    case 'number':
      return Number.isFinite(cell) ? `<c r="${place}"${style}><v>${cell}</v></c>` : ''
    case 'boolean':
      return `<c r="${place}"${style} t="b"><v>${cell ? 1 : 0}</v></c>`
    case 'string':
      return cell === ''
        ? ''
        : `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(shortened(cell))}</t></is></c>`
  }
}

/** 0 → A, 26 → AA. */
function columnName(at: number): string {
  return (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
}

function shortened(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Excel reads `_x0041_` as "A": what looks so is written so that it stays. Characters that XML cannot hold become blanks. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/gu, (character) => entities[character] ?? character)
}

function sheetOf({ columns }: Table, rows: readonly string[]): string {
  const last = `${columnName(columns.length - 1)}${rows.length}`
  return [
    `<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols><col min="1" max="${columns.length}" width="24" customWidth="1"/></cols>`,
    `<sheetData>${rows.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`,
  ].join('')
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const packaged = 'application/vnd.openxmlformats-package'
const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${spreadsheet}.${type}+xml"/>`
const relation = (number: number, type: string, target: string): string =>
  `<Relationship Id="rId${number}" Type="${OFFICE}/${type}" Target="${target}"/>`
const relations = (...found: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${found.join('')}</Relationships>`
const font = (more: string): string => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`
const cellFormat = (number: number, more = ''): string => `<xf numFmtId="0" fontId="${number}" fillId="0" borderId="0"${more}/>`

/** All that a workbook has beside its sheets. */
const frame: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    [
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${packaged}.relationships+xml"/>`,
      '<Default Extension="xml" ContentType="application/xml"/>',
      override('xl/workbook.xml', 'sheet.main'),
      override('xl/styles.xml', 'styles'),
      ...tables.map((_, at) => override(`xl/worksheets/sheet${at + 1}.xml`, 'worksheet')),
      '</Types>',
    ].join(''),
  ],
  ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
  [
    'xl/workbook.xml',
    [
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
      ...tables.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`),
      '</sheets></workbook>',
    ].join(''),
  ],
  [
    'xl/_rels/workbook.xml.rels',
    relations(
      ...tables.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation(tables.length + 1, 'styles', 'styles.xml'),
    ),
  ],
  [
    'xl/styles.xml',
    [
      `<styleSheet xmlns="${MAIN}"><fonts count="2">${font('')}${font('<b/>')}</fonts>`,
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      `<cellStyleXfs count="1">${cellFormat(0)}</cellStyleXfs>`,
      `<cellXfs count="2">${cellFormat(0, ' xfId="0"')}${cellFormat(1, ' xfId="0" applyFont="1"')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join(''),
  ],
]
