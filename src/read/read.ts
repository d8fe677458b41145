/**
 * Source to readings: the first stage.
 *
 *   in:  the bytes of a file, page or feed – "MOSCOW, July 6 (Reuters) — Russia slammed …"
 *   out: the articles in it, each with the text kept, what is to be analysed, and what is known about it
 *
 * Nothing here touches the file system (files.ts does), so it runs in a browser too.
 */
import type { Reading } from '../model.js'
import { Problem } from '../problem.js'
import { finish, type Draft, type ReadOptions } from './article.js'
import { decode } from './decode.js'
import { formatOf, type Format } from './formats.js'
import type { ArticleRecord } from './records.js'
import { readText } from './text.js'

export type { ReadOptions } from './article.js'
export { FORMATS, type Format } from './formats.js'

/** Something to read: bytes, and what is known about them. */
export interface Input {
  readonly bytes: Uint8Array
  /** Path, URL, or `-` for standard input; its ending tells the format. */
  readonly source: string
  /** The format, where the name does not tell it. */
  readonly hint?: Format
  /** Charset from an HTTP header. */
  readonly charset?: string
}

/** An article yet to be finished, and the words that name it in a Problem: "news.jsonl, line 3". */
interface Piece { readonly place: string; readonly draft: () => Draft }

/**
 * Reads every article of one input.
 * @throws Problem when none can be read; or when one of several cannot, unless `options.onProblem` takes it
 */
export async function read(input: Input, options: ReadOptions = {}): Promise<Reading[]> {
  const { source } = input
  const text = await decode(input.bytes, source, input.charset)
  const pieces = await piecesOf(text, source, input.hint ?? formatOf(source, text))
  const readings: Reading[] = []
  for (const { place, draft } of pieces) {
    try {
      readings.push(await finish(draft(), { source, place }, options))
    } catch (error) {
      const problem = asProblem(error, place)
      if (!options.onProblem || pieces.length === 1) throw problem
      options.onProblem(problem)
    }
  }
  return readings
}

async function piecesOf(text: string, source: string, format: Format): Promise<Piece[]> {
  const one = (draft: () => Draft): Piece[] => [{ place: source, draft }]
  switch (format) {
    case 'text': return one(() => readText(text))
    case 'markdown': {
      const { readMarkdown } = await import('./markdown.js')
      return one(() => readMarkdown(text))
    }
    case 'html': {
      const { readPage } = await import('./html/page.js')
      return one(() => readPage(text, source))
    }
    case 'json': {
      const { recordsInJson } = await import('./json.js')
      return numbered(recordsInJson(text, source), source)
    }
    case 'jsonl': return lines(text, source)
    case 'feed': {
      const { recordsInFeed } = await import('./feed.js')
      return numbered(await recordsInFeed(text, source), source)
    }
  }
}

async function numbered(records: readonly ArticleRecord[], source: string): Promise<Piece[]> {
  const { draftOf } = await import('./records.js')
  return records.map((record, index) => ({ place: records.length === 1 ? source : `${source}, article ${index + 1}`, draft: () => draftOf(record) }))
}

/** JSONL: each line is parsed when its turn comes, so that a bad one is a Problem of its own. */
async function lines(text: string, source: string): Promise<Piece[]> {
  const [{ draftOf }, { recordInLine }] = await Promise.all([import('./records.js'), import('./json.js')])
  return text.split('\n').flatMap((line, index) => {
    const place = `${source}, line ${index + 1}`
    return line.trim() === '' ? [] : [{ place, draft: () => draftOf(recordInLine(line, place)) }]
  })
}

function asProblem(error: unknown, place: string): Problem {
  if (error instanceof Problem) return error
  return new Problem('input', `${place} is too damaged to be read`, 'Save the article again, or give its text alone.', { cause: error })
}
