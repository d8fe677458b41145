/**
 * Source to readings: the first stage.
 *
 *   in:  the bytes of a file, page or feed – "MOSCOW, July 6 (Reuters) — Russia slammed …"
 *   out: the articles in it, each with the text kept, what is to be analysed, and what is known about it
 */
import type { Reading } from '../model.js'
import { finish, type Draft, type ReadOptions } from './article.js'
import { decode } from './decode.js'
import { formatOf, type Format } from './formats.js'
import { readPage } from './html/page.js'
import { readText } from './text.js'

export type { ReadOptions } from './article.js'
export type { Format } from './formats.js'

/** Something to read: a file's bytes, and what its reader knows about them. */
export interface Input {
  readonly bytes: Uint8Array
  /** Path, URL, or `-` for standard input; its ending tells the format. */
  readonly source: string
  /** The format, where the name does not tell it. */
  readonly hint?: Format
  /** Charset from an HTTP header. */
  readonly charset?: string
}

/** Reads every article of one input. @throws Problem when it holds none that can be read. */
export async function read(input: Input, options: ReadOptions = {}): Promise<Reading[]> {
  const text = await decode(input.bytes, input.source, input.charset)
  const drafts = await draftsOf(text, input)
  return Promise.all(drafts.map((draft) => finish(draft, input.source, options)))
}

async function draftsOf(text: string, input: Input): Promise<Draft[]> {
  const format = input.hint ?? formatOf(input.source, text)
  switch (format) {
    case 'text': return [readText(text)]
    case 'html': return [readPage(text, input.source)]
    default: return [readText(text)]
  }
}
