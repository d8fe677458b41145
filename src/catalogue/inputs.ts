/**
 * Graph files, or catalogues in their place: every command that takes graphs takes both.
 * In: paths. Out: graphs to read, of which a catalogue is one whose quads come as it is gone through: `news/`, article by article.
 * Where only a file will do, in a thread of its own, a catalogue is written to one that is gone when the work is done.
 */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onLeaving } from '../leaving.js'
import type { GraphFile, LoadOptions } from '../store/load.js'
import { isCatalogue } from './folder.js'

/** @throws Problem 'input' or 'usage' when a file's format is not clear */
export async function openGraphs(paths: readonly string[], options: LoadOptions = {}): Promise<GraphFile[]> {
  const { graphFiles } = await import('../store/load.js')
  const opened = await Promise.all(paths.map((path) => (isCatalogue(path) ? catalogueOf(path) : graphFiles([path], options))))
  return opened.flat()
}

async function catalogueOf(folder: string): Promise<GraphFile[]> {
  const { partsOf } = await import('./graph.js')
  return [{ path: folder, format: 'n-quads', name: folder, quads: () => partsOf(folder) }]
}

/** The folder, where a catalogue and nothing else is named. */
export function onlyCatalogue([path, ...others]: readonly string[]): string | undefined {
  return path !== undefined && others.length === 0 && isCatalogue(path) ? path : undefined
}

/** Does something with graphs as files. */
export async function withGraphFiles<Result>(paths: readonly string[], act: (files: readonly string[]) => Promise<Result>): Promise<Result> {
  const made: string[] = []
  const discard = (): void => { for (const path of made) rmSync(path, { force: true }) }
  const forget = onLeaving(discard)
  try {
    const files: string[] = []
    for (const path of paths) files.push(isCatalogue(path) ? await fileOf(path, made) : path)
    return await act(files)
  } finally {
    discard()
    forget()
  }
}

async function fileOf(folder: string, made: string[]): Promise<string> {
  const path = join(tmpdir(), `newsgraph-${randomUUID()}.nq`)
  made.push(path)
  const [nQuads, { writeChunks }] = await Promise.all([nQuadsOf(folder), import('../store/files.js')])
  await writeChunks(path, nQuads())
  return path
}

/** The graph of a catalogue as N-Quads, in pieces of whole lines; each call takes it as it is then. */
export async function nQuadsOf(folder: string): Promise<() => Iterable<string>> {
  const [{ partsOf }, { serialise }] = await Promise.all([import('./graph.js'), import('../store/write.js')])
  return () => serialise(partsOf(folder), { format: 'n-quads' })
}
