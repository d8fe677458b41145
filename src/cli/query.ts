/**
 * `newsgraph query`: a SPARQL question put to graphs.
 */
import { readFile } from 'node:fs/promises'
import { Command, Option } from '@commander-js/extra-typings'
import { query } from '../newsgraph.js'
import { Problem } from '../problem.js'
import { print } from './print.js'

const FORMS = ['table', 'json', 'csv', 'tsv', 'turtle'] as const

export const queryCommand = new Command('query')
  .description('Ask graphs a question in SPARQL. The usual prefixes are known.')
  .argument('<question>', 'SPARQL, or a file that ends in .rq')
  .argument('<graph...>', 'graphs: Turtle, TriG, N-Triples or N-Quads')
  .addOption(new Option('--format <form>', 'form of the answer').choices(FORMS).default('table' as const))
  .option('--timeout <seconds>', 'give up after this time', Number, 30)
  .addHelpText('after', `
Examples:
  $ newsgraph query 'SELECT ?who ?what { ?s schema:creator/rdfs:label ?who ; schema:text ?what }' graph.ttl
  $ newsgraph query ontology/queries/who-said-what.rq graph.ttl --format csv`)
  .action(async (question, files, { format, timeout }) => {
    if (!(timeout > 0)) throw new Problem('usage', 'The time-out must be a number of seconds above 0', 'Write, for instance, --timeout 10.')
    const sparql = question.endsWith('.rq') ? await readQuestion(question) : question
    const { formatResult } = await import('../store/query.js')
    await print([formatResult(await query(files, sparql, { timeoutMs: timeout * 1000 }), format)])
  })

async function readQuestion(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new Problem('query', `The question ${path} cannot be read`, 'Check the path, or write the SPARQL itself in its place.', { cause })
  }
}
