/**
 * A program that adds articles to a catalogue until it is killed, and says so when each is safe.
 * In: a folder. Out: a line a report, the numbers of the articles that were added: "17 18".
 */
import { openForWriting } from '../../src/catalogue/writing.js'
import { DEFAULT_BASE } from '../../src/map/iri.js'
import { numbered } from './numbered.js'

const [, , folder = ''] = process.argv
for (;;) {
  const writer = openForWriting(folder, { newsgraph: '0.0.1', model: 'hand 1' }, DEFAULT_BASE)
  for (let turn = 0; turn < 20; turn += 1) {
    const next = writer.rows.size
    const numbers = Array.from({ length: 1 + turn % 3 }, (_, at) => next + at)
    writer.add(numbers.map((number) => numbered(number)))
    process.stdout.write(`${numbers.join(' ')}\n`)
  }
  writer.close()
}
