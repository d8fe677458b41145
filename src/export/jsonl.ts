/**
 * The rows of all tables as JSON Lines, for pipes and programs: what the package for Python reads.
 * In: a Telling. Out: `{"table":"claims","kind":"role","subject":"Liis Kaarep","predicate":"Transport Minister",…}`; what is not known is
 * left out.
 */
import type { Telling } from './model.js'
import type { Chunks, Form } from './piece.js'
import { entriesOf, tables } from './tables.js'

async function* file(telling: Telling): Chunks {
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns]))
  for await (const { table, cells } of entriesOf(telling)) {
    const fields = (columnsOf.get(table) ?? []).map(({ name }, at) => [name, cells[at] === '' ? undefined : cells[at]])
    yield `${JSON.stringify({ table, ...(Object.fromEntries(fields) as object) })}\n`
  }
}

export const jsonl: Form = { file, ending: '.jsonl' }
