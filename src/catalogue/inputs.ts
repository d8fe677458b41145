/**
 * Graph files, or catalogues in their place: every command that takes graphs takes both.
 * In: paths. Out: the same, with a file of N-Quads for each catalogue, which is gone when the work is done: `news/` → `/tmp/….nq`.
 */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isCatalogue } from './folder.js'

/** Does something with graphs as files. */
export async function withGraphFiles<Result>(paths: readonly string[], act: (files: readonly string[]) => Promise<Result>): Promise<Result> {
  const made: string[] = []
  const discard = (): void => { for (const path of made) rmSync(path, { force: true }) }
  process.once('exit', discard)
  try {
    const files: string[] = []
    for (const path of paths) files.push(isCatalogue(path) ? await fileOf(path, made) : path)
    return await act(files)
  } finally {
    discard()
    process.off('exit', discard)
  }
}

async function fileOf(folder: string, made: string[]): Promise<string> {
  const path = join(tmpdir(), `newsgraph-${randomUUID()}.nq`)
  made.push(path)
  const [{ partsOf }, { writeChunks }, { serialise }] = await Promise.all([import('./graph.js'), import('../store/files.js'), import('../store/write.js')])
  await writeChunks(path, serialise(partsOf(folder), { format: 'n-quads' }))
  return path
}
