/**
 * `newsgraph serve`: graphs that programs and people can ask, from this computer unless it is told otherwise.
 */
import { Command } from '@commander-js/extra-typings'
import { serve, serveMcp } from '../newsgraph.js'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { printProblem } from './failure.js'
import { kb } from './link-options.js'
import { print } from './print.js'

export const serveCommand = new Command('serve')
  .description('Answer SPARQL, REST, reconciliation and MCP over graphs, and show the viewer; nothing can be changed through it.')
  .argument('<graph...>', 'graphs: Turtle, TriG, N-Triples, N-Quads or JSON-LD, or a folder of them; catalogues')
  .option('--port <number>', 'port to listen on; 0 takes a free one', wholeNumber, 8181)
  .option('--host <address>', 'address to listen on; any but this computer’s own needs a token in NEWSGRAPH_TOKEN', '127.0.0.1')
  .option('--mcp', 'speak MCP on standard input and output instead, for an assistant that starts this command')
  .option('--timeout <seconds>', 'give up an answer after this time', Number, 30)
  .option('--max-rows <number>', 'refuse answers with more rows or triples', wholeNumber, 100_000)
  .option('--max-memory <megabytes>', 'give up an answer that needs more than this beside the graphs', wholeNumber, 1024)
  .option('--no-links', 'reconcile with the names of the graphs alone, not with what the knowledge base knows')
  .addOption(kb())
  .addHelpText(
    'after',
    `
Examples:
  $ newsgraph serve graph.ttl
  $ newsgraph serve news/          (a catalogue, or a folder of graphs)
  $ curl 'http://127.0.0.1:8181/sparql' -H 'Accept: text/csv' --data-urlencode 'query=SELECT * { ?s ng:cue ?cue } LIMIT 5'
  $ curl 'http://127.0.0.1:8181/api/statements?speaker=Sergey+Lavrov'
  $ NEWSGRAPH_TOKEN=$(openssl rand -hex 16) newsgraph serve graphs/ --host 0.0.0.0
  $ claude mcp add news -- npx newsgraph serve --mcp graph.ttl

Where:
  /              the viewer
  /sparql        SPARQL 1.1 Protocol, reading only
  /api, /openapi.json   entities, statements, events and articles as JSON
  /reconcile     W3C Reconciliation 0.2, for OpenRefine: add it as a standard service; it knows the graphs' names and the knowledge base
  /mcp           Model Context Protocol (streamable HTTP)`,
  )
  .action(async (inputs, { port, host, mcp, timeout, maxRows, maxMemory, ...known }) => {
    if (!(port < 65536))
      throw new Problem('usage', 'The port must be a whole number from 0 to 65535', 'Write, for instance, --port 8080; 0 takes a free one.')
    if (!(timeout > 0)) throw new Problem('usage', 'The time-out must be a number of seconds above 0', 'Write, for instance, --timeout 10.')
    const token = process.env.NEWSGRAPH_TOKEN
    const limits = { timeoutMs: timeout * 1000, maxRows, maxMemoryMb: maxMemory }
    if (mcp) return serveMcp(inputs, limits)
    const { url } = await serve(inputs, { port, host, ...(token ? { token } : {}), ...limits, ...known, onProblem: printProblem })
    // Whoever starts and stops servers looks at how they end.
    onLeaving(() => undefined)
    await print([`Ask ${url} – press Ctrl+C to stop.\n`])
  })

function wholeNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  throw new Problem('usage', `"${text}" is no whole number`, 'Write digits only.')
}
