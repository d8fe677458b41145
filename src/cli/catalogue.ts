/**
 * `newsgraph remove`, `status` and `rebuild`: what else is done with a catalogue.
 */
import { Command, Option } from '@commander-js/extra-typings'
import { rebuild, remove, status, type Status } from '../catalogue/catalogue.js'
import { ENGINES } from '../options.js'
import { decisions, kb, noLinks, reconcile } from './link-options.js'
import { print } from './print.js'
import { takeIn } from './taken.js'
import { runWithModel } from './webassembly.js'

export const removeCommand = new Command('remove')
  .description('Take articles out of a catalogue; the graph is then that of the others.')
  .argument('<article...>', 'IRI, prefixed name such as article:76f42d9db3e3c83c, address, or the file it was read from')
  .requiredOption('--catalogue <folder>', 'the catalogue')
  .option('--json', 'tell what is gone and which graphs differ now as JSON')
  .addHelpText('after', `
The record of the article stays on the disk until a \`newsgraph rebuild\` that extracts the others anew; to forget it at once, export the
catalogue or add its articles to a new one.

Example:
  $ newsgraph remove https://example.org/story.html --catalogue news`)
  .action(async (articles, { catalogue, json }) => {
    const removal = remove(articles, catalogue)
    const { removed, changed } = removal
    await print([json ? `${JSON.stringify(removal)}\n` : `${removed.length} removed; the graphs of ${changed.length} other articles differ now.\n`])
  })

export const statusCommand = new Command('status')
  .description('Tell what a catalogue holds.')
  .requiredOption('--catalogue <folder>', 'the catalogue')
  .option('--list', 'name every article')
  .option('--json', 'tell it as JSON, every article included')
  .addOption(noLinks())
  .addOption(kb())
  .addOption(reconcile())
  .addHelpText('after', '\nWith the options that articles were added with, it tells which of them a rebuild would do again.\n\nExample:\n  $ newsgraph status --catalogue news --list')
  .action(async ({ catalogue, list, json, ...linking }) => {
    const found = await status(catalogue, linking)
    await print(json ? [`${JSON.stringify(found)}\n`] : [...summary(catalogue, found), ...(list ? lines(found) : [])])
  })

export const rebuildCommand = new Command('rebuild')
  .description('Extract every article of a catalogue again with the present version; names and people’s decisions stay.')
  .requiredOption('--catalogue <folder>', 'the catalogue')
  .addOption(new Option('--engine <engine>', 'wasm: the same bytes everywhere; native: faster, needs onnxruntime-node').choices(ENGINES))
  .option('--workers <number>', 'articles to work on at once, each in a thread of about 120 MB', Number)
  .addOption(noLinks())
  .addOption(kb())
  .addOption(decisions())
  .addOption(reconcile())
  .option('--json', 'tell of every article when it is safe, and at the end which graphs differ now, a line of JSON each')
  .addHelpText('after', `
What the present version has extracted is passed over: a rebuild that was stopped goes on where it was. The articles are taken from
the catalogue, not from their files.

Examples:
  $ newsgraph rebuild --catalogue news
  $ newsgraph rebuild --catalogue news --decisions decided.csv`)
  .action(({ catalogue, json, ...options }) => runWithModel(() => takeIn((listeners) => rebuild(catalogue, { ...options, ...listeners }), json)))

function* summary(folder: string, { articles, base, from, until, makers, decisions, bytes }: Status): Generator<string> {
  yield `Catalogue   ${folder}, IRIs under ${base}\n`
  yield `Articles    ${articles}${from === undefined ? '' : `, ${from} to ${until}`}\n`
  for (const { maker, articles: count, isPresent } of makers) {
    const short = maker.replace(/(sha256:[0-9a-f]{12})[0-9a-f]+/u, '$1…')
    yield `Extracted   ${count} by ${short}${isPresent ? '' : ' – newsgraph rebuild does them again'}\n`
  }
  yield `Decisions   ${decisions}, in ${folder}/decisions.txt\n`
  yield `On disk     ${(bytes / 1e6).toFixed(1)} MB\n`
}

function* lines({ list }: Status): Generator<string> {
  for (const { id, date = '', headline = '', url, source } of list) {
    yield `article:${id}  ${date.slice(0, 10).padEnd(10)}  ${headline}  ${url ?? source}\n`
  }
}
