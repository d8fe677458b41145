/**
 * `newsgraph query`: a SPARQL question put to graphs.
 */
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Command, Option } from '@commander-js/extra-typings'
import { query, queryStore } from '../newsgraph.js'
import { Problem } from '../problem.js'
import { profileNames } from '../store/remote/profiles.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'

/** Ten questions that come with newsgraph, to use or to start from. */
const SUPPLIED = fileURLToPath(new URL('../../ontology/queries/', import.meta.url))

const FORMS = ['table', 'json', 'csv', 'tsv', 'turtle'] as const

export const queryCommand = new Command('query')
  .description('Ask graphs a question in SPARQL. The usual prefixes are known.')
  .argument('<question>', 'SPARQL, a file that ends in .rq, or the name of a supplied question')
  .argument('[graph...]', `${GRAPHS}; none with --endpoint`)
  .option('--endpoint <address>', 'ask a store somewhere else; name and password as with push')
  .addOption(new Option('--profile <store>', 'which store it is, where it does not tell itself').choices(profileNames))
  .addOption(new Option('--format <form>', 'form of the answer').choices(FORMS).default('table' as const))
  .option('--timeout <seconds>', 'give up after this time, once the graphs are read', Number, 30)
  .addOption(inputFormat())
  .option('--no-cache', 'do not keep large graphs, as they were read, for the next question')
  .addHelpText('after', `
Examples:
  $ newsgraph query 'SELECT ?who ?what { ?s schema:creator/rdfs:label ?who ; schema:text ?what }' graph.ttl
  $ newsgraph query who-said-what-about-whom graph.ttl --format csv
  $ newsgraph query meetings --endpoint http://localhost:3030/news

Supplied questions:
${supplied().map((name) => `  ${name}`).join('\n')}`)
  .action(async (question, files, { format, timeout, endpoint, profile, cache, inputFormat: input }) => {
    if (!(timeout > 0)) throw new Problem('usage', 'The time-out must be a number of seconds above 0', 'Write, for instance, --timeout 10.')
    if ((endpoint === undefined) === (files.length === 0)) {
      throw new Problem('usage', endpoint === undefined ? 'There is no graph to ask' : 'A question goes to graphs or to a store, not to both', 'Name graph files, or a store with --endpoint.')
    }
    const sparql = await sparqlOf(question), timeoutMs = timeout * 1000
    const { formatResult } = await import('../store/query-result.js')
    const result = endpoint === undefined ? await query(files, sparql, { timeoutMs, isKept: cache, inputFormat: input }) : await queryStore(endpoint, sparql, { timeoutMs, profile })
    await print([formatResult(result, format)])
  })

async function sparqlOf(question: string): Promise<string> {
  if (supplied().includes(question)) return readFile(`${SUPPLIED}${question}.rq`, 'utf8')
  if (!question.endsWith('.rq')) {
    // SPARQL has braces or spaces, or both.
    if (/^[\w.-]+$/u.test(question)) throw new Problem('query', `There is no question named ${question}`, `Supplied are ${supplied().join(', ')}; or write SPARQL, or the path of a file that ends in .rq.`)
    return question
  }
  try {
    // Some editors put a mark of the byte order first.
    return (await readFile(question, 'utf8')).replace(/^\uFEFF/u, '')
  } catch (cause) {
    throw new Problem('query', `The question ${question} cannot be read`, 'Check the path, or write the SPARQL itself in its place.', { cause })
  }
}

function supplied(): string[] {
  return readdirSync(SUPPLIED).filter((name) => name.endsWith('.rq')).map((name) => name.slice(0, -'.rq'.length)).sort()
}
