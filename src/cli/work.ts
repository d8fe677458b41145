/**
 * `newsgraph work`: one step of the work as a filter, for engines that spread articles over many machines.
 */
import { Argument, Command, Option } from '@commander-js/extra-typings'
import { EVIDENCE_LEVELS } from '../map/mapping.js'
import { work } from '../newsgraph.js'
import { ENGINES, FILTERS, LINE_FORMATS } from '../options.js'
import { print } from './print.js'
import { showProgress } from './progress.js'
import { runWithModel } from './webassembly.js'

export const workCommand = new Command('work')
  .description('Do one step of build as a filter, standard input to standard output, for Spark and the like (docs/spark.md).')
  .addArgument(new Argument('<filter>', 'extract: articles to entities and claims; digest: to what settling needs; settle: which names mean the same; count: what each article adds; first: who describes what; write: to quads').choices(FILTERS))
  .option('--date <date>', 'extract: date of the articles; goes before what they say themselves')
  .option('--language <tag>', 'extract: language of the articles, in place of the check that they are English')
  .option('--min-confidence <number>', 'extract: leave out claims that are less certain, 0 to 1', Number)
  .option('--no-links', 'extract: do not tie what is named to Wikidata, DBpedia and GeoNames')
  .option('--kb <file...>', 'extract: knowledge bases to ask before the one that comes with newsgraph')
  .option('--decisions <file>', 'extract: a table of names and ids that people decided; it outranks every rule')
  .option('--strict', 'extract: stop at the first article that cannot be read')
  .addOption(new Option('--engine <engine>', 'extract: wasm: the same bytes everywhere; native: faster, needs onnxruntime-node').choices(ENGINES))
  .option('--workers <number>', 'extract: articles to work on at once, each in a thread of about 120 MB', Number)
  .option('--base <iri>', 'count, write: start of every IRI of the data')
  .addOption(new Option('--evidence <level>', 'count, write: full: selectors with context; span: place and quote only; none').choices(EVIDENCE_LEVELS))
  .option('--no-body', 'count, write: leave the text of the articles out of the graph')
  .option('--title <words>', 'write: what the graph is called in its own description')
  .option('--licence <iri>', 'write: licence of the graph, for its own description')
  .addOption(new Option('--format <format>', 'write: form of the graph; n-quads without it').choices(LINE_FORMATS))
  .addHelpText('after', `
Lines go in and come out in the same order. One that cannot be worked on becomes {"problem": …} in its place.

Examples:
  $ newsgraph work extract < articles.jsonl > extracted.jsonl
  $ newsgraph work digest < extracted.jsonl | newsgraph work settle > placed.jsonl
  $ paste placed.jsonl extracted.jsonl | sort -t: -k2,2n > sorted.tsv
  $ newsgraph work count < sorted.tsv | newsgraph work first | paste sorted.tsv - | newsgraph work write > graph.nq`)
  .action(async (filter, given) => {
    // Who runs many of these wants to see nothing but what went wrong.
    const progress = process.stderr.isTTY ? showProgress() : undefined
    await runWithModel(async () => {
      await print(work(filter, process.stdin, { ...given, ...(progress && { onArticle: progress.onArticle }) }))
      progress?.end()
      return 0
    })
  })
