/**
 * Tables as Parquet, for DuckDB, pandas, Polars and Spark.
 * In: a Telling. Out: `claims.parquet` alone, or a folder with a file for each table; a group of rows for every 50,000, so that of any
 * number of articles few are in memory. Unlike CSV it keeps every word to the letter, and says which columns are numbers.
 */
import { ByteWriter, ParquetWriter, schemaFromColumnData, type BasicType } from 'hyparquet-writer'
import type { Telling } from './model.js'
import type { Chunks, Form, Piece } from './piece.js'
import { claimEntries, claimsTable, entriesOf, tables, type Cell, type Table } from './tables.js'

/** Rows that wait in memory. */
const GROUP = 50_000

async function* file(telling: Telling): Chunks {
  const writer = startTable(claimsTable)
  for await (const { cells } of claimEntries(telling)) yield* writer.add(cells)
  yield* writer.end()
}

async function* folder(telling: Telling): AsyncIterable<Piece> {
  const writers = new Map(tables.map((table) => [table.name, startTable(table)]))
  for await (const { table, cells } of entriesOf(telling))
    for (const chunk of writers.get(table)?.add(cells) ?? []) yield { file: `${table}.parquet`, chunk }
  for (const [table, writer] of writers) for (const chunk of writer.end()) yield { file: `${table}.parquet`, chunk }
}

export const parquet: Form = { file, folder, ending: '.parquet' }

const types: Readonly<Record<Table['columns'][number]['type'], BasicType>> = {
  text: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
}

/** Hands over what it holds, and goes on. */
class Drained extends ByteWriter {
  take(): Uint8Array {
    const bytes = this.getBytes().slice()
    this.index = 0
    return bytes
  }
}

function startTable({ columns }: Table) {
  let rows: (readonly Cell[])[] = []
  const columnData = () => columns.map(({ name, type }, at) => ({ name, type: types[type], data: rows.map((cells) => valueOf(cells[at])) }))
  const output = new Drained()
  const writer = new ParquetWriter({ writer: output, schema: schemaFromColumnData({ columnData: columnData() }), createdBy: 'newsgraph' })
  const flush = (): Uint8Array => {
    if (rows.length > 0) void writer.write({ columnData: columnData(), rowGroupSize: GROUP })
    rows = []
    return output.take()
  }
  return {
    *add(cells: readonly Cell[]): Generator<Uint8Array> {
      rows.push(cells)
      if (rows.length >= GROUP) yield flush()
    },
    *end(): Generator<Uint8Array> {
      yield flush()
      void writer.finish()
      yield output.take()
    },
  }
}

function valueOf(cell: Cell): string | number | boolean | null {
  return typeof cell === 'string' ? cell.toWellFormed() : (cell ?? null)
}
