/**
 * `newsgraph kb`: the knowledge bases that names are tied to – make one, look at one, check one, compare two.
 */
import { Command } from '@commander-js/extra-typings'
import { Problem } from '../problem.js'
import type { Column } from '../kb/tables.js'
import { print } from './print.js'
import { showStatus } from './progress.js'

const build = new Command('build')
  .description('Make a knowledge base from tables, a dump of Wikidata, files of GeoNames.')
  .argument('<source...>', 'tables (.tsv, .csv), Wikidata in JSON (.json), GeoNames (allCountries.txt); packed (.gz, .bz2) or not')
  .requiredOption('-o, --output <path>', 'file to write')
  .option('--name <words>', 'what it is called', 'my knowledge base')
  .option('--kb-version <words>', 'which one of that name, for instance its date', '1')
  .option('--licence <words>', 'under which licence it may be used', 'not stated')
  .option('--attribution <words...>', 'whom to name where it is used', [] as string[])
  .option('--columns <pairs>', 'what the columns of tables are, for instance id=item,label=itemLabel', columnsOf)
  .option('--least-prior <number>', 'leave out what is less well known, 0 to 14', Number)
  .option('--least-inhabitants <number>', 'leave out towns with fewer people', Number)
  .addHelpText('after', '\nExamples:\n  $ newsgraph kb build people.csv -o people.kb --columns id=item,label=itemLabel\n  $ newsgraph kb build latest-all.json.gz allCountries.txt -o all.kb --licence "CC0, CC BY 4.0"')
  .action(async (sources, { output, kbVersion: version, columns, leastPrior, leastInhabitants, ...about }) => {
    const { buildBase } = await import('../kb/build.js')
    const progress = showStatus()
    const { entries, bytes } = await buildBase(sources, output, {
      ...about, version, ...(columns && { columns }), ...(leastPrior !== undefined && { leastPrior }), ...(leastInhabitants !== undefined && { leastInhabitants }),
      onRows: (rows) => progress.show(`${rows.toLocaleString('en')} rows read`),
    })
    progress.end()
    process.stderr.write(`${output}: ${entries?.toLocaleString('en')} entries, ${((bytes ?? 0) / 1e6).toFixed(1)} MB\n`)
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
    await print((await differences(before, after)).map(({ kind, key, label }) => `${mark[kind]} ${key} ${label}\n`))
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
