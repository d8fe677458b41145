/**
 * `work extract`: articles to what the graph keeps of them.
 *
 *   in:  a line an article, in one of three shapes:
 *          {"text": "Russia on Wednesday …", "title": …, "date": …}   the fields that JSON Lines may have anywhere in newsgraph
 *          {"base64": "PCFkb2N0…", "source": "https://…", "charset": …}  a whole page, feed or text, byte by byte
 *          what `build --until read` prints                             an article that was read before
 *   out: a line for each with its entities and claims, without tokens and trees; in place of one that failed, the problem
 *
 * The language model is loaded once. A feed in one line gives as many lines as it has articles.
 */
import { createHash } from 'node:crypto'
import { followEach, type Found } from '../batch.js'
import { kept } from '../build.js'
import type { Reading } from '../model.js'
import type { Options } from '../options.js'
import { Problem } from '../problem.js'
import { readLine } from '../read/read.js'
import { openReadingRoom, type ReadingRoom } from '../reading-room.js'
import type { Line } from './lines.js'
import { asRecord, type Fields, fieldsIn, jsonLine, problemOf, troubleOf } from './records.js'

export async function* extractLines(lines: AsyncIterable<Line>, options: Options): AsyncGenerator<string> {
  // Results come in the order of the readings, so the line of each is the one that has waited longest.
  const underWay: Line[] = []
  const room = openReadingRoom(options)
  async function* found(): AsyncGenerator<Found> {
    for await (const line of lines) {
      for await (const outcome of readingsIn(line, room, options)) {
        underWay.push(line)
        yield { source: `line ${line.number}`, outcome }
      }
    }
  }
  try {
    for await (const made of followEach(found(), 'link', options)) {
      const line = underWay.shift() ?? { number: 0, text: '' }
      yield made instanceof Problem ? troubleOf(made, line) : jsonLine(kept(made, options.minConfidence))
    }
  } finally {
    await room.close()
  }
}

async function* readingsIn(line: Line, room: ReadingRoom, options: Options): AsyncGenerator<Reading | Problem> {
  try {
    const fields = fieldsIn(line)
    const { base64, charset } = fields
    const source = typeof fields.source === 'string' ? fields.source : '-'
    if (typeof base64 === 'string') {
      yield* room.each({ bytes: Buffer.from(base64, 'base64'), source, ...(typeof charset === 'string' && { charset }) }, options)
    } else if (Array.isArray(fields.blocks) && typeof fields.textSha256 === 'string') yield readBefore(fields, line)
    else yield await readLine(line.text, { source: '-', place: `line ${line.number}` }, options)
  } catch (cause) {
    yield problemOf(cause, line)
  }
}

/** Evidence counts in the text, so it must be the text that was read. */
function readBefore(fields: Fields, { number }: Line): Reading {
  const reading = asRecord<Reading>(fields, 'article', ['id', 'source', 'text', 'textSha256', 'blocks', 'authors', 'language', 'notes'], number)
  if (createHash('sha256').update(reading.text).digest('hex') === reading.textSha256) return reading
  throw new Problem('input', `The text in line ${number} is not the one that was read`, 'Leave textSha256 and blocks out to have it read again.')
}
