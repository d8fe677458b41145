/**
 * Runs cases of what was once misread and prints which hold: each is a sentence or a page with what its graph must hold and must not,
 * of the kinds that concern understanding (people, quotations, definite nouns, roles, events, times).
 *
 *   npx tsx tests/understood.ts [--cases FILE] [--model DIR] [--only KIND] [--lower]
 *
 * tests/cases/held.json names those that hold; one that does not hold any more fails, with --lower it may.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createAnalyser } from '../src/analyse/analyse.js'
import { loadFromDisk } from '../src/analyse/model-disk.js'
import { stages } from '../src/build.js'
import { read } from '../src/read/read.js'
import { expectationsIn, isMet } from './corpus/expectations.js'

interface Case { readonly id: string; readonly kind: string; readonly input: string; readonly form: string; readonly date?: string }

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '../shared/cases/cases.jsonl' },
    model: { type: 'string' },
    only: { type: 'string' },
    lower: { type: 'boolean', default: false },
  },
})

const HELD = fileURLToPath(new URL('cases/held.json', import.meta.url))

if (!existsSync(options.cases)) {
  console.log(`Nothing to run: there are no cases at ${options.cases}. Give a file with --cases FILE.`)
  process.exit(0)
}

const expected = new Map(readFileSync(new URL('cases/expected.txt', import.meta.url), 'utf8').split(/\n\n+/u).map((block) => {
  const lines = block.trim().split('\n')
  return [lines[0] ?? '', expectationsIn(lines)] as const
}))
const cases = readFileSync(options.cases, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case)
  .filter(({ id, kind }) => (expected.get(id)?.length ?? 0) > 0 && (options.only === undefined || kind === options.only))

const analyse = await createAnalyser({ engine: 'wasm', loader: loadFromDisk(options.model) })
const before = existsSync(HELD) ? JSON.parse(readFileSync(HELD, 'utf8')) as string[] : []
const held: string[] = []
for (const each of cases) {
  const failing = await failingOf(each)
  if (failing.length === 0) held.push(each.id)
  console.log(failing.length === 0 ? `holds  ${each.id}` : `fails  ${each.id}: ${each.input.slice(0, 120).replace(/\s+/gu, ' ')}\n         ${failing.join('\n         ')}`)
}
const fallen = cases.filter(({ id }) => before.includes(id) && !held.includes(id)).map(({ id }) => id)
console.log(`\n${held.length} of ${cases.length} hold`)
if (fallen.length > 0) console.log(`Held before: ${fallen.join(', ')}`)
if (fallen.length > 0 && !options.lower) process.exitCode = 1
else writeFileSync(HELD, `${JSON.stringify([...new Set([...before.filter((id) => !fallen.includes(id)), ...held])].sort(), undefined, 2)}\n`)

/** The expectations of a case that its graph does not meet. */
async function failingOf({ id, input, form, date }: Case): Promise<string[]> {
  const [reading] = await read({ bytes: new TextEncoder().encode(input), source: `case.${form}` }, { date: date ?? '2024-03-05', language: 'en' })
  const article = await stages.extract(reading!, analyse)
  return expected.get(id)!.filter((each) => !isMet(each, article)).map(({ line }) => line)
}
