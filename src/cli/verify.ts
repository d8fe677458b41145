/**
 * `newsgraph verify`: does every claim rest on words that really stand in its article?
 */
import { Command } from '@commander-js/extra-typings'
import { verify } from '../newsgraph.js'
import { exitCodeOf } from '../problem.js'
import { print } from './print.js'

export const verifyCommand = new Command('verify')
  .description('Read every piece of evidence again in the text of its article; exit code 1 if one does not match.')
  .argument('<graph...>', 'graphs: Turtle, TriG, N-Triples, N-Quads or JSON-LD, or a catalogue')
  .option('--articles <file...>', 'articles to take the texts from, for graphs that were built with --no-body', [])
  .addHelpText('after', `
Examples:
  $ newsgraph verify graph.ttl
  $ newsgraph verify graph.ttl --articles archive/`)
  .action(async (files, { articles }) => {
    const { spans, mismatches } = await verify(files, articles)
    await print(mismatches.map((mismatch) => `${Object.values(mismatch).join(' · ')}\n`))
    await print([mismatches.length === 0 ? `All ${spans} pieces of evidence match their articles.\n` : `${mismatches.length} of ${spans} pieces of evidence do not match.\n`])
    if (mismatches.length > 0) process.exitCode = exitCodeOf.invalid
  })
