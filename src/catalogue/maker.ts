/**
 * Who extracted an article, and from what: this program and a model; the text, its date and the like.
 * In: nothing, or a model's name. Out: "newsgraph 0.1.0, newsgraph-en format 1 sha256:76f4…", and the
 * knowledge bases that links rest on. What another one made, `rebuild` makes again.
 */
import { createHash } from 'node:crypto'
import type { Reading } from '../model.js'
import { version } from '../version.js'

/** @param bases the knowledge bases that links rest on, by name */
export function makerOf(model: string, bases?: string): string {
  return [`newsgraph ${version}`, model, ...(bases === undefined ? [] : [bases])].join(', ')
}

/** The name of the model that would extract now, without loading it. @throws Problem `model` */
export async function presentModel(): Promise<string> {
  const [{ readModelName }, { loadFromDisk }] = await Promise.all([import('../analyse/model-files.js'), import('../analyse/model-disk.js')])
  return readModelName(loadFromDisk())
}

/** Of all that the extraction depends on: not of where the article was found, nor of what was odd about it. */
export function fingerprint(reading: Reading): string {
  const { id, textSha256, blocks, headline, date, dateFrom, authors, publisher, datelinePlace, url, language } = reading
  const parts = [id, textSha256, blocks, headline, date, dateFrom, authors, publisher, datelinePlace, url, language]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}
