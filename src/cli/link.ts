/**
 * `newsgraph link`: what the entities of a graph that exists are in Wikidata, DBpedia and GeoNames.
 */
import { Command, Option } from '@commander-js/extra-typings'
import { linkGraphs } from '../newsgraph.js'
import { writeChunks } from '../store/files.js'
import { formatOf, formats } from '../store/write.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { printProblem } from './failure.js'
import { decisions, kb, reconcile } from './link-options.js'
import { print } from './print.js'

export const linkCommand = new Command('link')
  .description('Tie the entities of graphs that exist to Wikidata, DBpedia and GeoNames; links that are there stay, but where --decisions says otherwise.')
  .argument('<graph...>', GRAPHS)
  .option('-o, --output <path>', 'file to write; standard output without it')
  .addOption(new Option('--format <format>', 'form of the graph; without it, as the name of the file says').choices(formats))
  .addOption(inputFormat())
  .addOption(kb())
  .addOption(decisions())
  .addOption(reconcile())
  .addHelpText('after', '\nExample:\n  $ newsgraph link graph.ttl -o linked.ttl')
  .action(async (files, { output, format, inputFormat: input, ...options }) => {
    const pieces = await linkGraphs(files, format ?? formatOf(output ?? '') ?? 'turtle', { ...options, inputFormat: input, onProblem: printProblem })
    await (output === undefined || output === '-' ? print(pieces) : writeChunks(output, pieces))
  })
