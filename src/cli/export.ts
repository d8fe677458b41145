/**
 * `newsgraph export`: a graph in another form – for Gephi, for another store, or as a page to send to somebody.
 */
import { Command, Option } from '@commander-js/extra-typings'
import { convert, EXPORTS, type ExportForm } from '../newsgraph.js'
import { Problem } from '../problem.js'
import { writeChunks } from '../store/files.js'
import { formatOf } from '../store/write.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'
import { showStatus } from './progress.js'

export const exportCommand = new Command('export')
  .description('Give graphs another form: one self-contained web page, a graph of entities for Gephi, or other RDF.')
  .argument('<graph...>', GRAPHS)
  .option('-o, --output <path>', 'file to write; standard output without it')
  .addOption(new Option('--format <form>', 'form to give; without it, as the name of the file says').choices(EXPORTS))
  .addOption(inputFormat())
  .option('--html', 'the same as --format html')
  .option('--no-body', 'pages without the texts of the articles, only the words that claims rest on: for those who may not hand on the text')
  .option('--sparql', 'pages that answer SPARQL by themselves; makes them some 2 MB larger')
  .addHelpText('after', `
Examples:
  $ newsgraph export graph.ttl --html -o graph.html
  $ newsgraph export graph.ttl --html --no-body --sparql -o graph.html
  $ newsgraph export graph.ttl -o graph.gexf
  $ newsgraph export graph.ttl -o graph.nq`)
  .action(async (files, { output, format, html, body, sparql = false, inputFormat: input }) => {
    const form = html ? 'html' : (format ?? formOf(output))
    const status = showStatus()
    const onRead = (quads: number): void => status.show(`${quads.toLocaleString('en')} statements read`)
    const pieces = await convert(files, form, { inputFormat: input, body, sparql, onRead }).finally(status.end)
    await (output === undefined || output === '-' ? print(pieces) : writeChunks(output, pieces))
  })

function formOf(path = ''): ExportForm {
  const ending = /\.(html?|graphml|gexf)$/i.exec(path)?.[1]?.toLowerCase()
  if (ending === 'graphml' || ending === 'gexf') return ending
  const form = ending === undefined ? formatOf(path) : 'html'
  if (form) return form
  throw new Problem('usage', 'It is not clear which form to export', `Add --format with one of ${EXPORTS.join(', ')}.`)
}
