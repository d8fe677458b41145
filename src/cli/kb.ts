/**
 * `newsgraph kb`: the knowledge bases that names are tied to – make one, look at one, check one, compare two.
 */
import { Command } from '@commander-js/extra-typings'
import { Problem } from '../problem.js'
import type { Column } from '../kb/tables.js'
import { print } from './print.js'
import { showStatus } from './progress.js'

const build = new Command('build')
  .description('Make a knowledge base from tables, dumps of Wikidata, DBpedia, Wikipedia and GeoNames, SPARQL endpoints.')
  .argument('<source...>', 'tables (.tsv, .csv), Wikidata (.json, .jsonl), GeoNames (allCountries.txt, alternateNamesV2.txt), DBpedia (.nt, .ttl), Wikipedia (page.sql, page_props.sql, redirect.sql), packed (.gz, .bz2) or not; addresses of SPARQL endpoints')
  .requiredOption('-o, --output <path>', 'file to write')
  .option('--name <words>', 'what it is called', 'my knowledge base')
  .option('--kb-version <words>', 'which one of that name, for instance its date', '1')
  .option('--licence <words>', 'under which licence it may be used', 'not stated')
  .option('--attribution <words...>', 'whom to name where it is used', [] as string[])
  .option('--columns <pairs>', 'what the columns of tables and the variables of queries are, for instance id=item,label=itemLabel', columnsOf)
  .option('--query <file>', 'what SPARQL endpoints are asked: a SELECT query')
  .option('--least-prior <number>', 'leave out what is less well known, 0 to 14', Number)
  .option('--least-inhabitants <number>', 'leave out towns with fewer people', Number)
  .addHelpText('after', `
The order of sources makes no difference. It takes less than 1 GB of memory, and room on the disk beside the output, in a folder
.OUTPUT.building; what was stopped goes on there when the same is started again.

Examples:
  $ newsgraph kb build people.csv -o people.kb --columns id=item,label=itemLabel
  $ newsgraph kb build latest-all.json.bz2 allCountries.txt -o all.kb --least-prior 1 --licence "CC0, CC BY 4.0"
  $ newsgraph kb build labels_lang=en.ttl.bz2 redirects_lang=en.ttl.bz2 instance-types_lang=en.ttl.bz2 wikidata.nt -o dbpedia.kb
  $ newsgraph kb build http://localhost:7878/query --query mayors.rq -o mayors.kb`)
  .action(async (sources, { output, kbVersion: version, columns, leastPrior, leastInhabitants, query, ...about }) => {
    for (const number of [leastPrior, leastInhabitants]) if (number !== undefined && !(number >= 0)) throw new Problem('usage', `There is no least of ${number}`, 'Give --least-prior and --least-inhabitants a number from 0 up.')
    const { buildBase } = await import('../kb/build.js')
    const progress = showStatus()
    try {
      const { entries, bytes, broken } = await buildBase(sources, output, {
        ...about, version, ...(columns && { columns }), ...(leastPrior !== undefined && { leastPrior }), ...(leastInhabitants !== undefined && { leastInhabitants }), ...(query !== undefined && { query }),
        onLines: (path, lines) => progress.show(`${path}: ${lines.toLocaleString('en')} lines read`),
        onSorting: () => progress.show('sorting and joining'),
      })
      progress.end()
      if (broken > 0) process.stderr.write(`${broken.toLocaleString('en')} lines could not be read and were passed over.\n`)
      process.stderr.write(`${output}: ${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'}, ${bytes < 100_000 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`}\n`)
    } finally {
      progress.end()
    }
  })

const info = new Command('info')
  .description('Tell what a knowledge base is: version, licence, counts, hash.')
  .argument('[file]', 'without it, the one that comes with newsgraph')
  .option('--json', 'as JSON')
  .addHelpText('after', '\nExample:\n  $ newsgraph kb info')
  .action(async (file, { json }) => {
    const [{ infoOf }, { SHIPPED }] = await Promise.all([import('../kb/inspect.js'), import('../link/kb-disk.js')])
    const found = await infoOf(file ?? SHIPPED)
    const counts = Object.entries(found.counts).map(([kind, count]) => `${count.toLocaleString('en')} ${kind}`).join(', ')
    await print([json ? `${JSON.stringify(found)}\n` : `${found.name} ${found.version}\n${counts}\nlicence: ${found.licence}\n${found.attribution.map((line) => `attribution: ${line}\n`).join('')}sha256: ${found.index.sha256}\n`])
  })

const check = new Command('check')
  .description('Read every block of a knowledge base and tell whether it is whole.')
  .argument('[file]', 'without it, the one that comes with newsgraph')
  .addHelpText('after', '\nExample:\n  $ newsgraph kb check')
  .action(async (file) => {
    const [{ checkBase }, { SHIPPED }] = await Promise.all([import('../kb/inspect.js'), import('../link/kb-disk.js')])
    const { entries, names } = await checkBase(file ?? SHIPPED)
    await print([`Nothing is wrong: ${entries.toLocaleString('en')} entries and ${names.toLocaleString('en')} names were read.\n`])
  })

const diff = new Command('diff')
  .description('Tell how a knowledge base differs from another.')
  .argument('<before>', 'a knowledge base')
  .argument('<after>', 'another')
  .addHelpText('after', '\nExample:\n  $ newsgraph kb diff old.kb new.kb')
  .action(async (before, after) => {
    const { differences } = await import('../kb/inspect.js')
    const mark = { new: '+', gone: '-', changed: '~' } as const
    for await (const { kind, key, label } of differences(before, after)) await print([`${mark[kind]} ${key} ${label}\n`])
  })

export const kbCommand = new Command('kb')
  .description('Make, look at, check and compare knowledge bases, to which names are tied.')
  .addCommand(build).addCommand(info).addCommand(check).addCommand(diff)
  .addHelpText('after', '\nExamples:\n  $ newsgraph kb info\n  $ newsgraph kb build people.csv -o people.kb --columns id=item,label=itemLabel')

/** `id=item,label=itemLabel` → the column `item` is the id. */
function columnsOf(pairs: string): Record<string, Column> {
  const known: readonly string[] = ['id', 'geonames', 'kind', 'label', 'aliases', 'title', 'from', 'to', 'prior', 'domain', 'facts', 'sources', 'feature', 'country', 'region', 'inhabitants', 'adjective', 'latlon']
  return Object.fromEntries(pairs.split(',').map((pair) => {
    const [column = '', name = ''] = pair.split('=')
    if (!known.includes(column) || name === '') throw new Problem('usage', `"${pair}" does not say what a column is`, `Write for instance id=item; there are ${known.join(', ')}.`)
    return [name, column as Column] as const
  }))
}
