import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { newsgraph, SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()

it('an article that takes longer than its time is left out with a line; the others are in the graph, exit code 8', async () => {
  const endless = join(folder, 'endless.txt')
  const short = join(folder, 'short.txt')
  const output = join(folder, 'graph.ttl')
  writeFileSync(short, 'Mayor Irene Castell opened the new bridge on Tuesday.')
  writeFileSync(endless, 'The mayor of Brightwater told reporters on Tuesday that the old bridge would be closed for the winter. '.repeat(9_000))
  const run = await newsgraph(['build', endless, short, '-o', output, '--time-limit', '12'])
  expect(run.stderr.trimEnd()).toMatch(/^newsgraph: \S*endless\.txt took longer than 12 seconds and was left out\. Give it more time with --time-limit, or its text alone\.$/)
  expect(run.code).toBe(8)
  expect(readFileSync(output, 'utf8')).toContain('Irene Castell')
})

it('a limit that is none is refused', async () => {
  const run = await newsgraph(['build', SAMPLE, '--time-limit', '-1'])
  expect(run.code).toBe(2)
  expect(run.stderr).toContain('An article cannot be given -1 seconds. Give a number of seconds up to 86400, or 0 for any time.')
})

it('any number of comments before a page cost no time', async () => {
  const page = `${'<!-- a -->\n'.repeat(5_000)}<!doctype html><html><head><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1><p>${'The mayor of Brightwater told reporters on Tuesday that the old bridge would be closed. '.repeat(4)}</p></article></body></html>`
  for (const name of ['page.html', 'page.txt']) {
    writeFileSync(join(folder, name), page)
    const run = await newsgraph(['build', join(folder, name), '--until', 'read', '--time-limit', '10'])
    expect(run.code).toBe(0)
    expect(JSON.parse(run.stdout)).toMatchObject({ headline: { name: 'Bridge shut' } })
  }
})
