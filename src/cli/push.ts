/**
 * `newsgraph push`: graphs to a SPARQL store, so that the store equals them.
 */
import { Command, Option } from '@commander-js/extra-typings'
import { push } from '../newsgraph.js'
import { Problem } from '../problem.js'
import type { Pushed } from '../store/push.js'
import { profileNames, untested } from '../store/remote/profiles.js'
import { print } from './print.js'
import { showStatus } from './progress.js'

export const pushCommand = new Command('push')
  .description('Make a SPARQL store equal graphs or a catalogue: only what changed is sent, what is gone is taken out.')
  .argument('<graph...>', 'graphs: Turtle, TriG, N-Triples, N-Quads or JSON-LD, or a catalogue')
  .requiredOption('--to <address>', 'the store: its data set, repository or root, such as http://localhost:3030/news')
  .addOption(new Option('--profile <store>', `which store it is, where it does not tell itself; not tested with a real one: ${untested.join(', ')}`).choices(profileNames))
  .option('--dry-run', 'look what there is to do, and change nothing')
  .option('--keep', 'leave in the store what the graphs do not have')
  .option('--all', 'send everything, even what the store says it has')
  .option('--resume', 'take up a push that was cut off; every push does, so this only says it')
  .option('--timeout <seconds>', 'give up a request after this time', Number, 120)
  .addHelpText('after', `
A name and password, or a token, come from the environment and from nowhere else:
  NEWSGRAPH_STORE_USER, NEWSGRAPH_STORE_PASSWORD, NEWSGRAPH_STORE_TOKEN

Each article is a named graph of the store. What newsgraph did not write there stays as it is.

Examples:
  $ newsgraph push graph.trig --to http://localhost:3030/news
  $ newsgraph push graph.ttl --to http://localhost:8080/rdf4j-server/repositories/news --dry-run
  $ NEWSGRAPH_STORE_USER=dba NEWSGRAPH_STORE_PASSWORD=… newsgraph push graph.nq --to http://localhost:8890`)
  .action(async (inputs, { to, profile, dryRun, keep, all, timeout }) => {
    if (!(timeout > 0)) throw new Problem('usage', 'The time-out must be a number of seconds above 0', 'Write, for instance, --timeout 300.')
    const status = showStatus()
    const pushed = await push(inputs, to, {
      ...(profile ? { profile } : {}), isDry: dryRun === true, keep: keep === true, all: all === true, timeoutMs: timeout * 1000,
      onProgress: ({ articles, descriptions }) => status.show(`${articles.sent} articles sent, ${articles.same} as before · ${descriptions.sent} names and kinds`),
      onRetry: (reason) => status.show(`${reason}; trying again`),
    }).finally(status.end)
    await print([summaryOf(pushed, dryRun === true)])
  })

/** "3 articles sent, 997 as before, 1 taken out; 12 descriptions sent, …" */
function summaryOf({ articles, descriptions, triples }: Pushed, isDry: boolean): string {
  const sent = isDry ? 'to send' : 'sent', removed = isDry ? 'to take out' : 'taken out'
  const count = ({ sent: number, same, removed: gone }: Pushed['articles'], word: string) => `${number} ${word} ${sent}, ${same} as before, ${gone} ${removed}`
  return `${count(articles, 'articles')}; ${count(descriptions, 'descriptions')}${isDry ? '' : `; ${triples} triples`}\n`
}
