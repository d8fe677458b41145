import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { query } from '../../src/store/query.js'
import { harbourText } from '../fixtures/harbour-graph.js'

const folder = new URL('../../ontology/queries/', import.meta.url)
const turtle = harbourText()

async function ask(name: string): Promise<string[][]> {
  const result = await query({ turtle }, readFileSync(new URL(`${name}.rq`, folder), 'utf8'))
  if (result.kind !== 'rows') throw new Error(`${name} is no SELECT query`)
  return result.rows.map((row) => result.variables.map((variable) => row[variable]?.value.replace(/^.*[#]/u, '') ?? ''))
}

const expected: Record<string, string[][]> = {
  'who-said-what-about-whom': [['Mara Lindqvist', 'say', 'We will build it together', 'Sund', '2021-04-30']],
  'roles-of-people': [['Mara Lindqvist', 'Prime Minister', 'Norland', 'false'], ['Viktor Dahl', 'admiral', '', 'true']],
  'holders-of-a-kind-of-role': [['Tomas Reyk', 'Foreign Minister']],
  'reported-and-denied': [['Halden Courier', 'the port authority had paid Dahl’s brother-in-law', 'Tomas Reyk', 'the payment']],
  'meetings': [['Mara Lindqvist', 'Viktor Dahl', 'Halden', '2021-04-30']],
  'who-denied': [['Tomas Reyk', 'the payment', 'Foreign Minister Tomas Reyk denied the payment', 'Lindqvist and Dahl meet over harbour']],
  'only-reported': [['payment to Dahl’s brother-in-law', 'Reported', 'harbour official', 'the port authority had paid Dahl’s brother-in-law']],
  'asserted-relations': [['Viktor Dahl', 'headOf', 'Ostania', '0.9']],
  'sources-of-outlets': [['Halden Courier', '4', '1', '4'], ['Radio Sund', '2', '0', '2']],
  'people-in-several-articles': [['Viktor Dahl', '2', '1'], ['Tomas Reyk', '2', '2']],
}

describe('Ten questions to a graph', () => {
  it('are those in ontology/queries, each with its question in the first line', () => {
    const files = readdirSync(folder)
    expect(files.map((file) => file.replace('.rq', '')).sort()).toEqual(Object.keys(expected).sort())
    for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).toMatch(/^# .+\?\nSELECT /u)
  })

  it.each(Object.entries(expected))('%s is answered', async (name, rows) => {
    expect(await ask(name)).toEqual(expect.arrayContaining(rows))
  }, 30_000)

  it('a relation that is past or only said is not asserted', async () => {
    const relations = (await ask('asserted-relations')).map(([, relation]) => relation)
    expect(relations).not.toContain('employeeOf')
    expect(relations).not.toContain('relativeOf')
  }, 30_000)
})
