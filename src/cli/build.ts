/**
 * `newsgraph build`: articles in, one graph out – or, with --until, what a stage made of each article, as JSON.
 */
import { Command, Option } from '@commander-js/extra-typings'
import { build, follow, serialise, write } from '../newsgraph.js'
import { EVIDENCE_LEVELS } from '../map/mapping.js'
import { ENGINES, STAGES, type Options, type Stage } from '../options.js'
import { exitCodeOf, Problem } from '../problem.js'
import { checkWritable } from '../store/files.js'
import { type Format, formatOf, formats } from '../store/write.js'
import { PARTIAL } from './failure.js'
import { articleFormat } from './input-format.js'
import { decisions, kb, noLinks, reconcile } from './link-options.js'
import { print } from './print.js'
import { showProgress } from './progress.js'
import { runWithModel } from './webassembly.js'

export const buildCommand = new Command('build')
  .description('Read articles and write one graph of what they say.')
  .argument('<file...>', 'text, Markdown, HTML, JSON, JSONL or feed; a folder, a pattern, or - for standard input')
  .option('-o, --output <path>', 'file to write; standard output without it')
  .addOption(new Option('--format <format>', 'form of the graph; without it, as the name of the file says').choices(formats))
  .addOption(articleFormat())
  .option('--date <date>', 'date of the articles, YYYY-MM-DD, YYYY-MM or YYYY; goes before what they say themselves')
  .option('--language <tag>', 'language of the articles, such as en-GB, in place of the check that they are English')
  .option('--base <iri>', 'start of every IRI of the data')
  .addOption(new Option('--evidence <level>', 'full: selectors with context; span: place and quote only; none').choices(EVIDENCE_LEVELS))
  .option('--title <words>', 'what the graph is called in its own description')
  .option('--licence <iri>', 'licence of the graph, for its own description')
  .option('--no-body', 'leave the text of the articles out of the graph')
  .option('--min-confidence <number>', 'leave out claims that are less certain, 0 to 1', Number)
  .addOption(noLinks())
  .addOption(kb())
  .addOption(decisions())
  .addOption(reconcile())
  .option('--strict', 'stop at the first article that cannot be read')
  .addOption(new Option('--until <stage>', 'stop after a stage and print what it made, one line of JSON per article').choices(STAGES))
  .addOption(new Option('--engine <engine>', 'wasm: the same bytes everywhere; native: faster, needs onnxruntime-node').choices(ENGINES))
  .option('--workers <number>', 'articles to work on at once, each in a thread of about 120 MB', Number)
  .option('--time-limit <seconds>', 'how long an article may take before it is left out; 60 without it, 0 for any time', Number)
  .option('--cache <folder>', 'keep there what was extracted, so that a batch that was stopped goes on where it was')
  .addHelpText('after', `
Examples:
  $ newsgraph build article.txt --date 2022-07-07 -o graph.ttl
  $ curl -s https://example.org/story.html | newsgraph build - > story.ttl
  $ zcat archive.jsonl.gz | newsgraph build - --input-format jsonl -o archive.nq
  $ newsgraph build 'archive/**/*.html' -o archive.nq --min-confidence 0.8 --cache archive.cache
  $ newsgraph build news/ -o news.nq --kb people.kb --decisions decided.csv --reconcile https://wikidata.reconci.link/en/api

The service of --reconcile is told the names that no knowledge base knows, and nothing else; where it does not answer, that is said, and the
graph is written without it.`)
  .action(async (files, { output, format, until, ...given }) => {
    const progress = showProgress()
    const options: Partial<Options> = { ...given, onArticle: progress.onArticle }
    await runWithModel(async () => {
      const code = until ? await printStage(files, until, options) : await buildGraph(files, { output, format }, options)
      progress.end()
      return code
    })
  })

async function printStage(files: readonly string[], until: Stage, options: Partial<Options>): Promise<number> {
  let failed = 0
  let done = 0
  for await (const made of follow(files, until, options)) {
    if (made instanceof Problem) failed += 1
    else {
      done += 1
      await print([`${JSON.stringify(made)}\n`])
    }
  }
  return outcome(done, failed)
}

async function buildGraph(files: readonly string[], { output, format }: { output: string | undefined; format: Format | undefined }, options: Partial<Options>): Promise<number> {
  const isFile = output !== undefined && output !== '-'
  if (isFile && !format && !formatOf(output) && !output.startsWith('/dev/')) {
    throw new Problem('usage', `The name ${output} does not tell which form the graph is to have`, `End it in .ttl, .trig, .nt, .nq or .jsonld, or add --format with one of ${formats.join(', ')}; pages and networks are made by newsgraph export.`)
  }
  if (isFile) await checkWritable(output)
  const built = await build(files, options)
  const isEmpty = built.articles[Symbol.iterator]().next().done === true
  if (!isEmpty && isFile) await write(built, output, format)
  else if (!isEmpty) await print(await serialise(built, format))
  return outcome(isEmpty ? 0 : 1, built.failures.length)
}

/** Nothing could be read: a failure. Some of it: said so by a code of its own. */
function outcome(done: number, failed: number): number {
  if (failed === 0) return 0
  return done === 0 ? exitCodeOf.input : PARTIAL
}
