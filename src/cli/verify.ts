/**
 * `newsgraph verify`: does every claim rest on words that really stand in its article?
 */
import { Command } from '@commander-js/extra-typings'
import { verify } from '../newsgraph.js'
import { exitCodeOf } from '../problem.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'

export const verifyCommand = new Command('verify')
  .description('Read every piece of evidence again in the text of its article; exit code 1 if one does not match.')
  .argument('<graph...>', GRAPHS)
  .option('--articles <file...>', 'articles to take the texts from, for graphs that were built with --no-body', [])
  .addOption(inputFormat())
  .addHelpText('after', `
Examples:
  $ newsgraph verify graph.ttl
  $ newsgraph verify graph.ttl --articles archive/
  $ zcat graph.nq.gz | newsgraph verify - --input-format n-quads`)
  .action(async (files, { articles, inputFormat: format }) => {
    const { spans, mismatches } = await verify(files, articles, { inputFormat: format })
    await print(mismatches.map((mismatch) => `${Object.values(mismatch).join(' · ')}\n`))
    await print([mismatches.length === 0 ? `All ${spans} pieces of evidence match their articles.\n` : `${mismatches.length} of ${spans} pieces of evidence do not match.\n`])
    if (mismatches.length > 0) process.exitCode = exitCodeOf.invalid
  })
