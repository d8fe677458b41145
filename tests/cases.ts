/**
 * Inputs of others' bug reports that were once read wrongly, with the right value: those about reading, the tool and dates.
 *
 *   npx tsx tests/cases.ts [--cases ../shared/cases/cases.jsonl]
 *
 *   in:  one case a line: { id, kind, input, form, date, expected }
 *   out: a line a case, whether it holds; exit code 1 if one does not
 *
 * What is expected is written for people; what is checked of it stands in cases/checks.ts. Not run: cases about who said or did what.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createAnalyser } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { stages } from '../src/build.js'
import { read, type Format } from '../src/read/read.js'
import { checks, commandChecks } from './cases/checks.js'

interface Case { readonly id: string; readonly kind: string; readonly input: string | null; readonly form: string; readonly date: string | null; readonly expected: string }

/** JSON may be a feed: that is told by what is in it. */
const FORMATS: Readonly<Record<string, Format>> = { txt: 'text', html: 'html', xml: 'feed', jsonl: 'jsonl' }

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cases: { type: 'string', default: '../shared/cases/cases.jsonl' } } })
  if (!existsSync(values.cases)) return console.log(`No cases at ${values.cases}: nothing checked.`)
  const cases = readFileSync(values.cases, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case)
  const analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk() })
  const results: boolean[] = []
  const tell = (id: string, holds: boolean, more: string): void => {
    results.push(holds)
    console.log(`${holds ? 'holds ' : 'FAILS '} ${id.padEnd(22)} ${holds ? '' : more}`)
  }
  for (const { id, input, form, date, expected } of cases) {
    const check = checks[id], command = commandChecks[id]
    if (command) tell(id, await command().catch(() => false), expected)
    if (!check || input === null) continue
    const readings = await read({ bytes: Buffer.from(input), source: `case.${form}`, ...(FORMATS[form] && { hint: FORMATS[form] }) }, { language: 'en', ...(date && { date }) })
    const articles = await Promise.all(readings.map((reading) => stages.extract(reading, analyse)))
    tell(id, articles.length > 0 && check(articles[0]!), expected)
  }
  console.log(`${results.filter(Boolean).length} of ${results.length} hold`)
  process.exitCode = results.every(Boolean) ? 0 : 1
}

await main()
