/**
 * `newsgraph add`: articles into a catalogue, which remembers them and what everything is called.
 */
import { Command, Option } from '@commander-js/extra-typings'
import { add } from '../catalogue/catalogue.js'
import { ENGINES } from '../options.js'
import { articleFormat } from './input-format.js'
import { decisions, kb, noLinks, reconcile } from './link-options.js'
import { runWithModel } from './webassembly.js'
import { takeIn } from './taken.js'

export const addCommand = new Command('add')
  .description('Read articles into a catalogue; what it has already is not read again.')
  .argument('<file...>', 'text, Markdown, HTML, JSON, JSONL or feed; a folder, a pattern, or - for standard input')
  .requiredOption('--catalogue <folder>', 'the catalogue; made where there is none yet')
  .addOption(articleFormat())
  .option('--date <date>', 'date of the articles, YYYY-MM-DD, YYYY-MM or YYYY; goes before what they say themselves')
  .option('--language <tag>', 'language of the articles, such as en-GB, in place of the check that they are English')
  .option('--base <iri>', 'start of every IRI of the data, for a new catalogue')
  .addOption(noLinks())
  .addOption(kb())
  .addOption(decisions())
  .addOption(reconcile())
  .option('--strict', 'stop at the first article that cannot be read')
  .addOption(new Option('--engine <engine>', 'wasm: the same bytes everywhere; native: faster, needs onnxruntime-node').choices(ENGINES))
  .option('--workers <number>', 'articles to work on at once, each in a thread of about 120 MB', Number)
  .option('--time-limit <seconds>', 'how long an article may take before it is left out; 60 without it, 0 for any time', Number)
  .option('--json', 'tell of every article when it is safe, and at the end which graphs differ now, a line of JSON each')
  .addHelpText('after', `
An article with an address (in the page, the feed or the record) is known by it: another text replaces the old one. One without
is known by its text. What a thing is called never changes; when two turn out to be one, the old IRI leads to the new one.
Mend what is wrong in FOLDER/decisions.txt; it goes before every rule.

Examples:
  $ newsgraph add 'today/*.html' --catalogue news
  $ newsgraph add feed.xml --catalogue news --json
  $ newsgraph export news -o news.nq`)
  .action((files, { catalogue, json, ...options }) =>
    runWithModel(() => takeIn((listeners) => add(files, catalogue, { ...options, ...listeners }), json)))
