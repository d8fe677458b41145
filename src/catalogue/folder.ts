/**
 * The files of a catalogue.
 * In: a folder. Out: what its `catalogue.json` says – which form, which base, which generation of the files counts – checked.
 *
 *   catalogue.json           this, replaced whole: the moment a new generation begins to count
 *   decisions.txt            what people decided (decisions.ts)
 *   articles-0001.jsonl.gz   the articles (records.ts)
 *   index-000012.jsonl       which article lies where, as of generation 12; names-000012.jsonl: what each thing is called
 *   digests-0001.jsonl       what merging needs of each article (digests.ts)
 *   journal-000012.jsonl     what was done since
 *   lock                     who writes (lock.ts)
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../problem.js'
import { attempt, codeOf, writeDurably } from './durable.js'

export interface Manifest {
  /** Form of the folder. */
  readonly format: number
  /** Start of every IRI. */
  readonly base: string
  /** Versions that wrote here last. */
  readonly newsgraph: string
  readonly model: string
  /** Number of the snapshot that counts; 0: none yet. */
  readonly generation: number
}

/** Form of the folder that this version writes, and the newest that it reads. */
export const FORMAT = 1

const MANIFEST = 'catalogue.json'

export function isCatalogue(path: string): boolean {
  return existsSync(join(path, MANIFEST))
}

/** @returns undefined when there is no catalogue @throws Problem `input` when it is damaged or newer than this program */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, MANIFEST)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return undefined
    throw new Problem('input', `${path} cannot be read (${codeOf(cause) ?? String(cause)})`, 'Check its permissions and the disk.', { cause })
  }
  return check(parse(text, path), path, folder)
}

function parse(text: string, path: string): Partial<Manifest> {
  try {
    const found = JSON.parse(text) as unknown
    if (typeof found === 'object' && found !== null) return found
  } catch {
    // Said below.
  }
  throw damaged(path)
}

function check({ format, base, newsgraph, model, generation }: Partial<Manifest>, path: string, folder: string): Manifest {
  if (typeof format !== 'number') throw damaged(path)
  if (format > FORMAT) {
    throw new Problem('input', `The catalogue ${folder} was written by a newer newsgraph (its form is ${format}, this one reads up to ${FORMAT})`,
      'Install the newer version; nothing was changed.')
  }
  if (typeof base !== 'string' || typeof newsgraph !== 'string' || typeof model !== 'string' || typeof generation !== 'number') throw damaged(path)
  return { format, base, newsgraph, model, generation }
}

function damaged(path: string): Problem {
  return new Problem('input', `${path} is damaged`, 'Put back the file from a copy; nothing was changed.')
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeDurably(join(folder, MANIFEST), [`${JSON.stringify(manifest, null, 2)}\n`])
}

/** Makes the folder. One that holds anything else is left alone. @throws Problem `output` */
export function makeFolder(folder: string): void {
  attempt(folder, () => mkdirSync(folder, { recursive: true }))
  const others = attempt(folder, () => readdirSync(folder)).filter((name) => !/^(?:lock|decisions\.txt|watch\.json|\..*|.*\.part)$/.test(name))
  if (others.length > 0) throw new Problem('output', `${folder} is no catalogue and not empty`, 'Name an empty or a new folder.')
}

export type GenerationFile = 'index' | 'names' | 'journal'

export function generationFile(folder: string, kind: GenerationFile, generation: number): string {
  return join(folder, `${kind}-${String(generation).padStart(6, '0')}.jsonl`)
}

/** Takes away what killed writers left and no generation needs; the last generation but one stays, in case the last is damaged. */
export function tidy(folder: string, generation: number, isNeeded: (articles: number) => boolean): void {
  for (const name of attempt(folder, () => readdirSync(folder))) {
    const [, kind, digits] = /^(index|names|journal|articles)-(\d+)\.jsonl(?:\.gz)?$/.exec(name) ?? []
    const number = Number(digits)
    const isOld = kind === 'articles' ? !isNeeded(number) : kind !== undefined && (number < generation - 1 || number > generation)
    if (isOld || name.endsWith('.part')) rmSync(join(folder, name), { force: true })
  }
}
