/**
 * What was extracted before, so that a long batch that was stopped goes on where it was.
 *
 *   in:  a folder, and an article as it was read – "“We always say what we think,” Lavrov said"
 *   out: what was extracted from it, by this version and model, now or earlier
 *
 * A record is a file, named by all that the extraction depends on: text, date and the like, program, model, engine. One that is damaged
 * is made again. Nothing is ever taken away: remove the folder when the batch is done.
 */
import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { fingerprint, makerOf, presentModel } from './catalogue/maker.js'
import type { Reading } from './model.js'
import type { Options } from './options.js'
import { Problem } from './problem.js'
import { writeChunks } from './store/files.js'

export interface Cache {
  /** What was made of the reading before; otherwise what the act makes now, kept. @throws Problem `output` where it cannot be kept */
  through<Made extends Reading>(reading: Reading, act: () => Promise<Made>): Promise<Made>
}

/** @param folder made where there is none */
/** @param bases the knowledge bases that links rest on, by name */
export async function openCache(folder: string, engine: Options['engine'], bases?: string): Promise<Cache> {
  const maker = `${makerOf(await presentModel(), bases)} ${engine}`
  const pathOf = (reading: Reading): string => {
    const key = createHash('sha256').update(`${maker} ${fingerprint(reading)}`).digest('hex').slice(0, 40)
    return join(folder, key.slice(0, 2), `${key}.json.gz`)
  }
  return {
    async through<Made extends Reading>(reading: Reading, act: () => Promise<Made>): Promise<Made> {
      const path = pathOf(reading)
      const known = await recordAt<Made>(path, reading)
      // Where it was found, and what was odd about it, is as it is now.
      if (known) return { ...known, source: reading.source, notes: reading.notes }
      const made = await act()
      await makeFolder(dirname(path))
      await writeChunks(path, [gzipSync(JSON.stringify(made))])
      return made
    },
  }
}

/** Undefined where there is none that is whole and of this text. */
async function recordAt<Made extends Reading>(path: string, { id, textSha256 }: Reading): Promise<Made | undefined> {
  try {
    const record = JSON.parse(gunzipSync(await readFile(path)).toString()) as Made
    return record.id === id && record.textSha256 === textSha256 ? record : undefined
  } catch {
    return undefined
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (cause) {
    throw new Problem('output', `The folder ${path} cannot be made`, 'Name another with --cache, or leave it out.', { cause })
  }
}
