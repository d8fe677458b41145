/**
 * Claims in the forms that other programs read: one module a form, all of them from the same Telling.
 * In: graph files, a form and a place. Out: a file or a folder of files: `output/newsgraph.ttl`, obsidian → `vault/People/Liis
 * Kaarep.md`, …
 */
import { Problem } from '../problem.js'
import { writeChunks } from '../store/files.js'
import { writeFolder } from '../store/folders.js'
import type { GraphFile } from '../store/load.js'
import { csv } from './csv.js'
import type { ClaimForm } from './forms.js'
import { ftm } from './ftm.js'
import { jsonl } from './jsonl.js'
import { markdown } from './markdown.js'
import { neo4j } from './neo4j.js'
import { obsidian } from './obsidian.js'
import { parquet } from './parquet.js'
import type { Chunks, Form } from './piece.js'
import { quickstatements } from './quickstatements.js'
import { sssom } from './sssom.js'
import { star } from './star.js'
import { tellingOf } from './telling.js'
import { xlsx } from './xlsx.js'

const forms: Readonly<Record<ClaimForm, Form>> = {
  csv,
  xlsx,
  parquet,
  jsonl,
  neo4j,
  obsidian,
  markdown,
  ftm,
  quickstatements,
  sssom,
  'nt-star': star,
}

/** For standard output. @throws Problem 'usage' when the form takes a folder */
export async function claimsAs(form: ClaimForm, graphs: readonly GraphFile[]): Promise<Chunks> {
  const { file } = forms[form]
  if (!file) throw new Problem('usage', `The form ${form} is a folder of files`, 'Name the folder with -o.')
  return file(await tellingOf(graphs), { isPipe: true })
}

/** Into a file, or a folder where the form takes one and the name does not end as its file would. @throws Problem 'output' */
export async function writeClaims(form: ClaimForm, graphs: readonly GraphFile[], path: string): Promise<void> {
  const { file, folder, ending = '' } = forms[form]
  const isFile = file !== undefined && (!folder || path.toLowerCase().endsWith(ending) || /^\/(?:dev|proc)\//u.test(path))
  const telling = await tellingOf(graphs)
  if (isFile) await writeChunks(path, file(telling, { isPipe: false }))
  else if (folder) await writeFolder(path, folder(telling))
}
