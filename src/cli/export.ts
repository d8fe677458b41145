/**
 * `newsgraph export`: a graph in another form – for spreadsheets, databases, Obsidian, Aleph, Gephi, for another store, or as a page to
 * send to somebody.
 */
import { Command, Option } from '@commander-js/extra-typings'
import { convert, convertTo, EXPORTS, type ExportForm } from '../newsgraph.js'
import { Problem } from '../problem.js'
import { formatOf } from '../store/write.js'
import { GRAPHS, inputFormat } from './input-format.js'
import { print } from './print.js'
import { showStatus } from './progress.js'

export const exportCommand = new Command('export')
  .description(
    'Give graphs another form: tables, a database, a vault, a report, entities for Aleph, a web page, a network for Gephi, or other RDF.',
  )
  .argument('<graph...>', GRAPHS)
  .option('-o, --output <path>', 'file or folder to write; standard output without it')
  .addOption(new Option('--to <form>', 'form to give; without it, as the name of the file says').choices(EXPORTS))
  .addOption(inputFormat())
  .option('--html', 'the same as --to html')
  .option(
    '--no-body',
    'pages without the texts of the articles, only the words that claims rest on: for those who may not hand on the text',
  )
  .option('--sparql', 'pages that answer SPARQL by themselves; makes them some 2 MB larger')
  .addOption(new Option('--format <form>', 'the same as --to').choices(EXPORTS).hideHelp())
  .addHelpText(
    'after',
    `
Forms of claims, each with the words it rests on and where they stand:
  csv              a folder with a table for each kind, or one table of all claims (-o claims.csv)
  xlsx             one workbook for Excel and LibreOffice
  parquet          as csv, for DuckDB, pandas and Spark
  jsonl            the rows of all tables, an object a line
  neo4j            a folder: CSV for neo4j-admin import, and Cypher
  obsidian         a vault: a note for each entity and article
  markdown         a report of each article, to read in a minute
  ftm              entities of FollowTheMoney, for Aleph and OpenAleph
  quickstatements  proposals for Wikidata, with the article as reference
  sssom            what entities are in Wikidata, DBpedia and GeoNames
  nt-star          triples and what is known of them, in RDF 1.2 N-Triples
What somebody only said is in none of them a fact.

Examples:
  $ newsgraph export graph.ttl --to csv -o tables
  $ newsgraph export graph.ttl -o claims.xlsx
  $ newsgraph export graph.ttl --to obsidian -o vault
  $ newsgraph export graph.ttl --to markdown
  $ newsgraph export graph.ttl --html -o graph.html
  $ newsgraph export graph.ttl --html --no-body --sparql -o graph.html
  $ newsgraph export graph.ttl -o graph.gexf`,
  )
  .action(async (files, { output, to, format, html, body, sparql = false, inputFormat: input }) => {
    const form = html ? 'html' : (to ?? format ?? formOf(output))
    const status = showStatus()
    const onRead = (quads: number): void => status.show(`${quads.toLocaleString('en')} statements read`)
    const options = { inputFormat: input, body, sparql, onRead }
    if (output !== undefined && output !== '-') return convertTo(files, form, output, options).finally(status.end)
    if ((form === 'xlsx' || form === 'parquet') && process.stdout.isTTY)
      throw new Problem('usage', `The form ${form} is nothing to read on a terminal`, 'Name a file with -o.')
    await print(await convert(files, form, options).finally(status.end))
  })

/** Endings that say more than one thing come first: links.sssom.tsv. */
const byEnding: readonly (readonly [string, ExportForm])[] = [
  ['.ftm.json', 'ftm'],
  ['.sssom.tsv', 'sssom'],
  ['.qs.tsv', 'quickstatements'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.graphml', 'graphml'],
  ['.gexf', 'gexf'],
  ['.csv', 'csv'],
  ['.xlsx', 'xlsx'],
  ['.parquet', 'parquet'],
  ['.jsonl', 'jsonl'],
  ['.md', 'markdown'],
]

function formOf(path = ''): ExportForm {
  const form = byEnding.find(([ending]) => path.toLowerCase().endsWith(ending))?.[1] ?? formatOf(path)
  if (form) return form
  throw new Problem('usage', 'It is not clear which form to export', `Add --to with one of ${EXPORTS.join(', ')}.`)
}
