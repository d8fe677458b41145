/**
 * `newsgraph check`: is a graph that somebody sent what it says it is?
 */
import { Command } from '@commander-js/extra-typings'
import { check } from '../newsgraph.js'
import { exitCodeOf } from '../problem.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'

export const checkCommand = new Command('check')
  .description('Check a graph that somebody sent: texts against their hashes, evidence, shapes, IRIs that lead to nothing, dates that never were.')
  .argument('<graph...>', GRAPHS)
  .addOption(inputFormat())
  .option('--json', 'a line of JSON for each flaw')
  .addHelpText('after', `
Exit code 1 if anything is wrong. What articles say is not judged: whether a claim is true no program can tell.

Examples:
  $ newsgraph check graph.ttl
  $ curl -s https://example.org/news.nq | newsgraph check -`)
  .action(async (files, { inputFormat: format, json }) => {
    const { flaws, articles, spans } = await check(files, { inputFormat: format })
    await print(flaws.map((flaw) => (json ? `${JSON.stringify(flaw)}\n` : `${flaw.kind} · ${flaw.node} · ${flaw.message}\n`)))
    const looked = `${articles} ${articles === 1 ? 'article' : 'articles'} and ${spans} pieces of evidence`
    if (!json) await print([flaws.length === 0 ? `Nothing is wrong: ${looked} were checked.\n` : `${flaws.length} flaws in ${looked}.\n`])
    if (flaws.length > 0) process.exitCode = exitCodeOf.invalid
  })
